import type { Hono } from 'hono'
import { openConsoleSession, type ConsoleSessionDeps } from '../auth/console-session.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Storage } from '../domain/storage.ts'
import { DEMO_EMAIL } from './demo-account.ts'
import type { Env } from './env.ts'

/**
 * Signs whoever opens the demo's page in as the shop's made-up commercial. Mounted only with `DEMO=on`, whose data is made up too.
 */
export function mountDemo(app: Hono<Env>, deps: ConsoleSessionDeps & { readonly storage: Storage }): void {
  app.post('/demo/session', async (context) => {
    const account = await deps.storage.commercialByEmail(DEMO_EMAIL)
    if (account === null) throw new Refusal('not_found')
    const { accessToken, expiresIn } = await openConsoleSession(deps, account.commercial)
    return context.json({ accessToken, expiresIn })
  })
}
