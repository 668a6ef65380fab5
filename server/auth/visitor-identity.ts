import { createSecretKey, type KeyObject } from 'node:crypto'
import { decodeProtectedHeader, importSPKI, jwtVerify, type CryptoKey, type JWTPayload } from 'jose'
import * as v from 'valibot'
import type { SiteId } from '#shared/ids.ts'
import { IdentityClaims } from '#shared/visitor.ts'
import type { Clock } from '../domain/clock.ts'
import type { IdentityKeyRecord, VouchedIdentity } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { VisitorStorage } from '../domain/visitor-storage.ts'

/** A token that lives longer can be replayed by whoever finds it in a page's source or a log. */
const MAX_LIFE_S = 24 * 60 * 60
/** Between the site's clock and ours. */
const CLOCK_TOLERANCE_S = 60

interface Deps {
  readonly storage: Pick<VisitorStorage, 'identityKeys'>
  readonly clock: Clock
}

/** Who the site's own server says this is. Whatever is wrong with the token, it is `identity_invalid` and nothing more is said. */
export async function verifyIdentity(deps: Deps, siteId: SiteId, token: string): Promise<VouchedIdentity> {
  try {
    return await verify(deps, siteId, token)
  } catch (cause) {
    if (isFaultOfToken(cause)) throw new Refusal('identity_invalid')
    throw cause
  }
}

async function verify({ storage, clock }: Deps, siteId: SiteId, token: string): Promise<VouchedIdentity> {
  const { kid } = decodeProtectedHeader(token)
  const record = keyFor(await storage.identityKeys(siteId), kid)
  const { payload } = await jwtVerify(token, await toKey(record), {
    // That of the key, never the header's: a public key must not be taken for a shared secret.
    algorithms: [record.algorithm],
    requiredClaims: ['sub', 'exp'],
    clockTolerance: CLOCK_TOLERANCE_S,
    currentDate: new Date(clock.now()),
  })
  checkLife(payload, clock.now() / 1_000)
  const { sub, name, email, attributes } = v.parse(IdentityClaims, payload)
  return { userId: sub, name: name ?? undefined, email: email ?? undefined, attributes }
}

/** A ring of one needs no name on the token. */
function keyFor(ring: readonly IdentityKeyRecord[], kid: string | undefined): IdentityKeyRecord {
  const record = kid === undefined && ring.length === 1 ? ring[0] : ring.find((key) => key.kid === kid)
  if (record === undefined) throw new Refusal('identity_invalid')
  return record
}

async function toKey({ algorithm, key }: IdentityKeyRecord): Promise<CryptoKey | KeyObject> {
  if (key === null) throw new Refusal('identity_invalid')
  if (algorithm === 'ES256') return importSPKI(key, algorithm)
  return createSecretKey(Buffer.from(key))
}

/** From when it was signed if it says so, and in any case from now. */
function checkLife({ exp = Infinity, iat }: JWTPayload, now: number): void {
  const life = exp - Math.min(iat ?? now, now)
  if (life > MAX_LIFE_S + CLOCK_TOLERANCE_S) throw new Refusal('identity_invalid')
}

/** jose names its refusals by code; anything without one is a fault of ours or of the store. */
function isFaultOfToken(cause: unknown): boolean {
  if (cause instanceof v.ValiError || cause instanceof TypeError) return true
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('ERR_J')
}
