import type { VisitorId } from '#shared/ids.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ListedVisitor, VisitorDetailsRecord, VisitorFilter } from '../domain/visitor-storage.ts'
import { chatRecord } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { chatById, openChatOfVisitor } from './statements/chats.ts'
import { chatIdsOfVisitor, visitorById, visitorsOfSite, type VisitorPlace } from './statements/visitors.ts'
import { readTrail } from './trail.ts'
import { findVisitor, visitorRecord } from './visitors.ts'
import { visibleSites } from './visible-sites.ts'
import type { Step } from './writer.ts'

const MAX_CHATS = 50
// Before everything: later than any time, and after any id.
const START: VisitorPlace = { seenAt: Number.MAX_SAFE_INTEGER, visitorId: '~' as VisitorId }

/** One page of the visitors of the reader's sites, who was seen last first. */
export function pageOfVisitors(
  { db }: Step,
  reader: CommercialIdentity,
  { siteId, cursor, limit }: VisitorFilter,
): { visitors: ListedVisitor[]; nextCursor: string | null } {
  const { seenAt, visitorId } = cursor === undefined ? START : parseCursor(cursor)
  const places = visibleSites(db, reader)
    .filter((id) => siteId === undefined || id === siteId)
    .flatMap((id) => db.all(visitorsOfSite, id, seenAt, visitorId, limit + 1))
    .toSorted((a, b) => b.seenAt - a.seenAt || (a.visitorId < b.visitorId ? 1 : -1))
  const page = places.slice(0, limit)
  const last = page.at(-1)
  return {
    visitors: page.flatMap((place) => listed(db, reader, place.visitorId)),
    nextCursor: places.length > limit && last !== undefined ? toCursor(last) : null,
  }
}

/** Those of them whom the reader may see, in the same order. */
export function visitorsById(
  { db }: Step,
  reader: CommercialIdentity,
  visitorIds: readonly VisitorId[],
): ListedVisitor[] {
  return visitorIds.flatMap((visitorId) => listed(db, reader, visitorId))
}

export function visitorDetails(
  { db }: Step,
  reader: CommercialIdentity,
  visitorId: VisitorId,
): VisitorDetailsRecord {
  const visitor = visitorRecord(findVisitor(db, reader, visitorId))
  const chats = db
    .all(chatIdsOfVisitor, visitorId)
    .flatMap(({ chatId }) => db.one(chatById, chatId) ?? [])
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, MAX_CHATS)
    .map((chat) => chatRecord(db, chat))
  return { visitor, openChatId: openChatId(db, visitorId), trail: readTrail(db, visitorId), chats }
}

function listed(db: Connection, reader: CommercialIdentity, visitorId: VisitorId): ListedVisitor[] {
  const row = db.one(visitorById, visitorId)
  const isTheirs = row !== undefined && (reader.role === 'admin' || reader.siteIds.includes(row.siteId))
  if (!isTheirs || row.erasedAt !== null) return []
  return [{ visitor: visitorRecord(row), openChatId: openChatId(db, visitorId) }]
}

function openChatId(db: Connection, visitorId: VisitorId): ListedVisitor['openChatId'] {
  return db.one(openChatOfVisitor, visitorId)?.chatId ?? null
}

function toCursor({ seenAt, visitorId }: VisitorPlace): string {
  return Buffer.from(`${seenAt}.${visitorId}`).toString('base64url')
}

function parseCursor(cursor: string): VisitorPlace {
  const place = /^(\d{1,16})\.([\da-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  const [, seenAt, visitorId] = place ?? []
  if (seenAt === undefined || visitorId === undefined) {
    throw new Refusal('invalid', { issues: [{ path: 'cursor', message: 'Not a cursor of this list' }] })
  }
  return { seenAt: Number(seenAt), visitorId: visitorId as VisitorId }
}
