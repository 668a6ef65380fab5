/** What a reader takes for the first character of a word: an emoji is whole, a letter has its accents, a flag both its halves. */
const FIRST_CHARACTER = /(?<!\S)\S(?:\u200d.|[\p{M}\p{EMod}\p{RI}])*/gu

/** `Núria Ferrer` is `NF`, `Marta` is `M`. */
export function initialsOf(name: string): string {
  const [first = '', ...others] = name.match(FIRST_CHARACTER) ?? []
  return (first + (others.at(-1) ?? '')).toLocaleUpperCase()
}

/** The same hue (0–359) for the same name on every device. */
export function hueOf(name: string): number {
  let hash = 7
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  return hash % 360
}
