import { uuidv7 } from 'uuidv7'
import type { VisitorId } from '#shared/ids.ts'
import type { VisitorRecord } from '../domain/records.ts'
import type { Identification, IdentifiedVisitor, MergeConsequences } from '../domain/visitor-storage.ts'
import type { Connection } from './connection.ts'
import { becomeOne, endSessions } from './merge-visitors.ts'
import { insertVisitorSession, sessionsOfVisitor, visitorSessionByToken } from './statements/sessions.ts'
import { visitorByExternalId, visitorById, type VisitorRow } from './statements/visitors.ts'
import { createVisitor, describeVisitor, saveVisitor, vouchedFor } from './visitors.ts'
import type { Step } from './writer.ts'

/**
 * Turns whoever holds the kept token into the customer for whom the site's server vouches. Somebody anonymous becomes the customer,
 * chats and all; whoever was another customer stays that, and only leaves this browser. A session never changes hands: unless it
 * was this customer's already there is a new one, and the old one ends.
 */
export function identifyVisitor(step: Step, identification: Identification): IdentifiedVisitor {
  const { db } = step
  const { siteId, vouched, description } = identification
  const kept = keptSession(step, identification.keptTokenHash)
  const known = db.one(visitorByExternalId, siteId, vouched.userId)
  if (kept !== null && kept.visitor.visitorId === known?.visitorId) {
    const visitor = vouch(step, known, identification)
    return { visitor, sessionId: kept.sessionId, isKept: true, ...nothingElse }
  }
  const isAnonymous = kept !== null && kept.visitor.externalId === null
  const customer = isAnonymous ? adopt(step, kept.visitor, known) : { ...nothingElse, row: known }
  const row = customer.row ?? rowOf(db, createVisitor(step, { siteId }, description).visitorId)
  const visitor = vouch(step, row, identification)
  const endedSessionIds =
    kept === null || isAnonymous
      ? customer.endedSessionIds
      : endSessions(step, [{ sessionId: kept.sessionId }])
  return {
    visitor,
    sessionId: newSession(step, visitor, identification),
    isKept: false,
    endedSessionIds,
    mergedId: customer.mergedId,
    closed: customer.closed,
    chats: customer.chats,
  }
}

const nothingElse: MergeConsequences = { endedSessionIds: [], mergedId: null, closed: [], chats: [] }

interface Kept {
  readonly sessionId: string
  readonly visitor: VisitorRow
}

function keptSession({ db, now }: Step, tokenHash: string | null): Kept | null {
  const session = tokenHash === null ? undefined : db.one(visitorSessionByToken, tokenHash, now)
  return session === undefined
    ? null
    : { sessionId: session.sessionId, visitor: rowOf(db, session.visitorId) }
}

function vouch(step: Step, row: VisitorRow, { vouched, description }: Identification): VisitorRecord {
  saveVisitor(step.db, vouchedFor(row, vouched))
  return describeVisitor(step, row.visitorId, description)
}

/** Somebody anonymous is this customer: the first time as they are, and from then on by becoming one with who is known. */
function adopt(
  step: Step,
  anonymous: VisitorRow,
  known: VisitorRow | undefined,
): MergeConsequences & { row: VisitorRow } {
  const { db } = step
  const { visitorId } = anonymous
  if (known === undefined) {
    const endedSessionIds = endSessions(step, db.all(sessionsOfVisitor, visitorId))
    return { ...nothingElse, endedSessionIds, row: anonymous }
  }
  return { ...becomeOne(step, anonymous, known), row: rowOf(db, known.visitorId) }
}

function newSession(
  { db, now }: Step,
  { visitorId }: VisitorRecord,
  { tokenHash, expiresAt }: Identification,
): string {
  const sessionId = uuidv7()
  db.run(insertVisitorSession, sessionId, tokenHash, visitorId, now, expiresAt)
  return sessionId
}

function rowOf(db: Connection, visitorId: VisitorId): VisitorRow {
  const row = db.one(visitorById, visitorId)
  if (row === undefined) throw new Error('A visitor vanished inside their own transaction')
  return row
}
