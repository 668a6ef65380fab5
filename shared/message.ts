import * as v from 'valibot'
import { ChatId, CommercialId, FileId, MessageId } from './ids.ts'
import {
  MAX_CLIENT_MESSAGE_ID_LENGTH,
  MAX_CONTENT_BYTES,
  MAX_CONTENT_LENGTH,
  MAX_MENTIONS,
  MAX_PAGE_SIZE,
  PAGE_SIZE,
} from './limits.ts'
import { CleanText, Timestamp, utf8Length } from './text.ts'

export const SenderType = v.picklist(['visitor', 'commercial', 'bot', 'system'])
export type SenderType = v.InferOutput<typeof SenderType>

export const MessageType = v.picklist(['text', 'image', 'file'])
export type MessageType = v.InferOutput<typeof MessageType>

/** A file on a message, as the server knows it (never as the client says it). An upload answers the same. */
export const Attachment = v.object({
  fileId: FileId,
  /** Signed for this reader's side; it works for 12 to 24 hours. Reading the message again gives a fresh one. */
  url: v.string(),
  /** The same picture, small; only where the server makes such. */
  thumbnailUrl: v.optional(v.string()),
  fileName: v.string(),
  /** Bytes. */
  fileSize: v.number(),
  mimeType: v.string(),
  /** Pixels, as the picture is to be shown. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
})
export type Attachment = v.InferOutput<typeof Attachment>

const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const Message = v.object({
  messageId: MessageId,
  chatId: ChatId,
  /** 1, 2, 3, … without holes, as this reader sees the chat: a visitor's numbering knows nothing of notes. */
  seq: Seq,
  senderId: v.string(),
  senderType: SenderType,
  senderName: v.string(),
  /** Empty once deleted. */
  content: v.string(),
  type: MessageType,
  /** A note: only commercials see it. */
  isInternal: v.boolean(),
  /** True on exactly one message of a chat: the first public one by a commercial. */
  isFirstResponse: v.boolean(),
  /** Strictly increasing within a chat, whatever the server's clock does. */
  sentAt: Timestamp,
  /** The key under which its sender made it; draft, echo, reply and history meet on it. */
  clientMessageId: v.optional(v.string()),
  attachment: v.optional(Attachment),
  /** Whom a note names. Commercials only. */
  mentions: v.optional(v.array(CommercialId)),
  editedAt: v.optional(Timestamp),
  deletedAt: v.optional(Timestamp),
})
export type Message = v.InferOutput<typeof Message>

/** What a person may write: not blank, at most 8,000 UTF-16 units and 16 KiB. */
export const Content = v.pipe(
  CleanText,
  v.maxLength(MAX_CONTENT_LENGTH),
  v.check((text) => utf8Length(text) <= MAX_CONTENT_BYTES, `At most ${MAX_CONTENT_BYTES} bytes`),
)
// \p{Cf} holds the zero-width characters: a message of nothing but those would be an empty bubble.
const notBlank = v.check((text: string) => !/^[\s\p{Cf}]*$/u.test(text), 'Write something')

export const ClientMessageId = v.pipe(CleanText, v.minLength(1), v.maxLength(MAX_CLIENT_MESSAGE_ID_LENGTH))

export const SendMessage = v.pipe(
  v.object({
    chatId: ChatId,
    content: Content,
    type: v.optional(MessageType, 'text'),
    isInternal: v.optional(v.boolean(), false),
    /** The file's URL as the upload answered it, or its id; every other field comes from what is stored. */
    attachment: v.optional(
      v.pipe(
        v.object({
          url: v.optional(v.pipe(v.string(), v.maxLength(2_000))),
          fileId: v.optional(FileId),
          fileName: v.optional(v.string()),
          fileSize: v.optional(v.number()),
          mimeType: v.optional(v.string()),
        }),
        v.check(({ url, fileId }) => url !== undefined || fileId !== undefined, 'Say which: url or fileId'),
      ),
    ),
    clientMessageId: v.optional(ClientMessageId),
    /** A commercial's newest seq on screen: what lies beyond it makes the reply stale. */
    seenSeq: v.optional(Seq),
    /** Colleagues whom a note names: they are told. */
    mentions: v.optional(v.pipe(v.array(CommercialId), v.maxLength(MAX_MENTIONS))),
  }),
  v.forward(
    v.partialCheck(
      [['mentions'], ['isInternal']],
      ({ mentions, isInternal }) => mentions === undefined || isInternal,
      'Only a note names colleagues',
    ),
    ['mentions'],
  ),
  v.forward(
    v.partialCheck(
      [['content'], ['attachment']],
      ({ content, attachment }) => attachment !== undefined || !/^[\s\p{Cf}]*$/u.test(content),
      'Write something',
    ),
    ['content'],
  ),
)
export type SendMessage = v.InferOutput<typeof SendMessage>

export const EditMessage = v.object({ content: v.pipe(Content, notBlank) })

/** A first message that opens a chat. */
export const OpeningMessage = v.object({
  content: v.pipe(Content, notBlank),
  clientMessageId: v.optional(ClientMessageId),
})

/** A query parameter that holds a whole number; out of range is brought into range, not refused. */
export function wholeNumber(min: number, max: number) {
  return v.pipe(
    v.string(),
    v.regex(/^-?\d{1,16}$/, 'A whole number'),
    v.transform((text) => Math.min(max, Math.max(min, Number(text)))),
  )
}

/** An instant with a zone, in ISO 8601; without one it would mean another time on every machine. */
export const Instant = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/,
    'An ISO 8601 time with its zone',
  ),
  v.transform((text) => Date.parse(text)),
  v.check((ms) => !Number.isNaN(ms), 'No such time'),
)

export const HistoryQuery = v.object({
  limit: v.optional(wholeNumber(1, MAX_PAGE_SIZE), String(PAGE_SIZE)),
  /** Inclusive: since `sentAt` never repeats within a chat, this is an exact cursor. */
  dateFrom: v.optional(Instant),
  /** A seq, exclusive. */
  after: v.optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  /** A seq, exclusive. */
  before: v.optional(wholeNumber(0, Number.MAX_SAFE_INTEGER)),
  /** With `after`: also messages at or before it that were edited or deleted since. */
  changedAfter: v.optional(Instant),
})
export type HistoryQuery = v.InferOutput<typeof HistoryQuery>

export const History = v.object({
  /** Oldest first. */
  messages: v.array(Message),
  hasMore: v.boolean(),
  lastSeq: Seq,
  /** The newest edit or deletion this reader may know of. */
  lastChangeAt: v.nullable(Timestamp),
  /** Changed by a restore from backup: whoever sees another one drops its cache and reads again. */
  epoch: v.string(),
})
export type History = v.InferOutput<typeof History>

export const MarkAsRead = v.pipe(
  v.object({ chatId: ChatId, seq: v.optional(Seq), messageId: v.optional(MessageId) }),
  v.check(
    ({ seq, messageId }) => seq !== undefined || messageId !== undefined,
    'Say which: seq or messageId',
  ),
)
