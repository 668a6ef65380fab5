import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { resolveScheme } from '../styles/scheme.ts'
import type { Scheme, Theme } from '../styles/scheme.ts'

/** Keeps an element in the light or the dark palette that its theme asks for, also when the system changes its mind. */
export class SchemeController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #theme: () => Theme
  readonly #dark = matchMedia('(prefers-color-scheme: dark)')
  readonly #handleChange = () => this.#host.requestUpdate()

  constructor(host: ReactiveControllerHost & HTMLElement, theme: () => Theme) {
    this.#host = host
    this.#theme = theme
    host.addController(this)
  }

  get scheme(): Scheme {
    return resolveScheme(this.#theme(), this.#host)
  }

  hostConnected(): void {
    this.#dark.addEventListener('change', this.#handleChange)
  }

  hostDisconnected(): void {
    this.#dark.removeEventListener('change', this.#handleChange)
  }
}
