import type { VisitorId } from '#shared/ids.ts'
import { nextStamp } from '../domain/decide-message.ts'
import type { Identity } from '../domain/identity.ts'
import type { ChatRecord } from '../domain/records.ts'
import type { ErasedVisitor } from '../domain/visitor-storage.ts'
import { chatRecord, saveChat } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { overwriting } from './overwriting.ts'
import { chatById, type ChatRow } from './statements/chats.ts'
import { loseFilesOfChat } from './statements/files.ts'
import { forgetDraftsOfChat } from './statements/personal.ts'
import { forgetRatingComment } from './statements/ratings.ts'
import { removeMessagesOfChat, removeVisitor } from './statements/search.ts'
import { deleteVisitorSessions, sessionsOfVisitor } from './statements/sessions.ts'
import {
  chatIdsOfVisitor,
  deleteVisitor,
  emptyMessages,
  emptyVisitor,
  forgetTrailUpTo,
} from './statements/visitors.ts'
import { forgetDeliveriesOf, noteErasure } from './statements/webhooks.ts'
import { findVisitor } from './visitors.ts'
import type { Step } from './writer.ts'

/**
 * Erases a visitor for good: who they are, where they went, and every word that was said with them, the team's too, since answers and
 * notes speak of them. What stays is that there were chats, when, and how they went: numbers without a name.
 */
export function eraseVisitor(step: Step, by: Identity | null, visitorId: VisitorId): ErasedVisitor {
  const { db, now } = step
  const { siteId } = findVisitor(db, by, visitorId)
  const sessionIds = db.all(sessionsOfVisitor, visitorId).map(({ sessionId }) => sessionId)
  const rows = db.all(chatIdsOfVisitor, visitorId).flatMap(({ chatId }) => db.one(chatById, chatId) ?? [])
  const closedIds = rows.filter(({ status }) => status !== 'CLOSED').map(({ chatId }) => chatId)
  overwriting(db, () => {
    for (const row of rows) emptyChat(step, row)
    db.run(forgetTrailUpTo, visitorId, Number.MAX_SAFE_INTEGER)
    db.run(deleteVisitorSessions, visitorId)
    db.run(removeVisitor, visitorId)
    if (rows.length === 0) db.run(deleteVisitor, visitorId)
    else db.run(emptyVisitor, visitorId, now)
    db.run(forgetDeliveriesOf, visitorId)
  })
  db.run(noteErasure, visitorId, siteId, now)
  const chats = rows.flatMap(({ chatId }) => recordOf(db, chatId))
  const closed = chats.filter(({ chatId }) => closedIds.includes(chatId))
  return { visitorId, siteId, at: now, sessionIds, chats, closed }
}

function emptyChat({ db, now }: Step, chat: ChatRow): void {
  const { chatId, visitorId, lastSeq } = chat
  const stamp = nextStamp(now, chat.lastStamp)
  db.run(removeMessagesOfChat, chatId)
  db.run(emptyMessages, chatId, stamp, visitorId)
  db.run(loseFilesOfChat, chatId)
  db.run(forgetRatingComment, chatId)
  db.run(forgetDraftsOfChat, chatId)
  const lastStamp = stamp + lastSeq
  saveChat(db, {
    ...chat,
    status: 'CLOSED',
    closedAt: chat.closedAt ?? stamp,
    waitingSince: null,
    snoozedUntil: null,
    updatedAt: lastStamp,
    lastStamp,
    lastChangeAt: lastStamp,
    lastPublicChangeAt: lastStamp,
  })
}

function recordOf(db: Connection, chatId: ChatRow['chatId']): ChatRecord[] {
  const row = db.one(chatById, chatId)
  return row === undefined ? [] : [chatRecord(db, row)]
}
