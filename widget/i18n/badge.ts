/** A number for a badge, in the digits of the language, and no further than 99; nothing for nothing. */
export function badgeText(locale: string, count: number): string {
  if (count === 0) return ''
  const shown = new Intl.NumberFormat(locale).format(Math.min(count, 99))
  return count > 99 ? `${shown}+` : shown
}
