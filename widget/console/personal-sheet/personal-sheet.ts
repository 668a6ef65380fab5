import { html, LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOSE } from '../../parts/icon/paths.ts'
import { reset } from '../../styles/reset.styles.ts'
import { Modal } from '../modal.ts'
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

  readonly #modal = new Modal(this, () => void this.dispatchEvent(new ChatSheetCloseEvent()))

  @property() heading = ''
  @property({ attribute: 'close-label' }) closeLabel = ''

  override render() {
    return html`<dialog aria-labelledby="heading">
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="icon-button" type="button" title=${this.closeLabel} @click=${this.#modal.leave}>
          ${icon(CLOSE)}<span class="sr">${this.closeLabel}</span>
        </button>
      </header>
      <div class="body"><slot></slot></div>
    </dialog>`
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
