import * as v from 'valibot'
import { ChatId } from './ids.ts'
import { Message } from './message.ts'
import { TimeZone, Timestamp } from './text.ts'

export const TranscriptQuery = v.object({
  /** `txt` and `html` are files for people, in the language of `Accept-Language`. */
  format: v.optional(v.picklist(['txt', 'html', 'json']), 'json'),
  /** Whose clock the times are told by; absent: the visitor's, as far as it is known. */
  timeZone: v.optional(TimeZone),
})
export type TranscriptQuery = v.InferOutput<typeof TranscriptQuery>

/** A chat from its beginning to now, as its reader sees it: a visitor's has no notes. */
export const Transcript = v.object({
  chatId: ChatId,
  /** The site's name. */
  site: v.string(),
  createdAt: Timestamp,
  closedAt: v.optional(Timestamp),
  messages: v.array(Message),
})
export type Transcript = v.InferOutput<typeof Transcript>
