import type { Hono } from 'hono'
import { expireCookie, formatCookie } from '../auth/cookies.ts'
import { VISITOR_SESSION_MS } from '../auth/lifetimes.ts'
import type { Origins } from '../auth/origins.ts'
import { openVisitorSession } from '../auth/visitor-session.ts'
import type { Clock } from '../domain/clock.ts'
import { describeVisitor, trackEvent, visitPage } from '../domain/describe-visitor.ts'
import { eraseVisitor } from '../domain/erase-visitor.ts'
import type { EventBus } from '../domain/events.ts'
import { exportVisitor } from '../domain/export-visitor.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { asVisitor } from '../domain/identity.ts'
import type { Onlookers } from '../domain/onlookers.ts'
import type { Presence } from '../domain/presence.ts'
import { toPublicSite } from '../domain/public-site.ts'
import type { ReplyTimes } from '../domain/reply-times.ts'
import type { Storage } from '../domain/storage.ts'
import { toVisitor, toVisitorChat } from '../domain/views.ts'
import type { Env } from './env.ts'
import type { RateLimits } from './rate-limits.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: Storage
  readonly events: EventBus
  readonly links: FileLinks
  readonly presence: Presence
  readonly onlookers: Onlookers
  readonly replyTimes: ReplyTimes
  readonly origins: Origins
  readonly clock: Clock
  readonly limits: RateLimits
  readonly isSecure: boolean
}

/** Visitors' sessions, and what they say about themselves. */
export function mountVisitors(app: Hono<Env>, deps: Deps): void {
  route(app, 'POST /v2/visitors/session', async ({ body, context }) => {
    const { credentials, from, address } = context.var
    const { visitor, token, chat, site } = await openVisitorSession(deps, {
      body,
      credentials,
      from,
      admit: (visitorId) =>
        visitorId === null
          ? deps.limits.newVisitor(address, body.siteKey ?? '')
          : deps.limits.visitorRequest(visitorId),
    })
    const lifetime = { isSecure: deps.isSecure, maxAge: VISITOR_SESSION_MS }
    context.header('set-cookie', formatCookie('visitor_session', token, lifetime))
    return {
      result: {
        visitor: toVisitor(visitor),
        token,
        chat: chat && toVisitorChat(chat, deps.links),
        site: await toPublicSite(deps, site, body.locale ?? visitor.locale ?? undefined),
      },
    }
  })

  route(app, 'DELETE /v2/visitors/session', async ({ identity, context }) => {
    const ended = await deps.storage.endVisitorSession(identity.sessionId)
    if (ended !== null) deps.events.emit('SessionEnded', { ...ended, code: 'invalid_token' })
    context.header('set-cookie', expireCookie('visitor_session', deps.isSecure))
    return { result: undefined }
  })

  route(app, 'POST /v2/visitors/me/pages', async ({ body, identity }) => {
    await deps.limits.trailStep(identity.userId)
    await visitPage(deps, asVisitor(identity), body)
    return { result: undefined }
  })

  route(app, 'POST /v2/visitors/me/events', async ({ body, identity }) => {
    await deps.limits.trailStep(identity.userId)
    await trackEvent(deps, asVisitor(identity), body)
    return { result: undefined }
  })

  route(app, 'GET /v2/visitors/me/export', async ({ identity }) => {
    const visitor = asVisitor(identity)
    await deps.limits.download(visitor.userId)
    const record = await deps.storage.visitorSelf(visitor.userId)
    const pieces = exportVisitor(deps, visitor, record)
    return { download: { fileName: 'chat-data.json', mediaType: 'application/json', pieces } }
  })

  route(app, 'DELETE /v2/visitors/me', async ({ identity, context }) => {
    await eraseVisitor(deps, identity, asVisitor(identity).userId)
    context.header('set-cookie', expireCookie('visitor_session', deps.isSecure))
    return { result: undefined }
  })

  route(app, 'PATCH /v2/visitors/me', async ({ body, identity }) => ({
    result: toVisitor(await describeVisitor(deps, asVisitor(identity), body)),
  }))
}
