import { languageOf } from './browser-api.ts'
import type { Translated } from './message-translations.ts'
import { detectLanguage, translate, TranslationFailure } from './translators.ts'

export interface Draft {
  readonly own: string
  readonly ownLanguage: string
  readonly lastSaid: string
  readonly expected: string | undefined
}

/** Tells how far the translation of a draft is, and what it is in the end. */
export async function translateDraft(draft: Draft, show: (translated: Translated) => void): Promise<void> {
  const { own, ownLanguage, lastSaid, expected = ownLanguage } = draft
  const to = languageOf(lastSaid === '' ? expected : await detectLanguage(lastSaid, expected))
  const from = languageOf(await detectLanguage(own, ownLanguage))
  if (from === to) return show({ state: 'same' })
  try {
    const text = await translate(own, { from, to }, (share) => show({ state: 'working', share }))
    return show({ state: 'done', text, from, to })
  } catch (error) {
    const why = error instanceof TranslationFailure ? error.why : 'failed'
    return show({ state: 'failed', why, from, to })
  }
}
