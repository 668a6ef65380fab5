/** The two cookies of the contract. Our own widget uses neither; they are for pages written from the seed document. */
export type CookieName = 'visitor_session' | 'console_session'

/** Of a request's cookies, the ones that are ours. */
export interface Cookies {
  readonly visitor_session?: string
  readonly console_session?: string
}

interface CookieOptions {
  /** Whether the server is reached over https. */
  readonly isSecure: boolean
  /** Milliseconds. */
  readonly maxAge: number
}

/** Of two with the same name the first counts: browsers send the one with the closer path first. */
export function parseCookies(header: string | undefined): Cookies {
  const found = new Map<string, string>()
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at).trim()
    if (at > 0 && !found.has(name)) found.set(name, pair.slice(at + 1).trim())
  }
  const visitor = found.get('visitor_session')
  const console = found.get('console_session')
  return {
    ...(visitor !== undefined && visitor !== '' && { visitor_session: visitor }),
    ...(console !== undefined && console !== '' && { console_session: console }),
  }
}

/** A `Set-Cookie` header. `value` must be one of our tokens, which need no escaping. */
export function formatCookie(name: CookieName, value: string, { isSecure, maxAge }: CookieOptions): string {
  return `${name}=${value}; Max-Age=${Math.floor(maxAge / 1000)}; Path=/; HttpOnly; ${attributesOf(name, isSecure)}`
}

/** A `Set-Cookie` header that removes it: a browser only replaces a cookie whose attributes are the same. */
export function expireCookie(name: CookieName, isSecure: boolean): string {
  return formatCookie(name, '', { isSecure, maxAge: 0 })
}

function attributesOf(name: CookieName, isSecure: boolean): string {
  if (!isSecure) return 'SameSite=Lax'
  // The visitor's page is another site than ours; Partitioned gives each such page a jar of its own (CHIPS).
  return name === 'visitor_session' ? 'Secure; SameSite=None; Partitioned' : 'Secure; SameSite=Lax'
}
