import type { SentMessage } from '../../core/state.ts'
import { loadTranslatingWords } from '../../i18n/load-translating.ts'
import type { TranslatingStrings } from '../../i18n/translating.en.ts'
import { languageOf } from './browser-api.ts'
import { detectLanguage, translate, TranslationFailure, type WhyNot } from './translators.ts'

export type Translated =
  | { readonly state: 'working'; readonly share: number | null }
  | { readonly state: 'done'; readonly text: string; readonly from: string; readonly to: string }
  /** It is written in the reader's language already. */
  | { readonly state: 'same' }
  | { readonly state: 'failed'; readonly why: WhyNot; readonly from: string; readonly to: string }

interface Entry {
  /** What was translated: a message that is changed is translated anew. */
  readonly content: string
  readonly translated: Translated
}

/** Translations of messages for whoever reads in one language, one after the other, so that the newest wanted does not wait for all. */
export class MessageTranslations {
  readonly #entries = new Map<string, Entry>()
  readonly #onChange: () => void
  #last: Promise<unknown> = Promise.resolve()
  words: TranslatingStrings | undefined

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  async speak(locale: string): Promise<void> {
    this.words = await loadTranslatingWords(locale)
    this.#onChange()
  }

  of({ messageId, content }: SentMessage): Translated | undefined {
    const entry = this.#entries.get(messageId)
    return entry?.content === content ? entry.translated : undefined
  }

  /** Translates a message, unless that was done or is under way. After a failure it is tried again. */
  want(message: SentMessage, languages: { readonly expected: string; readonly own: string }): void {
    const before = this.of(message)
    if (before !== undefined && before.state !== 'failed') return
    this.#set(message, { state: 'working', share: null })
    this.#last = this.#last.then(() => this.#translate(message, languages))
  }

  /** What could not be translated may be tried again. */
  forgetFailures(): void {
    for (const [id, { translated }] of this.#entries)
      if (translated.state === 'failed') this.#entries.delete(id)
  }

  async #translate(
    message: SentMessage,
    { expected, own }: { readonly expected: string; readonly own: string },
  ): Promise<void> {
    const to = languageOf(own)
    const from = languageOf(await detectLanguage(message.content, expected))
    if (from === to) return this.#set(message, { state: 'same' })
    try {
      const onProgress = (share: number) => this.#set(message, { state: 'working', share })
      const text = await translate(message.content, { from, to }, onProgress)
      this.#set(message, { state: 'done', text, from, to })
    } catch (error) {
      const why = error instanceof TranslationFailure ? error.why : 'failed'
      this.#set(message, { state: 'failed', why, from, to })
    }
    return undefined
  }

  #set({ messageId, content }: SentMessage, translated: Translated): void {
    this.#entries.set(messageId, { content, translated })
    this.#onChange()
  }
}
