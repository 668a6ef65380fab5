import * as v from 'valibot'
import { ChatStatus } from './chat.ts'
import { ChatId, MessageId, SiteId } from './ids.ts'
import { MAX_KEYWORD_LENGTH, MAX_PAGE_SIZE } from './limits.ts'
import { SenderType, wholeNumber } from './message.ts'
import { Visitor } from './person.ts'
import { CleanText, Timestamp } from './text.ts'

export const SearchQuery = v.object({
  /** Any text. Words apart may stand anywhere in a message; what is written together stands together; the last word may be only begun. */
  keyword: v.pipe(CleanText, v.maxLength(MAX_KEYWORD_LENGTH)),
  chatId: v.optional(ChatId),
  siteId: v.optional(SiteId),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(20))),
  limit: v.optional(wholeNumber(1, MAX_PAGE_SIZE), '20'),
})
export type SearchQuery = v.InferOutput<typeof SearchQuery>

/** A piece of a message around what was found, as plain text. */
export const Excerpt = v.object({
  text: v.string(),
  /** Where in `text` it was found, in UTF-16 units, the end exclusive; in order and apart. */
  highlights: v.array(v.object({ start: v.number(), end: v.number() })),
})
export type Excerpt = v.InferOutput<typeof Excerpt>

export const SearchHit = v.object({
  messageId: MessageId,
  chatId: ChatId,
  /** Where to jump to in the chat's history. */
  seq: v.number(),
  senderType: SenderType,
  senderName: v.string(),
  isInternal: v.boolean(),
  sentAt: Timestamp,
  excerpt: Excerpt,
  /** Whose chat it is. */
  siteId: SiteId,
  visitor: Visitor,
  status: ChatStatus,
})
export type SearchHit = v.InferOutput<typeof SearchHit>

export const SearchResult = v.object({
  /** Newest first. */
  hits: v.array(SearchHit),
  nextCursor: v.nullable(v.string()),
})
export type SearchResult = v.InferOutput<typeof SearchResult>
