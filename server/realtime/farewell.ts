import type { Carrier, ChatServer } from './connection.ts'
import { cutOff } from './cut-off.ts'
import type { Timers } from './timers.ts'

/** How long a closing server waits for its last packets to leave. */
const FAREWELL_MS = 1_000

/** As fast as `front-door.ts` will let them in again. */
const APART_MS = 5
const MAX_SPREAD_MS = 30_000

/** Tells everybody when to come back, and closes every connection once that is said. */
export async function sayFarewell(io: ChatServer, timers: Timers, inMs: number): Promise<void> {
  const sockets = [...io.sockets.sockets.values()]
  for (const [place, socket] of sockets.entries()) {
    socket.emit('server:restart', { inMs: inMs + Math.min(MAX_SPREAD_MS, place * APART_MS) })
  }
  const carriers = carriersOf(io)
  // The carriers rather than the sockets: a client that was disconnected by name would not come back by itself.
  const closed = Promise.all(carriers.map(close))
  const { expired, stopWaiting } = patience(timers)
  await Promise.race([closed, expired])
  stopWaiting()
  // Whoever has not taken the hint by now is not reading.
  for (const carrier of carriers) cutOff(carrier)
  io.engine.close()
}

/** Those that never got as far as a socket, too. */
function carriersOf(io: ChatServer): Carrier[] {
  const { clients } = io.engine as unknown as { readonly clients: Readonly<Record<string, Carrier>> }
  return Object.values(clients)
}

function close(carrier: Carrier): Promise<void> {
  return new Promise((resolve) => {
    carrier.once('close', () => resolve())
    carrier.close()
  })
}

function patience(timers: Timers): { expired: Promise<void>; stopWaiting: () => void } {
  let stopWaiting = (): void => undefined
  const expired = new Promise<void>((resolve) => {
    stopWaiting = timers.after(FAREWELL_MS, resolve)
  })
  return { expired, stopWaiting }
}
