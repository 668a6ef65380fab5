const SPACE = '[ \\u00a0]'
const NOT_BEFORE = `(?<![\\p{L}\\p{N}_#€$£+]|\\d[.,:/ -]|[€$£]${SPACE})`
// Money, a longer number, a time or a date goes on here.
const NOT_AFTER = `(?![\\p{L}\\p{N}_%€$£]|[.,:/-]\\d|${SPACE}?[€$£%]|${SPACE}\\d)`

/** How people write the numbers that they are called by. Without a `+` only in groups that prices, dates and times do not come in. */
const SHAPES = [
  // With its country: +34 600 000 000, +1 (555) 010-0199.
  `\\+\\d(?:[ \\u00a0().-]{0,2}\\d){6,14}`,
  // Spain: 612345678, 612 345 678, 612 34 56 78, 91 234 56 78.
  `[6-9]\\d{8}`,
  `[6-9]\\d{2}(?<a>[ -])\\d{3}\\k<a>\\d{3}`,
  `[6-9]\\d{2}(?<b>[ .-])\\d{2}\\k<b>\\d{2}\\k<b>\\d{2}`,
  `[89]\\d(?<c>[ .-])\\d{3}\\k<c>\\d{2}\\k<c>\\d{2}`,
  // France: 06 12 34 56 78.
  `0\\d(?<d>[ .-])\\d{2}\\k<d>\\d{2}\\k<d>\\d{2}\\k<d>\\d{2}`,
  // North America: (555) 010-0199, 555-010-0199, 555.010.0199.
  `\\(\\d{3}\\) ?\\d{3}[.-]\\d{4}`,
  `\\d{3}(?<e>[.-])\\d{3}\\k<e>\\d{4}`,
]

/** The source of an expression that finds phone numbers; bounded, so that it is as quick with anything else. */
export const PHONE = `tel:\\+?\\d[\\d().-]{2,20}|${NOT_BEFORE}(?:${SHAPES.join('|')})${NOT_AFTER}`

export function phoneAddress(written: string): string {
  return `tel:${written.replaceAll(/[^+\d]/g, '')}`
}
