import { Emitter } from '@socket.io/component-emitter'
import { openPolling } from './engine.io-polling.ts'
import { openWebSocket } from './engine.io-websocket.ts'

/** A way to the server and back for packets as text. */
export interface Pipe {
  readonly send: (packet: string) => void
  /** What was sent before still goes out. */
  readonly close: () => void
}

/** Who listens to a pipe: never told anything before `open…` has returned. */
export interface PipeOwner {
  readonly hear: (packet: string) => void
  /** The way is broken, or was never there. */
  readonly end: () => void
}

export type OpenPipe = (address: URL, owner: PipeOwner) => Pipe

interface Told {
  readonly open: () => void
  /** Instead of `open`. */
  readonly error: (error: Error) => void
  /** After `open`; nothing comes after it. */
  readonly close: (reason: string) => void
  readonly ping: () => void
  readonly data: (text: string) => void
}

interface EngineOptions {
  readonly path: string
  /** In the order in which they are tried, for as long as none has opened. */
  readonly transports: readonly ('websocket' | 'polling')[]
}

/**
 * Engine.IO's client for what we say over it: revision 4 (socket.io/docs/v4/engine-io-protocol), text only, on the transport that it
 * opened with. A quarter of the library's weight, which has more transports, upgrades between them, and runs in Node too. Silence is
 * not counted here but in `core/line.ts`, which also limits how long opening may take.
 */
export class Socket extends Emitter<object, object, Told> {
  #pipe: Pipe | undefined
  #state: 'opening' | 'open' | 'closed' = 'opening'

  constructor(uri: string, { path, transports }: EngineOptions) {
    super()
    const address = new URL(`${path}/?EIO=4`, uri)
    this.#open(address, [...transports])
  }

  #open(address: URL, [transport, ...others]: EngineOptions['transports'][number][]): void {
    const open = transport === 'polling' ? openPolling : openWebSocket
    this.#pipe = open(address, {
      hear: (packet) => this.#hear(packet),
      end: () => {
        if (this.#state === 'opening' && others.length > 0) this.#open(address, others)
        else this.#end()
      },
    })
  }

  #hear(packet: string): void {
    if (this.#state === 'closed') return
    const data = packet.slice(1)
    switch (packet[0]) {
      case '0':
        this.#state = 'open'
        this.emitReserved('open')
        return
      case '1':
        return this.#end()
      case '2':
        this.#pipe?.send(`3${data}`)
        this.emitReserved('ping')
        return
      case '4':
        this.emitReserved('data', data)
    }
  }

  #end(): void {
    const state = this.#state
    this.close()
    if (state === 'opening') this.emitReserved('error', new Error('The server cannot be reached'))
    if (state === 'open') this.emitReserved('close', 'transport close')
  }

  /** Called by the library for each packet of its own. */
  write(text: string): void {
    this.#pipe?.send(`4${text}`)
  }

  close(): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    this.#pipe?.close()
  }

  /** The library asks before it sends; see above for who counts. */
  _hasPingExpired(): boolean {
    return false
  }
}

interface Timers {
  setTimeoutFn?: (run: () => void, ms: number) => unknown
  clearTimeoutFn?: (timer: number) => void
}

/** The library takes its timers and its next turn from the engine too. */
export function installTimerFunctions(host: Timers): void {
  host.setTimeoutFn = (run, ms) => setTimeout(run, ms)
  host.clearTimeoutFn = (timer) => clearTimeout(timer)
}

export const nextTick = queueMicrotask
