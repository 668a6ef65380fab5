import { createHash } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { SiteId } from '#shared/ids.ts'
import type { ChangeSettings } from '#shared/site-settings.ts'
import type { SiteRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import { completeSettings, mergeSettings } from '../domain/site-settings.ts'
import type { NewSite, SiteChange } from '../domain/storage.ts'
import type { Connection } from './connection.ts'
import * as statements from './statements/sites.ts'
import type { SiteRow } from './statements/sites.ts'
import type { Step } from './writer.ts'

/** A site that answers more chats than this in a week has a median that the newest of them tell as well. */
const MAX_REPLY_TIMES = 10_000

/** The site with that key; without one, the oldest. */
export function findSite(db: Connection, siteKey: string | undefined): SiteRecord | null {
  const row = siteKey === undefined ? db.one(statements.oldestSite) : db.one(statements.siteByKey, siteKey)
  return row === undefined ? null : siteRecord(row)
}

export function findSiteById(db: Connection, siteId: SiteId): SiteRecord | null {
  const row = db.one(statements.siteById, siteId)
  return row === undefined ? null : siteRecord(row)
}

export function listSites(db: Connection): SiteRecord[] {
  return db.all(statements.allSites).map(siteRecord)
}

export function createSite(
  { db, now }: Step,
  { siteKey, name, origins, locale, settings = {} }: NewSite,
): SiteRecord {
  checkKeyIsFree(db, siteKey, null)
  const siteId = uuidv7() as SiteId
  const said = JSON.stringify(mergeSettings({}, settings))
  db.run(statements.insertSite, siteId, siteKey, name, JSON.stringify(origins), locale, said, now)
  return stored(db, siteId)
}

export function updateSite(db: Connection, siteId: SiteId, change: SiteChange): SiteRecord {
  const row = db.one(statements.siteById, siteId)
  if (row === undefined) throw new Refusal('site_not_found')
  if (change.revision !== undefined && change.revision !== revisionOf(row)) throw new Refusal('site_changed')
  const { siteKey = row.siteKey, name = row.name, locale = row.locale, settings = {} } = change
  const origins = change.origins === undefined ? row.origins : JSON.stringify(change.origins)
  checkKeyIsFree(db, siteKey, siteId)
  const said = JSON.stringify(mergeSettings(saidOf(row), settings))
  db.run(statements.updateSite, siteId, siteKey, name, origins, locale, said)
  return stored(db, siteId)
}

export function replyTimes(db: Connection, siteId: SiteId, since: number): number[] {
  const rows = db.all(statements.replyTimesOfSite, siteId, since, MAX_REPLY_TIMES)
  return rows.map(({ waited }) => waited).toSorted((a, b) => a - b)
}

function checkKeyIsFree(db: Connection, siteKey: string, siteId: SiteId | null): void {
  const owner = db.one(statements.siteByKey, siteKey)
  if (owner !== undefined && owner.siteId !== siteId) throw new Refusal('site_key_taken')
}

function stored(db: Connection, siteId: SiteId): SiteRecord {
  const site = findSiteById(db, siteId)
  if (site === null) throw new Error('A site vanished inside its own transaction')
  return site
}

function siteRecord(row: SiteRow): SiteRecord {
  const { siteId, siteKey, name, origins, locale } = row
  return {
    siteId,
    siteKey,
    name,
    origins: JSON.parse(origins) as string[],
    locale,
    revision: revisionOf(row),
    settings: completeSettings(saidOf(row)),
  }
}

/** Of what is stored, so that two changes at once can never end in the same one unless they said the same. */
function revisionOf({ siteKey, name, origins, locale, settings }: SiteRow): string {
  const content = JSON.stringify([siteKey, name, origins, locale, settings])
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}

function saidOf({ settings }: SiteRow): ChangeSettings {
  return JSON.parse(settings) as ChangeSettings
}
