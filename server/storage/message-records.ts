import type { CommercialId, MessageId } from '#shared/ids.ts'
import type { Identity } from '../domain/identity.ts'
import { canSee, canSeeMessage } from '../domain/permissions.ts'
import type { AttachmentRecord, MessageRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Connection } from './connection.ts'
import { chatById, type ChatRow } from './statements/chats.ts'
import { messageById, type MessageRow } from './statements/messages.ts'

export function messageRecord(row: MessageRow): MessageRecord {
  const { draftHash: _, isInternal, isFirstResponse, attachment, mentions, ...rest } = row
  return {
    ...rest,
    isInternal: isInternal === 1,
    isFirstResponse: isFirstResponse === 1,
    attachment: attachment === null ? null : (JSON.parse(attachment) as AttachmentRecord),
    mentions: mentions === null ? [] : (JSON.parse(mentions) as CommercialId[]),
  }
}

/** The message and its chat, if both exist as far as this reader is concerned. */
export function findMessage(
  db: Connection,
  reader: Identity,
  messageId: MessageId,
): { message: MessageRecord; chat: ChatRow } {
  const row = db.one(messageById, messageId)
  const chat = row && db.one(chatById, row.chatId)
  if (row === undefined || chat === undefined || !canSee(reader, chat)) throw new Refusal('message_not_found')
  const message = messageRecord(row)
  if (!canSeeMessage(reader, message)) throw new Refusal('message_not_found')
  return { message, chat }
}
