import type { ChatId } from '#shared/ids.ts'
import type { Identity } from '../domain/identity.ts'
import { canSee } from '../domain/permissions.ts'
import type { ChatRecord, MessageRecord, UnreadRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Connection } from './connection.ts'
import { messageRecord } from './message-records.ts'
import { chatById, updateChat, type ChatRow } from './statements/chats.ts'
import { messageAt, publicMessageAt } from './statements/messages.ts'
import { teammateById } from './statements/people.ts'
import { ratingOfChat } from './statements/ratings.ts'
import { positionsInChat, unreadOfCommercial, unreadOfVisitor } from './statements/reading.ts'
import { moveChatTags } from './statements/tags.ts'
import { visitorById } from './statements/visitors.ts'
import { visitorRecord } from './visitors.ts'

const NO_TAGS = '[]'

/** The chat, if it exists as far as this reader is concerned. */
export function findChat(db: Connection, reader: Identity, chatId: ChatId): ChatRow {
  const chat = db.one(chatById, chatId)
  if (chat === undefined || !canSee(reader, chat)) throw new Refusal('chat_not_found')
  return chat
}

/** Stores everything of a chat that can change. */
export function saveChat(db: Connection, chat: ChatRow): void {
  db.run(
    updateChat,
    chat.chatId,
    chat.status,
    chat.assigneeId,
    chat.updatedAt,
    chat.publicUpdatedAt,
    chat.lastSeq,
    chat.lastPublicSeq,
    chat.lastStamp,
    chat.lastChangeAt,
    chat.lastPublicChangeAt,
    chat.firstResponseAt,
    chat.waitingSince,
    chat.closedAt,
    chat.visitorReadSeq,
    chat.visitorReadPublicSeq,
    chat.teamReadSeq,
    chat.teamReadPublicSeq,
    chat.snoozedUntil,
    chat.tags,
    chat.returnedFrom,
    chat.firstResponseBy,
  )
  if (chat.tags !== NO_TAGS) db.run(moveChatTags, chat.chatId)
}

/** The whole truth of a chat, read in the same step as the row. */
export function chatRecord(db: Connection, chat: ChatRow): ChatRecord {
  const { chatId, siteId, status, assigneeId } = chat
  return {
    chatId,
    siteId,
    visitor: visitorOf(db, chat),
    status,
    assignee: assigneeId === null ? null : (db.one(teammateById, assigneeId) ?? null),
    tags: JSON.parse(chat.tags) as string[],
    createdAt: chat.createdAt,
    updatedAt: chat.updatedAt,
    publicUpdatedAt: chat.publicUpdatedAt,
    lastSeq: chat.lastSeq,
    lastPublicSeq: chat.lastPublicSeq,
    ...lastMessages(db, chat),
    lastChangeAt: chat.lastChangeAt,
    lastPublicChangeAt: chat.lastPublicChangeAt,
    firstResponseAt: chat.firstResponseAt,
    waitingSince: chat.waitingSince,
    closedAt: chat.closedAt,
    rating: db.one(ratingOfChat, chatId) ?? null,
    snoozedUntil: chat.snoozedUntil,
    visitorRead: { seq: chat.visitorReadSeq, publicSeq: chat.visitorReadPublicSeq },
    teamRead: { seq: chat.teamReadSeq, publicSeq: chat.teamReadPublicSeq },
    unread: unread(db, chat),
  }
}

function visitorOf(db: Connection, { visitorId }: ChatRow): ChatRecord['visitor'] {
  const row = db.one(visitorById, visitorId)
  if (row === undefined) throw new Error(`The chat of a visitor who does not exist: ${visitorId}`)
  return visitorRecord(row)
}

function lastMessages(
  db: Connection,
  { chatId, lastSeq, lastPublicSeq }: ChatRow,
): { lastMessage: MessageRecord | null; lastPublicMessage: MessageRecord | null } {
  const last = lastSeq === 0 ? undefined : db.one(messageAt, chatId, lastSeq)
  if (last === undefined) return { lastMessage: null, lastPublicMessage: null }
  const lastMessage = messageRecord(last)
  if (lastMessage.publicSeq !== null) return { lastMessage, lastPublicMessage: lastMessage }
  const lastPublic = lastPublicSeq === 0 ? undefined : db.one(publicMessageAt, chatId, lastPublicSeq)
  return { lastMessage, lastPublicMessage: lastPublic === undefined ? null : messageRecord(lastPublic) }
}

function unread(db: Connection, { chatId, visitorReadPublicSeq }: ChatRow): UnreadRecord {
  const beyond = (seq: number) => db.one(unreadOfCommercial, chatId, seq)?.count ?? 0
  const positions = db.all(positionsInChat, chatId)
  return {
    visitor: db.one(unreadOfVisitor, chatId, visitorReadPublicSeq)?.count ?? 0,
    commercials: new Map(
      positions.map(({ commercialId, seq, isMarked }) => [
        commercialId,
        { seq, count: beyond(seq), isMarked: isMarked === 1 },
      ]),
    ),
    otherCommercials: beyond(0),
  }
}
