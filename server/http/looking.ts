import type { Hono } from 'hono'
import { look } from '../auth/look.ts'
import type { Env } from './env.ts'
import type { RateLimits } from './rate-limits.ts'
import { route } from './route.ts'

type Deps = Parameters<typeof look>[0] & { readonly limits: RateLimits }

/** Who looks and has not written. No cookie, no row. */
export function mountLooking(app: Hono<Env>, deps: Deps): void {
  route(app, 'POST /v2/visitors/looking', async ({ body, context }) => {
    const { from, address } = context.var
    const admit = (isNew: boolean) => {
      const count = isNew ? deps.limits.newOnlooker : deps.limits.look
      return count(address, body.siteKey ?? '')
    }
    return { result: await look(deps, { body, from, admit }) }
  })
}
