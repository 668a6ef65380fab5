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

export function sitesOf(identity: Identity): readonly SiteId[] {
  return identity.role === 'visitor' ? [identity.siteId] : identity.siteIds
}

/** Where the permission table lets only one kind through, these say so to the compiler. */
export function asVisitor(identity: Identity): VisitorIdentity {
  if (identity.role !== 'visitor') throw new Error('Only visitors come here')
  return identity
}

export function asCommercial(identity: Identity): CommercialIdentity {
  if (identity.role === 'visitor') throw new Error('Only commercials come here')
  return identity
}
