import { randomInt } from 'node:crypto'
import type { Clock } from '../domain/clock.ts'
import type { PeopleStorage } from '../domain/storage.ts'
import { SETUP_TOKEN_MS } from './lifetimes.ts'
import { hashToken } from './opaque-token.ts'

// Without 0 O 1 I l: a token read off one screen is typed on another.
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const GROUPS = 5
const GROUP_LENGTH = 4

interface Deps {
  readonly storage: Pick<PeopleStorage, 'keepSetupToken'>
  readonly clock: Clock
}

/** The token of the set-up link. A new one replaces the one before. */
export async function issueSetupToken({ storage, clock }: Deps): Promise<string> {
  const token = createSetupToken()
  await storage.keepSetupToken(hashSetupToken(token), clock.now() + SETUP_TOKEN_MS)
  return token
}

/** Twenty letters of 57, which is 116 bits. */
export function createSetupToken(): string {
  return Array.from({ length: GROUPS }, createGroup).join('-')
}

function createGroup(): string {
  return Array.from({ length: GROUP_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
}

/** The dashes only help the eye, so they do not count, nor do spaces that came along when copying. */
export function hashSetupToken(token: string): string {
  return hashToken(token.replaceAll(/[\s-]/g, ''))
}
