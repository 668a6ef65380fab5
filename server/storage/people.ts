import { uuidv7 } from 'uuidv7'
import type { CommercialId, SiteId } from '#shared/ids.ts'
import type { CommercialRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { NewCommercial } from '../domain/storage.ts'
import type { Connection } from './connection.ts'
import * as statements from './statements/people.ts'
import type { CommercialRow } from './statements/people.ts'
import { allSiteIds, siteById } from './statements/sites.ts'
import type { Step } from './writer.ts'

export function findCommercial(db: Connection, commercialId: CommercialId): CommercialRecord | null {
  const row = db.one(statements.commercialById, commercialId)
  return row === undefined ? null : commercialRecord(db, row)
}

export function findCommercialByEmail(
  db: Connection,
  email: string,
): { commercial: CommercialRecord; passwordHash: string } | null {
  const row = db.one(statements.commercialByEmail, email.toLowerCase())
  return row === undefined ? null : { commercial: commercialRecord(db, row), passwordHash: row.passwordHash }
}

/** Those who answer any of these sites, admins included, by name. */
export function commercialsOf(db: Connection, siteIds: readonly SiteId[]): CommercialRecord[] {
  const rows = [
    ...db.all(statements.admins),
    ...siteIds.flatMap((siteId) => db.all(statements.membersOfSite, siteId)),
  ]
  const people = new Map(rows.map((row) => [row.commercialId, row]))
  return [...people.values()]
    .map((row) => commercialRecord(db, row))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.commercialId < b.commercialId ? -1 : 1))
}

export function createCommercial({ db, now }: Step, person: NewCommercial): CommercialRecord {
  const email = person.email.toLowerCase()
  if (db.one(statements.emailOwner, email) !== undefined) throw new Refusal('email_taken')
  const commercialId = uuidv7() as CommercialId
  db.run(statements.insertCommercial, commercialId, person.name, email, person.passwordHash, person.role, now)
  for (const siteId of person.role === 'admin' ? [] : person.siteIds) {
    if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
    db.run(statements.insertMembership, siteId, commercialId)
  }
  const { name, role } = person
  return { commercialId, name, email, role, siteIds: siteIdsOf(db, { commercialId, role }) }
}

export function hasAdmin(db: Connection): boolean {
  return db.one(statements.anyAdmin) !== undefined
}

export function keepSetupToken(db: Connection, tokenHash: string, expiresAt: number): void {
  db.run(statements.keepSetupToken, tokenHash, expiresAt)
}

/** Only while there is no admin, and only by the token that waits. */
export function createFirstAdmin(step: Step, tokenHash: string, admin: NewCommercial): CommercialRecord {
  const { db, now } = step
  if (hasAdmin(db)) throw new Refusal('not_found')
  const waiting = db.one(statements.setupToken)
  if (waiting === undefined || waiting.tokenHash !== tokenHash) throw new Refusal('invalid_token')
  if (waiting.expiresAt <= now) throw new Refusal('token_expired')
  db.run(statements.forgetSetupToken)
  return createCommercial(step, { ...admin, role: 'admin' })
}

export function commercialRecord(db: Connection, row: CommercialRow): CommercialRecord {
  const { commercialId, name, email, role } = row
  return { commercialId, name, email, role, siteIds: siteIdsOf(db, row) }
}

function siteIdsOf(
  db: Connection,
  { commercialId, role }: Pick<CommercialRecord, 'commercialId' | 'role'>,
): readonly SiteId[] {
  const rows = role === 'admin' ? db.all(allSiteIds) : db.all(statements.sitesOfCommercial, commercialId)
  return rows.map(({ siteId }) => siteId)
}
