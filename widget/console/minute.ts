import type { ReactiveController, ReactiveControllerHost } from 'lit'

// Thrice a minute: a wait is then never shown a whole minute late.
export const TICK_MS = 20_000

/** Renders a host again as time passes, for what it says in minutes. */
export class MinuteController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), TICK_MS)
  }

  hostDisconnected(): void {
    clearInterval(this.#timer)
  }
}
