import { uuidv7 } from 'uuidv7'
import type { CommercialId, InvitationId, SiteId } from '#shared/ids.ts'
import type {
  InvitationRecord,
  InvitationStorage,
  NewInvitation,
  NewMember,
} from '../domain/invitation-storage.ts'
import type { CommercialRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import { createCommercial } from './people.ts'
import * as statements from './statements/invitations.ts'
import { emailOwner } from './statements/people.ts'
import { siteById } from './statements/sites.ts'
import type { Step } from './writer.ts'

/** More than any team asks at once; somebody who took an admin's place makes no more doors than these. */
const MAX_WAITING = 100

export function invitationStorage({ read, write }: Access): InvitationStorage {
  return {
    createInvitation: (by, invitation) => write((step) => createInvitation(step, by, invitation)),
    invitations: () => read(({ db, now }) => db.all(statements.waitingInvitations, now).map(toRecord)),
    invitation: (tokenHash) => read((step) => findInvitation(step, tokenHash)),
    revokeInvitation: (invitationId) => write(({ db }) => revokeInvitation(db, invitationId)),
    acceptInvitation: (tokenHash, member) => write((step) => acceptInvitation(step, tokenHash, member)),
  }
}

function createInvitation(step: Step, by: CommercialId, invitation: NewInvitation): InvitationRecord {
  const { db, now } = step
  const { tokenHash, role, email, expiresAt } = invitation
  const siteIds = role === 'admin' ? [] : invitation.siteIds
  if (email !== null && db.one(emailOwner, email) !== undefined) throw new Refusal('email_taken')
  if (siteIds.some((siteId) => db.one(siteById, siteId) === undefined)) throw new Refusal('site_not_found')
  db.run(statements.forgetExpiredInvitations, now)
  if (db.all(statements.waitingInvitations, now).length >= MAX_WAITING) {
    throw new Refusal('invalid', {
      issues: [{ path: '', message: `At most ${MAX_WAITING} invitations wait` }],
    })
  }
  const invitationId = uuidv7() as InvitationId
  const sites = JSON.stringify(siteIds)
  db.run(statements.insertInvitation, invitationId, tokenHash, role, sites, email, by, now, expiresAt)
  return findInvitation(step, tokenHash)
}

function findInvitation({ db, now }: Step, tokenHash: string): InvitationRecord {
  const row = db.one(statements.invitationByToken, tokenHash)
  if (row === undefined) throw new Refusal('invalid_token')
  if (row.expiresAt <= now) throw new Refusal('token_expired')
  return toRecord(row)
}

function revokeInvitation(db: Connection, invitationId: InvitationId): void {
  if (db.run(statements.deleteInvitation, invitationId) === 0) throw new Refusal('invitation_not_found')
}

function acceptInvitation(step: Step, tokenHash: string, member: NewMember): CommercialRecord {
  const { invitationId, role, siteIds, ...invitation } = findInvitation(step, tokenHash)
  const email = invitation.email ?? member.email
  if (email === null)
    throw new Refusal('invalid', { issues: [{ path: 'email', message: 'Expected an e-mail' }] })
  step.db.run(statements.deleteInvitation, invitationId)
  const { name, passwordHash } = member
  return createCommercial(step, { name, email, passwordHash, role, siteIds })
}

function toRecord({ siteIds, inviterId, inviterName, ...row }: statements.InvitationRow): InvitationRecord {
  return {
    ...row,
    siteIds: JSON.parse(siteIds) as SiteId[],
    invitedBy: { commercialId: inviterId, name: inviterName },
  }
}
