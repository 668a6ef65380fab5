import type { EventBus } from '../domain/events.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SessionStorage } from '../domain/session-storage.ts'
import type { AccessTokens, IssuedAccessToken } from './access-token.ts'
import type { Cookies } from './cookies.ts'
import { REFRESH_GRACE_MS } from './lifetimes.ts'
import { createOpaqueToken, hashToken } from './opaque-token.ts'

interface Deps {
  readonly storage: Pick<SessionStorage, 'rotateConsoleSession'>
  readonly accessTokens: Pick<AccessTokens, 'issue'>
  readonly events: EventBus
  /** An old value came back late: somebody else holds a copy. */
  readonly onReuse: (sessionId: string) => Promise<void>
}

export interface Refreshed extends IssuedAccessToken {
  /** The next value of `console_session`; null: another tab has just changed it, and the browser holds it already. */
  readonly cookie: string | null
}

/** A new access token for the cookie, whose value changes too. An old value that comes back late ends the session. */
export async function refresh(
  { storage, accessTokens, events, onReuse }: Deps,
  cookies: Cookies,
): Promise<Refreshed> {
  const { console_session: current } = cookies
  if (current === undefined) throw new Refusal('unauthenticated')
  const next = createOpaqueToken()
  const rotation = await storage.rotateConsoleSession(hashToken(current), hashToken(next), REFRESH_GRACE_MS)
  if (rotation.outcome === 'reused') {
    events.emit('SessionEnded', { sessionId: rotation.sessionId, code: 'invalid_token' })
    await onReuse(rotation.sessionId)
  }
  if (rotation.outcome === 'reused' || rotation.outcome === 'unknown') throw new Refusal('invalid_token')
  const issued = await accessTokens.issue(rotation.session)
  return { ...issued, cookie: rotation.outcome === 'rotated' ? next : null }
}
