import { loadVisitorWords } from '../../i18n/load-visitor.ts'
import type { VisitorStrings } from '../../i18n/visitor.en.ts'
import './chat-ended/chat-ended.ts'
import './start-form/start-form.ts'
import './visitor-menu/visitor-menu.ts'

/** What the panel shows beside the talk itself; brought when it is first needed, its words with it. */
export interface More {
  readonly words: VisitorStrings
}

export async function loadMore(locale: string): Promise<More> {
  return { words: await loadVisitorWords(locale) }
}
