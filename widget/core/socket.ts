import type { Ack, ClientEventName, ClientPayload, Refused, ServerToClientEvents } from '#shared/events.ts'
import { createBackoff } from './backoff.ts'
import type { Cancel, Environment, WireSocket } from './environment.ts'
import type { Lifetime } from './lifetime.ts'
import type { Connection } from './state.ts'

const ACK_TIMEOUT_MS = 5_000
/** A proxy may accept the upgrade and then pass nothing: short, so that the other transport gets its turn. */
const CONNECT_TIMEOUT_MS = 8_000
/** The server pings every 10 s; without any packet for this long the line is dead, whatever the system says. */
const SILENCE_MS = 20_000
/** After waking up, silence of this length is suspicious enough to begin anew. */
const WAKE_SILENCE_MS = 15_000
const STABLE_MS = 5_000

export interface ChatSocket {
  /** Connects, and stays connected until `close`. */
  open(): void
  close(): void
  isOnline(): boolean
  connectNow(): void
  /** The page is awake again, or the device online: trust nothing that has been silent. */
  wake(): void
  /** The device says that its network is gone. */
  goOffline(): void
  /** Rejects when no acknowledgement comes. */
  ask<Name extends 'chat:join' | 'auth:refresh'>(
    event: Name,
    payload: ClientPayload<Name>,
  ): Promise<Ack<Name> | Refused>
  /** Said if the line is there, never kept for later. */
  tell(event: ClientEventName, payload: object): void
}

interface SocketOptions {
  readonly apiUrl: string
  readonly life: Lifetime
  readonly environment: Environment
  token(): string | null
  /** Sees to a usable token, a new one if the last was `refused`; false when there is nobody to connect as. */
  prepare(isRefused: boolean): Promise<boolean>
  readonly listeners: Partial<ServerToClientEvents>
  onOnline(): void
  onLost(): void
  show(connection: Connection): void
  isDeviceOffline(): boolean
  isHidden(): boolean
}

export function createSocket(options: SocketOptions): ChatSocket {
  const { life, environment } = options
  const backoff = createBackoff(environment.random)
  let socket: WireSocket | null = null
  let isWanted = false
  let isTrying = false
  let isRefused = false
  let hasBeenOnline = false
  let restartAt = 0
  let lastPacketAt = 0
  let cancelRetry: Cancel = () => {}
  let cancelWatch: Cancel = () => {}
  let cancelStable: Cancel = () => {}
  let cancelTry: Cancel = () => {}

  const isOnline = () => socket?.connected === true

  async function connect(): Promise<void> {
    if (isTrying || isOnline() || !isWanted) return
    isTrying = true
    cancelRetry()
    showWaiting(null)
    try {
      const isReady = await options.prepare(isRefused)
      isRefused = false
      const open = await environment.loadSocket()
      if (!isWanted || life.isOver()) isTrying = false
      else if (!isReady) close()
      else {
        socket ??= build(open)
        cancelTry = life.after(CONNECT_TIMEOUT_MS, giveUp)
        socket.connect()
      }
    } catch {
      isTrying = false
      retry()
    }
  }

  function build(open: Awaited<ReturnType<Environment['loadSocket']>>): WireSocket {
    const built = open(options.apiUrl, {
      path: '/socket.io/',
      transports: ['websocket', 'polling'],
      // Without it "polling" in the list is never tried where WebSocket is blocked.
      tryAllTransports: true,
      // Ours, since the library's does not cover the part of the handshake that says who we are.
      timeout: false,
      // Two clients on one page are two people.
      forceNew: true,
      autoConnect: false,
      // Ours: the library's tells nobody when it will try next, and repeats a dead token.
      reconnection: false,
      withCredentials: false,
      auth: (send: (credentials: object) => void) => send({ token: options.token() }),
    })
    listen(built)
    life.onEnd(close)
    return built
  }

  /** Every listener, once: one attached on `connect` would hear everything twice after the first drop. */
  function listen(built: WireSocket): void {
    built.on('connect', online)
    built.on('disconnect', lost)
    built.on('connect_error', failed)
    built.onAny(heard)
    built.io.on('ping', heard)
    built.on('session:expired', () => void (isRefused = true))
    built.on('server:restart', ({ inMs }) => void (restartAt = environment.now() + inMs))
    for (const [event, listener] of Object.entries(options.listeners)) {
      built.on(event as keyof ServerToClientEvents, listener)
    }
  }

  function settle(): void {
    isTrying = false
    cancelTry()
  }

  function giveUp(): void {
    socket?.disconnect()
    ;(socket?.io.opts.transports as string[] | undefined)?.reverse()
    settle()
    retry()
  }

  function online(): void {
    settle()
    hasBeenOnline = true
    cancelStable = life.after(STABLE_MS, backoff.reset)
    heard()
    options.show({ state: 'online' })
    options.onOnline()
  }

  function lost(): void {
    settle()
    cancelStable()
    cancelWatch()
    options.onLost()
    if (isWanted) retry()
  }

  function failed(cause: Error & { data?: { code?: string } }): void {
    settle()
    const code = cause.data?.code
    if (code === 'invalid_token' || code === 'token_expired') isRefused = true
    if (isWanted) retry()
  }

  function retry(): void {
    // A restarting server names its time; everybody at once would knock it over again.
    const restart = restartAt - environment.now()
    const ms = restart > 0 ? restart + environment.random() * 1_000 : backoff.next()
    restartAt = 0
    cancelRetry()
    cancelRetry = life.after(ms, () => void connect())
    showWaiting(environment.now() + ms)
  }

  function showWaiting(retryAt: number | null): void {
    if (options.isDeviceOffline()) options.show({ state: 'offline' })
    else
      options.show(
        hasBeenOnline || retryAt !== null ? { state: 'reconnecting', retryAt } : { state: 'connecting' },
      )
  }

  function heard(): void {
    lastPacketAt = environment.now()
    cancelWatch()
    cancelWatch = life.after(SILENCE_MS, silent)
  }

  function silent(): void {
    // A hidden page's timers are throttled: it looks again when it is shown.
    if (options.isHidden()) cancelWatch = life.after(SILENCE_MS, silent)
    else restart()
  }

  /** Begins anew on a fresh connection; `disconnect` is told at once, even if the old one can no longer be closed. */
  function restart(): void {
    if (isOnline()) socket?.disconnect()
    connectNow()
  }

  function connectNow(): void {
    if (!isWanted) return
    backoff.reset()
    void connect()
  }

  function close(): void {
    isWanted = false
    settle()
    hasBeenOnline = false
    cancelRetry()
    cancelWatch()
    cancelStable()
    socket?.disconnect()
    if (!life.isOver()) options.show({ state: 'idle' })
  }

  return {
    open() {
      if (isWanted) return
      isWanted = true
      void connect()
    },
    close,
    isOnline,
    connectNow,
    wake() {
      if (!isOnline()) connectNow()
      else if (environment.now() - lastPacketAt > WAKE_SILENCE_MS) restart()
    },
    goOffline() {
      if (isOnline()) socket?.disconnect()
      else if (isWanted) options.show({ state: 'offline' })
    },
    ask(event, payload) {
      if (socket === null) return Promise.reject(new Error('Not connected'))
      return socket.timeout(ACK_TIMEOUT_MS).emitWithAck(event, ...([payload] as never)) as Promise<never>
    },
    tell(event, payload) {
      if (isOnline()) socket?.emit(event, payload as never)
    },
  }
}
