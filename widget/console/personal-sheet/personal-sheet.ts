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

  @query('dialog') private dialog!: HTMLDialogElement

  @property() heading = ''
  @property({ attribute: 'close-label' }) closeLabel = ''

  override firstUpdated(): void {
    this.dialog.showModal()
  }

  override render() {
    return html`<dialog
      aria-labelledby="heading"
      @close=${() => this.dispatchEvent(new ChatSheetCloseEvent())}
      @click=${this.#handleClick}
      @keydown=${(event: Event) => event.stopPropagation()}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button
          class="icon-button"
          type="button"
          title=${this.closeLabel}
          @click=${() => this.dialog.close()}
        >
          ${icon(CLOSE)}<span class="sr">${this.closeLabel}</span>
        </button>
      </header>
      <div class="body"><slot></slot></div>
    </dialog>`
  }

  /** A press beside the sheet. */
  readonly #handleClick = (event: Event): void => {
    if (event.composedPath()[0] === this.dialog) this.dialog.close()
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
