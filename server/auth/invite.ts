import type { CommercialId, SiteId } from '#shared/ids.ts'
import type { Role } from '#shared/person.ts'
import type { Clock } from '../domain/clock.ts'
import type { InvitationRecord, InvitationStorage } from '../domain/invitation-storage.ts'
import type { SessionOrigin } from '../domain/session-storage.ts'
import { openConsoleSession, type ConsoleSessionDeps, type SignedIn } from './console-session.ts'
import { INVITATION_MS } from './lifetimes.ts'
import { createLinkToken } from './link-token.ts'
import { hashToken } from './opaque-token.ts'
import { hashPassword } from './password.ts'

interface Invited {
  readonly role: Role
  readonly siteIds: readonly SiteId[]
  readonly email: string | null
}

/** The token is in the answer and nowhere else: the store has its hash. */
export async function invite(
  { storage, clock }: { storage: Pick<InvitationStorage, 'createInvitation'>; clock: Clock },
  by: CommercialId,
  invited: Invited,
): Promise<{ invitation: InvitationRecord; token: string }> {
  const token = createLinkToken()
  const expiresAt = clock.now() + INVITATION_MS
  const invitation = await storage.createInvitation(by, {
    ...invited,
    tokenHash: hashToken(token),
    expiresAt,
  })
  return { invitation, token }
}

export function lookAtInvitation(
  storage: Pick<InvitationStorage, 'invitation'>,
  token: string,
): Promise<InvitationRecord> {
  return storage.invitation(hashToken(token.trim()))
}

type AcceptDeps = ConsoleSessionDeps & {
  readonly storage: Pick<InvitationStorage, 'invitation' | 'acceptInvitation'>
}

interface Acceptance {
  readonly invitationToken: string
  readonly name: string
  readonly email?: string | undefined
  readonly password: string
}

/** The account, signed in at once. */
export async function acceptInvitation(
  deps: AcceptDeps,
  { invitationToken, name, email, password }: Acceptance,
  from: SessionOrigin,
): Promise<SignedIn> {
  // The store decides; looking first only spares the work of hashing, which anybody could make us do.
  await lookAtInvitation(deps.storage, invitationToken)
  const commercial = await deps.storage.acceptInvitation(hashToken(invitationToken.trim()), {
    name,
    email: email ?? null,
    passwordHash: await hashPassword(password),
  })
  return openConsoleSession(deps, commercial, from)
}
