import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Messages that come one after another are told as one number. */
const SETTLE_MS = 1_000

/** How many messages wait, for a screen reader: once they have stopped coming, and only while the panel is closed. */
export class UnreadAnnouncer implements ReactiveController {
  isQuiet = false
  /** What to say; 0 says nothing. */
  count = 0
  readonly #host: ReactiveControllerHost
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  say(count: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.count = this.isQuiet ? 0 : count
      this.#host.requestUpdate()
    }, SETTLE_MS)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }
}
