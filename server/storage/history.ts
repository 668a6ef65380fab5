import type { ChatId } from '#shared/ids.ts'
import { audienceOf, type Identity } from '../domain/identity.ts'
import type { HistoryPage, HistoryRecord } from '../domain/storage.ts'
import { chatRecord, findChat } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { messageRecord } from './message-records.ts'
import { numberings, type Numbering } from './statements/history.ts'
import type { MessageRow } from './statements/messages.ts'
import type { Step } from './writer.ts'

/** Some rows, and whether there would have been more. */
interface Part {
  readonly rows: readonly MessageRow[]
  readonly hasMore: boolean
}

type Reading = { db: Connection; chatId: ChatId; numbering: Numbering }

/** A page of a chat as this reader numbers it. */
export function readHistory(
  { db }: Step,
  reader: Identity,
  { chatId, page }: { chatId: ChatId; page: HistoryPage },
): HistoryRecord {
  const chat = findChat(db, reader, chatId)
  const { rows, hasMore } = readPage({ db, chatId, numbering: numberings[audienceOf(reader)] }, page)
  return { messages: rows.map(messageRecord), hasMore, chat: chatRecord(db, chat) }
}

function readPage(reading: Reading, page: HistoryPage): Part {
  const before = page.before ?? Number.MAX_SAFE_INTEGER
  if (page.after !== undefined) return resync(reading, { ...page, after: page.after, before })
  if (page.dateFrom !== undefined) return since(reading, { ...page, dateFrom: page.dateFrom, before })
  return newest(reading, before, page.limit)
}

/**
 * Changed older messages first, in the order of their changes, and newer ones in what room is left. A reader who follows
 * `hasMore` with the last change and the last seq that it got reaches everything.
 */
function resync(reading: Reading, page: HistoryPage & { after: number; before: number }): Part {
  const { after, before, limit, changedAfter } = page
  const changed =
    changedAfter === undefined ? nothing : changes(reading, { after, before, limit, changedAfter })
  const newer = oldest(reading, { after, before, limit: limit - changed.rows.length })
  // Changed ones lie at or before `after`, newer ones beyond it.
  const older = changed.rows.toSorted((a, b) => a.seq - b.seq)
  return { rows: [...older, ...newer.rows], hasMore: changed.hasMore || newer.hasMore }
}

function changes(
  { db, chatId, numbering }: Reading,
  {
    after,
    before,
    limit,
    changedAfter,
  }: { after: number; before: number; limit: number; changedAfter: number },
): Part {
  const upTo = Math.min(after, before - 1)
  return cut(db.all(numbering.changed, chatId, changedAfter, upTo, limit + 1), limit)
}

function since(reading: Reading, page: HistoryPage & { dateFrom: number; before: number }): Part {
  const { db, chatId, numbering } = reading
  const first = db.one(numbering.firstSince, chatId, page.dateFrom)
  if (first === undefined) return nothing
  return oldest(reading, { after: first.seq - 1, before: page.before, limit: page.limit })
}

function oldest(
  { db, chatId, numbering }: Reading,
  { after, before, limit }: { after: number; before: number; limit: number },
): Part {
  return cut(db.all(numbering.oldest, chatId, after, before, limit + 1), limit)
}

function newest({ db, chatId, numbering }: Reading, before: number, limit: number): Part {
  const { rows, hasMore } = cut(db.all(numbering.newest, chatId, 0, before, limit + 1), limit)
  return { rows: rows.toReversed(), hasMore }
}

const nothing: Part = { rows: [], hasMore: false }

/** One row more than asked for was read, to know whether there is one. */
function cut(rows: readonly MessageRow[], limit: number): Part {
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit }
}
