import * as v from 'valibot'
import { Locale, TimeZoneName } from './text.ts'
import { VisitPage } from './visitor.ts'

/** What a page tells of somebody who looks at it and has not written. Only of sites that have turned presence on. */
export const Look = v.object({
  siteKey: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** From an answer before, so that the next page is the same person’s. */
  token: v.optional(v.pipe(v.string(), v.maxLength(200))),
  page: VisitPage,
  locale: v.optional(Locale),
  timeZone: v.optional(TimeZoneName),
  /** They turn to another page, or go. */
  isLeaving: v.optional(v.boolean(), false),
})
export type Look = v.InferInput<typeof Look>

export const Looked = v.object({
  /** Of somebody new: a secret of their page. It opens the session of the visitor that they may become. */
  token: v.optional(v.string()),
  /** When to tell again, as long as the page is seen. */
  nextInMs: v.number(),
  /** The team has spoken to them, or they have written: the token is a visitor’s now, and there is a chat behind it. */
  isVisitor: v.boolean(),
})
export type Looked = v.InferOutput<typeof Looked>
