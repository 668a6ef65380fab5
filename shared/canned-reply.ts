import * as v from 'valibot'
import { CommercialId, ReplyId, SiteId } from './ids.ts'
import { MAX_SHORTCUT_LENGTH, MAX_TITLE_LENGTH } from './limits.ts'
import { Content } from './message.ts'
import { CleanText, line, Timestamp } from './text.ts'
import { unknownVariables } from './variables.ts'

/** A text that is kept ready, and put into the composer by its shortcut. */
export const CannedReply = v.object({
  replyId: ReplyId,
  shortcut: v.string(),
  title: v.string(),
  /** With variables: `shared/variables.ts` fills them in. */
  content: v.string(),
  /** null: for every site. */
  siteId: v.nullable(SiteId),
  /** Everybody's who answers the site; otherwise its owner's alone. */
  isShared: v.boolean(),
  ownerId: CommercialId,
  updatedAt: Timestamp,
})
export type CannedReply = v.InferOutput<typeof CannedReply>

/** Without the slash it is called by, in lower case: letters, digits, `-` and `_`. */
const Shortcut = v.pipe(
  CleanText,
  v.maxLength(100),
  v.transform((text) => text.trim().replace(/^\//, '').normalize('NFC').toLowerCase()),
  v.maxLength(MAX_SHORTCUT_LENGTH),
  v.regex(/^[\p{L}\p{M}\p{N}_-]+$/u, 'Letters, digits, - and _'),
)

/** What a person will write, with variables that exist. */
export const ReplyText = v.pipe(
  Content,
  v.check((text) => !/^[\s\p{Cf}]*$/u.test(text), 'Write something'),
  v.check((text) => unknownVariables(text).length === 0, 'There is a variable that does not exist'),
)

const fields = { shortcut: Shortcut, title: line(MAX_TITLE_LENGTH), content: ReplyText }

export const CreateCannedReply = v.object({
  ...fields,
  siteId: v.optional(v.nullable(SiteId), null),
  isShared: v.optional(v.boolean(), false),
})
export const ChangeCannedReply = v.partial(
  v.object({ ...fields, siteId: v.nullable(SiteId), isShared: v.boolean() }),
)

/** Those that may be used on a site, or on any. */
export const OfSiteQuery = v.object({ siteId: v.optional(SiteId) })

/** By shortcut. */
export const CannedReplyList = v.object({ replies: v.array(CannedReply) })
