import { personWords } from '../domain/person-words.ts'
import { indexText } from '../domain/search-text.ts'

type Text = string | null

/** What statements and migrations may call: how the search cuts text into words is code, and in one place. */
export const sqlFunctions = {
  /** Where an entry of the search belongs. Words of letters and digits, which no text of the entries can be confused with. */
  scope_words: (siteId: Text, chatId: Text) =>
    [siteId === null ? '' : siteWord(siteId), chatId === null ? '' : chatWord(chatId)].join(' ').trim(),
  search_words: (content: Text) => indexText(content ?? ''),
  person_words: (name: Text, email: Text, phone: Text) => personWords({ name, email, phone }),
} as const

export function siteWord(siteId: string): string {
  return `s${siteId.replaceAll('-', '')}`
}

export function chatWord(chatId: string): string {
  return `c${chatId.replaceAll('-', '')}`
}
