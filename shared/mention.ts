import * as v from 'valibot'
import { ChatId, MessageId, SiteId } from './ids.ts'
import { MAX_PAGE_SIZE } from './limits.ts'
import { Message, wholeNumber } from './message.ts'
import { Visitor } from './person.ts'
import { Timestamp } from './text.ts'

/** A note that names somebody, as it is kept for them until they have seen it, and after. */
export const Mention = v.object({
  message: Message,
  siteId: SiteId,
  /** Whose chat it is. */
  visitor: Visitor,
  seenAt: v.nullable(Timestamp),
})
export type Mention = v.InferOutput<typeof Mention>

export const MentionsQuery = v.object({
  /** `true`: only those not seen yet. */
  unseen: v.optional(v.picklist(['true', 'false']), 'false'),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
  limit: v.optional(wholeNumber(1, MAX_PAGE_SIZE), '20'),
})

export const MentionList = v.object({
  /** Newest first. */
  mentions: v.array(Mention),
  nextCursor: v.nullable(v.string()),
  unseenCount: v.number(),
})

/** Those of one note, of one chat, or, with neither, all. Reading a chat on sees its mentions too. */
export const SeeMentions = v.object({ messageId: v.optional(MessageId), chatId: v.optional(ChatId) })
