import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ChatClient } from '../../../core/chat-client.ts'
import { formatMoment } from '../../../i18n/format.ts'
import { fill } from '../../../i18n/plural.ts'
import { settingsEn, type SettingsStrings } from '../../../i18n/settings.en.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { CHECK, WARNING } from '../../../parts/icon/paths.ts'
import { reset } from '../../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../../console-localization.ts'
import { toFormFailure } from '../../form-failure.ts'
import { RETRY } from '../../icon-paths.ts'
import { controls } from '../../styles/controls.styles.ts'
import { fieldStyles } from '../field.styles.ts'
import { pageStyles } from '../page.styles.ts'
import { checkLines, type CheckLine } from './check-lines.ts'
import { probe, type Findings } from './probe.ts'

/** An origin that was seen is to be put on the list. */
export class ChatAllowOriginEvent extends Event {
  static readonly type = 'chat-allow-origin'
  readonly origin: string

  constructor(origin: string) {
    super(ChatAllowOriginEvent.type, { bubbles: true })
    this.origin = origin
  }
}

/**
 * Whether a site's line is live.
 *
 * @fires {ChatAllowOriginEvent} chat-allow-origin
 */
@element('chat-site-check')
export class ChatSiteCheck extends LitElement {
  static override styles = [reset, controls, fieldStyles, pageStyles]

  @state() private findings: Findings | null = null
  @state() private isChecking = false
  @state() private problem = ''

  @property() siteId = ''
  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: 'api-url' }) apiUrl = ''
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ attribute: false }) words: SettingsStrings = settingsEn

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('siteId')) void this.#check()
  }

  readonly #check = async (): Promise<void> => {
    const { siteId } = this
    this.isChecking = true
    this.problem = ''
    try {
      const findings = await probe(this.client, siteId, this.apiUrl)
      if (siteId === this.siteId) this.findings = findings
    } catch (error) {
      this.problem = toFormFailure(error, this.words.checkFailed).message
    }
    this.isChecking = false
  }

  override render() {
    const { words, findings, l10n } = this
    return html`<section class="card">
      <header>
        <h2>${words.check}</h2>
        <button
          class="button"
          type="button"
          aria-disabled=${this.isChecking ? 'true' : nothing}
          @click=${() => void this.#check()}
        >
          ${icon(RETRY)}${this.isChecking ? words.checking : words.checkAgain}
        </button>
      </header>
      ${
        findings === null
          ? nothing
          : html`<p class="hint">
              ${fill(words.checkHint, { since: formatMoment(l10n, findings.check.since) })}
            </p>`
      }
      <div role="alert">${this.problem === '' ? nothing : html`<p class="refusal">${this.problem}</p>`}</div>
      <ul class="lines" aria-live="polite">
        ${findings === null ? nothing : checkLines(findings, words, l10n.locale).map((line) => this.#renderLine(line))}
      </ul>
    </section>`
  }

  #renderLine({ tone, text, hint, origin }: CheckLine) {
    return html`<li class=${tone}>
      ${icon(tone === 'good' ? CHECK : WARNING)}
      <span>
        ${text} ${hint === undefined ? nothing : html`<small>${hint}</small>`}
        ${
          origin === undefined
            ? nothing
            : html`<button
                class="link"
                type="button"
                @click=${() => this.dispatchEvent(new ChatAllowOriginEvent(origin))}
              >
                ${this.words.checks.allow}
              </button>`
        }
      </span>
    </li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-site-check': ChatSiteCheck
  }
  interface HTMLElementEventMap {
    'chat-allow-origin': ChatAllowOriginEvent
  }
}
