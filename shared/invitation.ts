import * as v from 'valibot'
import { InvitationId, SiteId } from './ids.ts'
import { Password, Role, Teammate } from './person.ts'
import { Email, line, Timestamp } from './text.ts'

/** An account that waits for its person. */
export const Invitation = v.object({
  invitationId: InvitationId,
  role: Role,
  /** Empty for an admin, who answers every site. */
  siteIds: v.array(SiteId),
  /** Absent: whoever follows the link says theirs. */
  email: v.optional(v.string()),
  invitedBy: Teammate,
  createdAt: Timestamp,
  expiresAt: Timestamp,
})
export type Invitation = v.InferOutput<typeof Invitation>

/** Those that still work, newest first. */
export const InvitationList = v.object({ invitations: v.array(Invitation) })

export const CreateInvitation = v.object({
  role: v.optional(Role, 'commercial'),
  /** Absent: the default site. */
  siteIds: v.optional(v.pipe(v.array(SiteId), v.maxLength(100))),
  email: v.optional(Email),
})

export const CreatedInvitation = v.object({
  ...Invitation.entries,
  /** Works once, for seven days, and is told only here. Its token is in the fragment, which no server and no log ever sees. */
  link: v.string(),
})

const invitationToken = v.pipe(v.string(), v.maxLength(200))
export const LookAtInvitation = v.object({ invitationToken })

/** What somebody who was invited learns before they accept. */
export const InvitationOffer = v.object({
  role: Role,
  email: v.optional(v.string()),
  /** Names. */
  invitedBy: v.string(),
  sites: v.array(v.string()),
  expiresAt: Timestamp,
})

export const AcceptInvitation = v.object({
  invitationToken,
  name: line(120),
  /** Needed where the invitation names none; where it names one, that one counts. */
  email: v.optional(Email),
  password: Password,
})
