import type { ChatCounts, ChatStatus } from '#shared/chat.ts'
import type { ChatId, CommercialId, SiteId } from '#shared/ids.ts'
import type { CommercialIdentity, Identity, VisitorIdentity } from '../domain/identity.ts'
import type { ChatRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ChatFilter } from '../domain/storage.ts'
import { chatRecord } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { chatsOfPeople } from './people-search.ts'
import { visibleSites } from './visible-sites.ts'
import { chatById } from './statements/chats.ts'
import * as statements from './statements/lists.ts'
import type { Lane, ListPlace } from './statements/lists.ts'
import type { Step } from './writer.ts'

const EVERY_STATUS: readonly ChatStatus[] = ['PENDING', 'IN_PROGRESS', 'CLOSED']
const OPEN: readonly ChatStatus[] = ['PENDING', 'IN_PROGRESS']

// Beyond any id.
const LAST_ID = '~' as ChatId

/**
 * One page of the chats that this reader may see. A list is a merge of lanes, one for each site and status: an index holds every
 * lane in order, so a page costs the same however many chats there are.
 */
export function pageOfChats(
  { db }: Step,
  reader: Identity,
  filter: ChatFilter,
): { chats: ChatRecord[]; nextCursor: string | null } {
  const { start, compare, key } = orders[reader.role === 'visitor' ? 'latest' : (filter.order ?? 'latest')]
  const from = filter.cursor === undefined ? start : parseCursor(key, filter.cursor)
  const limit = filter.limit + 1
  const places = placesOf(db, reader, { ...filter, limit, from })
    .toSorted(compare)
    .slice(0, limit)
  const page = places.slice(0, filter.limit)
  const last = page.at(-1)
  const hasMore = places.length > page.length && last !== undefined
  return {
    chats: page.flatMap(({ chatId }) => {
      const chat = db.one(chatById, chatId)
      return chat === undefined ? [] : [chatRecord(db, chat)]
    }),
    nextCursor: hasMore ? toCursor(key, last) : null,
  }
}

/** How many chats each list of the inbox holds. */
export function countChats({ db }: Step, reader: Identity): ChatCounts {
  if (reader.role === 'visitor') return countVisitorChats(db, reader)
  const sites = visibleSites(db, reader)
  const total = (lanes: readonly Lane[], count: (siteId: SiteId, lane: Lane) => number) =>
    sum(sites.flatMap((siteId) => lanes.map((lane) => count(siteId, lane))))
  const ofSite = (siteId: SiteId, lane: Lane) => db.one(statements.countOfSite, siteId, lane)?.count ?? 0
  return {
    mine: total(
      OPEN,
      (site, lane) => db.one(statements.countOfAssignee, site, lane, reader.userId)?.count ?? 0,
    ),
    unassigned: total(OPEN, (site, lane) => db.one(statements.countUnassigned, site, lane)?.count ?? 0),
    all: total(OPEN, ofSite),
    closed: total(['CLOSED'], ofSite),
    snoozed: total(OPEN.map(snoozed), ofSite),
  }
}

function countVisitorChats(db: Connection, { userId }: VisitorIdentity): ChatCounts {
  const count = (status: ChatStatus) => db.one(statements.countOfVisitor, userId, status)?.count ?? 0
  return { mine: 0, unassigned: 0, all: sum(OPEN.map(count)), closed: count('CLOSED'), snoozed: 0 }
}

type Reading = ChatFilter & { readonly from: ListPlace }

function placesOf(db: Connection, reader: Identity, reading: Reading): ListPlace[] {
  const statuses = [...new Set(reading.statuses ?? EVERY_STATUS)]
  if (reader.role === 'visitor')
    return statuses.flatMap((status) => visitorPlaces(db, reader, { ...reading, status }))
  const lanes = reading.isSnoozed === true ? statuses.map(snoozed) : statuses
  if (reading.people !== undefined) return placesOfPeople(db, reader, { ...reading, statuses })
  return visibleSites(db, reader)
    .filter((siteId) => reading.siteId === undefined || siteId === reading.siteId)
    .flatMap((siteId) => lanes.flatMap((lane) => sitePlaces(db, siteId, { ...reading, lane })))
}

/** All that a search for people finds stands in memory: their places are compared with where the page begins one by one. */
function placesOfPeople(
  db: Connection,
  reader: CommercialIdentity,
  reading: Reading & { readonly statuses: readonly ChatStatus[] },
): ListPlace[] {
  const { from, order = 'latest' } = reading
  const { compare } = orders[order]
  return chatsOfPeople(db, reader, reading)
    .map(({ chatId, updatedAt, waitingSince }) => ({
      chatId,
      at: order === 'latest' ? updatedAt : statements.placeByWaiting(waitingSince, updatedAt),
    }))
    .filter((place) => compare(from, place) < 0)
}

/** Who answers a visitor's chat, and how, is not theirs to filter by. */
function visitorPlaces(
  db: Connection,
  reader: VisitorIdentity,
  { status, from, limit, siteId }: Reading & { readonly status: ChatStatus },
): ListPlace[] {
  if (siteId !== undefined && siteId !== reader.siteId) return []
  return db.all(statements.chatsOfVisitor, reader.userId, status, from.at, from.chatId, limit)
}

type SiteReading = Reading & { readonly lane: Lane }

function sitePlaces(db: Connection, siteId: SiteId, reading: SiteReading): ListPlace[] {
  const { lane, from, limit, assigneeId, order, tag } = reading
  if (order === 'waiting') return waitingPlaces(db, siteId, reading)
  const bounds = [siteId, lane, from.at, from.chatId, limit] as const
  if (tag !== undefined) return db.all(statements.chatsOfTag, ...bounds, anyOr(assigneeId), tag)
  if (assigneeId === undefined) return db.all(statements.chatsOfSite, ...bounds)
  if (assigneeId === null) return db.all(statements.unassignedChats, ...bounds)
  return db.all(statements.chatsOfAssignee, ...bounds, assigneeId)
}

/** Those who wait, and behind the last of them those who do not. */
function waitingPlaces(db: Connection, siteId: SiteId, reading: SiteReading): ListPlace[] {
  const { lane, from, limit, assigneeId, tag = null } = reading
  const isPast = from.at >= statements.NOT_WAITING
  const among = [anyOr(assigneeId), tag] as const
  const waiting = isPast
    ? []
    : db.all(statements.waitingChats, siteId, lane, from.at, from.chatId, limit, ...among)
  if (waiting.length === limit) return waiting
  const start = isPast ? from : { at: statements.NOT_WAITING, chatId: LAST_ID }
  const rest = [siteId, lane, start.at, start.chatId, limit - waiting.length, ...among] as const
  return [...waiting, ...db.all(statements.chatsNotWaiting, ...rest)]
}

function anyOr(assigneeId: CommercialId | null | undefined): CommercialId | '' | null {
  return assigneeId === null ? '' : (assigneeId ?? null)
}

function snoozed(status: ChatStatus): Lane {
  return `SNOOZED_${status}`
}

/** How places stand, and where the first one is looked for. */
const orders = {
  latest: { start: { at: Number.MAX_SAFE_INTEGER, chatId: LAST_ID }, compare: newestFirst, key: 'l' },
  waiting: { start: { at: -1, chatId: LAST_ID }, compare: longestWaitingFirst, key: 'w' },
} as const

function newestFirst(a: ListPlace, b: ListPlace): number {
  return b.at - a.at || compareIds(b, a)
}

function longestWaitingFirst(a: ListPlace, b: ListPlace): number {
  return a.at - b.at || (a.at < statements.NOT_WAITING ? compareIds(a, b) : compareIds(b, a))
}

function compareIds(a: ListPlace, b: ListPlace): number {
  if (a.chatId === b.chatId) return 0
  return a.chatId < b.chatId ? -1 : 1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function toCursor(key: string, { at, chatId }: ListPlace): string {
  return Buffer.from(`${key}${at}.${chatId}`).toString('base64url')
}

function parseCursor(key: string, cursor: string): ListPlace {
  const place = /^([lw])(\d{1,16})\.([\da-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  const [, order, at, chatId] = place ?? []
  if (order !== key || at === undefined || chatId === undefined) {
    throw new Refusal('invalid', { issues: [{ path: 'cursor', message: 'Not a cursor of this list' }] })
  }
  return { at: Number(at), chatId: chatId as ChatId }
}
