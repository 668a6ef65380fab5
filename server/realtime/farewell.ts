import type { ChatServer } from './connection.ts'

/** How long a closing server waits for its last packets to leave. */
const FAREWELL_MS = 1_000

/** Tells everybody when to come back, and closes every connection once that is said. */
export async function sayFarewell(io: ChatServer, inMs: number): Promise<void> {
  io.local.emit('server:restart', { inMs })
  await closeConnections(io)
  io.engine.close()
}

/** Closes the connections rather than the sockets: a client that was disconnected by name would not come back by itself. */
async function closeConnections(io: ChatServer): Promise<void> {
  const closing = [...io.sockets.sockets.values()].map(
    ({ conn }) =>
      new Promise<void>((resolve) => {
        conn.once('close', () => resolve())
        conn.close()
      }),
  )
  let stopWaiting = (): void => undefined
  const patience = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, FAREWELL_MS)
    stopWaiting = () => clearTimeout(timer)
  })
  await Promise.race([Promise.all(closing), patience])
  stopWaiting()
}
