import type { VisitorStrings } from '../../../i18n/visitor.en.ts'

export type FieldKey = 'name' | 'email' | 'phone' | 'topic'

/** What is wrong with what stands in a field, said so that it can be put right; undefined when nothing is. */
export function checkField(
  { key, isRequired }: { readonly key: FieldKey; readonly isRequired: boolean },
  value: string,
  words: VisitorStrings,
): string | undefined {
  const text = value.trim()
  if (text === '') return isRequired ? words.required : undefined
  if (key === 'email') return checkEmail(text, words)
  if (key === 'phone' && !isPhone(text)) return words.phoneWrong
  return undefined
}

/** As strict as the server is lenient: what passes here passes there, and what is refused says why. */
function checkEmail(text: string, words: VisitorStrings): string | undefined {
  if (!text.includes('@')) return words.emailWithoutAt
  const [, domain = ''] = text.split('@')
  if (!/^[^.]+(\.[^.]+)+$/.test(domain)) return words.emailWithoutDomain
  return /^[\w+-]+(\.[\w+-]+)*@[\da-z]+([.-][\da-z]+)*\.[a-z]{2,}$/i.test(text) ? undefined : words.emailWrong
}

function isPhone(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0
  return digits >= 6 && digits <= 15 && /^\+?[\d\s().\-/]+$/.test(text)
}
