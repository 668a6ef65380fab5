import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { isComposing } from '../parts/composing.ts'

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment
}

/**
 * Shows the dialog that its host draws, for as long as the host is there, and says at once when it is left: by Escape, by the way back of
 * a telephone, by a press beside it, or by `leave`. The browser's own `close` comes in a later task, when the next key may have opened
 * another dialog, which it would take away. Whoever hears of it finds the focus back where it was.
 */
export class Modal implements ReactiveController {
  readonly #host: Host
  readonly #tell: () => void
  #dialog: HTMLDialogElement | null = null
  #isLeft = false

  constructor(host: Host, tell = () => void host.dispatchEvent(new Event('close'))) {
    this.#host = host
    this.#tell = tell
    host.addController(this)
  }

  hostUpdated(): void {
    if (this.#dialog !== null) return
    const dialog = this.#host.renderRoot.querySelector('dialog')
    if (dialog === null) return
    this.#dialog = dialog
    dialog.addEventListener('keydown', this.#handleKey)
    dialog.addEventListener('click', this.#handleClick)
    dialog.addEventListener('cancel', this.#handleCancel)
    dialog.addEventListener('close', this.leave)
    dialog.showModal()
  }

  readonly leave = (): void => {
    if (this.#isLeft) return
    this.#isLeft = true
    this.#dialog?.close()
    this.#tell()
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    // What is typed here is no shortcut of anything behind.
    event.stopPropagation()
    if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return
    event.preventDefault()
    this.leave()
  }

  /** Of the dialog itself, not of a choice of files in it. */
  readonly #handleCancel = (event: Event): void => {
    if (event.target !== this.#dialog) return
    event.preventDefault()
    this.leave()
  }

  /** A press on the dialog's own edge is none beside it. */
  readonly #handleClick = ({ target, clientX, clientY }: MouseEvent): void => {
    if (!(target instanceof HTMLDialogElement) || target !== this.#dialog) return
    const { left, right, top, bottom } = target.getBoundingClientRect()
    if (clientX < left || clientX >= right || clientY < top || clientY >= bottom) this.leave()
  }
}
