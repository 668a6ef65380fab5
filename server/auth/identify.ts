import type { Clock } from '../domain/clock.ts'
import type { CommercialIdentity, Identity, VisitorIdentity } from '../domain/identity.ts'
import type { CommercialRecord, VisitorRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SessionStorage } from '../domain/session-storage.ts'
import type { AccessTokens } from './access-token.ts'
import type { Cookies } from './cookies.ts'
import { REFRESH_GRACE_MS } from './lifetimes.ts'
import { hashToken, isOpaqueToken } from './opaque-token.ts'

/** Everything a request or a handshake may prove itself by. */
export interface Credentials {
  readonly bearer: string | undefined
  readonly cookies: Cookies
}

export interface Identified {
  readonly identity: Identity
  readonly via: 'bearer' | 'cookie'
  /** When the proof ends, in milliseconds; null: not within the life of a connection. */
  readonly expiresAt: number | null
}

/**
 * The one way from credentials to an identity, for HTTP and for sockets; nobody is `null`. A bearer wins over cookies, and the
 * console's cookie over a visitor's unless the caller only serves visitors. What is present but bad refuses with 401: it never
 * falls back to the next proof, nor to nobody.
 */
export type Identify = (
  credentials: Credentials,
  options?: { readonly prefer?: 'visitor' | 'commercial' },
) => Promise<Identified | null>

interface Deps {
  readonly storage: Pick<SessionStorage, 'visitorSession' | 'consoleSession' | 'consoleSessionById'>
  readonly accessTokens: Pick<AccessTokens, 'verify'>
  readonly clock: Clock
}

export function createIdentify({ storage, accessTokens, clock }: Deps): Identify {
  async function byAccessToken(token: string): Promise<Identified> {
    const { sessionId, commercialId, expiresAt } = await accessTokens.verify(token)
    const session = await storage.consoleSessionById(sessionId)
    if (session?.commercial.commercialId !== commercialId) throw new Refusal('invalid_token')
    if (session.expiresAt <= clock.now()) throw new Refusal('token_expired')
    return {
      identity: toCommercialIdentity(session.commercial, sessionId),
      via: 'bearer',
      expiresAt: Math.min(expiresAt, session.expiresAt),
    }
  }

  async function byVisitorToken(token: string, via: Identified['via']): Promise<Identified> {
    const session = isOpaqueToken(token) ? await storage.visitorSession(hashToken(token)) : null
    if (session === null) throw new Refusal('invalid_token')
    return { identity: toVisitorIdentity(session.visitor, session.sessionId), via, expiresAt: null }
  }

  async function byConsoleCookie(value: string): Promise<Identified> {
    const session = isOpaqueToken(value)
      ? await storage.consoleSession(hashToken(value), REFRESH_GRACE_MS)
      : null
    if (session === null) throw new Refusal('invalid_token')
    const { commercial, sessionId, expiresAt } = session
    return { identity: toCommercialIdentity(commercial, sessionId), via: 'cookie', expiresAt }
  }

  return async ({ bearer, cookies }, { prefer = 'commercial' } = {}) => {
    if (bearer !== undefined) {
      return isJwt(bearer) ? byAccessToken(bearer) : byVisitorToken(bearer, 'bearer')
    }
    const { visitor_session: visitor, console_session: console } = cookies
    if (console !== undefined && (prefer === 'commercial' || visitor === undefined)) {
      return byConsoleCookie(console)
    }
    return visitor === undefined ? null : byVisitorToken(visitor, 'cookie')
  }
}

/** Of an `Authorization` header. Other schemes belong to a proxy in front of us and say nothing to us. */
export function readBearer(header: string | undefined): string | undefined {
  const match = /^bearer(?:\s+(.*))?$/i.exec(header?.trim() ?? '')
  return match === null ? undefined : (match[1] ?? '')
}

function isJwt(token: string): boolean {
  return token.includes('.')
}

export function toVisitorIdentity(visitor: VisitorRecord, sessionId: string): VisitorIdentity {
  return {
    role: 'visitor',
    userId: visitor.visitorId,
    siteId: visitor.siteId,
    sessionId,
    name: visitor.name ?? '',
  }
}

export function toCommercialIdentity(commercial: CommercialRecord, sessionId: string): CommercialIdentity {
  return {
    role: commercial.role,
    userId: commercial.commercialId,
    siteIds: commercial.siteIds,
    sessionId,
    name: commercial.name,
  }
}
