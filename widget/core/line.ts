import type { ServerToClientEvents } from '#shared/events.ts'
import type { Cancel, Environment, OpenSocket, WireSocket } from './environment.ts'
import type { Lifetime } from './lifetime.ts'
import { createReconnecting } from './reconnecting.ts'
import { createSilenceWatch } from './silence.ts'
import type { Connection } from './state.ts'
import { buildWire, swapTransports } from './wire.ts'

const CONNECT_TIMEOUT_MS = 8_000

/** One connection that is kept up for as long as it is wanted. */
export interface Line {
  /** Null before the first try. */
  readonly socket: () => WireSocket | null
  readonly isOnline: () => boolean
  readonly open: () => void
  readonly close: () => void
  readonly connectNow: () => void
  /** The page is awake again, or the device online: trust nothing that has been silent. */
  readonly wake: () => void
  /** The device says that its network is gone. */
  readonly goOffline: () => void
}

export interface LineOptions {
  readonly apiUrl: string
  readonly life: Lifetime
  readonly environment: Environment
  readonly token: () => string | null
  /** Sees to a usable token, a new one if the last was refused; false when there is nobody to connect as. */
  readonly prepare: (isRefused: boolean) => Promise<boolean>
  readonly events: Partial<ServerToClientEvents>
  readonly onOnline: () => void
  readonly onLost: () => void
  readonly show: (connection: Connection) => void
}

export function createLine(options: LineOptions): Line {
  const { life, environment } = options
  const reconnecting = createReconnecting(life, environment, () => void connect())
  const silence = createSilenceWatch({ life, environment, onDead: restart })
  let socket: WireSocket | null = null
  let isWanted = false
  let isTrying = false
  let isRefused = false
  let hasTried = false
  let cancelTry: Cancel = () => {}
  life.onEnd(close)

  const isOnline = () => socket?.connected === true

  async function connect(): Promise<void> {
    if (isTrying || isOnline() || !isWanted) return
    isTrying = true
    reconnecting.cancel()
    showWaiting(null)
    try {
      const isReady = await options.prepare(isRefused)
      const open = await environment.loadSocket()
      isRefused = false
      if (!isTrying) return
      if (isReady) dial(open)
      else close()
    } catch {
      if (isTrying) tryLater()
    }
  }

  function dial(open: OpenSocket): void {
    socket ??= buildWire(open, {
      apiUrl: options.apiUrl,
      token: options.token,
      events: {
        ...options.events,
        'session:expired': () => void (isRefused = true),
        'server:restart': ({ inMs }) => reconnecting.restartIn(inMs),
      },
      onOnline: online,
      onLost: lost,
      onFailed: failed,
      onPacket: silence.heard,
    })
    cancelTry = life.after(CONNECT_TIMEOUT_MS, giveUp)
    socket.connect()
  }

  function giveUp(): void {
    socket?.disconnect()
    if (socket !== null) swapTransports(socket)
    tryLater()
  }

  function online(): void {
    settle()
    silence.heard()
    reconnecting.connected()
    options.show({ state: 'online' })
    options.onOnline()
  }

  function lost(): void {
    silence.stop()
    options.onLost()
    tryLater()
  }

  function failed(code: string | undefined): void {
    if (code === 'invalid_token' || code === 'token_expired') isRefused = true
    tryLater()
  }

  function tryLater(): void {
    settle()
    if (isWanted) showWaiting(reconnecting.schedule())
  }

  function settle(): void {
    isTrying = false
    hasTried = true
    cancelTry()
  }

  function showWaiting(retryAt: number | null): void {
    if (environment.page()?.navigator.onLine === false) options.show({ state: 'offline' })
    else options.show(hasTried ? { state: 'reconnecting', retryAt } : { state: 'connecting' })
  }

  /** Begins anew on a fresh connection; `disconnect` is told at once, even if the old one can no longer be closed. */
  function restart(): void {
    if (isOnline()) socket?.disconnect()
    connectNow()
  }

  function connectNow(): void {
    reconnecting.hurry()
    void connect()
  }

  function close(): void {
    isWanted = false
    settle()
    hasTried = false
    reconnecting.cancel()
    socket?.disconnect()
    silence.stop()
    options.show({ state: 'idle' })
  }

  return {
    socket: () => socket,
    isOnline,
    open() {
      if (isWanted || life.isOver()) return
      isWanted = true
      void connect()
    },
    close,
    connectNow,
    wake() {
      if (!isOnline()) connectNow()
      else if (silence.isSuspicious()) restart()
    },
    goOffline() {
      if (isOnline()) socket?.disconnect()
      else if (isWanted) showWaiting(null)
    },
  }
}
