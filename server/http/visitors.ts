import type { Hono } from 'hono'
import { formatCookie } from '../auth/cookies.ts'
import { VISITOR_SESSION_MS } from '../auth/lifetimes.ts'
import type { Origins } from '../auth/origins.ts'
import { openVisitorSession } from '../auth/visitor-session.ts'
import type { Clock } from '../domain/clock.ts'
import { describeVisitor } from '../domain/describe-visitor.ts'
import type { EventBus } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { asVisitor } from '../domain/identity.ts'
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
    await deps.limits.visitorSession(address, body.siteKey ?? '')
    const { visitor, token, chat, site } = await openVisitorSession(deps, { body, credentials, from })
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

  route(app, 'PATCH /v2/visitors/me', async ({ body, identity }) => ({
    result: toVisitor(await describeVisitor(deps, asVisitor(identity), body)),
  }))
}
