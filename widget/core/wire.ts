import type { ServerToClientEvents } from '#shared/events.ts'
import type { OpenSocket, WireSocket } from './environment.ts'

/** What the connection itself tells, whatever is said over it. */
export interface WireListeners {
  readonly onOnline: () => void
  readonly onLost: () => void
  /** `code` when the server refused who we are, not when it could not be reached. */
  readonly onFailed: (code: string | undefined) => void
  /** Anything came: even a ping proves that the line is alive. */
  readonly onPacket: () => void
}

interface WireOptions extends WireListeners {
  readonly apiUrl: string
  readonly token: () => string | null
  readonly events: Partial<ServerToClientEvents>
}

/** The library's socket, set up for us and not yet connected. */
export function buildWire(open: OpenSocket, options: WireOptions): WireSocket {
  const socket = open(options.apiUrl, {
    path: '/socket.io/',
    transports: ['websocket', 'polling'],
    // Without it, "polling" in the list is never tried where WebSocket is blocked.
    tryAllTransports: true,
    // Two clients on one page are two people.
    forceNew: true,
    autoConnect: false,
    // Ours instead: the library's tells nobody when it will try next, and repeats a token that was refused.
    reconnection: false,
    // Ours instead: the library's does not cover the part of the handshake that says who we are.
    timeout: false,
    auth: (send: (credentials: object) => void) => send({ token: options.token() }),
  })
  // Here and nowhere else: a listener attached on `connect` would hear everything twice after the first drop.
  socket.on('connect', options.onOnline)
  socket.on('disconnect', options.onLost)
  socket.on('connect_error', (cause: Error & { data?: { code?: string } }) =>
    options.onFailed(cause.data?.code),
  )
  socket.onAny(options.onPacket)
  socket.io.on('ping', options.onPacket)
  for (const [event, listener] of Object.entries(options.events)) {
    socket.on(event as keyof ServerToClientEvents, listener)
  }
  return socket
}

/** A proxy may accept the upgrade to WebSocket and then pass nothing: next time the other transport goes first. */
export function swapTransports(socket: WireSocket): void {
  const { transports } = socket.io.opts
  socket.io.opts.transports = transports?.toReversed() as NonNullable<typeof transports>
}
