import { MAX_CONTENT_BYTES, MAX_CONTENT_LENGTH } from '#shared/limits.ts'

/** The counter shows when this few characters are left. */
export const COUNTER_FROM = 400

// The longest UTF-8 form of one UTF-16 unit.
const BYTES_PER_UNIT = 3

/** How many more characters fit. A message is limited in units and in bytes; of Chinese the bytes run out first. */
export function spaceLeft(text: string): number {
  const units = MAX_CONTENT_LENGTH - text.length
  // Most texts are so short that their bytes need no counting.
  if (text.length * BYTES_PER_UNIT <= MAX_CONTENT_BYTES - COUNTER_FROM * BYTES_PER_UNIT) return units
  const bytes = MAX_CONTENT_BYTES - new TextEncoder().encode(text).length
  return Math.min(units, Math.floor(bytes / BYTES_PER_UNIT))
}

/** Nothing that could be seen: the server refuses it. */
export function isBlank(text: string): boolean {
  return /^[\s\p{Cf}]*$/u.test(text)
}
