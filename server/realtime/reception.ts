import type { DisconnectReason } from 'socket.io'
import { rooms } from '#shared/rooms.ts'
import type { Clock } from '../domain/clock.ts'
import { audienceOf, type Identity } from '../domain/identity.ts'
import { toTime } from '../domain/views.ts'
import type { Admission } from './admission.ts'
import { identityOf, type ChatSocket, type Connection } from './connection.ts'
import { cutOff } from './cut-off.ts'
import type { EndedSessions } from './ended-sessions.ts'
import type { Expiry } from './expiry.ts'
import type { PeopleSignals } from './people-signals.ts'
import type { PresenceSignals } from './presence-signals.ts'
import type { Timers } from './timers.ts'
import type { Typing } from './typing.ts'
import type { Viewing } from './viewing.ts'

/** How long somebody without credentials may stay: enough to test a connection. */
const ANONYMOUS_MS = 30_000
/** The client is not coming right back: it said goodbye, or was sent away. */
const FINAL_REASONS: ReadonlySet<DisconnectReason> = new Set([
  'client namespace disconnect',
  'server namespace disconnect',
])

interface Deps {
  readonly connections: Set<Connection>
  readonly admission: Admission
  readonly endedSessions: EndedSessions
  readonly people: Pick<PeopleSignals, 'isOutdated'>
  readonly dispatch: (connection: Connection) => void
  readonly presence: PresenceSignals
  readonly typing: Typing
  readonly viewing: Viewing
  readonly expiry: Expiry
  readonly clock: Clock
  readonly timers: Timers
}

/** Receives each socket that was admitted, and cleans up behind it. */
export function createReception(deps: Deps): (socket: ChatSocket) => void {
  return (socket) => {
    const { proofs } = socket.data
    const identities = proofs.map(({ identity }) => identity)
    if (identities.some(({ sessionId }) => deps.endedSessions.has(sessionId))) {
      socket.emit('session:expired', { code: 'invalid_token' })
      socket.disconnect(true)
      return
    }
    if (identities.some((one) => deps.people.isOutdated(one))) {
      socket.conn.close()
      return
    }
    const connection: Connection = { socket, identities, joined: new Map() }
    const identity = identityOf(connection)
    void socket.join(identities.flatMap(roomsOf))
    deps.dispatch(connection)
    welcome(socket, identity, deps.clock)
    const takeLeave = settle(deps, connection)
    deps.expiry.watch(connection, proofs[0]?.expiresAt ?? null)
    socket.on('disconnect', takeLeave)
  }
}

function welcome(socket: ChatSocket, identity: Identity | null, clock: Clock): void {
  socket.emit('welcome', {
    message: 'Connected',
    clientId: socket.id,
    timestamp: toTime(clock.now()),
    principal: identity === null ? 'anonymous' : audienceOf(identity),
  })
}

/** Whatever is kept for a connection begins here, and ends with what this returns. */
function settle(deps: Deps, connection: Connection): (reason: DisconnectReason) => void {
  const { connections, admission, presence, typing, viewing, expiry, timers } = deps
  const { socket } = connection
  const identity = identityOf(connection)
  connections.add(connection)
  const stopCounting = admission.count(socket)
  const stopWaiting = identity === null ? timers.after(ANONYMOUS_MS, () => socket.disconnect(true)) : null
  if (identity !== null) presence.connected(identity)
  if (identity !== null && identity.role !== 'visitor')
    socket.emit('presence:state', presence.stateFor(identity))
  return (reason) => {
    connections.delete(connection)
    stopCounting()
    stopWaiting?.()
    typing.forget(connection)
    viewing.forget(connection)
    expiry.forget(connection)
    if (identity !== null) presence.disconnected(identity, !FINAL_REASONS.has(reason))
    // Somebody may leave and keep the connection, which would then be counted by nobody.
    if (reason === 'client namespace disconnect') socket.conn.close()
    // Whoever is silent does not answer a farewell either, and would be waited for half a minute more.
    if (reason === 'ping timeout') cutOff(socket.conn)
  }
}

/** What a socket hears without asking for any chat. */
function roomsOf(identity: Identity): string[] {
  const session = rooms.session(identity.sessionId)
  if (identity.role === 'visitor')
    return [session, rooms.visitor(identity.userId), rooms.siteVisitors(identity.siteId)]
  const sites = identity.siteIds.flatMap((siteId) => [
    rooms.siteCommercials(siteId),
    rooms.siteCommercial(siteId, identity.userId),
  ])
  return [session, ...sites, ...(identity.role === 'admin' ? [rooms.admins] : [])]
}
