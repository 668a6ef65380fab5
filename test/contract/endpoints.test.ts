import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#shared/endpoint.ts'
import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { errors, type ErrorCode } from '#shared/errors.ts'
import { mayCall } from '../../server/domain/permissions.ts'
import { createDeskThings, needsDeskThings } from './desk-things.ts'
import { startWorld, type Actor, type World } from './actors.ts'
import { call, type Answer, type Request } from './call.ts'
import { freshThing } from './fresh-thing.ts'
import { requests } from './requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const names = Object.keys(endpoints) as EndpointName[]
const withBody = names.filter((name) => (endpoints[name] as Endpoint).body !== undefined)
const changing = names.filter((name) => !name.startsWith('GET'))

/** Somebody who may, and something of theirs. */
async function allowed(name: EndpointName): Promise<{ headers: Record<string, string>; request: Request }> {
  const { visitor, thing } = await freshThing(world, name)
  const actor: Actor = mayCall[name].visitor === 'no' ? world.actors.admin : visitor
  const isOwnSession = name === 'POST /v2/auth/logout' || name === 'POST /v2/visitors/session'
  const desk = needsDeskThings(name) ? await createDeskThings(world.url, actor, name) : {}
  const request = requests[name]({ ...thing, ...desk })
  return { headers: isOwnSession ? {} : actor.headers, request }
}

async function ask(
  name: EndpointName,
  change: (request: Request) => Request = (request) => request,
): Promise<Answer> {
  const { headers, request } = await allowed(name)
  const changed = change(request)
  return call(world.url, name, { ...changed, headers: { ...headers, ...changed.headers } })
}

/** Of other types than the sample's own. */
function wrongFor(sample: unknown): readonly unknown[] {
  const isOther = (wrong: unknown) =>
    typeof wrong !== typeof sample || Array.isArray(wrong) !== Array.isArray(sample)
  return [{}, [], { toString: 1 }, true].filter(isOther)
}

function expectError(answer: Answer, ...codes: ErrorCode[]): void {
  expect(codes, answer.text).toContain(answer.body['code'])
  expect(answer.status).toBe(errors[answer.body['code'] as ErrorCode].status)
  expect(answer.body['message']).toBeTypeOf('string')
  expect(answer.body['requestId']).toBeTypeOf('string')
  expect(answer.text).not.toMatch(/ at .*\.ts:|SQLITE|node_modules/)
}

// These need proofs that the walk does not have; their own tests walk them.
const proved: readonly EndpointName[] = [
  'POST /v2/auth/refresh',
  'POST /v2/auth/setup',
  'PUT /v2/auth/password',
  'POST /v2/auth/invitation',
  'POST /v2/auth/accept-invitation',
]
const walked = names.filter((name) => !proved.includes(name))

describe('every endpoint', () => {
  it.each(walked)('%s answers what the contract says it answers', async (name) => {
    const { result, status }: Endpoint = endpoints[name]
    const answer = await ask(name)
    expect(status, answer.text).toContain(answer.status)
    expect(answer.headers.get('cache-control')).toMatch(
      name === 'GET /v2/sites/:siteKey/public' ? /max-age/ : /no-store/,
    )
    if (result === null) expect(answer.text).toBe('')
    else if (result.type === 'string') expect(v.parse(result, answer.text)).not.toBe('')
    else
      expect(
        v.parse(v.strictObject((result as unknown as { entries: v.ObjectEntries }).entries), answer.body),
      ).toBeDefined()
  })

  it.each(withBody)('%s refuses what is not a JSON object', async (name) => {
    for (const body of [
      'null',
      '[]',
      '"text"',
      '7',
      '{',
      '',
      '\uFEFF{}',
      `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
    ]) {
      expectError(await ask(name, (request) => ({ ...request, body })), 'malformed')
    }
  })

  it.each(withBody)(
    '%s refuses text that could not be told again: NUL, lone surrogates, ill-formed UTF-8',
    async (name) => {
      for (const text of ['a\\u0000b', '\\ud83d', '\\udc00x']) {
        expectError(
          await ask(name, (request) => ({ ...request, body: `{"content":"${text}","x":"${text}"}` })),
          'malformed',
        )
        expectError(await ask(name, (request) => ({ ...request, body: `{"${text}":1}` })), 'malformed')
      }
    },
  )

  it.each(withBody)('%s refuses other media types, and bodies that are too large', async (name) => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      expectError(
        await ask(name, (request) => ({ ...request, headers: { 'content-type': type } })),
        'unsupported_media_type',
      )
    }
    const huge = JSON.stringify({ content: 'x'.repeat(70_000) })
    expectError(await ask(name, (request) => ({ ...request, body: huge })), 'too_large')
  })

  it.each(withBody)('%s refuses each of its fields with a wrong type, and says which', async (name) => {
    const { request } = await allowed(name)
    const sample = request.body as Record<string, unknown>
    for (const field of Object.keys(sample)) {
      for (const wrong of wrongFor(sample[field])) {
        const answer = await ask(name, (valid) => ({
          ...valid,
          body: { ...(valid.body as object), [field]: wrong },
        }))
        expectError(answer, 'invalid')
        const issues = answer.body['issues'] as { path: string }[]
        expect(
          issues.some(({ path }) => path.startsWith(field)),
          answer.text,
        ).toBe(true)
      }
    }
  })

  it.each(withBody)('%s gives nothing to __proto__ and constructor', async (name) => {
    const polluted =
      '"__proto__":{"isInternal":true,"role":"admin"},"constructor":{"prototype":{"isInternal":true}}'
    const answer = await ask(name, (request) => ({
      ...request,
      body: `{${polluted},${JSON.stringify(request.body).slice(1).replace(/^}/, '"x":1}')}`,
    }))
    expect(answer.status).toBeLessThan(500)
    expect(answer.body['isInternal'] ?? false).toBe(false)
    expect(({} as Record<string, unknown>)['isInternal']).toBeUndefined()
  })

  it.each(changing)(
    '%s refuses a stranger’s page that comes with a cookie, and changes nothing',
    async (name) => {
      const { headers, request } = await allowed(name)
      const token = headers['authorization']?.replace('Bearer ', '') ?? ''
      for (const origin of [
        'https://evil.example',
        'null',
        'http://localhost.evil.example',
        'http://localhost:1@evil.example',
      ]) {
        const stranger = { cookie: `visitor_session=${token}; console_session=${token}`, origin }
        expectError(await call(world.url, name, { ...request, headers: stranger }), 'origin_not_allowed')
      }
    },
  )

  it.each(names)('%s has no other methods', async (name) => {
    const path = (name.split(' ')[1] ?? '').replaceAll(/:\w+/g, 'x')
    const response = await fetch(`${world.url}${path}`, {
      method: 'PROPFIND',
      headers: world.actors.admin.headers,
    })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toContain(name.split(' ')[0])
    expect(await response.json()).toMatchObject({ code: 'method_not_allowed' })
  })

  it('refuses forged, foreign and expired tokens alike, on every endpoint that wants one', async () => {
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const claims = Buffer.from(JSON.stringify({ sub: 'x', role: 'admin', sid: 'x' })).toString('base64url')
    const forged = [
      `${none}.${claims}.`,
      'x',
      '',
      'x'.repeat(20_000),
      `${world.actors.admin.token}x`,
      world.actors.visitor.token.slice(1),
    ]
    for (const name of names.filter((candidate) => mayCall[candidate].nobody === 'no')) {
      const { request } = await allowed(name)
      for (const token of forged) {
        const answer = await call(world.url, name, {
          ...request,
          headers: { authorization: `Bearer ${token}` },
        })
        if (answer.status === 431) continue
        expectError(answer, 'invalid_token')
      }
    }
  })

  it('says what went wrong in the language asked for', async () => {
    const { body } = await call(world.url, 'GET /v2/auth/me', {
      headers: { 'accept-language': 'es-ES,es;q=0.9' },
    })
    expect(body).toMatchObject({ code: 'unauthenticated', message: 'Primero inicia sesión.' })
  })
})
