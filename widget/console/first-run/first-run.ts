import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import { icon } from '../../parts/icon/icon.ts'
import { CHECK } from '../../parts/icon/paths.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { ARROW_UP_RIGHT, COPY, TIMER } from '../icon-paths.ts'
import { controls } from '../styles/controls.styles.ts'
import { firstRunStyles } from './first-run.styles.ts'

/** What a new owner sees before the first chat: the line to paste, and a page where it is already in. */
@element('chat-first-run')
export class ChatFirstRun extends LitElement {
  static override styles = [reset, controls, firstRunStyles]

  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  /** Origin of the server that serves the widget. */
  @property({ attribute: 'api-url' }) apiUrl = ''

  @state() private copy: 'not-yet' | 'done' | 'refused' = 'not-yet'

  get #snippet(): string {
    return `<script src="${this.apiUrl}/widget.js" data-site="default" async></script>`
  }

  readonly #handleCopy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#snippet)
      this.copy = 'done'
    } catch {
      // No permission, or not a secure page. The line can be selected by hand.
      this.copy = 'refused'
    }
  }

  override render() {
    const strings = this.l10n.console
    return html`<div class="card">
      <h2>${strings.firstRun}</h2>
      <p>${strings.firstRunBefore} <code>&lt;/body&gt;</code>. ${strings.firstRunAfter}</p>
      <pre
        dir="ltr"
        tabindex="0"
      ><span class="tag">&lt;script</span> <span class="key">src</span>=<span class="text">"${this.apiUrl}/widget.js"</span>
        <span class="whole"><span class="key">data-site</span>=<span class="text">"default"</span></span> <span class="key">async</span><span class="tag">&gt;&lt;/script&gt;</span></pre>
      <p class="chip warm">${icon(TIMER)}${strings.waitingForFirst}</p>
      <div class="ways">
        <button class="button" type="button" @click=${() => void this.#handleCopy()}>
          ${icon(this.copy === 'done' ? CHECK : COPY)}${this.copy === 'done' ? strings.copied : strings.copySnippet}
        </button>
        <a class="button primary" href="${this.apiUrl}/demo" target="_blank" rel="noopener">
          ${icon(ARROW_UP_RIGHT)}${strings.tryDemo}
        </a>
      </div>
      <p role="status" class="refused">${this.copy === 'refused' ? strings.copyByHand : nothing}</p>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-first-run': ChatFirstRun
  }
}
