import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { ConsoleLocalization } from '../console-localization.ts'

/** Long enough to read it, and to think better of it. */
const SHOWN_MS = 8_000

interface Said {
  readonly words: string
  readonly undo: (() => void) | undefined
}

/** A word about something that was done, for a while, with a way back where there is one; `toast.styles.ts` dresses it. */
export class ToastController implements ReactiveController {
  readonly #host: ReactiveControllerHost
  #said: Said | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer)
  }

  say(words: string, undo?: () => void): void {
    this.#show({ words, undo })
    this.#wait()
  }

  #show(said: Said | null): void {
    clearTimeout(this.#timer)
    this.#said = said
    this.#host.requestUpdate()
  }

  #wait(): void {
    this.#timer = setTimeout(() => this.#show(null), SHOWN_MS)
  }

  readonly #handleUndo = (): void => {
    const undo = this.#said?.undo
    this.#show(null)
    undo?.()
  }

  render({ console: strings }: ConsoleLocalization): TemplateResult {
    const said = this.#said
    // Whoever rests on it, or has the keyboard in it, is not done reading.
    const hold = () => clearTimeout(this.#timer)
    const release = () => this.#said !== null && this.#wait()
    return html`<div class="toasts" role="status">
      ${
        said === null
          ? ''
          : html`<div
              class="toast"
              @pointerenter=${hold}
              @pointerleave=${release}
              @focusin=${hold}
              @focusout=${release}
            >
              <span>${said.words}</span>
              ${said.undo === undefined ? '' : html`<button type="button" @click=${this.#handleUndo}>${strings.undo}</button>`}
            </div>`
      }
    </div>`
  }
}
