import { Emitter } from '@socket.io/component-emitter'
import { openPolling } from './engine.io-polling.ts'
import { openWebSocket } from './engine.io-websocket.ts'
import type { Pipe } from './pipe.ts'
import { decode, encode, type Packet } from './socket.io-parser.ts'

interface Told {
  readonly open: () => void
  /** Instead of `open`. */
  readonly error: (error: Error) => void
  /** After `open`; nothing comes after it. */
  readonly close: (reason: string) => void
  readonly ping: () => void
  readonly packet: (packet: Packet) => void
}

interface Options {
  /** In the order in which they are tried, for as long as none has opened. */
  readonly transports: readonly ('websocket' | 'polling')[]
}

/**
 * One connection, which the library's `Socket` talks over: Socket.IO's manager and Engine.IO's client in one (revision 4,
 * socket.io/docs/v4/engine-io-protocol), for what we say. Text only, on the transport that it opened with. A fifth of their weight: they
 * have more transports, upgrades between them, try again by themselves, and run in Node too. When to try again, how long opening may
 * take and what silence means is counted in `core/line.ts`.
 */
export class Connection extends Emitter<object, object, Told> {
  readonly opts: Options
  // What the library's `Socket` asks of its manager.
  readonly _autoConnect = false
  readonly _reconnecting = false
  _readyState: 'opening' | 'open' | 'closed' = 'closed'

  readonly #address: URL
  #pipe: Pipe | undefined

  constructor(uri: string, options: Options) {
    super()
    this.opts = options
    this.#address = new URL('/socket.io/?EIO=4', uri)
  }

  setTimeoutFn(run: () => void, ms: number): unknown {
    return setTimeout(run, ms)
  }

  clearTimeoutFn(timer: number): void {
    clearTimeout(timer)
  }

  open(): void {
    if (this._readyState !== 'closed') return
    this._readyState = 'opening'
    this.#try([...this.opts.transports])
  }

  #try([transport, ...others]: Options['transports'][number][]): void {
    const open = transport === 'polling' ? openPolling : openWebSocket
    // What an earlier pipe still says is nobody's business.
    const isCurrent = () => this.#pipe === pipe
    const pipe: Pipe = open(this.#address, {
      hear: (packet) => isCurrent() && this.#hear(packet),
      end: () => {
        if (!isCurrent()) return
        if (this._readyState === 'opening' && others.length > 0) this.#try(others)
        else this.#end()
      },
    })
    this.#pipe = pipe
  }

  #hear(packet: string): void {
    const data = packet.slice(1)
    switch (packet[0]) {
      case '0':
        this._readyState = 'open'
        this.emitReserved('open')
        return
      case '1':
        return this.#end()
      case '2':
        this.#pipe?.send(`3${data}`)
        this.emitReserved('ping')
        return
      case '4':
        this.#receive(data)
    }
  }

  #receive(text: string): void {
    try {
      const packet = decode(text)
      // Later: what a listener throws is not for a pipe to catch.
      queueMicrotask(() => this.emitReserved('packet', packet))
    } catch {
      this.#end()
    }
  }

  #end(): void {
    const state = this._readyState
    this._destroy()
    if (state === 'opening') this.emitReserved('error', new Error('The server cannot be reached'))
    if (state === 'open') this.emitReserved('close', 'transport close')
  }

  _packet(packet: Packet): void {
    this.#pipe?.send(`4${encode(packet)}`)
  }

  /** Closes it, and tells nobody: whoever asked knows. */
  _destroy(): void {
    const pipe = this.#pipe
    this._readyState = 'closed'
    this.#pipe = undefined
    pipe?.close()
  }
}
