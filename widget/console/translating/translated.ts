import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import { fill } from '../../i18n/plural.ts'
import type { TranslatingStrings } from '../../i18n/translating.en.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { LANGUAGES } from '../icon-paths.ts'
import { languageName } from '../settings/languages.ts'
import { formatShare } from '../stats/figure-words.ts'
import type { Translated } from './message-translations.ts'

/** What a message says in the reader's language, and that it was the browser that said so. */
@element('chat-translated')
export class ChatTranslated extends LitElement {
  static override styles = [
    reset,
    css`
      :host {
        display: block;
        max-inline-size: 100%;
        padding: 4px 2px 2px;
        color: var(--ink-2);
        font-size: 14px;
      }

      .text {
        color: var(--ink);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }

      .by {
        display: flex;
        gap: 5px;
        align-items: center;
        font-size: 12px;
      }

      .by .icon {
        flex: none;
        inline-size: 13px;
        block-size: 13px;
      }
    `,
  ]

  @property({ attribute: false }) translated: Translated | undefined
  @property({ attribute: false }) words: TranslatingStrings | undefined
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override render() {
    const { translated, words, l10n } = this
    if (translated === undefined || words === undefined) return nothing
    if (translated.state !== 'done') return by(statusWords(translated, words, l10n.locale))
    const { text, from, to } = translated
    return html`<p class="text" dir="auto" lang=${to}>${text}</p>
      ${by(fill(words.byBrowser, { language: languageName(l10n.locale, from) }))}`
  }
}

function by(text: string): TemplateResult {
  return html`<p class="by">${icon(LANGUAGES)}<span>${text}</span></p>`
}

/** How far it is, or why there is none. */
export function statusWords(
  translated: Exclude<Translated, { state: 'done' }>,
  words: TranslatingStrings,
  locale: string,
): string {
  if (translated.state === 'same') return words.same
  if (translated.state === 'failed') {
    return fill(words.failures[translated.why], {
      from: languageName(locale, translated.from),
      to: languageName(locale, translated.to),
    })
  }
  const { share } = translated
  return share === null || share >= 1
    ? words.working
    : fill(words.downloading, { share: formatShare(locale, share) })
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-translated': ChatTranslated
  }
}
