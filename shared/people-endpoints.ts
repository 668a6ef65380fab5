import { AuditLog, AuditQuery } from './audit.ts'
import { ConsoleSessionList } from './console-session.ts'
import type { Endpoint } from './endpoint.ts'
import {
  AcceptInvitation,
  CreatedInvitation,
  CreateInvitation,
  InvitationList,
  InvitationOffer,
  LookAtInvitation,
} from './invitation.ts'
import { LoggedIn } from './person.ts'

/** Where somebody is signed in, and how others join them. */
export const peopleEndpoints = {
  'GET /v2/sessions': {
    summary: 'Where one is signed in to the console, this session among them',
    result: ConsoleSessionList,
    status: [200],
  },
  'DELETE /v2/sessions/:sessionId': {
    summary: 'Sign out there; its sockets are cut at once',
    result: null,
    status: [204],
    errors: ['session_not_found'],
  },
  'DELETE /v2/sessions': {
    summary: 'Sign out everywhere else',
    result: null,
    status: [204],
  },
  'GET /v2/invitations': {
    summary: 'The invitations that wait to be accepted (admins)',
    result: InvitationList,
    status: [200],
  },
  'POST /v2/invitations': {
    summary: 'Invite somebody by a link that works once, for seven days (admins)',
    body: CreateInvitation,
    result: CreatedInvitation,
    status: [201],
    errors: ['email_taken', 'site_not_found'],
  },
  'DELETE /v2/invitations/:invitationId': {
    summary: 'Take an invitation back: its link leads nowhere any more (admins)',
    result: null,
    status: [204],
    errors: ['invitation_not_found'],
  },
  'POST /v2/auth/invitation': {
    summary: 'What an invitation offers; a POST, so that its token is in no address',
    body: LookAtInvitation,
    result: InvitationOffer,
    status: [200],
    errors: ['invalid_token', 'token_expired'],
  },
  'POST /v2/auth/accept-invitation': {
    summary: 'Make the account that one was invited to, with a password of one’s own, and sign in',
    body: AcceptInvitation,
    result: LoggedIn,
    status: [201],
    errors: ['invalid_token', 'token_expired', 'email_taken'],
  },
  'GET /v2/audit': {
    summary:
      'What was done to the team, its sites and what is known of visitors: by whom, when, from where (admins)',
    query: AuditQuery,
    result: AuditLog,
    status: [200],
  },
} as const satisfies Record<string, Endpoint>
