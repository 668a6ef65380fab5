import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

const ownPage = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
]

/** The console's page: nothing but its own files, and no string ever becomes script. */
export const consolePolicy = [...ownPage, 'trusted-types lit-html'].join('; ')

/** The demo's pages are hosts like any other. Widget and console meet there, each with its own Lit: the policy is made twice. */
export const demoPolicy = [...ownPage, "trusted-types lit-html 'allow-duplicates'"].join('; ')

/** What every answer says, whatever it is. */
export const securityHeaders: MiddlewareHandler<Env> = async (context, next) => {
  await next()
  const { headers } = context.res
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'no-referrer')
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  if (!headers.has('cross-origin-resource-policy')) headers.set('cross-origin-resource-policy', 'same-origin')
}
