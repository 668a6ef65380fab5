/** `Núria Ferrer` is `NF`, `Marta` is `M`. Whole characters, not halves of emoji or letters without their accents. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const first = words.at(0) ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return (firstCharacter(first) + firstCharacter(last)).toLocaleUpperCase()
}

function firstCharacter(word: string): string {
  if (typeof Intl.Segmenter !== 'function') return Array.from(word)[0] ?? ''
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment
  return ''
}

/** The same hue (0–359) for the same name on every device. */
export function hueOf(name: string): number {
  let hash = 7
  for (const char of name) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003
  return hash % 360
}
