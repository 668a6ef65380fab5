import { createHash, randomBytes } from 'node:crypto'

/** A visitor token, or a cookie's value: 256 random bits, of which the store only ever holds the hash. */
export function createOpaqueToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Plain SHA-256 is enough for what was drawn from 2^96 values or more: there is no dictionary to try. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

export function isOpaqueToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}
