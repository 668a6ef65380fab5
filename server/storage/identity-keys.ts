import type { SiteId } from '#shared/ids.ts'
import type { IdentityKeyRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { NewIdentityKey } from '../domain/visitor-storage.ts'
import { deleteKey, insertKey, keysOfSite } from './statements/identity-keys.ts'
import { siteById } from './statements/sites.ts'
import type { Step } from './writer.ts'

/** One in use, one that takes over, and a few that somebody forgot. */
const MAX_KEYS = 10

export function addIdentityKey(
  { db, now }: Step,
  siteId: SiteId,
  { kid, algorithm, key }: NewIdentityKey,
): IdentityKeyRecord {
  if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
  if (db.all(keysOfSite, siteId).length >= MAX_KEYS) {
    throw new Refusal('invalid', { issues: [{ path: '', message: `At most ${MAX_KEYS} keys` }] })
  }
  db.run(insertKey, siteId, kid, algorithm, key, now)
  return { kid, algorithm, key, createdAt: now }
}

export function removeIdentityKey({ db }: Step, siteId: SiteId, kid: string): void {
  if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
  if (db.run(deleteKey, siteId, kid) === 0) throw new Refusal('not_found')
}
