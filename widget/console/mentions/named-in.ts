import type { CommercialId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'

type Person = Pick<Commercial, 'commercialId' | 'name'>

/** One piece of a note: words, or somebody's name with its sign. */
export interface NotePiece {
  readonly text: string
  readonly person: Person | null
}

/** A note in pieces, so that names in it can be told from words. Of two names that begin alike the longer one is meant. */
export function noteInPieces(text: string, people: readonly Person[]): readonly NotePiece[] {
  const longestFirst = people
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.name.length - a.name.length)
  const pieces: NotePiece[] = []
  let from = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const person = longestFirst.find(({ name }) => isNamedAt(text, at, name))
    if (person === undefined || at < from) continue
    const end = at + 1 + person.name.length
    if (at > from) pieces.push({ text: text.slice(from, at), person: null })
    pieces.push({ text: text.slice(at, end), person })
    from = end
  }
  if (from < text.length) pieces.push({ text: text.slice(from), person: null })
  return pieces
}

/** Whom a note names, each once. */
export function namedIn(text: string, people: readonly Person[]): readonly CommercialId[] {
  const named = noteInPieces(text, people).flatMap(({ person }) =>
    person === null ? [] : [person.commercialId],
  )
  return [...new Set(named)]
}

function isNamedAt(text: string, at: number, name: string): boolean {
  const isApart = at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1))
  const said = text.slice(at + 1, at + 1 + name.length)
  const after = text.slice(at + 1 + name.length)
  return (
    isApart && said.toLocaleLowerCase() === name.toLocaleLowerCase() && !/^[\p{L}\p{M}\p{N}]/u.test(after)
  )
}
