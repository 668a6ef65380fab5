import type { ChatSocket, Connection } from './connection.ts'
import { cutOff, webSocketOf } from './cut-off.ts'
import type { Timers } from './timers.ts'

/** The room of sockets that cannot keep up. What may be missed is sent to everybody except these. */
export const LAGGING = 'lagging'

const CHECK_INTERVAL_MS = 1_000
const SHED_BYTES = 256 * 1024
const MAX_BYTES = 1024 * 1024

/**
 * Keeps what waits for a slow reader bounded: first typing and presence are spared it, then the connection is cut, and the client
 * reads what it missed when it comes back. Socket.IO's own `volatile` drops whenever a write is under way, which is far too eager.
 */
export function watchBacklogs(connections: Iterable<Connection>, timers: Timers): () => void {
  return timers.every(CHECK_INTERVAL_MS, () => {
    for (const { socket } of connections) {
      const bytes = backlogOf(socket)
      if (bytes > MAX_BYTES) cutOff(socket.conn)
      else if (bytes > SHED_BYTES) void socket.join(LAGGING)
      else if (socket.rooms.has(LAGGING)) void socket.leave(LAGGING)
    }
  })
}

/** What engine.io has not yet handed on, and what the WebSocket took but the network did not. */
function backlogOf({ conn }: ChatSocket): number {
  // Engine.io keeps its queue to itself, and nothing else tells how much of a polling client's is waiting.
  const { writeBuffer } = conn as unknown as { readonly writeBuffer: readonly { readonly data?: unknown }[] }
  const waiting = writeBuffer.reduce((bytes, { data }) => bytes + lengthOf(data), 0)
  return waiting + (webSocketOf(conn)?.bufferedAmount ?? 0)
}

function lengthOf(data: unknown): number {
  if (typeof data === 'string') return data.length
  return data instanceof Uint8Array ? data.byteLength : 0
}
