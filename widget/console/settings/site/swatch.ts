import { css, html, LitElement } from 'lit'
import { property, query } from 'lit/decorators.js'
import { element } from '../../../parts/element.ts'
import { reset } from '../../../styles/reset.styles.ts'

/** A colour to press. Its colour goes in by the object model: a page's policy may forbid style attributes. */
@element('chat-swatch')
export class ChatSwatch extends LitElement {
  static override styles = [
    reset,
    css`
      button {
        inline-size: 32px;
        block-size: 32px;
        border-radius: 10px;
        border-end-end-radius: var(--corner);
        box-shadow: inset 0 0 0 1px rgb(0 0 0 / 0.12);
        forced-color-adjust: none;
      }

      button[aria-pressed='true'] {
        outline: 2px solid var(--ink);
        outline-offset: 2px;
      }
    `,
  ]

  @query('button') private button!: HTMLButtonElement

  @property() colour = ''
  @property() label = ''
  @property({ type: Boolean }) isChosen = false

  override updated(): void {
    this.button.style.background = this.colour
  }

  override render() {
    return html`<button
      type="button"
      aria-label=${this.label}
      title=${this.label}
      aria-pressed=${this.isChosen ? 'true' : 'false'}
    ></button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-swatch': ChatSwatch
  }
}
