import type { Hono } from 'hono'
import type { VisitorId } from '#shared/ids.ts'
import { changeVisitor } from '../domain/describe-visitor.ts'
import { eraseVisitor } from '../domain/erase-visitor.ts'
import type { EventBus } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { asCommercial } from '../domain/identity.ts'
import { mergeVisitors } from '../domain/merge-visitors.ts'
import type { Onlookers } from '../domain/onlookers.ts'
import type { Presence } from '../domain/presence.ts'
import type { Storage } from '../domain/storage.ts'
import { toCommercialVisitor } from '../domain/views.ts'
import { listVisitors, readVisitor } from '../domain/visitor-board.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: Storage
  readonly events: EventBus
  readonly presence: Presence
  readonly onlookers: Onlookers
  readonly links: FileLinks
}

/** Visitors, as the team sees them. After the routes of `/v2/visitors/me`, which `:visitorId` would match. */
export function mountVisitorBoard(app: Hono<Env>, deps: Deps): void {
  route(app, 'GET /v2/visitors', async ({ query, identity }) => ({
    result: await listVisitors(deps, asCommercial(identity), query),
  }))

  route(app, 'GET /v2/visitors/:visitorId', async ({ params, identity }) => ({
    result: await readVisitor(deps, asCommercial(identity), params.visitorId as VisitorId),
  }))

  route(app, 'PATCH /v2/visitors/:visitorId', async ({ params, body, identity }) => {
    const visitorId = params.visitorId as VisitorId
    const changed = await changeVisitor(deps, asCommercial(identity), { visitorId, change: body })
    return { result: toCommercialVisitor(changed) }
  })

  route(app, 'POST /v2/visitors/:visitorId/merge', async ({ params, body: { into }, identity, context }) => {
    const visitorId = params.visitorId as VisitorId
    const visitor = await mergeVisitors(deps, asCommercial(identity), { visitorId, into })
    context.set('auditSubject', `${visitorId}/${into}`)
    return { result: toCommercialVisitor(visitor) }
  })

  route(app, 'DELETE /v2/visitors/:visitorId', async ({ params, identity }) => {
    await eraseVisitor(deps, asCommercial(identity), params.visitorId as VisitorId)
    return { result: undefined }
  })
}
