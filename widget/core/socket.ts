import type { Ack, ClientEventName, ClientPayload, Refused } from '#shared/events.ts'
import { createLine, type Line, type LineOptions } from './line.ts'

const ACK_TIMEOUT_MS = 5_000

/** The line, and what is said over it. What is heard is in `listeners.ts`. */
export interface ChatSocket extends Omit<Line, 'socket'> {
  /** Rejects when no acknowledgement comes. */
  readonly ask: <Name extends 'chat:join' | 'auth:refresh'>(
    event: Name,
    payload: ClientPayload<Name>,
  ) => Promise<Ack<Name> | Refused>
  /** Said if the line is there, never kept for later. */
  readonly tell: (event: ClientEventName, payload: object) => void
}

export function createSocket(options: LineOptions): ChatSocket {
  const { socket, ...line } = createLine(options)
  return {
    ...line,
    ask(event, payload) {
      const held = socket()
      if (held === null) return Promise.reject(new Error('Not connected'))
      // The library's types lose the tie between an event and its payload once the event is a variable.
      return held.timeout(ACK_TIMEOUT_MS).emitWithAck(event, ...([payload] as never)) as Promise<never>
    },
    tell(event, payload) {
      if (line.isOnline()) socket()?.emit(event, payload as never)
    },
  }
}
