import type { ChatId, MessageId, UserId, VisitorId } from '#shared/ids.ts'
import type { MessageType, SenderType } from '#shared/message.ts'
import { command, query } from '../connection.ts'

export interface MessageRow {
  readonly messageId: MessageId
  readonly chatId: ChatId
  readonly seq: number
  readonly publicSeq: number | null
  readonly senderId: UserId
  readonly senderType: SenderType
  readonly senderName: string
  readonly content: string
  readonly type: MessageType
  readonly isInternal: number
  readonly isFirstResponse: number
  readonly sentAt: number
  readonly clientMessageId: string | null
  readonly draftHash: string | null
  /** An `AttachmentRecord`, in JSON. */
  readonly attachment: string | null
  /** A list, in JSON. */
  readonly mentions: string | null
  readonly editedAt: number | null
  readonly deletedAt: number | null
}

export const messageColumns = `
  message_id AS "messageId", chat_id AS "chatId", seq, public_seq AS "publicSeq", sender_id AS "senderId",
  sender_type AS "senderType", sender_name AS "senderName", content, type, is_internal AS "isInternal",
  is_first_response AS "isFirstResponse", sent_at AS "sentAt", client_message_id AS "clientMessageId",
  draft_hash AS "draftHash", attachment, mentions, edited_at AS "editedAt", deleted_at AS "deletedAt"`

export const messageById = query<MessageRow, [MessageId]>(
  `SELECT ${messageColumns} FROM messages WHERE message_id = $1`,
)
export const messageAt = query<MessageRow, [ChatId, seq: number]>(
  `SELECT ${messageColumns} FROM messages WHERE chat_id = $1 AND seq = $2`,
)
export const publicMessageAt = query<MessageRow, [ChatId, publicSeq: number]>(
  `SELECT ${messageColumns} FROM messages WHERE chat_id = $1 AND public_seq = $2`,
)

export const messageSentAs = query<MessageRow, [UserId, clientMessageId: string, ChatId]>(
  `SELECT ${messageColumns} FROM messages WHERE sender_id = $1 AND client_message_id = $2 AND chat_id = $3`,
)

/** The first message of a chat with this visitor, sent under this key. */
export const openingSentAs = query<
  MessageRow,
  [UserId, clientMessageId: string, VisitorId, draftHash: string]
>(`
  SELECT ${messageColumns} FROM messages
  WHERE sender_id = $1 AND client_message_id = $2 AND draft_hash = $4 AND public_seq = 1
    AND chat_id IN (SELECT chat_id FROM chats WHERE visitor_id = $3)
  ORDER BY sent_at DESC LIMIT 1`)

type NewMessage = [
  messageId: MessageId,
  chatId: ChatId,
  seq: number,
  publicSeq: number | null,
  senderId: UserId,
  senderType: SenderType,
  senderName: string,
  content: string,
  type: MessageType,
  isInternal: number,
  isFirstResponse: number,
  sentAt: number,
  clientMessageId: string | null,
  draftHash: string | null,
  attachment: string | null,
  mentions: string | null,
]

export const insertMessage = command<NewMessage>(`
  INSERT INTO messages (
    message_id, chat_id, seq, public_seq, sender_id, sender_type, sender_name, content, type, is_internal,
    is_first_response, sent_at, client_message_id, draft_hash, attachment, mentions, search_entry
  ) VALUES (
    $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
    (SELECT IFNULL(MAX(search_entry), 0) + 1 FROM messages)
  )`)

export const editContent = command<[MessageId, content: string, at: number]>(
  `UPDATE messages SET content = $2, edited_at = $3, changed_at = $3 WHERE message_id = $1`,
)
export const emptyContent = command<[MessageId, at: number]>(
  `UPDATE messages SET content = '', attachment = NULL, deleted_at = $2, changed_at = $2 WHERE message_id = $1`,
)

/** Public messages that a commercial had not seen and did not write, the newest first. */
export const unseenMessages = query<MessageRow, [ChatId, seenSeq: number, UserId, limit: number]>(`
  SELECT ${messageColumns} FROM messages
  WHERE chat_id = $1 AND seq > $2 AND is_internal = 0 AND sender_id <> $3
  ORDER BY seq DESC LIMIT $4`)
