/** A word that begins with a slash, as it stands before the caret. */
export interface SlashWord {
  /** Where the slash is, in UTF-16 units. */
  readonly start: number
  /** Where the caret is. */
  readonly end: number
  /** What follows the slash. */
  readonly query: string
}

/** What is being called for: `/entrega`, at the beginning or after a space. `1/2` and the path of an address call for nothing. */
export function slashWord(text: string, caret: number): SlashWord | null {
  const found = /(?:^|\s)\/([\p{L}\p{M}\p{N}_-]*)$/u.exec(text.slice(0, caret))
  if (found === null) return null
  const query = found[1] ?? ''
  return { start: caret - query.length - 1, end: caret, query }
}
