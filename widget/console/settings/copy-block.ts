import { css, html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { settingsEn, type SettingsStrings } from '../../i18n/settings.en.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CHECK } from '../../parts/icon/paths.ts'
import { reset } from '../../styles/reset.styles.ts'
import { COPY } from '../icon-paths.ts'
import { controls } from '../styles/controls.styles.ts'

/** Code to take along: shown whole, and copied by one press. */
@element('chat-copy-block')
export class ChatCopyBlock extends LitElement {
  static override styles = [
    reset,
    controls,
    css`
      :host {
        display: grid;
        gap: 8px;
        justify-items: start;
        margin-block: 8px;
      }

      pre {
        inline-size: 100%;
        margin: 0;
        padding: 13px 15px;
        overflow-x: auto;
        border-radius: 11px;
        background: var(--rail);
        color: #eef5f0;
        font:
          500 12.5px/1.6 ui-monospace,
          'Cascadia Mono',
          Menlo,
          monospace;
        direction: ltr;
        text-align: left;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .refused {
        color: var(--danger);
        font-size: 13px;
      }
    `,
  ]

  @state() private copied: 'not-yet' | 'done' | 'refused' = 'not-yet'

  @property() text = ''
  @property({ attribute: false }) words: SettingsStrings = settingsEn

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.text)
      this.copied = 'done'
    } catch {
      // No permission, or not a secure page.
      this.copied = 'refused'
    }
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('text')) this.copied = 'not-yet'
  }

  override render() {
    const { words } = this
    const isDone = this.copied === 'done'
    return html`<pre tabindex="0">${this.text}</pre>
      <button class="button" type="button" @click=${() => void this.#copy()}>
        ${icon(isDone ? CHECK : COPY)}<span role="status">${isDone ? words.copied : words.copy}</span>
      </button>
      ${this.copied === 'refused' ? html`<p class="refused" role="alert">${words.copyByHand}</p>` : nothing}`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-copy-block': ChatCopyBlock
  }
}
