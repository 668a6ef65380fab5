import { uuidv7 } from 'uuidv7'
import type { CommercialId, SiteId } from '#shared/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import type {
  ConsoleSession,
  ConsoleSessionRecord,
  NewVisitor,
  Rotation,
  SessionOrigin,
  VisitorSessionRecord,
} from '../domain/session-storage.ts'
import type { VisitorDescription } from '../domain/visitor-storage.ts'
import type { Connection } from './connection.ts'
import { findCommercial } from './people.ts'
import * as statements from './statements/sessions.ts'
import type { ConsoleSessionRow } from './statements/sessions.ts'
import { visitorById } from './statements/visitors.ts'
import { fillTrail } from './trail.ts'
import { createVisitor, visitorRecord } from './visitors.ts'
import type { Step } from './writer.ts'

interface NewToken {
  readonly tokenHash: string
  readonly expiresAt: number
}

type NewConsoleSession = NewToken & SessionOrigin

export function createVisitorSession(
  step: Step,
  { tokenHash, expiresAt }: NewToken,
  { siteId, description }: { siteId: SiteId; description: VisitorDescription },
): VisitorSessionRecord {
  const visitor = createVisitor(step, { siteId }, description)
  const sessionId = uuidv7()
  step.db.run(statements.insertVisitorSession, sessionId, tokenHash, visitor.visitorId, step.now, expiresAt)
  return { sessionId, visitor }
}

export function welcomeOnlooker(step: Step, onlooker: NewVisitor): VisitorSessionRecord {
  const { visitorId, siteId, token, trail, page, locale, timeZone } = onlooker
  const known = findVisitorSession(step, token.hash)
  if (known !== null) return known
  const description = { page, ...(locale !== null && { locale }), ...(timeZone !== null && { timeZone }) }
  const visitor = createVisitor(step, { siteId, visitorId }, description)
  fillTrail(step, visitorId, trail)
  const sessionId = uuidv7()
  step.db.run(statements.insertVisitorSession, sessionId, token.hash, visitorId, step.now, token.expiresAt)
  return { sessionId, visitor }
}

export function findVisitorSession({ db, now }: Step, tokenHash: string): VisitorSessionRecord | null {
  const session = db.one(statements.visitorSessionByToken, tokenHash, now)
  const row = session && db.one(visitorById, session.visitorId)
  if (session === undefined || row === undefined) return null
  return { sessionId: session.sessionId, visitor: visitorRecord(row) }
}

export function endVisitorSession({ db, now }: Step, sessionId: string): { sessionId: string } | null {
  return db.run(statements.endVisitorSession, sessionId, now) === 0 ? null : { sessionId }
}

export function createConsoleSession(
  { db, now }: Step,
  { tokenHash, expiresAt, browser, system, addressPrefix }: NewConsoleSession,
  commercialId: CommercialId,
): ConsoleSession {
  const commercial = findCommercial(db, commercialId)
  if (commercial === null) throw new Refusal('unauthenticated')
  const sessionId = uuidv7()
  db.run(
    statements.insertConsoleSession,
    sessionId,
    tokenHash,
    commercialId,
    now,
    expiresAt,
    browser ?? null,
    system ?? null,
    addressPrefix ?? null,
  )
  return { sessionId, commercial, expiresAt }
}

export function findConsoleSession(step: Step, tokenHash: string, graceMs: number): ConsoleSession | null {
  const { db, now } = step
  const current = db.one(statements.consoleSessionByToken, tokenHash, now)
  if (current !== undefined) return consoleSession(db, current)
  const replaced = db.one(statements.replacedToken, tokenHash)
  if (replaced === undefined || now - replaced.replacedAt >= graceMs) return null
  return findConsoleSessionById(step, replaced.sessionId)
}

export function findConsoleSessionById({ db, now }: Step, sessionId: string): ConsoleSession | null {
  const row = db.one(statements.consoleSessionById, sessionId, now)
  return row === undefined ? null : consoleSession(db, row)
}

export function rotateConsoleSession(
  step: Step,
  { oldHash, newHash }: { oldHash: string; newHash: string },
  graceMs: number,
): Rotation {
  const { db, now } = step
  const row = db.one(statements.consoleSessionByToken, oldHash, now)
  if (row === undefined) return rotateReplaced(step, oldHash, graceMs)
  const session = consoleSession(db, row)
  if (session === null) return { outcome: 'unknown' }
  db.run(statements.keepReplacedToken, oldHash, row.sessionId, now)
  db.run(statements.replaceToken, row.sessionId, newHash, now)
  return { outcome: 'rotated', session }
}

export function endConsoleSession({ db, now }: Step, sessionId: string): { sessionId: string } | null {
  return db.run(statements.endConsoleSession, sessionId, now) === 0 ? null : { sessionId }
}

export function consoleSessionsOf({ db, now }: Step, commercialId: CommercialId): ConsoleSessionRecord[] {
  return db
    .all(statements.sessionsOfCommercial, commercialId, now)
    .toSorted((a, b) => b.seenAt - a.seenAt || (a.sessionId < b.sessionId ? 1 : -1))
}

export function endSessionOf(step: Step, commercialId: CommercialId, sessionId: string): void {
  const isTheirs = consoleSessionsOf(step, commercialId).some((session) => session.sessionId === sessionId)
  if (!isTheirs) throw new Refusal('session_not_found')
  endConsoleSession(step, sessionId)
}

/** Every one but the one that is kept; null keeps none. */
export function endSessionsOf(
  step: Step,
  commercialId: CommercialId,
  keptSessionId: string | null,
): string[] {
  const ended = consoleSessionsOf(step, commercialId).filter(({ sessionId }) => sessionId !== keptSessionId)
  for (const { sessionId } of ended) endConsoleSession(step, sessionId)
  return ended.map(({ sessionId }) => sessionId)
}

/** An expired session opens nothing any more; without this they would only ever grow in number. */
export function forgetExpiredSessions({ db, now }: Step): void {
  db.run(statements.forgetConsoleSessions, now)
  db.run(statements.forgetVisitorSessions, now)
}

function rotateReplaced(step: Step, oldHash: string, graceMs: number): Rotation {
  const replaced = step.db.one(statements.replacedToken, oldHash)
  const session = replaced === undefined ? null : findConsoleSessionById(step, replaced.sessionId)
  if (replaced === undefined || session === null) return { outcome: 'unknown' }
  if (step.now - replaced.replacedAt < graceMs) return { outcome: 'grace', session }
  endConsoleSession(step, session.sessionId)
  return { outcome: 'reused', sessionId: session.sessionId }
}

/** null once the person may no longer sign in. */
function consoleSession(
  db: Connection,
  { commercialId, ...session }: ConsoleSessionRow,
): ConsoleSession | null {
  const commercial = findCommercial(db, commercialId)
  return commercial === null ? null : { ...session, commercial }
}
