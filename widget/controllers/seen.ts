import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Whether a person can see an element: it is in view, in a tab that is showing. */
export class SeenController implements ReactiveController {
  readonly #element: () => Element
  readonly #onChange: () => void
  #isInView = false
  readonly #views = new IntersectionObserver((entries) => {
    this.#isInView = entries.at(-1)?.isIntersecting === true
    this.#onChange()
  })

  constructor(host: ReactiveControllerHost, element: () => Element, onChange: () => void) {
    this.#element = element
    this.#onChange = onChange
    host.addController(this)
  }

  get isSeen(): boolean {
    return this.#isInView && document.visibilityState === 'visible'
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onChange)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onChange)
  }

  hostUpdated(): void {
    // Again and again: what is observed already stays as it is.
    this.#views.observe(this.#element())
  }
}
