import type { CommercialId } from '#shared/ids.ts'
import type { Identity } from '../domain/identity.ts'
import type { CommercialRecord } from '../domain/records.ts'
import { identityOf, type Connection } from './connection.ts'
import type { Timers } from './timers.ts'

/** Far longer than a handshake takes. */
const REMEMBERED_MS = 30_000

/** Carries what is decided about a person to their open consoles. */
export interface PeopleSignals {
  /** What somebody may is decided when they connect: their consoles are made to, and come back at once, to what is theirs now. */
  changed(commercial: CommercialRecord): void
  /** Whether this was read just before a change that came before the connection. */
  isOutdated(identity: Identity): boolean
}

export function createPeopleSignals(connections: Iterable<Connection>, timers: Timers): PeopleSignals {
  const changed = new Map<CommercialId, CommercialRecord>()
  return {
    changed(commercial) {
      const { commercialId } = commercial
      changed.set(commercialId, commercial)
      timers.after(REMEMBERED_MS, () => {
        if (changed.get(commercialId) === commercial) changed.delete(commercialId)
      })
      for (const connection of connections) {
        if (identityOf(connection)?.userId === commercialId) connection.socket.conn.close()
      }
    },
    isOutdated(identity) {
      if (identity.role === 'visitor') return false
      const latest = changed.get(identity.userId)
      if (latest === undefined) return false
      return latest.role !== identity.role || latest.siteIds.toString() !== identity.siteIds.toString()
    },
  }
}
