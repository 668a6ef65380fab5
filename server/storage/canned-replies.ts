import { uuidv7 } from 'uuidv7'
import type { CommercialId, ReplyId, SiteId } from '#shared/ids.ts'
import type { CannedReplyRecord, Change, NewCannedReply } from '../domain/desk-storage.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { checkMayChange, checkMayHave, meet } from '../domain/ownership.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Connection } from './connection.ts'
import { changedBy, checkRoom, checkSiteExists, usableAt } from './owned-things.ts'
import * as statements from './statements/desk.ts'
import type { CannedReplyRow } from './statements/desk.ts'
import type { Step } from './writer.ts'

export function listCannedReplies(
  { db }: Step,
  reader: CommercialIdentity,
  siteId: SiteId | undefined,
): CannedReplyRecord[] {
  const rows = [
    ...db.all(statements.ownReplies, reader.userId),
    ...usableAt(db, reader, siteId).flatMap((site) => db.all(statements.sharedReplies, site)),
  ]
  return rows
    .map(replyRecord)
    .filter((reply) => siteId === undefined || reply.siteId === null || reply.siteId === siteId)
    .toSorted((a, b) => a.shortcut.localeCompare(b.shortcut) || (a.replyId < b.replyId ? -1 : 1))
}

export function createCannedReply(
  step: Step,
  owner: CommercialIdentity,
  reply: NewCannedReply,
): CannedReplyRecord {
  checkMayHave(owner, reply)
  checkRoom(rivals(step.db, { ...reply, ownerId: owner.userId }).length)
  return keep(step, { ...reply, ownerId: owner.userId, replyId: uuidv7() as ReplyId, updatedAt: step.now })
}

export function changeCannedReply(
  step: Step,
  by: CommercialIdentity,
  { replyId, ...change }: Change<NewCannedReply> & { replyId: ReplyId },
): CannedReplyRecord {
  const before = findReply(step.db, by, replyId)
  const after = { ...changedBy(before, change), updatedAt: step.now }
  checkMayHave(by, after)
  return keep(step, after)
}

export function deleteCannedReply({ db }: Step, by: CommercialIdentity, replyId: ReplyId): void {
  findReply(db, by, replyId)
  db.run(statements.deleteReply, replyId)
}

function findReply(db: Connection, by: CommercialIdentity, replyId: ReplyId): CannedReplyRecord {
  const row = db.one(statements.replyById, replyId)
  if (row === undefined) throw new Refusal('reply_not_found')
  const reply = replyRecord(row)
  checkMayChange(by, reply, 'reply_not_found')
  return reply
}

function keep({ db }: Step, reply: CannedReplyRecord): CannedReplyRecord {
  const { replyId, ownerId, siteId, isShared, shortcut, title, content, updatedAt } = reply
  if (siteId !== null) checkSiteExists(db, siteId)
  const isTaken = rivals(db, reply).some(
    (other) => other.replyId !== replyId && other.shortcut === shortcut && meet(other, reply),
  )
  if (isTaken) throw new Refusal('shortcut_taken')
  db.run(
    statements.keepReply,
    replyId,
    ownerId,
    siteId,
    isShared ? 1 : 0,
    shortcut,
    title,
    content,
    updatedAt,
  )
  return reply
}

/** Those that are used beside it. A person's own may be called like a shared one: they chose it, so it wins. */
function rivals(
  db: Connection,
  { ownerId, isShared }: { ownerId: CommercialId; isShared: boolean },
): CannedReplyRecord[] {
  const rows = isShared ? db.all(statements.everySharedReply) : db.all(statements.ownReplies, ownerId)
  return rows.map(replyRecord)
}

function replyRecord({ isShared, ...row }: CannedReplyRow): CannedReplyRecord {
  return { ...row, isShared: isShared === 1 }
}
