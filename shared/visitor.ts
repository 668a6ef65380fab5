import * as v from 'valibot'
import { Chat } from './chat.ts'
import { ChatId, SiteId, VisitorId } from './ids.ts'
import { MAX_PAGE_SIZE, PAGE_SIZE } from './limits.ts'
import { Message, wholeNumber } from './message.ts'
import { Attributes, DescribeVisitor, Page, Visitor } from './person.ts'
import { CleanText, line, Timestamp } from './text.ts'

const { url, title } = Page.entries

/** A page that a visitor is looking at. */
export const VisitPage = v.object({ url, title, referrer: v.optional(url) })
export type VisitPage = v.InferOutput<typeof VisitPage>

/** Something that a visitor did on the site's pages, in the site's own words. */
export const TrackEvent = v.object({ name: line(80), props: v.optional(Attributes, {}) })
export type TrackEvent = v.InferOutput<typeof TrackEvent>

/** One step of a visitor's way through the site: a page, or an event between two pages. */
export const TrailEntry = v.variant('kind', [
  v.object({
    kind: v.literal('page'),
    at: Timestamp,
    url: v.string(),
    title: v.optional(v.string()),
    referrer: v.optional(v.string()),
  }),
  v.object({ kind: v.literal('event'), at: Timestamp, name: v.string(), props: Attributes }),
])
export type TrailEntry = v.InferOutput<typeof TrailEntry>

const whereabouts = {
  /** Whether they are on the site now. */
  isOnline: v.boolean(),
  /** They have only looked: nothing of them is stored, and who leaves is forgotten. */
  isOnlooker: v.boolean(),
  onlineSince: v.optional(Timestamp),
  openChatId: v.optional(ChatId),
}

export const VisitorsQuery = v.object({
  siteId: v.optional(SiteId),
  /** `true`: only who is there now, who came last first. Otherwise everybody, who was seen last first. */
  online: v.optional(v.picklist(['true', 'false'])),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(300))),
  limit: v.optional(wholeNumber(1, MAX_PAGE_SIZE), String(PAGE_SIZE)),
})
export type VisitorsQuery = v.InferOutput<typeof VisitorsQuery>

export const VisitorList = v.object({
  visitors: v.array(v.object({ ...Visitor.entries, ...whereabouts })),
  nextCursor: v.nullable(v.string()),
})
export type VisitorList = v.InferOutput<typeof VisitorList>

/** All that a commercial may know of a visitor. */
export const VisitorDetails = v.object({
  ...Visitor.entries,
  ...whereabouts,
  /** The newest first; what is older than the last hundred steps is forgotten. */
  trail: v.array(TrailEntry),
  /** The newest first, at most fifty. */
  chats: v.array(Chat),
})
export type VisitorDetails = v.InferOutput<typeof VisitorDetails>

const { name, email, phone, attributes } = DescribeVisitor.entries

/** What a commercial notes about a visitor; what the site's own server vouched for stays as it is. */
export const UpdateVisitor = v.object({
  name,
  email,
  phone,
  attributes,
  /** A blocked visitor reads on, and writes no more. */
  isBlocked: v.optional(v.boolean()),
})
export type UpdateVisitor = v.InferOutput<typeof UpdateVisitor>

/** Who the visitor turned out to be. */
export const MergeVisitor = v.object({ into: VisitorId })

/** Everything that is held about a visitor, as they may have it: no notes, and nothing private of those who answered. */
export const VisitorExport = v.object({
  exportedAt: Timestamp,
  visitor: Visitor,
  trail: v.array(TrailEntry),
  chats: v.array(v.object({ chat: Chat, messages: v.array(Message) })),
})
export type VisitorExport = v.InferOutput<typeof VisitorExport>

/** What a site's server may say of its customer in a signed token, besides `exp`. */
export const IdentityClaims = v.object({
  /** The customer's own id with that site. */
  sub: v.pipe(CleanText, v.minLength(1), v.maxLength(200)),
  email,
  name,
  attributes: v.optional(Attributes),
})
export type IdentityClaims = v.InferOutput<typeof IdentityClaims>

/** Who is gone: erased, or known by another id from now on. */
export const RemovedVisitor = v.object({
  visitorId: VisitorId,
  mergedInto: v.optional(VisitorId),
  timestamp: Timestamp,
})
