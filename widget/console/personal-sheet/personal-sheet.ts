import { html, LitElement } from 'lit'
import { property, query } from 'lit/decorators.js'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOSE } from '../../parts/icon/paths.ts'
import { reset } from '../../styles/reset.styles.ts'
import { controls } from '../styles/controls.styles.ts'
import { personalSheetStyles } from './personal-sheet.styles.ts'

/** The sheet is done with. */
export class ChatSheetCloseEvent extends Event {
  static readonly type = 'chat-sheet-close'

  constructor() {
    super(ChatSheetCloseEvent.type)
  }
}

/**
 * A dialog over the work, with a panel of what somebody chooses for themself.
 *
 * @slot - the panel
 * @fires {ChatSheetCloseEvent} chat-sheet-close
 */
@element('chat-personal-sheet')
export class ChatPersonalSheet extends LitElement {
  static override styles = [reset, controls, personalSheetStyles]

  #isClosed = false

  @query('dialog') private dialog!: HTMLDialogElement

  @property() heading = ''
  @property({ attribute: 'close-label' }) closeLabel = ''

  override firstUpdated(): void {
    this.dialog.showModal()
  }

  override render() {
    return html`<dialog
      aria-labelledby="heading"
      @cancel=${(event: Event) => {
        event.preventDefault()
        this.#close()
      }}
      @close=${this.#tellClosed}
      @click=${this.#handleClick}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="icon-button" type="button" title=${this.closeLabel} @click=${this.#close}>
          ${icon(CLOSE)}<span class="sr">${this.closeLabel}</span>
        </button>
      </header>
      <div class="body"><slot></slot></div>
    </dialog>`
  }

  /** Told at once: whoever opens the next sheet in this moment must not have that one closed by the end of this. */
  readonly #close = (): void => {
    this.dialog.close()
    this.#tellClosed()
  }

  readonly #tellClosed = (): void => {
    if (this.#isClosed) return
    this.#isClosed = true
    this.dispatchEvent(new ChatSheetCloseEvent())
  }

  /** A press beside the sheet. */
  readonly #handleClick = (event: Event): void => {
    if (event.composedPath()[0] === this.dialog) this.#close()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-personal-sheet': ChatPersonalSheet
  }
  interface HTMLElementEventMap {
    'chat-sheet-close': ChatSheetCloseEvent
  }
}
