import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose'
import type { Role } from '#shared/person.ts'
import type { Clock } from '../domain/clock.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ConsoleSession } from '../domain/session-storage.ts'
import type { Keys } from './keys.ts'
import { ACCESS_TOKEN_MS } from './lifetimes.ts'
import { hashToken } from './opaque-token.ts'

const TYPE = 'at+jwt'
const AUDIENCE = 'sobremesa'
const MAX_TOKEN_LENGTH = 8_192
/** Between the clocks of two servers. It never lengthens a token's life: `exp` is checked once more without it. */
const CLOCK_TOLERANCE_S = 60
const MAX_CACHED = 10_000

interface AccessClaims {
  readonly commercialId: string
  readonly role: Role
  readonly sessionId: string
  /** Milliseconds. */
  readonly expiresAt: number
}

export interface IssuedAccessToken {
  readonly accessToken: string
  /** Seconds. */
  readonly expiresIn: number
}

/** Short-lived proofs of a console session. Whether that session still stands is asked of the store, on every use. */
export interface AccessTokens {
  issue(session: ConsoleSession): Promise<IssuedAccessToken>
  /** Refuses with `token_expired`, or `invalid_token` for everything else that is wrong. */
  verify(token: string): Promise<AccessClaims>
}

interface Deps {
  readonly keys: Keys
  readonly clock: Clock
  /** The public address of this server. */
  readonly issuer: string
}

export function createAccessTokens({ keys, clock, issuer }: Deps): AccessTokens {
  /** A signature costs a hundred look-ups, and a client sends the same token for a quarter of an hour. */
  const cache = new Map<string, AccessClaims>()

  async function verifySignature(token: string): Promise<AccessClaims> {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(kid), {
      algorithms: ['ES256'],
      typ: TYPE,
      issuer,
      audience: AUDIENCE,
      requiredClaims: ['sub', 'role', 'sid', 'iat', 'exp'],
      maxTokenAge: ACCESS_TOKEN_MS / 1000,
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: new Date(clock.now()),
    })
    return toClaims(payload)
  }

  function keyOf(kid: string | undefined) {
    const key = kid === undefined ? undefined : keys.verifying.get(kid)
    if (key === undefined) throw new Refusal('invalid_token')
    return key
  }

  function keep(hash: string, claims: AccessClaims): void {
    const [oldest] = cache.keys()
    if (cache.size >= MAX_CACHED && oldest !== undefined) cache.delete(oldest)
    cache.set(hash, claims)
  }

  return {
    async issue({ commercial, sessionId }) {
      const now = Math.floor(clock.now() / 1000)
      const accessToken = await new SignJWT({ role: commercial.role, sid: sessionId })
        .setProtectedHeader({ alg: 'ES256', typ: TYPE, kid: keys.signing.kid })
        .setSubject(commercial.commercialId)
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + ACCESS_TOKEN_MS / 1000)
        .sign(keys.signing.key)
      return { accessToken, expiresIn: ACCESS_TOKEN_MS / 1000 }
    },

    async verify(token) {
      if (token.length > MAX_TOKEN_LENGTH) throw new Refusal('invalid_token')
      const hash = hashToken(token)
      const cached = cache.get(hash)
      const claims = cached ?? (await verifySignature(token).catch(refuse))
      if (clock.now() >= claims.expiresAt) {
        cache.delete(hash)
        throw new Refusal('token_expired')
      }
      if (cached === undefined) keep(hash, claims)
      return claims
    },
  }
}

function refuse(cause: unknown): never {
  throw new Refusal(cause instanceof errors.JWTExpired ? 'token_expired' : 'invalid_token')
}

function toClaims({ sub, exp, ...payload }: JWTPayload): AccessClaims {
  const { role, sid } = payload
  if (sub === undefined || exp === undefined || typeof sid !== 'string') throw new Refusal('invalid_token')
  if (role !== 'commercial' && role !== 'admin') throw new Refusal('invalid_token')
  return { commercialId: sub, role, sessionId: sid, expiresAt: exp * 1000 }
}
