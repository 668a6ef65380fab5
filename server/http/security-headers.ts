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
export const consolePolicy = [
  ...ownPage,
  "manifest-src 'self'",
  "worker-src 'self'",
  'trusted-types lit-html console-worker console-preview',
].join('; ')

/** Its worker asks this server for what the page is made of, and shows the console's icons; it runs nothing else. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; img-src 'self'"

/** The demo's pages are hosts like any other. Widget and console meet there, each with its own Lit: the policy is made twice. */
export const demoPolicy = [...ownPage, "trusted-types lit-html 'allow-duplicates'"].join('; ')

/** The page about the API: words, and a sheet. */
export const referencePolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

/** What is no page of ours shows nothing, wherever somebody puts it. */
const noPage = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'"
const A_YEAR_SECONDS = 365 * 24 * 60 * 60

/** What every answer says, whatever it is. `isSecure`: browsers reach us over https, and shall from now on in no other way. */
export function securityHeaders(isSecure: boolean): MiddlewareHandler<Env> {
  return async (context, next) => {
    await next()
    const { headers } = context.res
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    // Voice notes and photographs are ours to ask for; nothing else of a device is.
    headers.set(
      'permissions-policy',
      'camera=(self), microphone=(self), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=()',
    )
    if (isSecure) headers.set('strict-transport-security', `max-age=${A_YEAR_SECONDS}`)
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', noPage)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    if (!headers.has('cross-origin-resource-policy'))
      headers.set('cross-origin-resource-policy', 'same-origin')
  }
}
