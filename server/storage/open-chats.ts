import { uuidv7 } from 'uuidv7'
import type { ChatId, VisitorId } from '#shared/ids.ts'
import type { CommercialIdentity, Identity, VisitorIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Draft, OpenedChat, Opening } from '../domain/storage.ts'
import { appendMessage, draftHash, repeated } from './append-message.ts'
import { chatRecord } from './chat-records.ts'
import type { Connection } from './connection.ts'
import {
  chatById,
  insertChat,
  lastClosedChatOfVisitor,
  openChatOfVisitor,
  type ChatRow,
} from './statements/chats.ts'
import { openingSentAs } from './statements/messages.ts'
import { visitorById, type VisitorRow } from './statements/visitors.ts'
import { checkMayWrite } from './visitors.ts'
import type { Step } from './writer.ts'

/** The visitor's open chat, made if there is none. */
export function openChat(step: Step, visitor: VisitorIdentity, opening: Opening | null): OpenedChat {
  const row = step.db.one(visitorById, visitor.userId)
  if (row === undefined) throw new Refusal('visitor_not_found')
  return open(step, visitor, { visitor: row, opening })
}

/** A commercial writes first, into the chat that is open if there is one. */
export function startChat(
  step: Step,
  sender: CommercialIdentity,
  { visitorId, opening }: { visitorId: VisitorId; opening: Opening },
): OpenedChat {
  const row = step.db.one(visitorById, visitorId)
  const isTheirs = row?.erasedAt === null && (sender.role === 'admin' || sender.siteIds.includes(row.siteId))
  if (!isTheirs) throw new Refusal('visitor_not_found')
  return open(step, sender, { visitor: row, opening })
}

/** What a visitor who comes back finds. */
export function chatToResume(db: Connection, visitorId: VisitorId, closedSince: number): ChatRow | undefined {
  const open = db.one(openChatOfVisitor, visitorId)
  if (open !== undefined) return open
  const last = db.one(lastClosedChatOfVisitor, visitorId)
  return last !== undefined && (last.closedAt ?? 0) >= closedSince ? last : undefined
}

function open(
  step: Step,
  opener: Identity,
  { visitor, opening }: { visitor: VisitorRow; opening: Opening | null },
): OpenedChat {
  const { db } = step
  const repeat = opening && findRepeatedOpening(db, opener, { visitor, opening })
  if (repeat !== null) return repeat
  checkMayWrite(db, opener)
  const existing = db.one(openChatOfVisitor, visitor.visitorId)
  const chat = existing ?? createChat(step, visitor)
  const isNew = existing === undefined
  if (opening === null) return { chat: chatRecord(db, chat), isNew, appended: null }
  const appended = appendMessage(step, opener, asDraft(chat.chatId, opening))
  return { chat: appended.chat, isNew, appended }
}

/**
 * A retry can come after the chat that it had opened was closed. It must find that chat again, or the same message would be there
 * twice, in two chats.
 */
function findRepeatedOpening(
  db: Connection,
  opener: Identity,
  { visitor, opening }: { visitor: VisitorRow; opening: Opening },
): OpenedChat | null {
  if (opening.clientMessageId === undefined) return null
  const { visitorId } = visitor
  const hash = draftHash({ ...opening, type: 'text', isInternal: false })
  const stored = db.one(openingSentAs, opener.userId, opening.clientMessageId, visitorId, hash)
  const chat = stored && db.one(chatById, stored.chatId)
  if (stored === undefined || chat === undefined) return null
  const appended = repeated(db, chat, stored)
  return { chat: appended.chat, isNew: false, appended }
}

function createChat({ db, now }: Step, { visitorId, siteId }: VisitorRow): ChatRow {
  const chatId = uuidv7() as ChatId
  // One before its birth, so that a first message in the same millisecond carries that very millisecond.
  db.run(insertChat, chatId, siteId, visitorId, now, now - 1)
  const chat = db.one(chatById, chatId)
  if (chat === undefined) throw new Error('A chat vanished inside its own transaction')
  return chat
}

function asDraft(chatId: ChatId, { content, clientMessageId }: Opening): Draft {
  return { chatId, content, clientMessageId, type: 'text', isInternal: false, seenSeq: undefined }
}
