import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Interval, OfficeHours, Weekday } from '#shared/office-hours.ts'
import { openingAt } from './office-hours.ts'

/** Everything below lies on quarters of an hour: so do the offsets of these zones, and the moments at which they change. */
const QUARTER_MS = 15 * 60_000
const HORIZON = 9 * 24 * 4
const ZONES = [
  'UTC',
  'Europe/Madrid',
  'America/New_York',
  'America/Santiago',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
]
const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

const time = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`

/** Clocks change in the small hours. */
const quarter = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 96 }))

const day: fc.Arbitrary<Interval[]> = fc
  .uniqueArray(quarter, { maxLength: 4 })
  .map((quarters) => quarters.toSorted((a, b) => a - b))
  .map((quarters) =>
    quarters.flatMap((from, index) => {
      const to = quarters[index + 1]
      return index % 2 === 0 && to !== undefined ? [{ from: time(from), to: time(to) }] : []
    }),
  )
const week = fc.record({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })

/** Many of them shortly before one of the moments at which most clocks change. */
const now = fc.oneof(
  fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }),
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-08',
        '2026-03-29',
        '2026-04-05',
        '2026-09-06',
        '2026-10-04',
        '2026-10-25',
        '2026-11-01',
      ),
      fc.integer({ min: -18 * 60, max: 18 * 60 }),
    )
    .map(([date, minutes]) => Date.parse(`${date}T00:00:00Z`) + minutes * 60_000),
)

/** Looks at the clock on the wall, quarter by quarter. */
function createWatch({ timeZone, week, holidays }: OfficeHours): (at: number) => boolean {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return (at) => {
    const [date = '', clock = ''] = wall.format(at).split(' ')
    const holiday = holidays.find((special) => special.date === date)
    const weekday = weekdays[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? 'mon'
    return (holiday?.hours ?? week[weekday]).some(({ from, to }) => from <= clock && clock < to)
  }
}

it(
  'office hours are those that somebody who watches the clock on the wall would see',
  { timeout: 60_000 },
  () => {
    const property = fc.property(
      fc.constantFrom(...ZONES),
      week,
      fc.array(fc.record({ inDays: fc.integer({ min: 0, max: 5 }), hours: day }), { maxLength: 2 }),
      now,
      (timeZone, week, specials, now) => {
        const holidays = specials.map(({ inDays, hours }) => {
          const date = new Date(now + inDays * 86_400_000).toISOString().slice(0, 10)
          return { date, hours }
        })
        const hours: OfficeHours = { timeZone, week, holidays }
        const isOpenAt = createWatch(hours)
        const opening = openingAt(hours, now)
        expect(opening.isOpen).toBe(isOpenAt(now))
        if (opening.isOpen) return
        const first = (Math.floor(now / QUARTER_MS) + 1) * QUARTER_MS
        const seen = Array.from({ length: HORIZON }, (_, n) => first + n * QUARTER_MS).find(isOpenAt)
        if (seen !== undefined) expect(opening.nextOpening).toBe(seen)
        else expect(opening.nextOpening ?? Infinity).toBeGreaterThan(first + (HORIZON - 1) * QUARTER_MS)
      },
    )
    fc.assert(property, { numRuns: 1_500 })
  },
)
