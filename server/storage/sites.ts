import { uuidv7 } from 'uuidv7'
import type { SiteId } from '#shared/ids.ts'
import type { SiteRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { NewSite } from '../domain/storage.ts'
import type { Connection } from './connection.ts'
import {
  allSites,
  insertSite,
  oldestSite,
  siteByKey,
  updateOrigins,
  type SiteRow,
} from './statements/sites.ts'
import type { Step } from './writer.ts'

/** The site with that key; without one, the oldest. */
export function findSite(db: Connection, siteKey: string | undefined): SiteRecord | null {
  const row = siteKey === undefined ? db.one(oldestSite) : db.one(siteByKey, siteKey)
  return row === undefined ? null : siteRecord(row)
}

export function listSites(db: Connection): SiteRecord[] {
  return db.all(allSites).map(siteRecord)
}

export function createSite({ db, now }: Step, { siteKey, name, origins, locale }: NewSite): SiteRecord {
  if (db.one(siteByKey, siteKey) !== undefined) {
    throw new Refusal('invalid', { issues: [{ path: 'siteKey', message: 'Another site has this key' }] })
  }
  const siteId = uuidv7() as SiteId
  db.run(insertSite, siteId, siteKey, name, JSON.stringify(origins), locale, now)
  return { siteId, siteKey, name, origins, accent: null, locale }
}

export function setSiteOrigins(db: Connection, siteId: SiteId, origins: readonly string[]): void {
  if (db.run(updateOrigins, siteId, JSON.stringify(origins)) === 0) throw new Refusal('site_not_found')
}

function siteRecord({ origins, ...rest }: SiteRow): SiteRecord {
  return { ...rest, origins: JSON.parse(origins) as string[] }
}
