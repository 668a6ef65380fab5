import type { VisitorId } from '#shared/ids.ts'
import type { Identity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { MergedVisitors, MergeConsequences } from '../domain/visitor-storage.ts'
import { chatRecord } from './chat-records.ts'
import { changed } from './managed-chats.ts'
import { chatById, openChatOfVisitor, type ChatRow } from './statements/chats.ts'
import { moveFiles } from './statements/files.ts'
import { removeVisitor } from './statements/search.ts'
import { endVisitorSession, sessionsOfVisitor } from './statements/sessions.ts'
import {
  chatIdsOfVisitor,
  deleteVisitor,
  moveChats,
  moveMessages,
  type VisitorRow,
} from './statements/visitors.ts'
import { moveDeliveries, noteMerge } from './statements/webhooks.ts'
import { joinTrails } from './trail.ts'
import { findVisitor, mergeAttributes, readVisitor, saveVisitor } from './visitors.ts'
import type { Step } from './writer.ts'

/** Somebody of the team says that two visitors are one. What cannot be taken back is refused where it may be a mistake. */
export function mergeVisitors(
  step: Step,
  by: Identity,
  { visitorId, into }: { visitorId: VisitorId; into: VisitorId },
): MergedVisitors {
  const { db } = step
  const [other, known] = [findVisitor(db, by, visitorId), findVisitor(db, by, into)]
  if (visitorId === into) {
    throw new Refusal('invalid', { issues: [{ path: 'into', message: 'Somebody else' }] })
  }
  if (other.siteId !== known.siteId) throw new Refusal('other_site')
  // The site's own server would make them two again; and whoever it vouches for is found by its id.
  if (other.externalId !== null) throw new Refusal('visitor_is_verified')
  // Together they would write again, or neither would: nobody has said which.
  if (other.blockedAt !== null || known.blockedAt !== null) throw new Refusal('visitor_is_blocked')
  return { ...becomeOne(step, other, known), visitor: readVisitor(db, into) }
}

/**
 * All that is one visitor's becomes the other's. Sessions end: a browser that was let in as the one may not read what was said with
 * the other.
 */
export function becomeOne(step: Step, other: VisitorRow, known: VisitorRow): MergeConsequences {
  const { db, now } = step
  const [from, to] = [other.visitorId, known.visitorId]
  const endedSessionIds = endSessions(step, db.all(sessionsOfVisitor, from))
  const closed = closeOneOfTwo(step, from, to)
  const chatIds = db.all(chatIdsOfVisitor, from).map(({ chatId }) => chatId)
  db.run(moveChats, from, to)
  for (const chatId of chatIds) db.run(moveMessages, chatId, from, to)
  db.run(moveFiles, from, to)
  joinTrails(db, from, to)
  db.run(moveDeliveries, from, to)
  db.run(noteMerge, from, to, known.siteId, now)
  db.run(removeVisitor, from)
  db.run(deleteVisitor, from)
  saveVisitor(db, asOne(known, other))
  const chats = [...new Set([...chatIds, ...closed])].flatMap((chatId) => {
    const chat = db.one(chatById, chatId)
    return chat === undefined ? [] : [chatRecord(db, chat)]
  })
  return {
    endedSessionIds,
    mergedId: from,
    closed: chats.filter(({ chatId }) => closed.includes(chatId)),
    chats,
  }
}

export function endSessions(
  { db, now }: Step,
  sessions: readonly { readonly sessionId: string }[],
): string[] {
  return sessions.flatMap(({ sessionId }) =>
    db.run(endVisitorSession, sessionId, now) === 0 ? [] : [sessionId],
  )
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
