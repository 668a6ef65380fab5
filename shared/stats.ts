import * as v from 'valibot'
import { Chat } from './chat.ts'
import { CommercialId, SiteId } from './ids.ts'
import { MAX_PAGE_SIZE } from './limits.ts'
import { wholeNumber } from './message.ts'
import { CleanText, TimeZone } from './text.ts'

/** A day of the calendar, wherever that is. */
const CalendarDate = v.pipe(
  CleanText,
  v.regex(/^\d{4}-\d\d-\d\d$/, 'A date: YYYY-MM-DD'),
  v.check((text) => isDate(text), 'No such day'),
)

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const MAX_DAYS = 366
const period = {
  /** Absent: all of one's sites. */
  siteId: v.optional(SiteId),
  from: CalendarDate,
  /** The last day, itself included. */
  to: CalendarDate,
  /** Whose days and hours these are. */
  timeZone: TimeZone,
}
const isInOrder = ({ from, to }: { from: string; to: string }) => from <= to
const isBounded = ({ from, to }: { from: string; to: string }) =>
  Date.parse(to) - Date.parse(from) < MAX_DAYS * 86_400_000

export const StatsQuery = v.pipe(
  v.object(period),
  v.check((query) => isInOrder(query), 'From is after to'),
  v.check((query) => isBounded(query), `At most ${MAX_DAYS} days`),
)
export type StatsQuery = v.InferOutput<typeof StatsQuery>

/** How it went for whoever asked. `started`: the team wrote first, so nobody had to be answered. */
export const Outcome = v.picklist(['answered', 'missed', 'waiting', 'started'])
export type Outcome = v.InferOutput<typeof Outcome>

/** Where the bars of the first response end, in seconds; the last has no end. */
export const RESPONSE_BUCKETS = [60, 300, 900, 3_600, 14_400, null] as const

/** Which of a figure's chats: those of one bar. What is not said does not matter. */
export const StatsChatsQuery = v.pipe(
  v.object({
    ...period,
    date: v.optional(CalendarDate),
    /** Monday is 1. */
    weekday: v.optional(wholeNumber(1, 7)),
    hour: v.optional(wholeNumber(0, 23)),
    outcome: v.optional(Outcome),
    /** The place of a bar in the distribution of the first response. */
    bucket: v.optional(wholeNumber(0, RESPONSE_BUCKETS.length - 1)),
    /** Who answered first. */
    commercialId: v.optional(CommercialId),
    score: v.optional(wholeNumber(1, 5)),
    cursor: v.optional(v.pipe(v.string(), v.maxLength(100))),
    limit: v.optional(wholeNumber(1, MAX_PAGE_SIZE), '50'),
  }),
  v.check((query) => isInOrder(query), 'From is after to'),
  v.check((query) => isBounded(query), `At most ${MAX_DAYS} days`),
)
export type StatsChatsQuery = v.InferOutput<typeof StatsChatsQuery>

const Seconds = v.nullable(v.number())
const Rating = v.object({ average: v.nullable(v.number()), count: v.number() })

/** Every figure is defined in `docs/statistics.md`. Durations in seconds; null: there is nothing to make it from. */
export const Stats = v.object({
  conversations: v.number(),
  outcomes: v.object({ answered: v.number(), missed: v.number(), waiting: v.number(), started: v.number() }),
  firstResponse: v.object({
    median: Seconds,
    p90: Seconds,
    distribution: v.array(v.object({ upTo: Seconds, count: v.number() })),
  }),
  resolution: v.object({ median: Seconds, closed: v.number() }),
  rating: v.object({ ...Rating.entries, scores: v.array(v.number()) }),
  byDay: v.array(
    v.object({
      date: v.string(),
      conversations: v.number(),
      answered: v.number(),
      missed: v.number(),
      firstResponse: Seconds,
    }),
  ),
  /** Seven days from Monday, each of 24 hours: the conversations opened then. */
  byHour: v.array(v.array(v.number())),
  byCommercial: v.array(
    v.object({
      commercialId: CommercialId,
      name: v.string(),
      answered: v.number(),
      firstResponse: Seconds,
      rating: Rating,
    }),
  ),
})
export type Stats = v.InferOutput<typeof Stats>

export const StatsChats = v.object({
  /** Newest first. */
  chats: v.array(Chat),
  nextCursor: v.nullable(v.string()),
})
