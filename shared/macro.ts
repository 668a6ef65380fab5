import * as v from 'valibot'
import { ReplyText } from './canned-reply.ts'
import { Chat } from './chat.ts'
import { CommercialId, MacroId, SiteId } from './ids.ts'
import { MAX_SNOOZE_MS, MAX_TAGS, MAX_TITLE_LENGTH } from './limits.ts'
import { ClientMessageId, Message } from './message.ts'
import { Tag } from './tag.ts'
import { line, Timestamp } from './text.ts'

/** What a macro does, in this order, all of it or nothing. */
export const MacroActions = v.pipe(
  v.object({
    /** What it answers, with variables. */
    reply: v.optional(ReplyText),
    /** The answer is a note. */
    isInternal: v.optional(v.boolean()),
    addTags: v.optional(v.pipe(v.array(Tag), v.maxLength(MAX_TAGS))),
    removeTags: v.optional(v.pipe(v.array(Tag), v.maxLength(MAX_TAGS))),
    /** `me`, `none` or a commercial's id. */
    assignee: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
    snoozeMinutes: v.optional(
      v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_SNOOZE_MS / 60_000)),
    ),
    close: v.optional(v.boolean()),
  }),
  v.check(
    (does) => Object.entries(does).some(([name, value]) => name !== 'isInternal' && isSomething(value)),
    'It has to do something',
  ),
  v.check(({ close, snoozeMinutes }) => close !== true || snoozeMinutes === undefined, 'Close or put off'),
)
export type MacroActions = v.InferOutput<typeof MacroActions>

function isSomething(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false
}

export const Macro = v.object({
  macroId: MacroId,
  name: v.string(),
  actions: MacroActions,
  /** null: for every site. */
  siteId: v.nullable(SiteId),
  isShared: v.boolean(),
  ownerId: CommercialId,
  updatedAt: Timestamp,
})
export type Macro = v.InferOutput<typeof Macro>

const fields = { name: line(MAX_TITLE_LENGTH), actions: MacroActions }

export const CreateMacro = v.object({
  ...fields,
  siteId: v.optional(v.nullable(SiteId), null),
  isShared: v.optional(v.boolean(), false),
})
export const ChangeMacro = v.partial(
  v.object({ ...fields, siteId: v.nullable(SiteId), isShared: v.boolean() }),
)

/** By name. */
export const MacroList = v.object({ macros: v.array(Macro) })

export const ApplyMacro = v.object({
  /** Of its answer: the same again answers, and changes, nothing a second time. */
  clientMessageId: v.optional(ClientMessageId),
  /** As in a message: what lies beyond it makes the answer stale. */
  seenSeq: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
})
export const AppliedMacro = v.object({ chat: Chat, message: v.nullable(Message) })
