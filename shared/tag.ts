import * as v from 'valibot'
import { SiteId } from './ids.ts'
import { MAX_PAGE_SIZE, MAX_TAG_LENGTH, MAX_TAGS, PAGE_SIZE } from './limits.ts'
import { wholeNumber } from './message.ts'
import { CleanText, line } from './text.ts'

/** One spelling for a tag, however it is typed: composed, in lower case, single spaces. */
const spelling = v.transform((text: string) =>
  text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase(),
)

export const Tag = v.pipe(CleanText, v.maxLength(200), spelling, line(MAX_TAG_LENGTH))

/** All the tags of a chat: those it has and are not named here go. Told twice is told once. */
export const TagChat = v.object({
  tags: v.pipe(
    v.array(Tag),
    v.transform((tags) => [...new Set(tags)].toSorted()),
    v.maxLength(MAX_TAGS, `At most ${MAX_TAGS} tags`),
  ),
})

export const TagsQuery = v.object({
  siteId: v.optional(SiteId),
  /** What the tags begin with: for completing while typing. */
  prefix: v.optional(v.pipe(CleanText, v.maxLength(200), spelling)),
  limit: v.optional(wholeNumber(1, MAX_PAGE_SIZE), String(PAGE_SIZE)),
})

/** A tag in use, and on how many chats. */
const TagCount = v.object({ tag: v.string(), count: v.number() })
export type TagCount = v.InferOutput<typeof TagCount>

/** Most used first. */
export const TagList = v.object({ tags: v.array(TagCount) })
