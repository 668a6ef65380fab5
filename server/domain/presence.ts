import type { CommercialId, SiteId, VisitorId } from '#shared/ids.ts'
import type { PresenceStatus } from '#shared/person.ts'

/** Who is here. In memory and never stored: a restart knows nobody until they connect again. */
export interface Presence {
  /** A commercial opened a connection. Says the status that others see now. */
  connect(person: PresentPerson): PresenceStatus
  disconnect(commercialId: CommercialId): PresenceStatus
  /** What they say of themself; it outlasts a reload, but means `offline` to others while they have no connection. */
  choose(commercialId: CommercialId, status: PresenceStatus): PresenceStatus
  statusOf(commercialId: CommercialId): PresenceStatus
  /** What they say of themself, whether they have a connection or not. */
  choiceOf(commercialId: CommercialId): PresenceStatus
  /** Whether anybody who answers this site is online. */
  isOnline(siteId: SiteId): boolean
  /** Those who answer any of these sites and are not offline, and their visitors who are there, the last to come first. */
  teamOf(siteIds: readonly SiteId[]): PresentTeammate[]
  visitorsOf(siteIds: readonly SiteId[]): PresentVisitor[]
  /** Since when a visitor has been there; null: they are not. */
  visitorSince(visitorId: VisitorId): number | null
  /** A visitor opened a connection. Says whether they were not there before. */
  visitorCame(visitor: Omit<PresentVisitor, 'since'>, now: number): boolean
  /** One is gone. Says whether it was the last. */
  visitorWent(visitorId: VisitorId): boolean
}

interface PresentTeammate {
  readonly commercialId: CommercialId
  readonly status: PresenceStatus
}

export interface PresentVisitor {
  readonly visitorId: VisitorId
  readonly siteId: SiteId
  /** In milliseconds. */
  readonly since: number
}

interface PresentPerson {
  readonly commercialId: CommercialId
  readonly siteIds: readonly SiteId[]
}

interface Entry {
  connections: number
  chosen: PresenceStatus
  siteIds: readonly SiteId[]
}

export function createPresence(): Presence {
  const people = new Map<CommercialId, Entry>()
  const visitors = createVisitorPresence()

  function entryOf(commercialId: CommercialId): Entry {
    const entry = people.get(commercialId) ?? { connections: 0, chosen: 'online', siteIds: [] }
    people.set(commercialId, entry)
    return entry
  }

  function statusOf(commercialId: CommercialId): PresenceStatus {
    const entry = people.get(commercialId)
    return entry === undefined || entry.connections === 0 ? 'offline' : entry.chosen
  }

  return {
    connect({ commercialId, siteIds }) {
      const entry = entryOf(commercialId)
      entry.connections += 1
      entry.siteIds = siteIds
      return statusOf(commercialId)
    },
    disconnect(commercialId) {
      const entry = entryOf(commercialId)
      entry.connections = Math.max(0, entry.connections - 1)
      return statusOf(commercialId)
    },
    choose(commercialId, status) {
      entryOf(commercialId).chosen = status
      return statusOf(commercialId)
    },
    statusOf,
    choiceOf: (commercialId) => people.get(commercialId)?.chosen ?? 'online',
    isOnline(siteId) {
      for (const [commercialId, { siteIds }] of people) {
        if (siteIds.includes(siteId) && statusOf(commercialId) === 'online') return true
      }
      return false
    },
    teamOf(siteIds) {
      return [...people]
        .filter(([, entry]) => entry.siteIds.some((siteId) => siteIds.includes(siteId)))
        .map(([commercialId]) => ({ commercialId, status: statusOf(commercialId) }))
        .filter(({ status }) => status !== 'offline')
    },
    ...visitors,
  }
}

type VisitorPresence = Pick<Presence, 'visitorsOf' | 'visitorSince' | 'visitorCame' | 'visitorWent'>

function createVisitorPresence(): VisitorPresence {
  const visitors = new Map<VisitorId, PresentVisitor & { connections: number }>()
  return {
    visitorsOf(siteIds) {
      return [...visitors.values()]
        .filter(({ siteId }) => siteIds.includes(siteId))
        .map(({ visitorId, siteId, since }) => ({ visitorId, siteId, since }))
        .toReversed()
    },
    visitorSince: (visitorId) => visitors.get(visitorId)?.since ?? null,
    visitorCame({ visitorId, siteId }, since) {
      const visitor = visitors.get(visitorId)
      if (visitor === undefined) visitors.set(visitorId, { visitorId, siteId, since, connections: 1 })
      else visitor.connections += 1
      return visitor === undefined
    },
    visitorWent(visitorId) {
      const visitor = visitors.get(visitorId)
      if (visitor === undefined) return false
      visitor.connections -= 1
      if (visitor.connections > 0) return false
      return visitors.delete(visitorId)
    },
  }
}
