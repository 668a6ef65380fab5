import { uuidv7 } from 'uuidv7'
import type { MessageId, UserId } from '#shared/ids.ts'
import { nextStamp } from '../domain/decide-message.ts'
import type { MessageRecord } from '../domain/records.ts'
import { saveChat } from './chat-records.ts'
import { messageRecord } from './message-records.ts'
import type { ChatRow } from './statements/chats.ts'
import { insertMessage, messageById } from './statements/messages.ts'
import type { Step } from './writer.ts'

/** Who "writes" what the server notes: no person, whose place in the chat would move with it. */
const SYSTEM = 'system' as UserId

/** Writes a note of the server's own; the chat as it is after it. */
export function appendSystemNote(
  { db, now }: Step,
  chat: ChatRow,
  content: string,
): { chat: ChatRow; note: MessageRecord } {
  const messageId = uuidv7() as MessageId
  const sentAt = nextStamp(now, chat.lastStamp)
  const seq = chat.lastSeq + 1
  const note = [messageId, chat.chatId, seq, null, SYSTEM, 'system', '', content, 'text', 1, 0] as const
  db.run(insertMessage, ...note, sentAt, null, null, null, null)
  const after = { ...chat, lastSeq: seq, lastStamp: sentAt, updatedAt: sentAt }
  saveChat(db, after)
  const row = db.one(messageById, messageId)
  if (row === undefined) throw new Error('A message vanished inside its own transaction')
  return { chat: after, note: messageRecord(row) }
}
