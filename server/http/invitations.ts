import type { Hono } from 'hono'
import type { InvitationId } from '#shared/ids.ts'
import type { ConsoleSessionDeps } from '../auth/console-session.ts'
import { acceptInvitation, invite, lookAtInvitation } from '../auth/invite.ts'
import { asCommercial } from '../domain/identity.ts'
import type { InvitationRecord } from '../domain/invitation-storage.ts'
import type { Storage } from '../domain/storage.ts'
import { toInvitation, toTime } from '../domain/views.ts'
import type { Env } from './env.ts'
import type { RateLimits } from './rate-limits.ts'
import { route } from './route.ts'
import { loggedIn, originOfSession } from './signed-in.ts'

type Deps = ConsoleSessionDeps & {
  readonly storage: Storage
  readonly limits: RateLimits
  readonly isSecure: boolean
  /** The public address of this server. */
  readonly url: () => string
}

/** How people come into the team: by a link, with a password that only they know. */
export function mountInvitations(app: Hono<Env>, deps: Deps): void {
  const { storage, limits, isSecure, url } = deps

  route(app, 'GET /v2/invitations', async () => ({
    result: { invitations: (await storage.invitations()).map(toInvitation) },
  }))

  route(app, 'POST /v2/invitations', async ({ identity, body: { role, siteIds, email }, context }) => {
    const site = await storage.site()
    const { invitation, token } = await invite(deps, asCommercial(identity).userId, {
      role,
      siteIds: siteIds ?? (site === null ? [] : [site.siteId]),
      email: email ?? null,
    })
    context.set('auditSubject', invitation.invitationId)
    return { result: { ...toInvitation(invitation), link: `${url()}/console#invitation=${token}` } }
  })

  route(app, 'DELETE /v2/invitations/:invitationId', async ({ params }) => {
    await storage.revokeInvitation(params.invitationId as InvitationId)
    return { result: undefined }
  })

  route(app, 'POST /v2/auth/invitation', async ({ body, context }) => {
    const attempt = await limits.loginAttempt(context.var.address, 'invitation')
    const invitation = await lookAtInvitation(storage, body.invitationToken)
    await attempt.forgive()
    return { result: await offerOf(invitation) }
  })

  route(app, 'POST /v2/auth/accept-invitation', async ({ body, context }) => {
    const attempt = await limits.loginAttempt(context.var.address, 'invitation')
    const signedIn = await acceptInvitation(deps, body, originOfSession(context))
    context.set('auditSubject', signedIn.commercial.commercialId)
    await attempt.forgive()
    return { result: loggedIn(context, signedIn, isSecure) }
  })

  async function offerOf({ role, email, invitedBy, siteIds, expiresAt }: InvitationRecord) {
    const sites = (await storage.sites()).filter(({ siteId }) => siteIds.includes(siteId))
    return {
      role,
      ...(email !== null && { email }),
      invitedBy: invitedBy.name,
      sites: sites.map(({ name }) => name),
      expiresAt: toTime(expiresAt),
    }
  }
}
