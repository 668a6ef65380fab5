import { randomInt } from 'node:crypto'

// Without 0 O 1 I l: a token read off one screen is typed on another.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const GROUPS = 5
const GROUP_LENGTH = 4

/** The token of a link that makes an account: twenty letters out of 57, which is 116 bits. */
export function createLinkToken(): string {
  return Array.from({ length: GROUPS }, createGroup).join('-')
}

function createGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
}
