import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { fill } from '../../i18n/plural.ts'
import type { TranslatingStrings } from '../../i18n/translating.en.ts'
import { insertInto } from '../chat-editor/field-picker.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { languageOf } from './browser-api.ts'
import type { Translated } from './message-translations.ts'

interface Host extends ReactiveControllerHost {
  readonly l10n: ConsoleLocalization
  /** Where the answer is written. */
  readonly field: HTMLTextAreaElement | null
  /** What the visitor's browser says of their language. */
  readonly visitorsLocale: string | undefined
  /** The last that the visitor wrote: it says more of their language. */
  readonly lastSaid: string
}

interface Shown {
  /** What the writer wrote. */
  readonly own: string
  readonly translated: Translated
  readonly isUsed: boolean
}

interface Tools {
  readonly words: TranslatingStrings
  readonly describe: (translated: Exclude<Translated, { state: 'done' }>) => string
  readonly nameOf: (language: string) => string
  readonly translate: (own: string, show: (translated: Translated) => void) => Promise<void>
}

/**
 * What is being written, in the visitor's language, by the browser itself. It stands above the field until the writer takes it, and goes
 * out only as every answer does: nothing is sent that was not seen.
 */
export class DraftTranslation implements ReactiveController {
  readonly #host: Host
  #tools: Tools | undefined
  #shown: Shown | null = null

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {}

  readonly start = async (): Promise<void> => {
    const own = this.#host.field?.value.trim() ?? ''
    if (own === '') return this.#host.field?.focus()
    this.#show({ own, translated: { state: 'working', share: null }, isUsed: false })
    try {
      this.#tools = await this.#bring()
    } catch {
      // Without a network the next press tries again.
      return this.#show(null)
    }
    await this.#tools.translate(own, (translated) => {
      if (this.#shown?.own === own && !this.#shown.isUsed) this.#show({ own, translated, isUsed: false })
    })
    return undefined
  }

  /** The text in the field is this now; what is neither the own nor the translated one has left both behind. */
  written(text: string): void {
    if (this.#shown === null) return
    const { own, translated } = this.#shown
    const isKnown = text.trim() === own || (translated.state === 'done' && text === translated.text)
    if (!isKnown) this.#show(null)
  }

  readonly leave = (): void => this.#show(null)

  async #bring(): Promise<Tools> {
    const { locale } = this.#host.l10n
    const [{ translateDraft }, { statusWords }, { languageName }, { loadTranslatingWords }] =
      await Promise.all([
        import('./translate-draft.ts'),
        import('./translated.ts'),
        import('../settings/languages.ts'),
        import('../../i18n/load-translating.ts'),
      ])
    const words = await loadTranslatingWords(locale)
    return {
      words,
      describe: (translated) =>
        translated.state === 'same' ? words.draftSame : statusWords(translated, words, locale),
      nameOf: (language) => languageName(locale, language),
      translate: (own, show) =>
        translateDraft(
          {
            own,
            ownLanguage: languageOf(locale),
            lastSaid: this.#host.lastSaid,
            expected: this.#host.visitorsLocale,
          },
          show,
        ),
    }
  }

  #show(shown: Shown | null): void {
    this.#shown = shown
    this.#host.requestUpdate()
  }

  #put(text: string, isUsed: boolean): void {
    const { field } = this.#host
    if (field === null || this.#shown === null) return
    this.#show(isUsed ? { ...this.#shown, isUsed } : null)
    insertInto(field, text, { start: 0, end: field.value.length })
  }

  render(): TemplateResult {
    const tools = this.#tools
    return html`<div role="status">
      ${this.#shown === null || tools === undefined ? nothing : this.#renderShown(this.#shown, tools)}
    </div>`
  }

  #renderShown({ own, translated, isUsed }: Shown, { words, describe, nameOf }: Tools): TemplateResult {
    const strings = this.#host.l10n.console
    const button = (label: string, act: () => void, tone = '') =>
      html`<button class="button ${tone}" type="button" @click=${act}>${label}</button>`
    if (translated.state !== 'done') {
      return html`<div class="held">
        <p>${describe(translated)}</p>
        ${button(strings.closeDialog, this.leave)}
      </div>`
    }
    const by = fill(words.draftInto, { language: nameOf(translated.to) })
    if (isUsed) {
      return html`<div class="held">
        <p>${by}</p>
        ${button(words.backToOwn, () => this.#put(own, false))}
      </div>`
    }
    return html`<div class="held translated">
      <p><small>${by}</small><span dir="auto" lang=${translated.to}>${translated.text}</span></p>
      ${button(strings.closeDialog, this.leave)}
      ${button(words.use, () => this.#put(translated.text, true), 'primary')}
    </div>`
  }
}
