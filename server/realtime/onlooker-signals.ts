import { rooms } from '#shared/rooms.ts'
import { toVisitorRecord, type Onlookers } from '../domain/onlookers.ts'
import { toCommercialVisitor } from '../domain/views.ts'
import { LAGGING } from './backlog.ts'
import type { ChatServer } from './connection.ts'
import type { PresenceSignals } from './presence-signals.ts'
import type { Timers } from './timers.ts'

const SWEEP_MS = 2_000

interface Deps {
  readonly io: ChatServer
  readonly onlookers: Onlookers
  readonly presence: Pick<PresenceSignals, 'visitorCame' | 'visitorWent'>
  readonly timers: Timers
}

/** Tells the team who looks at its sites: they count as there, as whoever has a connection does. Returns how to stop. */
export function signalOnlookers({ io, onlookers, presence, timers }: Deps): () => void {
  const stopWatching = onlookers.watch({
    came: presence.visitorCame,
    went: presence.visitorWent,
    turned(onlooker) {
      io.to(rooms.siteCommercials(onlooker.siteId))
        .except(LAGGING)
        .emit('visitor:updated', toCommercialVisitor(toVisitorRecord(onlooker)))
    },
  })
  const stopSweeping = timers.every(SWEEP_MS, () => onlookers.sweep())
  return () => {
    stopWatching()
    stopSweeping()
  }
}
