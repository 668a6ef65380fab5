import * as v from 'valibot'
import { ChatId } from './ids.ts'
import { Content } from './message.ts'
import { CleanText, Timestamp } from './text.ts'

/** What a commercial has begun to write in a chat. Nobody else ever sees it. */
export const Draft = v.object({
  content: v.string(),
  /** It is going to be a note. */
  isInternal: v.boolean(),
  updatedAt: Timestamp,
})
export type Draft = v.InferOutput<typeof Draft>

/** Says which device it was, so that it does not listen to its own echo. */
const DeviceId = v.pipe(CleanText, v.maxLength(64))

export const KeepDraft = v.object({
  /** Empty: there is no draft any more. */
  content: Content,
  isInternal: v.optional(v.boolean(), false),
  deviceId: v.optional(DeviceId),
})
export const KeptDraft = v.object({ draft: v.nullable(Draft) })

/** To the other devices of the same person. */
export const DraftChanged = v.object({
  chatId: ChatId,
  draft: v.nullable(Draft),
  deviceId: v.optional(v.string()),
})
