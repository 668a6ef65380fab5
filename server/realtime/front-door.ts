import { ServerResponse, type IncomingMessage } from 'node:http'
import type { AddressOf } from '../auth/client-address.ts'
import type { Clock } from '../domain/clock.ts'
import type { Carrier, ChatServer } from './connection.ts'
import { createTokenBucket } from './token-bucket.ts'

/** After a restart everybody comes back at once. What is above this waits outside, where it costs nothing. */
const HANDSHAKES = { perSecond: 200, burst: 400 }
/** Connections of one address that have not yet said who they are. */
const MAX_WAITING_PER_ADDRESS = 50
const RETRY_AFTER_SECONDS = 2

interface Deps {
  readonly addressOf: AddressOf
  readonly clock: Clock
  readonly rateLimits: boolean
  readonly isClosing: () => boolean
}

/** Turns handshakes away, with 503, before anything is kept for them or read from the store: a storm must not become an outage. */
export function guardFrontDoor(io: ChatServer, { addressOf, clock, rateLimits, isClosing }: Deps): void {
  const handshakes = createTokenBucket(HANDSHAKES, clock)
  const waiting = new Map<string, Set<Carrier>>()

  function addressFor({ socket, headers }: IncomingMessage): string {
    return addressOf(socket.remoteAddress, headers)
  }

  function hasRoom(request: IncomingMessage): boolean {
    if (isClosing()) return false
    if (!rateLimits) return true
    return (waiting.get(addressFor(request))?.size ?? 0) < MAX_WAITING_PER_ADDRESS && handshakes.take()
  }

  function forget(address: string, carrier: Carrier): void {
    const carriers = waiting.get(address)
    carriers?.delete(carrier)
    if (carriers?.size === 0) waiting.delete(address)
  }

  io.engine.use((request: IncomingMessage, response: unknown, next: () => void) => {
    // With a session it is the next request of a connection that was let in.
    const isHandshake = !new URL(request.url ?? '/', 'http://localhost').searchParams.has('sid')
    if (!isHandshake || hasRoom(request)) next()
    else turnAway(request, response)
  })
  io.engine.on('connection', (carrier: Carrier) => {
    const address = addressFor(carrier.request)
    waiting.set(address, (waiting.get(address) ?? new Set()).add(carrier))
    carrier.once('close', () => forget(address, carrier))
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
