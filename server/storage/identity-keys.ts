import type { SiteId } from '#shared/ids.ts'
import type { IdentityKeyRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { NewIdentityKey } from '../domain/visitor-storage.ts'
import type { Connection } from './connection.ts'
import type { Seals } from './seals.ts'
import { deleteKey, insertKey, keysOfSite } from './statements/identity-keys.ts'
import { siteById } from './statements/sites.ts'
import type { Step } from './writer.ts'

/** One in use, one that takes over, and a few that somebody forgot. */
const MAX_KEYS = 10

/** A shared secret lies sealed in the data; this is what it is sealed for. */
function placeOf(siteId: SiteId, kid: string): string {
  return `identity_keys/${siteId}/${kid}`
}

export function identityKeys(db: Connection, seals: Seals, siteId: SiteId): IdentityKeyRecord[] {
  return db.all(keysOfSite, siteId).map((row) => ({
    ...row,
    key: row.algorithm === 'ES256' ? row.key : seals.open(row.key, placeOf(siteId, row.kid)),
  }))
}

export function addIdentityKey(
  { db, now }: Step,
  { seals, siteId, key: { kid, algorithm, key } }: { seals: Seals; siteId: SiteId; key: NewIdentityKey },
): IdentityKeyRecord {
  if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
  if (db.all(keysOfSite, siteId).length >= MAX_KEYS) {
    throw new Refusal('invalid', { issues: [{ path: '', message: `At most ${MAX_KEYS} keys` }] })
  }
  const stored = algorithm === 'ES256' ? key : seals.seal(key, placeOf(siteId, kid))
  db.run(insertKey, siteId, kid, algorithm, stored, now)
  return { kid, algorithm, key, createdAt: now }
}

export function removeIdentityKey({ db }: Step, siteId: SiteId, kid: string): void {
  if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
  if (db.run(deleteKey, siteId, kid) === 0) throw new Refusal('not_found')
}
