import { uuidv7 } from 'uuidv7'
import type { SiteId, VisitorId } from '#shared/ids.ts'
import { MAX_ATTRIBUTES } from '#shared/limits.ts'
import type { Attributes, Page } from '#shared/person.ts'
import type { CommercialIdentity, Identity } from '../domain/identity.ts'
import { personWords } from '../domain/person-words.ts'
import type { VisitorRecord, VouchedIdentity } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { VisitorChange, VisitorDescription } from '../domain/visitor-storage.ts'
import type { Connection } from './connection.ts'
import { addVisitor, removeVisitor } from './statements/search.ts'
import { siteById } from './statements/sites.ts'
import { insertVisitor, updateVisitor, visitorById, type VisitorRow } from './statements/visitors.ts'
import type { Step } from './writer.ts'

export function visitorRecord(row: VisitorRow): VisitorRecord {
  const { externalId, vouched, consentVersion, consentAt, attributes, page, ...rest } = row
  const verified = externalId === null ? null : { ...vouchedIn(vouched), userId: externalId }
  return {
    ...rest,
    name: verified?.name ?? row.name,
    email: verified?.email ?? row.email,
    attributes: { ...parseAttributes(attributes), ...verified?.attributes },
    consent: consentVersion === null ? null : { version: consentVersion, at: consentAt ?? 0 },
    verified,
    page: page === null ? null : (JSON.parse(page) as Page),
  }
}

/** The visitor, if they exist as far as this reader is concerned; null is the server itself. */
export function findVisitor(db: Connection, reader: Identity | null, visitorId: VisitorId): VisitorRow {
  const row = db.one(visitorById, visitorId)
  if (row === undefined || row.erasedAt !== null || !maySee(reader, row))
    throw new Refusal('visitor_not_found')
  return row
}

export function readVisitor(db: Connection, visitorId: VisitorId): VisitorRecord {
  const row = db.one(visitorById, visitorId)
  if (row === undefined) throw new Refusal('visitor_not_found')
  return visitorRecord(row)
}

export function createVisitor(
  step: Step,
  { siteId, visitorId = uuidv7() as VisitorId }: { siteId: SiteId; visitorId?: VisitorId },
  description: VisitorDescription,
): VisitorRecord {
  const { db, now } = step
  if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
  db.run(insertVisitor, visitorId, siteId, now)
  return describeVisitor(step, visitorId, description)
}

/** What a visitor says of themself. Absent: as it was; null: forgotten. They are here to say it, and so have been seen. */
export function describeVisitor(
  { db, now }: Step,
  visitorId: VisitorId,
  description: VisitorDescription,
): VisitorRecord {
  const row = db.one(visitorById, visitorId)
  if (row === undefined) throw new Refusal('visitor_not_found')
  return saveVisitor(db, { ...described(row, description, now), seenAt: now })
}

/** What a commercial notes of a visitor. */
export function changeVisitor(
  { db, now }: Step,
  by: CommercialIdentity,
  { visitorId, change: { isBlocked, ...description } }: { visitorId: VisitorId; change: VisitorChange },
): VisitorRecord {
  const row = described(findVisitor(db, by, visitorId), description, now)
  const blockedAt = isBlocked === undefined || isBlocked ? row.blockedAt : null
  return saveVisitor(db, { ...row, blockedAt: isBlocked === true ? (row.blockedAt ?? now) : blockedAt })
}

export function checkMayWrite(db: Connection, writer: Identity): void {
  if (writer.role !== 'visitor') return
  if (db.one(visitorById, writer.userId)?.blockedAt !== null) throw new Refusal('visitor_blocked')
}

/** Stores everything of a visitor that can change, and what they are found by with it. */
export function saveVisitor(db: Connection, row: VisitorRow): VisitorRecord {
  const { visitorId } = row
  const before = db.one(visitorById, visitorId)
  const visitor = visitorRecord(row)
  const isFoundAnew = before === undefined || personWords(visitorRecord(before)) !== personWords(visitor)
  if (isFoundAnew) db.run(removeVisitor, visitorId)
  db.run(
    updateVisitor,
    visitorId,
    row.externalId,
    row.vouched,
    row.name,
    row.email,
    row.phone,
    row.attributes,
    row.topic,
    row.consentVersion,
    row.consentAt,
    row.locale,
    row.timeZone,
    row.page,
    row.seenAt,
    row.blockedAt,
  )
  if (isFoundAnew) db.run(addVisitor, visitorId)
  return visitor
}

/** With what the site's server now says, which replaces whatever it had said before. */
export function vouchedFor(row: VisitorRow, { userId, ...vouched }: VouchedIdentity): VisitorRow {
  return { ...row, externalId: userId, vouched: JSON.stringify(vouched) }
}

/** What two visitors who turn out to be one said, the first before the second. */
export function mergeAttributes(first: VisitorRow, second: VisitorRow): string {
  const entries = Object.entries({
    ...parseAttributes(second.attributes),
    ...parseAttributes(first.attributes),
  })
  return JSON.stringify(Object.fromEntries(entries.slice(0, MAX_ATTRIBUTES)))
}

function maySee(reader: Identity | null, { visitorId, siteId }: VisitorRow): boolean {
  if (reader === null) return true
  if (reader.role === 'visitor') return reader.userId === visitorId
  return reader.role === 'admin' || reader.siteIds.includes(siteId)
}

function described(row: VisitorRow, said: VisitorDescription, now: number): VisitorRow {
  return {
    ...row,
    name: said.name === undefined ? row.name : said.name,
    email: said.email === undefined ? row.email : said.email,
    phone: said.phone === undefined ? row.phone : said.phone,
    attributes: JSON.stringify(merged(parseAttributes(row.attributes), said.attributes ?? {})),
    topic: said.topic === undefined ? row.topic : said.topic,
    ...consented(row, said.consent, now),
    page: said.page === undefined ? row.page : JSON.stringify(said.page),
    locale: said.locale ?? row.locale,
    timeZone: said.timeZone ?? row.timeZone,
  }
}

/** The time is that of the first yes to these very words. */
function consented(
  { consentVersion, consentAt }: VisitorRow,
  consent: VisitorDescription['consent'],
  now: number,
): Pick<VisitorRow, 'consentVersion' | 'consentAt'> {
  if (consent === undefined || consent?.version === consentVersion) return { consentVersion, consentAt }
  if (consent === null) return { consentVersion: null, consentAt: null }
  return { consentVersion: consent.version, consentAt: now }
}

/** Attributes are told one by one, so a page need not know those it does not tell. */
function merged(known: Attributes, said: Attributes): Attributes {
  const entries = Object.entries({ ...known, ...said }).filter(([, value]) => value !== null)
  if (entries.length > MAX_ATTRIBUTES) {
    const message = `At most ${MAX_ATTRIBUTES} attributes`
    throw new Refusal('invalid', { issues: [{ path: 'attributes', message }] })
  }
  return Object.fromEntries(entries)
}

function parseAttributes(text: string): Attributes {
  return JSON.parse(text) as Attributes
}

function vouchedIn(text: string | null): Omit<VouchedIdentity, 'userId'> {
  return JSON.parse(text ?? '{}') as Omit<VouchedIdentity, 'userId'>
}
