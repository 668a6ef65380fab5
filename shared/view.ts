import * as v from 'valibot'
import { ChatsQuery } from './chat.ts'
import { CommercialId, ViewId } from './ids.ts'
import { MAX_KEYWORD_LENGTH, MAX_TITLE_LENGTH } from './limits.ts'
import { line, Timestamp } from './text.ts'

const text = v.optional(v.pipe(v.string(), v.maxLength(MAX_KEYWORD_LENGTH)))

/** What `GET /v2/chats` may be asked, as it is asked; without the place in the list. */
export const ViewFilter = v.pipe(
  v.object({
    status: text,
    assignee: text,
    siteId: text,
    tag: text,
    snoozed: text,
    order: text,
    search: text,
  }),
  v.check((filter) => Object.keys(filter).length > 0, 'It has to filter something'),
  v.check((filter) => v.is(ChatsQuery, filter), 'Not a filter of the list of chats'),
)
export type ViewFilter = v.InferOutput<typeof ViewFilter>

/** A filter of the list, kept under a name. */
export const View = v.object({
  viewId: ViewId,
  name: v.string(),
  filter: ViewFilter,
  /** Everybody may use it; each sees with it what they may see. */
  isShared: v.boolean(),
  ownerId: CommercialId,
  updatedAt: Timestamp,
})
export type View = v.InferOutput<typeof View>

const fields = { name: line(MAX_TITLE_LENGTH), filter: ViewFilter }
export const CreateView = v.object({ ...fields, isShared: v.optional(v.boolean(), false) })
export const ChangeView = v.partial(v.object({ ...fields, isShared: v.boolean() }))

/** By name. */
export const ViewList = v.object({ views: v.array(View) })
