import type { ChatId, SiteId, VisitorId } from '#shared/ids.ts'
import type { Attributes, Page } from '#shared/person.ts'
import type { CommercialIdentity, Identity } from './identity.ts'
import type { ChatRecord, IdentityKeyRecord, TrailRecord, VisitorRecord, VouchedIdentity } from './records.ts'

/** The part of the store that knows who visits, and who vouches for them. A visitor whom the asker may not see is `visitor_not_found`. */
export interface VisitorStorage {
  describeVisitor(visitorId: VisitorId, description: VisitorDescription): Promise<VisitorRecord>
  changeVisitor(by: CommercialIdentity, visitorId: VisitorId, change: VisitorChange): Promise<VisitorRecord>
  /** Keeps the newest hundred steps; a page is where the visitor is now. */
  addToTrail(visitorId: VisitorId, step: TrailStep): Promise<VisitorRecord>
  /** What a visitor may know of themself. */
  visitorSelf(visitorId: VisitorId): Promise<VisitorRecord>
  /** A visitor's own, newest first. */
  trail(visitorId: VisitorId): Promise<TrailRecord[]>
  identifyVisitor(identification: Identification): Promise<IdentifiedVisitor>
  /**
   * The first becomes the second, with all that is theirs. Refuses with `invalid` when they are the same already, `other_site`,
   * `visitor_is_verified` when the site vouches for the first, `visitor_is_blocked` when one of them is.
   */
  mergeVisitors(by: CommercialIdentity, visitorId: VisitorId, into: VisitorId): Promise<MergedVisitors>
  /** `by` null: by the rule of the site. */
  eraseVisitor(by: Identity | null, visitorId: VisitorId): Promise<ErasedVisitor>
  /** Neither they nor a chat of theirs gave a sign since then, and none of those is open. Longest gone first. */
  visitorsUnseenSince(siteId: SiteId, since: number, limit: number): Promise<VisitorId[]>

  visitors(
    reader: CommercialIdentity,
    filter: VisitorFilter,
  ): Promise<{ visitors: ListedVisitor[]; nextCursor: string | null }>
  visitorsById(reader: CommercialIdentity, visitorIds: readonly VisitorId[]): Promise<ListedVisitor[]>
  visitor(reader: CommercialIdentity, visitorId: VisitorId): Promise<VisitorDetailsRecord>

  identityKeys(siteId: SiteId): Promise<IdentityKeyRecord[]>
  /** Refuses with `site_not_found`, or `invalid` when there are ten. */
  addIdentityKey(siteId: SiteId, key: NewIdentityKey): Promise<IdentityKeyRecord>
  /** Refuses with `site_not_found` or `not_found`. */
  removeIdentityKey(siteId: SiteId, kid: string): Promise<void>
}

/** Absent: as it was; null: forgotten. Attributes are told one by one, in the same way; more than fifty are `invalid`. */
export interface VisitorDescription {
  readonly name?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly attributes?: Attributes | undefined
  readonly topic?: string | null | undefined
  readonly consent?: { readonly version: string } | null | undefined
  readonly page?: Page | undefined
  readonly locale?: string | undefined
  readonly timeZone?: string | undefined
}

export type VisitorChange = Pick<VisitorDescription, 'name' | 'email' | 'phone' | 'attributes'> & {
  readonly isBlocked?: boolean | undefined
}

type WithoutTime<Step> = Step extends TrailRecord ? Omit<Step, 'at'> : never
export type TrailStep = WithoutTime<TrailRecord>

export interface Identification {
  readonly siteId: SiteId
  readonly vouched: VouchedIdentity
  readonly description: VisitorDescription
  /** Of the session that this browser has, if it has one of this site. */
  readonly keptTokenHash: string | null
  /** Of the session that it gets, unless that one is the customer's own already. */
  readonly tokenHash: string
  readonly expiresAt: number
}

export interface IdentifiedVisitor extends MergeConsequences {
  readonly visitor: VisitorRecord
  readonly sessionId: string
  /** The kept session was this customer's: it goes on, and there is no new one. */
  readonly isKept: boolean
}

export interface MergedVisitors extends MergeConsequences {
  readonly visitor: VisitorRecord
}

/** What follows when two visitors turn out to be one. */
export interface MergeConsequences {
  readonly endedSessionIds: readonly string[]
  /** By which the visitor was known until now. */
  readonly mergedId: VisitorId | null
  /** Nobody has two open chats: that of two which was closed. It is among `chats`. */
  readonly closed: readonly ChatRecord[]
  /** Whose visitor is another now. */
  readonly chats: readonly ChatRecord[]
}

export interface ErasedVisitor {
  readonly visitorId: VisitorId
  readonly siteId: SiteId
  readonly at: number
  readonly sessionIds: readonly string[]
  readonly chats: readonly ChatRecord[]
  /** Those of them that were open. */
  readonly closed: readonly ChatRecord[]
}

export interface VisitorFilter {
  readonly siteId?: SiteId | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface ListedVisitor {
  readonly visitor: VisitorRecord
  readonly openChatId: ChatId | null
}

export interface VisitorDetailsRecord extends ListedVisitor {
  readonly trail: readonly TrailRecord[]
  readonly chats: readonly ChatRecord[]
}

export type NewIdentityKey = Omit<IdentityKeyRecord, 'createdAt' | 'key'> & { readonly key: string }
