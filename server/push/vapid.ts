import { SignJWT, type CryptoKey } from 'jose'
import type { Clock } from '../domain/clock.ts'

/** Proves to push services who sends (RFC 8292). */
export interface Vapid {
  /** A point of P-256 in base64url: what browsers subscribe with. */
  readonly publicKey: string
  /** For the service that this endpoint is at. */
  authorize(endpoint: string): Promise<string>
}

interface VapidOptions {
  readonly key: { readonly privateKey: CryptoKey; readonly publicKey: string }
  /** Where whoever runs the service finds whoever runs this server. */
  readonly subject: string
  readonly clock: Clock
}

/** Services take at most a day; half of it leaves room for clocks that differ. */
const LASTS_MS = 12 * 60 * 60_000
/** Services that a token is kept for. There are a handful in the world. */
const MAX_KEPT = 100

export function createVapid({ key, subject, clock }: VapidOptions): Vapid {
  const kept = new Map<string, { readonly token: string; readonly until: number }>()

  async function sign(origin: string, now: number): Promise<string> {
    return new SignJWT({ aud: origin, sub: subject })
      .setProtectedHeader({ typ: 'JWT', alg: 'ES256' })
      .setExpirationTime(Math.floor((now + LASTS_MS) / 1_000))
      .sign(key.privateKey)
  }

  async function tokenFor(origin: string): Promise<string> {
    const now = clock.now()
    const held = kept.get(origin)
    if (held !== undefined && held.until > now) return held.token
    const token = await sign(origin, now)
    if (kept.size >= MAX_KEPT) kept.clear()
    kept.set(origin, { token, until: now + LASTS_MS / 2 })
    return token
  }

  return {
    publicKey: key.publicKey,
    authorize: async (endpoint) => `vapid t=${await tokenFor(new URL(endpoint).origin)}, k=${key.publicKey}`,
  }
}
