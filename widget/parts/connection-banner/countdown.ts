import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Connection } from '../../core/state.ts'

/** Draws an element again each second that is one less until the next try to connect. */
export class CountdownController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #connection: () => Connection | undefined
  #tick: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, connection: () => Connection | undefined) {
    this.#host = host
    this.#connection = connection
  }

  hostUpdated(): void {
    this.hostDisconnected()
    const connection = this.#connection()
    const left = connection?.state === 'reconnecting' ? (connection.retryAt ?? 0) - Date.now() : 0
    // The next change of the number, not a second from now: the countdown then never skips one.
    if (left > 0) this.#tick = setTimeout(() => this.#host.requestUpdate(), left % 1_000 || 1_000)
  }

  hostDisconnected(): void {
    clearTimeout(this.#tick)
  }
}
