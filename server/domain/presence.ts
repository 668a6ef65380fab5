import type { CommercialId, SiteId } from '#shared/ids.ts'
import type { PresenceStatus } from '#shared/person.ts'

/** Who is here. In memory and never stored: a restart knows nobody until they connect again. */
export interface Presence {
  /** A commercial opened a connection. Says the status that others see now. */
  connect(person: PresentPerson): PresenceStatus
  disconnect(commercialId: CommercialId): PresenceStatus
  /** What they say of themself; it outlasts a reload, but means `offline` to others while they have no connection. */
  choose(commercialId: CommercialId, status: PresenceStatus): PresenceStatus
  statusOf(commercialId: CommercialId): PresenceStatus
  /** Whether anybody who answers this site is online. */
  isOnline(siteId: SiteId): boolean
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
    isOnline(siteId) {
      for (const [commercialId, { siteIds }] of people) {
        if (siteIds.includes(siteId) && statusOf(commercialId) === 'online') return true
      }
      return false
    },
  }
}
