import type { ChatId, MessageId } from '#shared/ids.ts'
import type { Identity } from '../domain/identity.ts'
import type { Position } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { MarkedAsRead, ReadMove } from '../domain/storage.ts'
import { chatRecord, findChat, saveChat } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { seeMentionsUpTo } from './mentions.ts'
import { findMessage } from './message-records.ts'
import type { ChatRow } from './statements/chats.ts'
import { publicMessageAt } from './statements/messages.ts'
import { beyond, dropUnreadMark, keepPosition, positionOf, publicSeqUpTo } from './statements/reading.ts'
import type { Step } from './writer.ts'

type UpTo = { readonly seq: number } | { readonly messageId: MessageId }

/** Moves the reader's position forward, never back, in either numbering. */
export function markAsRead(
  { db, now }: Step,
  reader: Identity,
  { chatId, upTo }: { chatId: ChatId; upTo: UpTo },
): MarkedAsRead {
  const chat = findChat(db, reader, chatId)
  const from = currentPosition(db, reader, chat)
  const named = positionAt(db, reader, { chat, upTo })
  const to = {
    seq: Math.max(from.seq, named.seq),
    publicSeq: Math.max(from.publicSeq, named.publicSeq),
  }
  const isPublic = to.publicSeq > from.publicSeq
  const isMoved = isPublic || (reader.role !== 'visitor' && to.seq > from.seq)
  if (!isMoved) return { chat: chatRecord(db, chat), move: null, unseenMentions: null }
  const unseenMentions = seeMentionsUpTo({ db, now }, reader, { chatId, seq: to.seq })
  const moved = movePosition(db, reader, { chat, to })
  saveChat(db, moved)
  return { chat: chatRecord(db, moved), move: { position: to, isPublic, readAt: now }, unseenMentions }
}

/**
 * Writing is reading: the sender's position goes to their own message, the last of the chat. After a note the visitor's side of it
 * stays where it was: "they have read this" would tell that there is a note. Not saved here: the chat changes anyway.
 */
export function readByWriting(
  { db, now }: Step,
  sender: Identity,
  { chat, isInternal }: { chat: ChatRow; isInternal: boolean },
): { chat: ChatRow; read: ReadMove | null } {
  const from = currentPosition(db, sender, chat)
  const position = { seq: chat.lastSeq, publicSeq: isInternal ? from.publicSeq : chat.lastPublicSeq }
  const moved = movePosition(db, sender, { chat, to: position })
  seeMentionsUpTo({ db, now }, sender, { chatId: chat.chatId, seq: position.seq })
  if (sender.role !== 'visitor') db.run(dropUnreadMark, chat.chatId, sender.userId)
  const passed = db.one(beyond, chat.chatId, from.seq, from.publicSeq, sender.userId)
  const isPublic = !isInternal && passed?.publicly === 1
  const isTold = isPublic || (sender.role !== 'visitor' && passed?.anything === 1)
  return { chat: moved, read: isTold ? { position, isPublic, readAt: now } : null }
}

function currentPosition(db: Connection, reader: Identity, chat: ChatRow): Position {
  if (reader.role === 'visitor') return { seq: chat.visitorReadSeq, publicSeq: chat.visitorReadPublicSeq }
  return db.one(positionOf, chat.chatId, reader.userId) ?? { seq: 0, publicSeq: 0 }
}

/** The place that a reader names in their own numbering, in both; what lies beyond the end is the end. */
function positionAt(
  db: Connection,
  reader: Identity,
  { chat, upTo }: { chat: ChatRow; upTo: UpTo },
): Position {
  const named = 'seq' in upTo ? upTo.seq : seqOf(db, reader, { chat, messageId: upTo.messageId })
  if (reader.role !== 'visitor') {
    const seq = Math.min(named, chat.lastSeq)
    return { seq, publicSeq: db.one(publicSeqUpTo, chat.chatId, seq)?.publicSeq ?? 0 }
  }
  const publicSeq = Math.min(named, chat.lastPublicSeq)
  return { seq: db.one(publicMessageAt, chat.chatId, publicSeq)?.seq ?? 0, publicSeq }
}

function seqOf(
  db: Connection,
  reader: Identity,
  { chat, messageId }: { chat: ChatRow; messageId: MessageId },
): number {
  const { message } = findMessage(db, reader, messageId)
  if (message.chatId !== chat.chatId) throw new Refusal('message_not_found')
  return reader.role === 'visitor' ? (message.publicSeq ?? 0) : message.seq
}

function movePosition(
  db: Connection,
  reader: Identity,
  { chat, to }: { chat: ChatRow; to: Position },
): ChatRow {
  if (reader.role === 'visitor') {
    return { ...chat, visitorReadSeq: to.seq, visitorReadPublicSeq: to.publicSeq }
  }
  db.run(keepPosition, chat.chatId, reader.userId, to.seq, to.publicSeq)
  return {
    ...chat,
    teamReadSeq: Math.max(chat.teamReadSeq, to.seq),
    teamReadPublicSeq: Math.max(chat.teamReadPublicSeq, to.publicSeq),
  }
}
