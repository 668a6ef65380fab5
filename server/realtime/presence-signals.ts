import type { SiteId } from '#shared/ids.ts'
import type { ServerPayload } from '#shared/events.ts'
import type { PresenceStatus } from '#shared/person.ts'
import { rooms } from '#shared/rooms.ts'
import type { Clock } from '../domain/clock.ts'
import type { CommercialIdentity, Identity } from '../domain/identity.ts'
import type { Presence, PresentVisitor } from '../domain/presence.ts'
import { toTime } from '../domain/views.ts'
import { LAGGING } from './backlog.ts'
import type { ChatServer } from './connection.ts'
import type { SiteSignals } from './site-signals.ts'
import type { Timers } from './timers.ts'

/** A page that reloads is gone for a second or two, which is nothing to tell anybody. */
const RELOAD_MS = 3_000

/** A board of more is read page by page over HTTP, and one packet stays well under what a slow reader may lag behind. */
const MAX_VISITORS = 1_000

/** Tells who is here: colleagues hear of persons, visitors only whether anybody is there to answer. */
export interface PresenceSignals {
  connected(identity: Identity): void
  /** Whom a commercial finds there: everybody else hears of them by what changes. */
  stateFor(identity: CommercialIdentity): ServerPayload<'presence:state'>
  /** `mayReturn`: the connection broke, rather than being closed on purpose. */
  disconnected(identity: Identity, mayReturn: boolean): void
  /** The same of a visitor, by whatever sign. */
  visitorCame(visitor: Somebody): void
  visitorWent(visitor: Somebody): void
  /** What a commercial says of themself. */
  choose(identity: CommercialIdentity, status: PresenceStatus): void
}

type Somebody = Omit<PresentVisitor, 'since'>

interface Deps {
  readonly io: ChatServer
  readonly presence: Presence
  readonly sites: Pick<SiteSignals, 'presenceChanged'>
  readonly clock: Clock
  readonly timers: Timers
}

export function createPresenceSignals({ io, presence, sites, clock, timers }: Deps): PresenceSignals {
  function tellTeam(
    siteIds: readonly SiteId[],
    told: Omit<ServerPayload<'presence:state'>['present'][number], 'timestamp'>,
  ): void {
    if (siteIds.length === 0) return
    io.to(siteIds.map(rooms.siteCommercials))
      .except(LAGGING)
      .emit('presence:changed', { ...told, timestamp: toTime(clock.now()) })
  }

  /** Tells what a change of one commercial's presence made different, if anything. */
  function around(identity: CommercialIdentity, change: () => PresenceStatus): void {
    const { userId, siteIds } = identity
    const before = presence.statusOf(userId)
    const after = change()
    if (after !== before) tellTeam(siteIds, { userId, userType: 'commercial', status: after })
    sites.presenceChanged(siteIds)
  }

  function visitorCame(visitor: Somebody): void {
    if (presence.visitorCame(visitor, clock.now())) tellOfVisitor(visitor, 'online')
  }

  function visitorWent(visitor: Somebody): void {
    if (presence.visitorWent(visitor.visitorId)) tellOfVisitor(visitor, 'offline')
  }

  function tellOfVisitor({ visitorId, siteId }: Somebody, status: PresenceStatus): void {
    tellTeam([siteId], { userId: visitorId, userType: 'visitor', status })
  }

  function gone(identity: Identity): void {
    if (identity.role === 'visitor') visitorWent({ visitorId: identity.userId, siteId: identity.siteId })
    else around(identity, () => presence.disconnect(identity.userId))
  }

  return {
    connected(identity) {
      if (identity.role === 'visitor') visitorCame({ visitorId: identity.userId, siteId: identity.siteId })
      else {
        const person = { commercialId: identity.userId, siteIds: identity.siteIds }
        around(identity, () => presence.connect(person))
      }
    },
    stateFor({ siteIds }) {
      const timestamp = toTime(clock.now())
      const team = presence
        .teamOf(siteIds)
        .map(
          ({ commercialId, status }) => ({ userId: commercialId, userType: 'commercial', status }) as const,
        )
      const visitors = presence
        .visitorsOf(siteIds)
        .slice(0, MAX_VISITORS)
        .map(({ visitorId }) => ({ userId: visitorId, userType: 'visitor', status: 'online' }) as const)
      return { present: [...team, ...visitors].map((person) => ({ ...person, timestamp })) }
    },
    disconnected(identity, mayReturn) {
      if (mayReturn) timers.after(RELOAD_MS, () => gone(identity))
      else gone(identity)
    },
    visitorCame,
    visitorWent,
    choose(identity, status) {
      around(identity, () => presence.choose(identity.userId, status))
    },
  }
}
