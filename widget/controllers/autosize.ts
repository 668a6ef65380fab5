import type { ReactiveController } from 'lit'

/** Lets a text field be as tall as its text. Where CSS can do it (`field-sizing`) the style sheet does, and this does nothing. */
export class AutosizeController implements ReactiveController {
  readonly #field: () => HTMLTextAreaElement | null

  constructor(field: () => HTMLTextAreaElement | null) {
    this.#field = field
  }

  hostUpdated(): void {
    const field = this.#field()
    if (field === null || CSS.supports('field-sizing', 'content')) return
    field.style.blockSize = 'auto'
    field.style.blockSize = `${field.scrollHeight}px`
  }
}
