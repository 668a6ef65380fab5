import { randomInt } from 'node:crypto'

// Without 0 o 1 i l: a key is read off one screen and typed on another.
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const LENGTH = 12

/** A site's public name in `data-site`. It is no secret; it only must not meet another. */
export function createSiteKey(): string {
  return Array.from({ length: LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
}
