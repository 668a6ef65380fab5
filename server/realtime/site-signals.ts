import type { SiteId } from '#shared/ids.ts'
import { rooms } from '#shared/rooms.ts'
import { originOf, type Origins } from '../auth/origins.ts'
import type { Clock } from '../domain/clock.ts'
import { openingAt } from '../domain/office-hours.ts'
import type { Presence } from '../domain/presence.ts'
import type { SiteRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Storage } from '../domain/storage.ts'
import { toSite } from '../domain/views.ts'
import { LAGGING } from './backlog.ts'
import type { ChatServer, Connection } from './connection.ts'
import { identityOf } from './connection.ts'
import type { Timers } from './timers.ts'

/** How late visitors hear that office hours have begun or ended, at most. */
const CHECK_INTERVAL_MS = 15_000

/** Carries what is decided about a site to those who are connected, and tells visitors whether anybody answers. */
export interface SiteSignals {
  /** Somebody who answers these sites came, went or said so: tells visitors if that makes a difference to them. */
  presenceChanged(siteIds: readonly SiteId[]): void
  created(): void
  changed(site: SiteRecord): void
  stop(): void
}

interface Deps {
  readonly io: ChatServer
  readonly connections: Iterable<Connection>
  readonly storage: Pick<Storage, 'siteById'>
  readonly presence: Presence
  readonly origins: Origins
  readonly clock: Clock
  readonly timers: Timers
  readonly report: (cause: unknown) => void
}

export function createSiteSignals(deps: Deps): SiteSignals {
  const { io, connections, storage, presence, origins, clock, timers, report } = deps
  /** What visitors of each site were told last. Until then a site is taken to be left alone. */
  const told = new Map<SiteId, boolean>()

  /** In line, so that what is told last is what happened last. */
  let line = Promise.resolve()

  async function tellWhetherOnline(siteId: SiteId, isPresent: boolean): Promise<void> {
    const site = await storage.siteById(siteId)
    if (site === null) return
    const online = isPresent && openingAt(site.settings.officeHours, clock.now()).isOpen
    const before = told.get(siteId) ?? false
    told.set(siteId, online)
    if (online === before) return
    io.to(rooms.siteVisitors(siteId)).except(LAGGING).emit('presence:changed', { online })
  }

  function check(siteIds: Iterable<SiteId>): void {
    for (const siteId of siteIds) {
      const isPresent = presence.isOnline(siteId)
      line = line.then(() => tellWhetherOnline(siteId, isPresent)).catch(report)
    }
  }

  /** A page that is no longer on the list is a stranger's; its visitors are sent away as a stranger's would be. */
  async function sendStrangersAway({ siteId }: SiteRecord): Promise<void> {
    for (const connection of connections) {
      const identity = identityOf(connection)
      if (identity?.role !== 'visitor' || identity.siteId !== siteId) continue
      const { headers } = connection.socket.handshake
      if (!(await isFromPageOf(originOf(headers), siteId))) connection.socket.conn.close()
    }
  }

  async function isFromPageOf(from: ReturnType<typeof originOf>, siteId: SiteId): Promise<boolean> {
    try {
      await origins.check(from, [siteId])
      return true
    } catch (cause) {
      if (cause instanceof Refusal) return false
      throw cause
    }
  }

  const stopChecking = timers.every(CHECK_INTERVAL_MS, () => check(told.keys()))

  return {
    presenceChanged: check,
    // An admin answers every site, and which those are is decided when they connect: they come back at once, to one more.
    created() {
      for (const connection of connections) {
        if (identityOf(connection)?.role === 'admin') connection.socket.conn.close()
      }
    },
    changed(site) {
      io.to(rooms.siteCommercials(site.siteId)).emit('site:updated', toSite(site))
      check([site.siteId])
      sendStrangersAway(site).catch(report)
    },
    stop: stopChecking,
  }
}
