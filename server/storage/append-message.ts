import { hash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { CommercialId, MessageId } from '#shared/ids.ts'
import { decideMessage, type MessageDecision } from '../domain/decide-message.ts'
import type { Identity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import { typeOfMessage } from '../domain/message-type.ts'
import type { AttachmentRecord } from '../domain/records.ts'
import type { Appended, Draft } from '../domain/storage.ts'
import { chatRecord, findChat, saveChat } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { attach, looseFileFor } from './files.ts'
import { colleaguesNamed, keepMentions } from './mentions.ts'
import { messageRecord } from './message-records.ts'
import { readByWriting } from './reading-positions.ts'
import { openChatOfVisitor, type ChatRow } from './statements/chats.ts'
import {
  insertMessage,
  messageAt,
  messageSentAs,
  unseenMessages,
  type MessageRow,
} from './statements/messages.ts'
import { visitorById } from './statements/visitors.ts'
import { checkMayWrite } from './visitors.ts'
import type { Step } from './writer.ts'

// A stale reply is answered with what was missed; nobody reads more than a page of it before answering again.
const MAX_UNSEEN = 50

/** Stores one message with everything it does to its chat; a repeat of it stores nothing and gets the first one's answer. */
export function appendMessage(step: Step, sender: Identity, draft: Draft): Appended {
  const { db, now } = step
  if (draft.isInternal && sender.role === 'visitor') throw new Refusal('internal_not_allowed')
  const chat = findChat(db, sender, draft.chatId)
  const stored = findRepeat(db, sender, draft)
  if (stored !== undefined) return repeated(db, chat, stored)
  checkMayWrite(db, sender)
  checkNotStale(db, sender, draft)
  const attachment = looseFileFor(db, sender, draft)
  const hasOtherOpenChat = chat.status === 'CLOSED' && db.one(openChatOfVisitor, chat.visitorId) !== undefined
  const decision = decideMessage({ ...chat, hasOtherOpenChat }, sender, { isInternal: draft.isInternal, now })
  const mentions = draft.isInternal ? colleaguesNamed(db, draft.mentions ?? [], chat) : []
  store(step, sender, { chat, draft, decision, attachment, mentions })
  const { chat: changed, read } = readByWriting(step, sender, {
    chat: chatAfter(chat, decision, sender),
    ...draft,
  })
  saveChat(db, changed)
  return {
    message: storedMessage(db, chat, decision.seq),
    chat: chatRecord(db, changed),
    isNew: true,
    statusChanged: changed.status !== chat.status,
    assigneeChanged: changed.assigneeId !== chat.assigneeId,
    read,
    mentioned: mentions.filter((commercialId) => commercialId !== sender.userId),
  }
}

/** What a draft said at first, so that its repeats are known even after an edit. With the key, so that equal texts differ. */
export function draftHash({
  clientMessageId,
  content,
  type,
  isInternal,
  fileId,
}: Omit<Draft, 'chatId' | 'seenSeq'>): string {
  const said = [clientMessageId, content, type, isInternal, ...(fileId === undefined ? [] : [fileId])]
  return hash('sha256', JSON.stringify(said))
}

export function repeated(db: Connection, chat: ChatRow, stored: MessageRow): Appended {
  return {
    message: messageRecord(stored),
    chat: chatRecord(db, chat),
    isNew: false,
    statusChanged: false,
    assigneeChanged: false,
    read: null,
    mentioned: [],
  }
}

function findRepeat(db: Connection, sender: Identity, draft: Draft): MessageRow | undefined {
  if (draft.clientMessageId === undefined) return undefined
  const stored = db.one(messageSentAs, sender.userId, draft.clientMessageId, draft.chatId)
  if (stored === undefined || stored.draftHash === draftHash(draft)) return stored
  throw new Refusal('idempotency_conflict')
}

/** A commercial who says what they have seen is told what they have not, before the visitor gets an answer to something else. */
function checkNotStale(db: Connection, sender: Identity, { chatId, isInternal, seenSeq }: Draft): void {
  if (sender.role === 'visitor' || isInternal || seenSeq === undefined) return
  const newest = db.all(unseenMessages, chatId, seenSeq, sender.userId, MAX_UNSEEN)
  if (newest.length === 0) return
  throw new Refusal('stale_reply', { unseen: newest.toReversed().map(messageRecord) })
}

interface Decided {
  readonly chat: ChatRow
  readonly draft: Draft
  readonly decision: MessageDecision
  readonly attachment: AttachmentRecord | null
  readonly mentions: readonly CommercialId[]
}

function store(step: Step, sender: Identity, decided: Decided): void {
  const { db } = step
  const { chat, draft, decision, attachment, mentions } = decided
  const messageId = uuidv7() as MessageId
  db.run(
    insertMessage,
    messageId,
    chat.chatId,
    decision.seq,
    decision.publicSeq,
    sender.userId,
    sender.role === 'visitor' ? 'visitor' : 'commercial',
    senderName(db, sender),
    draft.content,
    typeOfMessage(attachment),
    draft.isInternal ? 1 : 0,
    decision.isFirstResponse ? 1 : 0,
    decision.sentAt,
    draft.clientMessageId ?? null,
    draft.clientMessageId === undefined ? null : draftHash(draft),
    attachment && JSON.stringify(attachment),
    mentions.length === 0 ? null : JSON.stringify(mentions),
  )
  keepMentions(db, sender, { messageId, chatId: chat.chatId, seq: decision.seq, mentions })
  if (attachment !== null) attach(step, attachment, messageId)
}

/** A visitor may have said their name after the identity was made. */
function senderName(db: Connection, sender: Identity): string {
  if (sender.role !== 'visitor') return sender.name
  return db.one(visitorById, sender.userId)?.name ?? sender.name
}

function chatAfter(chat: ChatRow, decision: MessageDecision, sender: Identity): ChatRow {
  const { chat: reaction, seq, sentAt, publicSeq, isFirstResponse } = decision
  return {
    ...chat,
    ...reaction,
    closedAt: reaction.status === 'CLOSED' ? chat.closedAt : null,
    firstResponseBy: isFirstResponse ? sender.userId : chat.firstResponseBy,
    returnedFrom: reaction.assigneeId === chat.assigneeId ? chat.returnedFrom : null,
    lastSeq: seq,
    lastStamp: sentAt,
    updatedAt: sentAt,
    publicUpdatedAt: publicSeq === null ? chat.publicUpdatedAt : sentAt,
  }
}

function storedMessage(db: Connection, { chatId }: ChatRow, seq: number): Appended['message'] {
  const row = db.one(messageAt, chatId, seq)
  if (row === undefined) throw new Error('A message vanished inside its own transaction')
  return messageRecord(row)
}
