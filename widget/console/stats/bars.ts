import type { Stats } from '#shared/stats.ts'
import type { Period } from './period.ts'

export interface Bar extends Period {
  readonly conversations: number
  readonly answered: number
  readonly missed: number
}

/** More would be too thin to press. */
const MAX_BARS = 31
const DAYS_OF_WEEK = 7

/** One bar a day, or, where those are too many, one for every seven days. */
export function barsOf(byDay: Stats['byDay']): readonly Bar[] {
  const size = byDay.length > MAX_BARS ? DAYS_OF_WEEK : 1
  const bars: Bar[] = []
  for (let start = 0; start < byDay.length; start += size) {
    const days = byDay.slice(start, start + size)
    const sum = (of: 'conversations' | 'answered' | 'missed') =>
      days.reduce((total, day) => total + day[of], 0)
    bars.push({
      from: days[0]?.date ?? '',
      to: days.at(-1)?.date ?? '',
      conversations: sum('conversations'),
      answered: sum('answered'),
      missed: sum('missed'),
    })
  }
  return bars
}

/** Round values from 0 to beyond the largest, at most five. */
export function ticksOf(largest: number): readonly number[] {
  const rough = Math.max(1, largest) / 4
  const magnitude = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => size >= rough) ?? 1,
  )
  const count = Math.ceil(Math.max(1, largest) / step)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}
