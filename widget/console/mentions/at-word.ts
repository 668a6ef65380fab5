/** A name being called for after an at sign, as it stands before the caret. */
export interface AtWord {
  /** Where the sign is, in UTF-16 units. */
  readonly start: number
  /** Where the caret is. */
  readonly end: number
  readonly query: string
}

/** `@jo`, at the beginning or after a space; with one space in it, as in a name and a surname. An e-mail address calls nobody. */
export function atWord(text: string, caret: number): AtWord | null {
  const found = /(?:^|[\s([{])@((?:[\p{L}\p{M}\p{N}'’.-]+ ?)?[\p{L}\p{M}\p{N}'’.-]*)$/u.exec(
    text.slice(0, caret),
  )
  if (found === null) return null
  const query = found[1] ?? ''
  return { start: caret - query.length - 1, end: caret, query }
}
