import type { CommercialId, InvitationId } from '#shared/ids.ts'
import type { Role } from '#shared/person.ts'
import { command, query } from '../connection.ts'

export interface InvitationRow {
  readonly invitationId: InvitationId
  readonly role: Role
  /** JSON. */
  readonly siteIds: string
  readonly email: string | null
  readonly inviterId: CommercialId
  readonly inviterName: string
  readonly createdAt: number
  readonly expiresAt: number
}

// Only those of somebody who could invite today.
const invitations = `
  SELECT
    i.invitation_id AS "invitationId", i.role, i.site_ids AS "siteIds", i.email, i.invited_by AS "inviterId",
    c.name AS "inviterName", i.created_at AS "createdAt", i.expires_at AS "expiresAt"
  FROM invitations AS i JOIN commercials AS c
    ON c.commercial_id = i.invited_by AND c.role = 'admin' AND c.disabled_at IS NULL`

export const invitationByToken = query<InvitationRow, [tokenHash: string]>(
  `${invitations} WHERE i.token_hash = $1`,
)
export const waitingInvitations = query<InvitationRow, [now: number]>(
  `${invitations} WHERE i.expires_at > $1 ORDER BY i.created_at DESC, i.invitation_id DESC`,
)
export const insertInvitation = command<
  [
    InvitationId,
    tokenHash: string,
    Role,
    siteIds: string,
    email: string | null,
    by: CommercialId,
    createdAt: number,
    expiresAt: number,
  ]
>(`
  INSERT INTO invitations (invitation_id, token_hash, role, site_ids, email, invited_by, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`)
export const deleteInvitation = command<[InvitationId]>('DELETE FROM invitations WHERE invitation_id = $1')
export const forgetExpiredInvitations = command<[now: number]>(
  'DELETE FROM invitations WHERE expires_at <= $1',
)
