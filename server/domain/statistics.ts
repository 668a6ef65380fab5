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
  const resolutions = facts.flatMap(({ resolution }) => resolution ?? [])
  return {
    conversations: facts.length,
    outcomes: {
      answered: count(facts, 'answered'),
      missed: count(facts, 'missed'),
      waiting: count(facts, 'waiting'),
      started: count(facts, 'started'),
    },
    firstResponse: {
      median: seconds(percentile(responsesOf(facts), 0.5)),
      p90: seconds(percentile(responsesOf(facts), 0.9)),
      distribution: RESPONSE_BUCKETS.map((upTo, place) => ({
        upTo,
        count: facts.filter(({ bucket }) => bucket === place).length,
      })),
    },
    resolution: { median: seconds(percentile(resolutions, 0.5)), closed: resolutions.length },
    rating: { ...ratingOf(facts), scores: [1, 2, 3, 4, 5].map((score) => withScore(facts, score)) },
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
  const scores = facts.flatMap(({ row }) => row.score ?? [])
  const sum = scores.reduce((total, score) => total + score, 0)
  return { average: scores.length === 0 ? null : sum / scores.length, count: scores.length }
}

function withScore(facts: readonly ChatFacts[], score: number): number {
  return facts.filter(({ row }) => row.score === score).length
}

function count(facts: readonly ChatFacts[], outcome: Outcome): number {
  return facts.filter((one) => one.outcome === outcome).length
}

function responsesOf(facts: readonly ChatFacts[]): number[] {
  return facts.flatMap(({ response }) => response ?? [])
}

/** Between the two nearest where it falls between them, so that the median of two is their mean. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
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
