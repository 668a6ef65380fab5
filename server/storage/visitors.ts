import { uuidv7 } from 'uuidv7'
import type { SiteId, VisitorId } from '#shared/ids.ts'
import type { Attributes, Page } from '#shared/person.ts'
import type { VisitorRecord } from '../domain/records.ts'
import { personWords } from '../domain/person-words.ts'
import { Refusal } from '../domain/refusal.ts'
import type { VisitorDescription } from '../domain/storage.ts'
import type { Connection } from './connection.ts'
import { addVisitor, removeVisitor } from './statements/search.ts'
import { siteById } from './statements/sites.ts'
import { insertVisitor, updateVisitor, visitorById, type VisitorRow } from './statements/visitors.ts'
import type { Step } from './writer.ts'

const MAX_ATTRIBUTES = 50

export function visitorRecord({ attributes, page, isVerified, ...rest }: VisitorRow): VisitorRecord {
  return {
    ...rest,
    attributes: JSON.parse(attributes) as Attributes,
    page: page === null ? null : (JSON.parse(page) as Page),
    isVerified: isVerified === 1,
  }
}

export function createVisitor(
  { db, now }: Step,
  siteId: SiteId,
  description: VisitorDescription,
): VisitorRecord {
  if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
  const visitorId = uuidv7() as VisitorId
  db.run(insertVisitor, visitorId, siteId, now)
  return describeVisitor(db, visitorId, description)
}

/** Absent: as it was; null: forgotten. Attributes are told one by one, so a page need not know those it does not tell. */
export function describeVisitor(
  db: Connection,
  visitorId: VisitorId,
  description: VisitorDescription,
): VisitorRecord {
  const row = db.one(visitorById, visitorId)
  if (row === undefined) throw new Refusal('visitor_not_found')
  const visitor = described(visitorRecord(row), description)
  const isFoundAnew = personWords(row) !== personWords(visitor)
  if (isFoundAnew) db.run(removeVisitor, visitorId)
  db.run(
    updateVisitor,
    visitorId,
    visitor.name,
    visitor.email,
    visitor.phone,
    JSON.stringify(visitor.attributes),
    visitor.locale,
    visitor.timeZone,
    visitor.page === null ? null : JSON.stringify(visitor.page),
  )
  if (isFoundAnew) db.run(addVisitor, visitorId)
  return visitor
}

function described(visitor: VisitorRecord, said: VisitorDescription): VisitorRecord {
  return {
    ...visitor,
    name: said.name === undefined ? visitor.name : said.name,
    email: said.email === undefined ? visitor.email : said.email,
    phone: said.phone === undefined ? visitor.phone : said.phone,
    attributes: merged(visitor.attributes, said.attributes ?? {}),
    page: said.page ?? visitor.page,
    locale: said.locale ?? visitor.locale,
    timeZone: said.timeZone ?? visitor.timeZone,
  }
}

function merged(known: Attributes, said: Attributes): Attributes {
  const entries = Object.entries({ ...known, ...said }).filter(([, value]) => value !== null)
  if (entries.length > MAX_ATTRIBUTES) {
    const message = `At most ${MAX_ATTRIBUTES} attributes`
    throw new Refusal('invalid', { issues: [{ path: 'attributes', message }] })
  }
  return Object.fromEntries(entries)
}
