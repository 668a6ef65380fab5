import type { Hono } from 'hono'
import type { JSONWebKeySet } from 'jose'
import { Refusal } from '../domain/refusal.ts'
import type { Storage } from '../domain/storage.ts'
import type { Env } from './env.ts'

/** Is it alive, can it work, and how its tokens are verified. */
export function mountHealth(
  app: Hono<Env>,
  {
    storage,
    jwks,
    isDraining,
  }: { storage: Pick<Storage, 'ping'>; jwks: JSONWebKeySet; isDraining: () => boolean },
): void {
  app.get('/healthz', (context) => context.json({ status: 'ok' }))
  app.get('/readyz', async (context) => {
    if (isDraining()) throw new Refusal('not_ready')
    await storage.ping()
    return context.json({ status: 'ready' })
  })
  app.get('/.well-known/jwks.json', (context) => {
    context.header('cache-control', 'public, max-age=300')
    return context.json(jwks)
  })
}
