import type { Stats } from '#shared/stats.ts'

/** Something in the figures that somebody can act on. Durations in seconds; Monday is 1. */
export type Finding =
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'missedDay'; readonly weekday: number; readonly missed: number; readonly all: number }
  | { readonly kind: 'slowTail'; readonly seconds: number }
  | { readonly kind: 'slower'; readonly seconds: number }
  | { readonly kind: 'unhappy'; readonly count: number }
  | {
      readonly kind: 'oneCarries'
      readonly name: string
      readonly share: number
    }

/** Below these there is too little to say anything of. */
const FEW_MISSED = 3
const FEW_ANSWERED = 10
/** A third of all that was missed on one day of seven is no accident. */
const MUCH_MISSED = 1 / 3
const TAIL_SECONDS = 900
const TAIL_FACTOR = 4
const SLOWER_FACTOR = 1.25
const CARRIES = 0.6

/** What the figures say one should do, the most pressing first. */
export function findingsOf(stats: Stats, before: Stats | null): readonly Finding[] {
  return [
    ...waiting(stats),
    ...missedDay(stats),
    ...unhappy(stats),
    ...slower(stats, before),
    ...slowTail(stats),
    ...oneCarries(stats),
  ]
}

function waiting({ outcomes }: Stats): Finding[] {
  return outcomes.waiting === 0 ? [] : [{ kind: 'waiting', count: outcomes.waiting }]
}

function missedDay({ byDay, outcomes }: Stats): Finding[] {
  const byWeekday = [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const days = byDay.filter(({ date }) => weekdayOf(date) === weekday)
    return { weekday, missed: days.reduce((sum, { missed }) => sum + missed, 0) }
  })
  const worst = byWeekday.toSorted((a, b) => b.missed - a.missed)[0]
  const all = outcomes.missed
  // In less than two weeks one bad day would look like every such day.
  if (
    worst === undefined ||
    byDay.length < 14 ||
    worst.missed < FEW_MISSED ||
    worst.missed < all * MUCH_MISSED
  )
    return []
  return [{ kind: 'missedDay', ...worst, all }]
}

function unhappy({ rating: { scores } }: Stats): Finding[] {
  const count = (scores[0] ?? 0) + (scores[1] ?? 0)
  return count === 0 ? [] : [{ kind: 'unhappy', count }]
}

function slower(stats: Stats, before: Stats | null): Finding[] {
  const [now, then] = [stats.firstResponse.median, before?.firstResponse.median ?? null]
  if (now === null || then === null || then === 0) return []
  if (Math.min(stats.outcomes.answered, before?.outcomes.answered ?? 0) < FEW_ANSWERED) return []
  return now >= then * SLOWER_FACTOR ? [{ kind: 'slower', seconds: now - then }] : []
}

function slowTail({ firstResponse: { median, p90 }, outcomes }: Stats): Finding[] {
  if (median === null || p90 === null || outcomes.answered < FEW_ANSWERED) return []
  return p90 >= TAIL_SECONDS && p90 >= median * TAIL_FACTOR ? [{ kind: 'slowTail', seconds: p90 }] : []
}

function oneCarries({ byCommercial, outcomes }: Stats): Finding[] {
  const [first] = byCommercial
  if (first === undefined || byCommercial.length < 2 || outcomes.answered < FEW_ANSWERED) return []
  const share = first.answered / outcomes.answered
  const { name } = first
  return share < CARRIES || name === '' ? [] : [{ kind: 'oneCarries', name, share }]
}

function weekdayOf(date: string): number {
  return new Date(date).getUTCDay() || 7
}

/** The two hours on end in which most conversations are opened; null: too few to speak of a peak. */
export function peakOf(byHour: Stats['byHour']): { weekday: number; hour: number; count: number } | null {
  const candidates = byHour.flatMap((hours, day) =>
    hours.slice(0, -1).map((count, hour) => ({
      weekday: day + 1,
      hour,
      count: count + (hours[hour + 1] ?? 0),
      first: count,
    })),
  )
  // Of two that hold as many, the one that begins with them: an empty hour is no part of a peak.
  const [peak] = candidates.toSorted((a, b) => b.count - a.count || b.first - a.first)
  if (peak === undefined || peak.count < FEW_MISSED) return null
  const { weekday, hour, count } = peak
  return { weekday, hour, count }
}
