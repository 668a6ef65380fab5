import { readFileSync } from 'node:fs'
import type { Context, Hono } from 'hono'
import { createAsyncapi } from '../reference/asyncapi.ts'
import { createOpenapi } from '../reference/openapi.ts'
import { createReferencePage } from '../reference/page.ts'
import { FIVE_MINUTES, openToAll } from './assets.ts'
import type { Env } from './env.ts'
import { referencePolicy } from './security-headers.ts'
import manifest from '../../package.json' with { type: 'json' }

/** The contract, told: for programs, and for people. Made when somebody first asks. */
export function mountReference(app: Hono<Env>): void {
  const openapi = once(() => JSON.stringify(createOpenapi(manifest.version)))
  const asyncapi = once(() => JSON.stringify(createAsyncapi(manifest.version)))
  const page = once(() => createReferencePage(manifest.version))
  const sheet = once(() => readFileSync(new URL('../reference/reference.css', import.meta.url), 'utf8'))

  app.get('/openapi.json', (context) => json(context, openapi()))
  app.get('/asyncapi.json', (context) => json(context, asyncapi()))
  app.get('/docs', (context) =>
    context.html(page(), 200, {
      'cache-control': 'no-cache',
      'content-security-policy': referencePolicy,
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
    }),
  )
  app.get('/docs/reference.css', (context) =>
    context.body(sheet(), 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': FIVE_MINUTES }),
  )
}

/** Tools in other people's pages read it too: nothing in it is a secret. */
function json(context: Context<Env>, text: string): Response {
  return context.body(text, 200, {
    ...openToAll,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': FIVE_MINUTES,
  })
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
