import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Whether a person can see an element: it is in view, in a tab that is showing. */
export class SeenController implements ReactiveController {
  readonly #element: () => Element | null
  readonly #onSeen: () => void
  #isInView = false
  #observed: Element | null = null
  readonly #views = new IntersectionObserver((entries) => {
    this.#isInView = entries.at(-1)?.isIntersecting ?? false
    this.#tell()
  })
  readonly #tell = (): void => {
    if (this.isSeen) this.#onSeen()
  }

  constructor(host: ReactiveControllerHost, element: () => Element | null, onSeen: () => void) {
    this.#element = element
    this.#onSeen = onSeen
    host.addController(this)
  }

  get isSeen(): boolean {
    return this.#isInView && document.visibilityState === 'visible'
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#tell)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#tell)
    this.#views.disconnect()
    this.#observed = null
    this.#isInView = false
  }

  hostUpdated(): void {
    const element = this.#element()
    if (element === this.#observed) return
    this.#views.disconnect()
    this.#observed = element
    if (element !== null) this.#views.observe(element)
  }
}
