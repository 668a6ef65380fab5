import type { Hono } from 'hono'
import { hashPassword } from '../auth/password.ts'
import type { CommercialId } from '#shared/ids.ts'
import type { EventBus } from '../domain/events.ts'
import { asCommercial, type CommercialIdentity } from '../domain/identity.ts'
import { changeCommercial } from '../domain/manage-people.ts'
import type { Presence } from '../domain/presence.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Storage } from '../domain/storage.ts'
import { toCommercial } from '../domain/views.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: Storage
  readonly events: EventBus
  readonly presence: Presence
  /** Tells everybody whom it concerns; the sockets' side knows who that is. */
  readonly setPresence: (person: CommercialIdentity, status: 'online' | 'away' | 'offline') => void
}

/** The people who answer. */
export function mountCommercials(app: Hono<Env>, { storage, events, presence, setPresence }: Deps): void {
  route(app, 'GET /v2/auth/me', async ({ identity }) => {
    const person = await storage.commercial(asCommercial(identity).userId)
    if (person === null) throw new Refusal('invalid_token')
    return { result: toCommercial(person, presence.statusOf(person.commercialId)) }
  })

  route(app, 'PATCH /v2/auth/me', async ({ body, identity }) => {
    const { userId } = asCommercial(identity)
    const changed = await changeCommercial({ storage, events }, userId, body)
    return { result: toCommercial(changed, presence.statusOf(userId)) }
  })

  route(app, 'GET /v2/commercials', async ({ query, identity }) => {
    if (query.left !== undefined && identity.role !== 'admin') throw new Refusal('forbidden')
    const people = await (query.left === undefined
      ? storage.commercialsOf(asCommercial(identity).siteIds)
      : storage.formerCommercials())
    return {
      result: {
        commercials: people.map((person) => toCommercial(person, presence.statusOf(person.commercialId))),
      },
    }
  })

  route(app, 'POST /v2/commercials', async ({ body: { password, siteIds, ...person }, context }) => {
    const passwordHash = await hashPassword(password)
    const site = await storage.site()
    const created = await storage.createCommercial({
      ...person,
      passwordHash,
      siteIds: siteIds ?? (site === null ? [] : [site.siteId]),
    })
    context.set('auditSubject', created.commercialId)
    return { result: toCommercial(created) }
  })

  route(app, 'PATCH /v2/commercials/:commercialId', async ({ params, body }) => {
    const changed = await changeCommercial({ storage, events }, params.commercialId as CommercialId, body)
    return { result: toCommercial(changed, presence.statusOf(changed.commercialId)) }
  })

  route(app, 'PUT /v2/commercials/me/presence', ({ body: { status }, identity }) => {
    setPresence(asCommercial(identity), status)
    return Promise.resolve({ result: undefined })
  })
}
