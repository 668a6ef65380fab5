import type { Ack, ClientEventName, ClientPayload, Refused, ServerToClientEvents } from '#shared/events.ts'
import { createBackoff } from './backoff.ts'
import type { Cancel, Environment, OpenSocket, WireSocket } from './environment.ts'
import type { Lifetime } from './lifetime.ts'
import type { Connection } from './state.ts'

/** Behind a proxy that lets a WebSocket begin and then nothing through, the other way is found within ten seconds. */
const CONNECT_TIMEOUT_MS = 7_000
const ACK_TIMEOUT_MS = 5_000
/** A connection that lasted this long has worked: the next loss begins with short waits again. */
const STABLE_MS = 5_000
const RESTART_SPREAD_MS = 1_000
/** After a restart everybody comes back at once, and the server lets in so many a second: who waits ever longer comes last. */
const CROWD_MS = 2_000
/** The server pings every 10 s; without any packet for this long the line is dead, whatever the system says. */
const DEAD_MS = 20_000
/** After waking up, silence of this length is suspicious enough to begin anew. */
const SUSPICIOUS_MS = 15_000

/** One connection that is kept up for as long as it is wanted, and what is said over it. What is heard is in `listeners.ts`. */
export interface Line {
  readonly isOnline: () => boolean
  open(): void
  readonly close: () => void
  readonly connectNow: () => void
  /** The page is awake again, or the device online: trust nothing that has been silent. */
  wake(): void
  /** The device says that its network is gone. */
  readonly goOffline: () => void
  /** Rejects when no acknowledgement comes. */
  ask<Name extends 'chat:join' | 'auth:refresh'>(
    event: Name,
    payload: ClientPayload<Name>,
  ): Promise<Ack<Name> | Refused>
  /** Said if the line is there, never kept for later. */
  readonly tell: (event: ClientEventName, payload: object) => void
}

interface LineOptions {
  readonly apiUrl: string
  readonly life: Lifetime
  readonly environment: Environment
  readonly credentials: () => {
    token(): string | null
    /** Sees to a usable token, a new one if the last was refused; false when there is nobody to connect as. */
    prepare(isRefused: boolean): Promise<boolean>
  }
  /** Asked for once, and attached once. */
  readonly events: () => Partial<ServerToClientEvents>
  readonly onOnline: () => void
  readonly onLost: () => void
  readonly show: (connection: Connection) => void
}

interface Listeners {
  readonly onPacket: () => void
  readonly [event: string]: unknown
}

export function createLine(options: LineOptions): Line {
  const { credentials, life, environment, show } = options
  const { now, random } = environment
  const backoff = createBackoff(random)
  const refusal = createRefusal(() => credentials().token())
  let socket: WireSocket | undefined
  let isWanted = false
  let isTrying = false
  let hasTried = false
  /** When the server has said that it will be back. */
  let restartAt = 0
  let onlineAt = 0
  let lastPacketAt = 0
  /** Of the one thing that is waited for: the next try, its outcome, or, once online, a sign of life. */
  let cancelTimer: Cancel = () => {}
  life.onEnd(close)

  function wait(ms: number, run: () => void): void {
    cancelTimer()
    cancelTimer = life.after(ms, run)
  }

  const isOnline = () => socket?.connected === true

  async function connect(): Promise<void> {
    if (isTrying || isOnline() || !isWanted) return
    isTrying = true
    showWaiting(null)
    try {
      const isReady = await credentials().prepare(refusal.isCurrent())
      const open = await environment.loadSocket()
      if (!isTrying) return
      if (!isReady) return close()
      socket ??= buildSocket(open, options, {
        ...options.events(),
        onPacket: listen,
        connect: online,
        disconnect: lost,
        connect_error: refused,
        'session:expired': refusal.note,
        'server:restart': ({ inMs }: { inMs: number }) => void (restartAt = now() + inMs),
      })
      wait(CONNECT_TIMEOUT_MS, giveUp)
      refusal.begin()
      socket.connect()
    } catch {
      if (isTrying) tryLater()
    }
  }

  function refused({ data, description }: { data?: { code?: string }; description?: unknown }): void {
    // Without a code the server could not be reached.
    if (data?.code === 'invalid_token' || data?.code === 'token_expired') refusal.note()
    // The library gives the status of the answer to polling, which is tried where a WebSocket was turned away.
    tryLater(description === 503 ? CROWD_MS * (0.5 + random()) : undefined)
  }

  function giveUp(): void {
    socket?.disconnect()
    // A proxy may accept the upgrade to WebSocket and then pass nothing: next time the other transport goes first.
    socket?.io.opts.transports?.reverse()
    tryLater()
  }

  function online(): void {
    isTrying = false
    onlineAt = now()
    listen()
    show({ state: 'online' })
    options.onOnline()
  }

  /** A packet came: from here on, silence is counted. */
  function listen(): void {
    lastPacketAt = now()
    if (isOnline()) wait(DEAD_MS, onSilence)
  }

  function onSilence(): void {
    // A hidden page's timers are throttled and prove nothing; it looks again when it is shown.
    if (environment.page()?.document.visibilityState === 'hidden') wait(DEAD_MS, onSilence)
    else beginAnew()
  }

  function lost(): void {
    if (now() - onlineAt >= STABLE_MS) backoff.reset()
    options.onLost()
    tryLater()
  }

  function tryLater(waitMs?: number): void {
    isTrying = false
    hasTried = true
    if (!isWanted) return
    const untilRestart = restartAt - now()
    const ms = untilRestart > 0 ? untilRestart + random() * RESTART_SPREAD_MS : (waitMs ?? backoff.next())
    wait(ms, () => void connect())
    showWaiting(now() + ms)
  }

  function showWaiting(retryAt: number | null): void {
    if (environment.page()?.navigator.onLine === false) show({ state: 'offline' })
    else show(hasTried ? { state: 'reconnecting', retryAt } : { state: 'connecting' })
  }

  /** On a fresh connection; `disconnect` is told at once, even if the old one can no longer be closed. */
  function beginAnew(): void {
    if (isOnline()) socket?.disconnect()
    connectNow()
  }

  function connectNow(): void {
    backoff.reset()
    void connect()
  }

  function close(): void {
    isWanted = isTrying = false
    cancelTimer()
    socket?.disconnect()
    hasTried = false
    show({ state: 'idle' })
  }

  return {
    isOnline,
    open() {
      if (isWanted || life.isOver()) return
      isWanted = true
      void connect()
    },
    close,
    connectNow,
    wake() {
      if (!isOnline() || now() - lastPacketAt > SUSPICIOUS_MS) beginAnew()
    },
    goOffline() {
      if (isOnline()) socket?.disconnect()
      else if (isWanted) showWaiting(null)
    },
    ...talkOver(() => socket),
  }
}

/** Whether the server refused the token that there still is; another may have come since, of another session. */
function createRefusal(token: () => string | null) {
  let isRefused = false
  let used: string | null
  return {
    isCurrent: () => isRefused && used === token(),
    note: () => void (isRefused = true),
    /** With the token that there is now. */
    begin() {
      used = token()
      isRefused = false
    },
  }
}

/** The library's socket, set up for us and not yet connected. */
function buildSocket(
  open: OpenSocket,
  { apiUrl, credentials }: LineOptions,
  { onPacket, ...listeners }: Listeners,
): WireSocket {
  const socket = open(apiUrl, {
    transports: ['websocket', 'polling'],
    // Without it, "polling" in the list is never tried where WebSocket is blocked.
    tryAllTransports: true,
    autoConnect: false,
    // Ours instead: the library's tells nobody when it will try next, and repeats a token that was refused.
    reconnection: false,
    // Ours instead: the library's does not cover the part of the handshake that says who we are.
    timeout: false,
    auth: (send: (credentials: object) => void) => send({ token: credentials().token() }),
  })
  // Here and nowhere else: a listener attached on `connect` would hear everything twice after the first drop.
  for (const [event, listener] of Object.entries(listeners)) {
    socket.on(event as 'connect', listener as () => void)
  }
  // Anything that comes, even a ping, proves that the line is alive.
  socket.onAny(onPacket)
  socket.io.on('ping', onPacket)
  return socket
}

function talkOver(socket: () => WireSocket | undefined): Pick<Line, 'ask' | 'tell'> {
  return {
    async ask(event, payload) {
      const line = socket()
      if (line === undefined) throw new Error('Not connected')
      // The library's types lose the tie between an event and its payload once the event is a variable.
      return line.timeout(ACK_TIMEOUT_MS).emitWithAck(event, ...([payload] as never)) as Promise<never>
    },
    tell(event, payload) {
      const line = socket()
      if (line?.connected) line.emit(event, payload as never)
    },
  }
}
