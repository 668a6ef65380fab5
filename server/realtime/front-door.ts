import { ServerResponse, type IncomingMessage } from 'node:http'
import type { AddressOf } from '../auth/client-address.ts'
import type { Clock } from '../domain/clock.ts'
import type { Carrier, ChatServer } from './connection.ts'
import type { Tally } from './tally.ts'
import type { Timers } from './timers.ts'
import { cutOff } from './cut-off.ts'
import { createTokenBucket } from './token-bucket.ts'

/** After a restart everybody comes back at once. What is above this waits outside, where it costs nothing. */
const HANDSHAKES = { perSecond: 200, burst: 400 }
/** Long enough to say who one is, over the slowest line. */
const GRACE_MS = 3_000
/** Connections of one address that are within it: as many as an office or a carrier brings along at once. */
const MAX_NEW_PER_ADDRESS = 200
/** Those that are not, and go on saying nothing. */
const MAX_SILENT_PER_ADDRESS = 50
const RETRY_AFTER_SECONDS = 2

interface Deps {
  readonly addressOf: AddressOf
  readonly clock: Clock
  readonly timers: Timers
  readonly rateLimits: boolean
  readonly tally: Tally
  readonly isClosing: () => boolean
}

/** The connections of one address that have not yet said who they are. */
interface Waiting {
  readonly young: Set<Carrier>
  readonly silent: Set<Carrier>
}

/**
 * Turns handshakes away, with 503, before anything is kept for them or read from the store: a storm must not become an outage. Who
 * somebody is they say in their first packet and never in an address, so nobody is taken for a stranger before there was time for it:
 * a thousand people behind one address come back as fast as anybody.
 */
export function guardFrontDoor(io: ChatServer, deps: Deps): void {
  const { addressOf, clock, timers, rateLimits, tally, isClosing } = deps
  const handshakes = createTokenBucket(HANDSHAKES, clock)
  const addresses = new Map<string, Waiting>()

  function addressFor({ socket, headers }: IncomingMessage): string {
    return addressOf(socket.remoteAddress, headers)
  }

  function hasRoom(request: IncomingMessage): boolean {
    if (isClosing()) return false
    if (!rateLimits) return true
    return (addresses.get(addressFor(request))?.young.size ?? 0) < MAX_NEW_PER_ADDRESS && handshakes.take()
  }

  function waitingAt(address: string): Waiting {
    const waiting = addresses.get(address) ?? { young: new Set(), silent: new Set() }
    addresses.set(address, waiting)
    return waiting
  }

  function forget(address: string, carrier: Carrier): void {
    const waiting = addresses.get(address)
    if (waiting === undefined) return
    waiting.young.delete(carrier)
    waiting.silent.delete(carrier)
    if (waiting.young.size + waiting.silent.size === 0) addresses.delete(address)
  }

  function fallSilent({ young, silent }: Waiting, carrier: Carrier): void {
    if (!young.delete(carrier)) return
    silent.add(carrier)
    if (rateLimits && silent.size > MAX_SILENT_PER_ADDRESS) cutOff(carrier)
  }

  io.engine.use((request: IncomingMessage, response: unknown, next: () => void) => {
    // With a session it is the next request of a connection that was let in.
    const isHandshake = !new URL(request.url ?? '/', 'http://localhost').searchParams.has('sid')
    if (!isHandshake || hasRoom(request)) return next()
    tally.turnedAway()
    turnAway(request, response)
  })
  io.engine.on('connection', (carrier: Carrier) => {
    const address = addressFor(carrier.request)
    const waiting = waitingAt(address)
    waiting.young.add(carrier)
    const cancel = timers.after(GRACE_MS, () => fallSilent(waiting, carrier))
    carrier.once('close', () => {
      cancel()
      forget(address, carrier)
    })
  })
  io.on('connection', ({ conn }) => forget(addressFor(conn.request), conn))
}

function turnAway({ socket }: IncomingMessage, response: unknown): void {
  const body = JSON.stringify({ code: 'not_ready' })
  const headers = { 'retry-after': String(RETRY_AFTER_SECONDS), 'content-type': 'application/json' }
  if (response instanceof ServerResponse) {
    response.writeHead(503, headers).end(body)
    return
  }
  // An upgrade has no response of its own, only its connection.
  const lines = Object.entries({ ...headers, 'content-length': body.length, connection: 'close' })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 503 Service Unavailable\r\n${head}\r\n${body}`, () => socket.destroy())
}
