import type { CommercialId, InvitationId, SiteId } from '#shared/ids.ts'
import type { Role } from '#shared/person.ts'
import type { CommercialRecord, TeammateRecord } from './records.ts'

export interface InvitationRecord {
  readonly invitationId: InvitationId
  readonly role: Role
  /** Empty for an admin. */
  readonly siteIds: readonly SiteId[]
  readonly email: string | null
  readonly invitedBy: TeammateRecord
  readonly createdAt: number
  readonly expiresAt: number
}

export interface NewInvitation {
  readonly tokenHash: string
  readonly expiresAt: number
  readonly role: Role
  /** Ignored for an admin. */
  readonly siteIds: readonly SiteId[]
  readonly email: string | null
}

export interface NewMember {
  readonly name: string
  /** Counts only where the invitation names none. */
  readonly email: string | null
  readonly passwordHash: string
}

/**
 * Accounts that wait for their person. A link is worth what whoever made it may still do: with the right to invite, theirs is gone
 * too. Refusals of a token are `invalid_token`, and `token_expired` for a late one.
 */
export interface InvitationStorage {
  /** Refuses with `email_taken`, `site_not_found`, or `invalid` when too many wait already. */
  createInvitation(by: CommercialId, invitation: NewInvitation): Promise<InvitationRecord>
  /** Those that still work, newest first. */
  invitations(): Promise<InvitationRecord[]>
  invitation(tokenHash: string): Promise<InvitationRecord>
  /** Refuses with `invitation_not_found`. */
  revokeInvitation(invitationId: InvitationId): Promise<void>
  /** The account, and the end of the invitation: of two at once, one wins. Refuses with `email_taken`, or `invalid` without any e-mail. */
  acceptInvitation(tokenHash: string, member: NewMember): Promise<CommercialRecord>
}
