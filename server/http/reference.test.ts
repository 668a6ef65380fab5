import { Validator } from '@seriousme/openapi-schema-validator'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { endpoints } from '#shared/endpoints.ts'
import { clientEvents, serverEvents } from '#shared/events.ts'
import { webhookEvents } from '#shared/webhook-events.ts'
import type { Env } from './env.ts'
import { mountReference } from './reference.ts'

type Json = Record<string, unknown>

const app = new Hono<Env>()
mountReference(app)
const ask = async (path: string) => app.request(path)

const read = async (path: string) => (await (await ask(path)).json()) as Json

/** Every reference in a document, wherever it is. */
function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : referencesIn(inner),
  )
}

function follow(document: Json, reference: string): unknown {
  const steps = reference.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>(
    (found, step) => (found as Json | undefined)?.[decodeURIComponent(step).replaceAll('~1', '/')],
    document,
  )
}

describe('GET /openapi.json', () => {
  it('is OpenAPI that a validator accepts', async () => {
    const result = await new Validator().validate(await read('/openapi.json'))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
  })

  it('has every endpoint of the contract, each under an id of its own', async () => {
    const { paths } = (await read('/openapi.json')) as { paths: Record<string, Record<string, Json>> }
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    expect(told.toSorted()).toEqual(Object.keys(endpoints).toSorted())
    const ids = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map((one) => one['operationId']),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says what a message may be, who may send it, and how it can be refused', async () => {
    const document = (await read('/openapi.json')) as {
      paths: Record<string, Record<string, { description: string; requestBody: Json; responses: Json }>>
    }
    const send = document.paths['/v2/messages']?.['post']
    expect(send?.description).toBe(
      'For visitors (what is theirs), commercials (what is of their sites), and admins.',
    )
    expect(JSON.stringify(send?.requestBody)).toContain('"clientMessageId"')
    expect(JSON.stringify(send?.responses['201'])).toContain('#/components/schemas/Message')
    expect(JSON.stringify(send?.responses['409'])).toContain('`stale_reply`')
  })

  it('has every webhook', async () => {
    const { webhooks } = (await read('/openapi.json')) as { webhooks: Json }
    expect(Object.keys(webhooks)).toEqual(Object.keys(webhookEvents))
  })
})

describe('GET /asyncapi.json', () => {
  it('has every event, asked and told', async () => {
    const { operations } = (await read('/asyncapi.json')) as { operations: Json }
    expect(Object.keys(operations)).toEqual([
      ...Object.keys(clientEvents).map((name) => `receive ${name}`),
      ...Object.keys(serverEvents).map((name) => `send ${name}`),
    ])
  })
})

it.each(['/openapi.json', '/asyncapi.json'])('leads nowhere that does not exist: %s', async (path) => {
  const document = await read(path)
  const references = referencesIn(document)
  expect(references.length).toBeGreaterThan(20)
  expect(references.filter((reference) => follow(document, reference) === undefined)).toEqual([])
})

describe('GET /docs', () => {
  it('names every call, event and webhook, without a script', async () => {
    const response = await ask('/docs')
    const page = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    const words = page.replaceAll(/<[^>]+>/g, '')
    for (const name of Object.keys(endpoints)) expect(words).toContain(name)
    for (const name of [
      ...Object.keys(clientEvents),
      ...Object.keys(serverEvents),
      ...Object.keys(webhookEvents),
    ])
      expect(words).toContain(name)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('style=')
  })

  it('leads to no shape that is not on it', async () => {
    const page = await (await ask('/docs')).text()
    const links = [...page.matchAll(/href="#([\w-]+)"/g)].map(([, id]) => id)
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter((id) => !page.includes(`id="${id}"`))).toEqual([])
  })

  it('comes with its sheet', async () => {
    const response = await ask('/docs/reference.css')
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
  })
})
