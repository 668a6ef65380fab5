import type { Clock } from '../domain/clock.ts'
import type { CommercialRecord } from '../domain/records.ts'
import type { SessionOrigin, SessionStorage } from '../domain/session-storage.ts'
import type { AccessTokens, IssuedAccessToken } from './access-token.ts'
import { CONSOLE_SESSION_MS } from './lifetimes.ts'
import { createOpaqueToken, hashToken } from './opaque-token.ts'

export interface SignedIn extends IssuedAccessToken {
  readonly commercial: CommercialRecord
  /** The value of `console_session`. */
  readonly cookie: string
}

export interface ConsoleSessionDeps {
  readonly storage: Pick<SessionStorage, 'createConsoleSession'>
  readonly accessTokens: Pick<AccessTokens, 'issue'>
  readonly clock: Clock
}

/** Always a new session with a new value: a cookie planted before signing in is worth nothing after it. */
export async function openConsoleSession(
  { storage, accessTokens, clock }: ConsoleSessionDeps,
  commercial: CommercialRecord,
  from: SessionOrigin = {},
): Promise<SignedIn> {
  const cookie = createOpaqueToken()
  const expiresAt = clock.now() + CONSOLE_SESSION_MS
  const session = await storage.createConsoleSession(commercial.commercialId, hashToken(cookie), {
    expiresAt,
    ...from,
  })
  return { ...(await accessTokens.issue(session)), commercial: session.commercial, cookie }
}
