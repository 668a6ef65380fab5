import type { ChatId, CommercialId } from '#shared/ids.ts'
import type { Stats, StatsChatsQuery, StatsQuery } from '#shared/stats.ts'
import { createCalendar, dayAfter } from './calendar.ts'
import type { CommercialIdentity } from './identity.ts'
import type { ChatRecord } from './records.ts'
import { Refusal } from './refusal.ts'
import { factsOf, summarise, type ChatFacts } from './statistics.ts'
import type { ChatStorage, PeopleStorage } from './storage.ts'
import type { StatsStorage } from './stats-storage.ts'

interface Deps {
  readonly storage: StatsStorage & Pick<ChatStorage, 'chat'> & Pick<PeopleStorage, 'commercialsOf'>
}

/** The figures of a period, in the days and hours of a time zone. */
export async function readStats(deps: Deps, reader: CommercialIdentity, query: StatsQuery): Promise<Stats> {
  const facts = await readFacts(deps, reader, query)
  const people = await deps.storage.commercialsOf(reader.siteIds)
  const names = new Map<CommercialId, string>(people.map(({ commercialId, name }) => [commercialId, name]))
  return summarise(facts, query, names)
}

/** The chats that one bar of a figure counts, newest first. */
export async function readStatsChats(
  deps: Deps,
  reader: CommercialIdentity,
  query: StatsChatsQuery,
): Promise<{ chats: ChatRecord[]; nextCursor: string | null }> {
  const wanted = (await readFacts(deps, reader, query)).filter((facts) => isWanted(facts, query)).toReversed()
  const start = query.cursor === undefined ? 0 : placeAfter(wanted, query.cursor)
  const page = wanted.slice(start, start + query.limit)
  const chats = await Promise.all(page.map(({ row }) => deps.storage.chat(reader, row.chatId)))
  const hasMore = wanted.length > start + page.length
  return { chats, nextCursor: hasMore ? (page.at(-1)?.row.chatId ?? null) : null }
}

export async function readFacts(
  { storage }: Deps,
  reader: CommercialIdentity,
  { siteId, from, to, timeZone }: StatsQuery,
): Promise<ChatFacts[]> {
  const calendar = createCalendar(timeZone)
  const period = { siteId, from: calendar.startOf(from), until: calendar.startOf(dayAfter(to)) }
  const rows = await storage.statRows(reader, period)
  return rows.map((row) => factsOf(row, calendar))
}

function isWanted({ row, opened, outcome, bucket }: ChatFacts, query: StatsChatsQuery): boolean {
  const { commercialId } = query
  const said: readonly (readonly [unknown, unknown])[] = [
    [query.date, opened.date],
    [query.weekday, opened.weekday],
    [query.hour, opened.hour],
    [query.outcome, outcome],
    [query.bucket, bucket],
    [query.score, row.score],
    // Who answers first after having written first has answered nobody.
    [commercialId, outcome === 'answered' ? row.firstResponseBy : null],
  ]
  return said.every(([wanted, is]) => wanted === undefined || wanted === is)
}

/** The cursor is the last chat of the page before. */
function placeAfter(facts: readonly ChatFacts[], cursor: string): number {
  const place = facts.findIndex(({ row }) => row.chatId === (cursor as ChatId))
  if (place >= 0) return place + 1
  throw new Refusal('invalid', { issues: [{ path: 'cursor', message: 'Not a cursor of these chats' }] })
}
