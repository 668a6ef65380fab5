import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { ConsoleStrings } from '../../i18n/console.en.ts'
import { icon } from '../../parts/icon/icon.ts'
import { EYE, EYE_OFF } from '../icon-paths.ts'

/** Whether a form shows its password, and the button that changes it. */
export class PasswordReveal implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #isShown = false

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get inputType(): 'password' | 'text' {
    return this.#isShown ? 'text' : 'password'
  }

  hostDisconnected(): void {
    this.#isShown = false
  }

  button(strings: ConsoleStrings): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${this.#isShown ? strings.hidePassword : strings.showPassword}
      title=${this.#isShown ? strings.hidePassword : strings.showPassword}
      @click=${this.#handleClick}
    >
      ${icon(this.#isShown ? EYE_OFF : EYE)}
    </button>`
  }

  readonly #handleClick = (): void => {
    this.#isShown = !this.#isShown
    this.#host.requestUpdate()
  }
}
