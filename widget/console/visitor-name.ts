import type { Visitor } from '#shared/person.ts'

/**
 * What to call a visitor: their name, else the word and four characters that tell them from the next one. The last four: a UUIDv7
 * begins with the time, so that visitors of one morning begin alike.
 */
export function visitorName(visitor: Visitor, word: string): string {
  const name = visitor.name?.trim()
  if (name !== undefined && name !== '') return name
  return `${word} ${visitor.visitorId.slice(-4).toUpperCase()}`
}
