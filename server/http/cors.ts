import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

const METHODS = 'GET, POST, PUT, PATCH, DELETE'
const HEADERS = 'Authorization, Content-Type, Accept-Language, Idempotency-Key, If-Unassigned'
/** Seconds that a browser may remember a preflight: short enough for a change of the list to be felt. */
const MAX_AGE = '600'

/** Lets exactly the origins on the sites' lists read answers, with credentials: never `*`, never whatever asked. */
export function cors(isAllowed: (origin: string) => Promise<boolean>): MiddlewareHandler<Env> {
  return async (context, next) => {
    const origin = context.req.header('origin')
    const allowed = origin !== undefined && (await isAllowed(origin))
    const isPreflight =
      context.req.method === 'OPTIONS' && context.req.header('access-control-request-method') !== undefined
    if (isPreflight) context.res = new Response(null, { status: 204 })
    else await next()
    const { headers } = context.res
    headers.append('vary', 'Origin')
    if (!allowed) return
    headers.set('access-control-allow-origin', origin)
    headers.set('access-control-allow-credentials', 'true')
    headers.set('access-control-expose-headers', 'Retry-After')
    if (!isPreflight) return
    headers.set('access-control-allow-methods', METHODS)
    headers.set('access-control-allow-headers', HEADERS)
    headers.set('access-control-max-age', MAX_AGE)
  }
}
