import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { PresenceStatus } from '#shared/person.ts'
import type { Identify } from '../auth/identify.ts'
import type { AddressOf } from '../auth/client-address.ts'
import type { Origins } from '../auth/origins.ts'
import type { Clock } from '../domain/clock.ts'
import type { EventBus } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { audienceOf, type CommercialIdentity } from '../domain/identity.ts'
import type { Onlookers } from '../domain/onlookers.ts'
import type { Presence } from '../domain/presence.ts'
import type { Sightings } from '../domain/sightings.ts'
import type { Storage } from '../domain/storage.ts'
import type { Viewers } from '../domain/viewers.ts'
import { createAdmission } from './admission.ts'
import { watchBacklogs } from './backlog.ts'
import { watchUpgrades } from './blocked-upgrades.ts'
import { createBroadcast } from './broadcast.ts'
import { announceHeads } from './chat-heads.ts'
import { identityOf, type ChatServer, type Connection } from './connection.ts'
import { createDispatch } from './dispatch.ts'
import { createEndedSessions } from './ended-sessions.ts'
import { createExpiry } from './expiry.ts'
import { sayFarewell } from './farewell.ts'
import { guardFrontDoor } from './front-door.ts'
import { createHandlers } from './handlers.ts'
import { noteConnections } from './note-connections.ts'
import { signalOnlookers } from './onlooker-signals.ts'
import { createPeopleSignals } from './people-signals.ts'
import { createPresenceSignals } from './presence-signals.ts'
import { createReception } from './reception.ts'
import { serverOptions } from './server-options.ts'
import { createSiteSignals } from './site-signals.ts'
import type { Tally } from './tally.ts'
import { systemTimers, type Timers } from './timers.ts'
import { createTyping } from './typing.ts'
import { createViewing } from './viewing.ts'

export interface GatewayDeps {
  /** Already has its own request listener: Socket.IO takes what is under its path and hands on the rest. */
  readonly httpServer: HttpServer
  readonly storage: Pick<Storage, 'chat' | 'chatHeads' | 'epoch' | 'siteById'>
  readonly events: EventBus
  readonly links: FileLinks
  readonly presence: Presence
  readonly onlookers: Onlookers
  readonly viewers: Viewers
  readonly identify: Identify
  readonly origins: Origins
  readonly sightings: Pick<Sightings, 'connected'>
  readonly addressOf: AddressOf
  readonly clock: Clock
  readonly timers?: Timers
  readonly config: { readonly rateLimits: boolean; readonly version: string }
  /** Told of what is nobody's fault but ours. */
  readonly report: (cause: unknown) => void
  readonly tally: Tally
  /** Told, once each, what whoever runs this could do better. */
  readonly hint: (event: 'websocket_blocked') => void
}

export interface Gateway {
  readonly io: ChatServer
  /** How many are connected now. */
  sockets(): Record<'visitor' | 'commercial' | 'anonymous', number>
  /** A commercial says whether they are there to answer. */
  choosePresence(identity: CommercialIdentity, status: PresenceStatus): void
  /** Says goodbye and ends every socket; the HTTP server itself stays open. */
  close(options: { readonly inMs: number }): Promise<void>
}

/** How it is heard: everything that happens reaches whoever may know of it, and nobody else. */
export function createGateway(deps: GatewayDeps): Gateway {
  const { events, clock, timers = systemTimers, config } = deps
  let isClosing = false
  const io: ChatServer = new Server(deps.httpServer, serverOptions(deps))
  guardFrontDoor(io, { ...deps, timers, rateLimits: config.rateLimits, isClosing: () => isClosing })
  const connections = new Set<Connection>()
  const endedSessions = createEndedSessions(timers)
  const people = createPeopleSignals(connections, timers)
  const sites = createSiteSignals({ ...deps, io, connections, timers })
  const presence = createPresenceSignals({ ...deps, io, sites, timers })
  const typing = createTyping({ io, clock, timers })
  const viewing = createViewing({ ...deps, io })
  const expiry = createExpiry({ clock, timers })
  const handlers = createHandlers({ ...deps, typing, viewing, expiry, version: config.version })
  const dispatch = createDispatch({ ...deps, handlers, rateLimits: config.rateLimits })
  const admission = createAdmission({ ...deps, rateLimits: config.rateLimits })
  const broadcast = createBroadcast(io, { endedSessions, sites, people, links: deps.links })

  io.use(admission.middleware)
  io.on('connection', noteConnections(deps.sightings))
  io.on(
    'connection',
    createReception({
      connections,
      admission,
      endedSessions,
      people,
      dispatch,
      presence,
      typing,
      viewing,
      expiry,
      clock,
      timers,
    }),
  )
  io.on('connection', watchUpgrades({ timers, onBlocked: () => deps.hint('websocket_blocked') }))
  const stops = [
    events.onAny((name, event) => broadcast[name](event)),
    announceHeads({ ...deps, io, connections, timers }),
    watchBacklogs(connections, timers),
    signalOnlookers({ ...deps, io, presence, timers }),
    sites.stop,
  ]

  return {
    io,
    sockets: () => countSockets(connections),
    choosePresence: (identity, status) => presence.choose(identity, status),
    async close({ inMs }) {
      isClosing = true
      await sayFarewell(io, timers, inMs)
      for (const stop of stops) stop()
    },
  }
}

function countSockets(connections: Iterable<Connection>): ReturnType<Gateway['sockets']> {
  const counts = { visitor: 0, commercial: 0, anonymous: 0 }
  for (const connection of connections) {
    const identity = identityOf(connection)
    counts[identity === null ? 'anonymous' : audienceOf(identity)] += 1
  }
  return counts
}
