import type { ChatCounts, ChatStatus } from '#shared/chat.ts'
import type { ChatId, SiteId } from '#shared/ids.ts'
import type { CommercialIdentity, Identity, VisitorIdentity } from '../domain/identity.ts'
import type { ChatRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ChatFilter } from '../domain/storage.ts'
import { chatRecord } from './chat-records.ts'
import type { Connection } from './connection.ts'
import * as statements from './statements/chats.ts'
import type { ListPlace } from './statements/chats.ts'
import { allSiteIds } from './statements/sites.ts'
import type { Step } from './writer.ts'

const EVERY_STATUS: readonly ChatStatus[] = ['PENDING', 'IN_PROGRESS', 'CLOSED']
const OPEN: readonly ChatStatus[] = ['PENDING', 'IN_PROGRESS']

// Before everything: later than any time, and after any id.
const START: ListPlace = { updatedAt: Number.MAX_SAFE_INTEGER, chatId: '~' as ChatId }

/**
 * One page of the chats that this reader may see, newest activity first. A list is a merge of lanes, one for each site and status:
 * an index holds every lane in order, so a page costs the same however many chats there are.
 */
export function pageOfChats(
  { db }: Step,
  reader: Identity,
  filter: ChatFilter,
): { chats: ChatRecord[]; nextCursor: string | null } {
  const from = filter.cursor === undefined ? START : parseCursor(filter.cursor)
  const limit = filter.limit + 1
  const statuses = [...new Set(filter.statuses ?? EVERY_STATUS)]
  const places = statuses
    .flatMap((status) => lanes(db, reader, { ...filter, limit, status, from }))
    .toSorted(newestFirst)
    .slice(0, limit)
  const page = places.slice(0, filter.limit)
  const last = page.at(-1)
  const hasMore = places.length > page.length && last !== undefined
  return {
    chats: page.flatMap(({ chatId }) => {
      const chat = db.one(statements.chatById, chatId)
      return chat === undefined ? [] : [chatRecord(db, chat)]
    }),
    nextCursor: hasMore ? toCursor(last) : null,
  }
}

/** How many chats each list of the inbox holds. */
export function countChats({ db }: Step, reader: Identity): ChatCounts {
  if (reader.role === 'visitor') return countVisitorChats(db, reader)
  const sites = visibleSites(db, reader)
  const total = (statuses: readonly ChatStatus[], count: (siteId: SiteId, status: ChatStatus) => number) =>
    sum(sites.flatMap((siteId) => statuses.map((status) => count(siteId, status))))
  const ofSite = (siteId: SiteId, status: ChatStatus) =>
    db.one(statements.countOfSite, siteId, status)?.count ?? 0
  return {
    mine: total(
      OPEN,
      (site, status) => db.one(statements.countOfAssignee, site, status, reader.userId)?.count ?? 0,
    ),
    unassigned: total(OPEN, (site, status) => db.one(statements.countUnassigned, site, status)?.count ?? 0),
    all: total(OPEN, ofSite),
    closed: total(['CLOSED'], ofSite),
  }
}

function countVisitorChats(db: Connection, { userId }: VisitorIdentity): ChatCounts {
  const count = (status: ChatStatus) => db.one(statements.countOfVisitor, userId, status)?.count ?? 0
  return { mine: 0, unassigned: 0, all: sum(OPEN.map(count)), closed: count('CLOSED') }
}

type Lane = ChatFilter & { readonly status: ChatStatus; readonly from: ListPlace }

function lanes(db: Connection, reader: Identity, lane: Lane): ListPlace[] {
  if (reader.role === 'visitor') return visitorLane(db, reader, lane)
  return visibleSites(db, reader)
    .filter((siteId) => lane.siteId === undefined || siteId === lane.siteId)
    .flatMap((siteId) => siteLane(db, siteId, lane))
}

/** Who answers a visitor's chat is not theirs to filter by. */
function visitorLane(
  db: Connection,
  reader: VisitorIdentity,
  { status, from, limit, siteId }: Lane,
): ListPlace[] {
  if (siteId !== undefined && siteId !== reader.siteId) return []
  return db.all(statements.chatsOfVisitor, reader.userId, status, from.updatedAt, from.chatId, limit)
}

function siteLane(db: Connection, siteId: SiteId, { status, from, limit, assigneeId }: Lane): ListPlace[] {
  const bounds = [siteId, status, from.updatedAt, from.chatId, limit] as const
  if (assigneeId === undefined) return db.all(statements.chatsOfSite, ...bounds)
  if (assigneeId === null) return db.all(statements.unassignedChats, ...bounds)
  return db.all(statements.chatsOfAssignee, ...bounds, assigneeId)
}

function visibleSites(db: Connection, reader: CommercialIdentity): readonly SiteId[] {
  return reader.role === 'admin'
    ? db.all(allSiteIds).map(({ siteId }) => siteId)
    : [...new Set(reader.siteIds)]
}

function newestFirst(a: ListPlace, b: ListPlace): number {
  if (a.updatedAt !== b.updatedAt) return b.updatedAt - a.updatedAt
  return a.chatId < b.chatId ? 1 : -1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function toCursor({ updatedAt, chatId }: ListPlace): string {
  return Buffer.from(`${updatedAt}.${chatId}`).toString('base64url')
}

function parseCursor(cursor: string): ListPlace {
  const place = /^(\d{1,16})\.([\da-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  const [, updatedAt, chatId] = place ?? []
  if (updatedAt === undefined || chatId === undefined) {
    throw new Refusal('invalid', { issues: [{ path: 'cursor', message: 'Not a cursor of this list' }] })
  }
  return { updatedAt: Number(updatedAt), chatId: chatId as ChatId }
}
