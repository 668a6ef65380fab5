import type { CommercialId, SiteId } from '#shared/ids.ts'
import type { CommercialRecord, VisitorRecord } from './records.ts'
import type { Onlooker } from './onlookers.ts'
import type { VisitorDescription } from './visitor-storage.ts'

export interface ConsoleSession {
  readonly sessionId: string
  readonly commercial: CommercialRecord
  readonly expiresAt: number
}

/** Where somebody signs in from, as far as it is known: enough to tell one's own sessions apart. */
export interface SessionOrigin {
  readonly browser?: string | undefined
  readonly system?: string | undefined
  readonly addressPrefix?: string | undefined
}

export interface ConsoleSessionRecord {
  readonly sessionId: string
  readonly browser: string | null
  readonly system: string | null
  readonly addressPrefix: string | null
  readonly createdAt: number
  /** When it last asked for an access token. */
  readonly seenAt: number
  readonly expiresAt: number
}

export interface VisitorSessionRecord {
  readonly sessionId: string
  readonly visitor: VisitorRecord
}

export type NewVisitor = Pick<
  Onlooker,
  'visitorId' | 'siteId' | 'token' | 'page' | 'locale' | 'timeZone' | 'trail'
>

/** Tokens come in hashed: a copy of the store opens no door. */
export interface SessionStorage {
  createVisitorSession(
    siteId: SiteId,
    tokenHash: string,
    description: VisitorDescription,
    expiresAt: number,
  ): Promise<VisitorSessionRecord>
  /** Somebody who had only looked is a visitor, under the same id and with their trail; told again, it is the same one. */
  welcomeOnlooker(onlooker: NewVisitor): Promise<VisitorSessionRecord>
  /** null when unknown, expired or ended. */
  visitorSession(tokenHash: string): Promise<VisitorSessionRecord | null>

  /** Null when it had ended already. */
  endVisitorSession(sessionId: string): Promise<{ sessionId: string } | null>

  createConsoleSession(
    commercialId: CommercialId,
    tokenHash: string,
    session: { readonly expiresAt: number } & SessionOrigin,
  ): Promise<ConsoleSession>
  /** By the cookie's current value, or one replaced less than `graceMs` ago; null when unknown, expired or ended. */
  consoleSession(tokenHash: string, graceMs: number): Promise<ConsoleSession | null>
  /** By the `sid` of an access token; null once it has ended or its person is gone. */
  consoleSessionById(sessionId: string): Promise<ConsoleSession | null>
  /**
   * Replaces the cookie's value. `grace`: another tab did so less than `graceMs` ago, nothing changes. `reused`: an old value came
   * back later than that, which only a thief or a restored disk does: the session has been ended.
   */
  rotateConsoleSession(oldHash: string, newHash: string, graceMs: number): Promise<Rotation>
  /** Null when it had ended already. */
  endConsoleSession(sessionId: string): Promise<{ sessionId: string } | null>
  /** Those that go on, most recently used first. */
  consoleSessionsOf(commercialId: CommercialId): Promise<ConsoleSessionRecord[]>
  /** Refuses with `session_not_found` unless it is theirs and goes on. */
  endSessionOf(commercialId: CommercialId, sessionId: string): Promise<void>
  /** Returns which those were. */
  endOtherSessionsOf(commercialId: CommercialId, keptSessionId: string): Promise<string[]>
}

export type Rotation =
  | { readonly outcome: 'rotated' | 'grace'; readonly session: ConsoleSession }
  | { readonly outcome: 'reused'; readonly sessionId: string }
  | { readonly outcome: 'unknown' }
