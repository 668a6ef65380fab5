import type { CommercialId, SiteId, VisitorId } from '#shared/ids.ts'

/** Who is asking, over HTTP and over the socket alike. Nobody is `null`. */
export type Identity = VisitorIdentity | CommercialIdentity

export interface VisitorIdentity {
  readonly role: 'visitor'
  readonly userId: VisitorId
  readonly siteId: SiteId
  readonly sessionId: string
  /** Empty until the visitor has said one. */
  readonly name: string
}

export interface CommercialIdentity {
  /** An admin answers every site. */
  readonly role: 'commercial' | 'admin'
  readonly userId: CommercialId
  readonly siteIds: readonly SiteId[]
  readonly sessionId: string
  readonly name: string
}

/** The side of the conversation somebody stands on; it decides what they see. */
export type Audience = 'visitor' | 'commercial'

export function audienceOf(identity: Identity): Audience {
  return identity.role === 'visitor' ? 'visitor' : 'commercial'
}
