import { uuidv7 } from 'uuidv7'
import type { VisitorId } from '#shared/ids.ts'
import type { VisitorRecord } from '../domain/records.ts'
import type { Identification, IdentifiedVisitor } from '../domain/visitor-storage.ts'
import { chatRecord } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { changed } from './managed-chats.ts'
import { chatById, openChatOfVisitor, type ChatRow } from './statements/chats.ts'
import { moveFiles } from './statements/files.ts'
import { removeVisitor } from './statements/search.ts'
import {
  endVisitorSession,
  insertVisitorSession,
  sessionsOfVisitor,
  visitorSessionByToken,
} from './statements/sessions.ts'
import {
  chatIdsOfVisitor,
  deleteVisitor,
  moveChats,
  moveMessages,
  visitorByExternalId,
  visitorById,
  type VisitorRow,
} from './statements/visitors.ts'
import { moveDeliveries, noteMerge } from './statements/webhooks.ts'
import { joinTrails } from './trail.ts'
import { createVisitor, describeVisitor, mergeAttributes, saveVisitor, vouchedFor } from './visitors.ts'
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
  const row = customer.row ?? rowOf(db, createVisitor(step, siteId, description).visitorId)
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

type Consequences = Pick<IdentifiedVisitor, 'endedSessionIds' | 'mergedId' | 'closed' | 'chats'>

const nothingElse: Consequences = { endedSessionIds: [], mergedId: null, closed: [], chats: [] }

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
): Consequences & { row: VisitorRow } {
  const { db } = step
  const { visitorId } = anonymous
  const endedSessionIds = endSessions(step, db.all(sessionsOfVisitor, visitorId))
  if (known === undefined) return { ...nothingElse, endedSessionIds, row: anonymous }
  const closed = closeOneOfTwo(step, visitorId, known.visitorId)
  const chatIds = db.all(chatIdsOfVisitor, visitorId).map(({ chatId }) => chatId)
  db.run(moveChats, visitorId, known.visitorId)
  for (const chatId of chatIds) db.run(moveMessages, chatId, visitorId, known.visitorId)
  db.run(moveFiles, visitorId, known.visitorId)
  joinTrails(db, visitorId, known.visitorId)
  db.run(moveDeliveries, visitorId, known.visitorId)
  db.run(noteMerge, visitorId, known.visitorId, known.siteId, step.now)
  db.run(removeVisitor, visitorId)
  db.run(deleteVisitor, visitorId)
  saveVisitor(db, asOne(known, anonymous))
  const chats = [...new Set([...chatIds, ...closed])].flatMap((chatId) => {
    const chat = db.one(chatById, chatId)
    return chat === undefined ? [] : [chatRecord(db, chat)]
  })
  return {
    row: rowOf(db, known.visitorId),
    endedSessionIds,
    mergedId: visitorId,
    closed: chats.filter(({ chatId }) => closed.includes(chatId)),
    chats,
  }
}

/** What was known stays; what was not, the other one may have said. Whoever was blocked still is. */
function asOne(known: VisitorRow, other: VisitorRow): VisitorRow {
  const consent = known.consentVersion === null ? other : known
  return {
    ...known,
    name: known.name ?? other.name,
    email: known.email ?? other.email,
    phone: known.phone ?? other.phone,
    attributes: mergeAttributes(known, other),
    topic: other.topic ?? known.topic,
    consentVersion: consent.consentVersion,
    consentAt: consent.consentAt,
    page: other.page ?? known.page,
    seenAt: Math.max(known.seenAt, other.seenAt),
    blockedAt: known.blockedAt ?? other.blockedAt,
  }
}

/**
 * One visitor has one open chat. Of two, the one that waits for an answer stays open; if both do or neither does, that in which
 * something was said last.
 */
function closeOneOfTwo(step: Step, one: VisitorId, other: VisitorId): ChatRow['chatId'][] {
  const chats = [one, other].flatMap((visitorId) => step.db.one(openChatOfVisitor, visitorId) ?? [])
  if (chats.length < 2) return []
  const [, loser] = chats.toSorted(
    (a, b) =>
      Number(b.waitingSince !== null) - Number(a.waitingSince !== null) ||
      b.publicUpdatedAt - a.publicUpdatedAt,
  )
  if (loser === undefined) return []
  const closedAt = Math.max(step.now, loser.lastStamp + 1)
  changed(step, loser, { status: 'CLOSED', closedAt, waitingSince: null, snoozedUntil: null })
  return [loser.chatId]
}

function endSessions({ db, now }: Step, sessions: readonly { readonly sessionId: string }[]): string[] {
  return sessions.flatMap(({ sessionId }) =>
    db.run(endVisitorSession, sessionId, now) === 0 ? [] : [sessionId],
  )
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
