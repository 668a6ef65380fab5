import type { CommercialId } from '#shared/ids.ts'
import { RESPONSE_BUCKETS, type Outcome, type Stats } from '#shared/stats.ts'
import { daysBetween, type Calendar, type LocalTime } from './calendar.ts'
import type { StatRow } from './stats-storage.ts'

/** What the figures take from one chat. `docs/statistics.md` defines each. */
export interface ChatFacts {
  readonly row: StatRow
  readonly opened: LocalTime
  readonly outcome: Outcome
  /** Milliseconds; null unless it was answered. */
  readonly response: number | null
  /** Its bar in the distribution. */
  readonly bucket: number | null
  readonly resolution: number | null
}

export function factsOf(row: StatRow, calendar: Calendar): ChatFacts {
  const outcome = outcomeOf(row)
  const { askedAt, firstResponseAt, closedAt, openedAt } = row
  const isAnswered = outcome === 'answered' && askedAt !== null && firstResponseAt !== null
  const response = isAnswered ? firstResponseAt - askedAt : null
  return {
    row,
    opened: calendar.at(openedAt),
    outcome,
    response,
    bucket: response === null ? null : bucketOf(response),
    resolution: closedAt === null ? null : Math.max(0, closedAt - (askedAt ?? openedAt)),
  }
}

function outcomeOf({ askedAt, firstResponseAt, status }: StatRow): Outcome {
  if (askedAt === null || (firstResponseAt !== null && firstResponseAt < askedAt)) return 'started'
  if (firstResponseAt !== null) return 'answered'
  return status === 'CLOSED' ? 'missed' : 'waiting'
}

function bucketOf(response: number): number {
  return RESPONSE_BUCKETS.findIndex((upTo) => upTo === null || response < upTo * 1_000)
}

/** All figures of a period, from the chats that were opened in it. */
export function summarise(
  facts: readonly ChatFacts[],
  { from, to }: { from: string; to: string },
  names: ReadonlyMap<CommercialId, string>,
): Stats {
  const resolutions = known(facts, ({ resolution }) => resolution)
  const responses = responsesOf(facts)
  const outcomes = tally(facts, ({ outcome }) => outcome)
  const inBucket = tally(facts, ({ bucket }) => bucket)
  const withScore = tally(facts, ({ row }) => row.score)
  return {
    conversations: facts.length,
    outcomes: {
      answered: outcomes.get('answered') ?? 0,
      missed: outcomes.get('missed') ?? 0,
      waiting: outcomes.get('waiting') ?? 0,
      started: outcomes.get('started') ?? 0,
    },
    firstResponse: {
      median: seconds(percentile(responses, 0.5)),
      p90: seconds(percentile(responses, 0.9)),
      distribution: RESPONSE_BUCKETS.map((upTo, place) => ({
        upTo,
        count: inBucket.get(place) ?? 0,
      })),
    },
    resolution: { median: seconds(percentile(resolutions, 0.5)), closed: resolutions.length },
    rating: { ...ratingOf(facts), scores: [1, 2, 3, 4, 5].map((score) => withScore.get(score) ?? 0) },
    byDay: byDay(facts, daysBetween(from, to)),
    byHour: byHour(facts),
    byCommercial: byCommercial(facts, names),
  }
}

function byDay(facts: readonly ChatFacts[], days: readonly string[]): Stats['byDay'] {
  const groups = grouped(facts, ({ opened }) => opened.date)
  return days.map((date) => {
    const group = groups.get(date) ?? []
    return {
      date,
      conversations: group.length,
      answered: count(group, 'answered'),
      missed: count(group, 'missed'),
      firstResponse: seconds(percentile(responsesOf(group), 0.5)),
    }
  })
}

function byHour(facts: readonly ChatFacts[]): number[][] {
  const week = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0))
  for (const { opened } of facts) {
    const day = week[opened.weekday - 1]
    if (day !== undefined) day[opened.hour] = (day[opened.hour] ?? 0) + 1
  }
  return week
}

function byCommercial(
  facts: readonly ChatFacts[],
  names: ReadonlyMap<CommercialId, string>,
): Stats['byCommercial'] {
  const answered = facts.filter(({ response }) => response !== null)
  return [...grouped(answered, ({ row }) => row.firstResponseBy)]
    .flatMap(([commercialId, group]) =>
      commercialId === null
        ? []
        : {
            commercialId,
            name: names.get(commercialId) ?? '',
            answered: group.length,
            firstResponse: seconds(percentile(responsesOf(group), 0.5)),
            rating: ratingOf(group),
          },
    )
    .toSorted((a, b) => b.answered - a.answered || (a.commercialId < b.commercialId ? -1 : 1))
}

function ratingOf(facts: readonly ChatFacts[]): Stats['byCommercial'][number]['rating'] {
  const scores = known(facts, ({ row }) => row.score)
  const sum = scores.reduce((total, score) => total + score, 0)
  return { average: scores.length === 0 ? null : sum / scores.length, count: scores.length }
}

/** The numbers that there are. A loop: over a year of chats, a list for each of them is most of the time. */
function known(facts: readonly ChatFacts[], numberOf: (fact: ChatFacts) => number | null): number[] {
  const numbers: number[] = []
  for (const fact of facts) {
    const number = numberOf(fact)
    if (number !== null) numbers.push(number)
  }
  return numbers
}

/** How many there are of each value. */
function tally<Value>(
  facts: readonly ChatFacts[],
  valueOf: (fact: ChatFacts) => Value,
): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>()
  for (const fact of facts) {
    const value = valueOf(fact)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

function count(facts: readonly ChatFacts[], outcome: Outcome): number {
  return facts.filter((one) => one.outcome === outcome).length
}

function responsesOf(facts: readonly ChatFacts[]): number[] {
  return known(facts, ({ response }) => response)
}

/** Between the two nearest where it falls between them, so that the median of two is their mean. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  // Sorts by value without asking a function about each pair, ten times as fast.
  const sorted = Float64Array.from(values).sort()
  const place = (sorted.length - 1) * share
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return below + (above - below) * (place - Math.floor(place))
}

function seconds(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms / 1_000)
}

function grouped<Key>(facts: readonly ChatFacts[], keyOf: (fact: ChatFacts) => Key): Map<Key, ChatFacts[]> {
  const groups = new Map<Key, ChatFacts[]>()
  for (const fact of facts) {
    const key = keyOf(fact)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [fact])
    else group.push(fact)
  }
  return groups
}
