import { indexText, tokensOf, type Phrase } from './search-text.ts'

interface PersonText {
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
}

/** Between two fields stands what no search has in it: the end of a name and the start of an address are no phrase. */
const BARRIER = ' ¦ '
const MIN_DIGITS = 3
const MIN_PREFIX_LENGTH = 2

/** What a person is found by. A number is found by any of its digits in a row: nobody knows how a country code was typed. */
export function personWords({ name, email, phone }: PersonText): string {
  const digits = digitsOf(phone ?? '')
  const endings = Array.from({ length: Math.max(0, digits.length - MIN_DIGITS + 1) }, (_, at) =>
    digits.slice(at),
  )
  return [indexText(name ?? ''), indexText(email ?? ''), endings.join(' ')]
    .filter((words) => words !== '')
    .join(BARRIER)
}

/** Whom somebody looks for: each word may be only begun, as one types names; a number is a number however it is spaced. */
export function parsePersonKeyword(keyword: string): Phrase[] {
  const digits = digitsOf(keyword)
  if (digits.length >= MIN_DIGITS && /^[\d\s()+./-]+$/.test(keyword)) {
    return [{ words: [digits], isPrefix: true }]
  }
  const chunks = keyword.split(/\s+/u).map(tokensOf)
  return chunks
    .filter((tokens) => tokens.length > 0)
    .slice(0, 8)
    .map((tokens) => ({
      words: tokens.map(({ text }) => text),
      isPrefix: (tokens.at(-1)?.text.length ?? 0) >= MIN_PREFIX_LENGTH,
    }))
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, 20)
}
