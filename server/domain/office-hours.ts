import type { Interval, OfficeHours, Weekday } from '#shared/office-hours.ts'
import { wallClock, type WallClock } from './wall-clock.ts'

export interface Opening {
  readonly isOpen: boolean
  /** When it opens again, in milliseconds; null while it is open, or if it never does within a year. */
  readonly nextOpening: number | null
}

const WEEKDAYS: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** A year with every holiday that a list can hold in it. */
const DAYS_AHEAD = 366

/**
 * Whether it is open, and if not, when it opens. Open means: a clock on the wall shows a time within the hours of its day. So an hour
 * that a change to summer time leaves out opens when the clock has jumped over its beginning, and one that comes twice is open twice.
 */
export function openingAt(hours: OfficeHours | null, now: number): Opening {
  if (hours === null) return { isOpen: true, nextOpening: null }
  const clock = wallClock(hours.timeZone)
  if (isOpenAt(hours, clock, now)) return { isOpen: true, nextOpening: null }
  return { isOpen: false, nextOpening: nextOpening(hours, clock, now) }
}

function isOpenAt(hours: OfficeHours, clock: WallClock, at: number): boolean {
  const wall = at + clock(at)
  const day = startOfDay(wall)
  const minute = (wall - day) / MINUTE_MS
  return intervalsOf(hours, day).some(({ from, to }) => minute >= minutes(from) && minute < minutes(to))
}

function nextOpening(hours: OfficeHours, clock: WallClock, now: number): number | null {
  const today = startOfDay(now + clock(now))
  // The wall may be set back to a day that it has shown already, so a day's beginnings can come after some of the next day's.
  for (let n = -1; n <= DAYS_AHEAD; n += 1) {
    const day = today + n * DAY_MS
    const opening = [...beginnings(hours, clock, day), ...beginnings(hours, clock, day + DAY_MS)]
      .filter((at) => at > now && isOpenAt(hours, clock, at))
      .reduce((earliest, at) => Math.min(earliest, at), Infinity)
    if (opening !== Infinity) return opening
  }
  return null
}

/** The instants of a wall's day at which it can begin to be open: where an interval begins, and where the clock jumps. */
function beginnings(hours: OfficeHours, clock: WallClock, day: number): number[] {
  const intervals = intervalsOf(hours, day)
  if (intervals.length === 0) return []
  // No zone is further than a day from UTC, so these instants lie before and after the day, whatever its offset.
  const [before, after] = [day - DAY_MS, day + 2 * DAY_MS]
  const offsets = new Set([clock(before), clock(after), clock(day), clock(day + DAY_MS)])
  const starts = intervals.flatMap(({ from }) =>
    [...offsets].map((offset) => day + minutes(from) * MINUTE_MS - offset),
  )
  if (offsets.size === 1) return starts
  return [...starts, ...jumps(clock, before, after)].filter((at) => startOfDay(at + clock(at)) === day)
}

/** Every instant between two at which the clock is set forward or back, to the minute. Two never come within an hour. */
function jumps(clock: WallClock, from: number, until: number): number[] {
  const found: number[] = []
  for (let hour = from; hour < until; hour += 60 * MINUTE_MS) {
    const end = hour + 60 * MINUTE_MS
    if (clock(hour) !== clock(end)) found.push(jumpWithin(clock, hour, end))
  }
  return found
}

function jumpWithin(clock: WallClock, from: number, until: number): number {
  const before = clock(from)
  let [low, high] = [from, until]
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS
    if (clock(middle) === before) low = middle
    else high = middle
  }
  return high
}

/** The hours of a day of the wall, which a holiday replaces. */
function intervalsOf({ week, holidays }: OfficeHours, day: number): readonly Interval[] {
  const date = new Date(day)
  const name = date.toISOString().slice(0, 10)
  const holiday = holidays.find((special) => special.date === name)
  if (holiday !== undefined) return holiday.hours
  const weekday = WEEKDAYS[date.getUTCDay()]
  return weekday === undefined ? [] : week[weekday]
}

function startOfDay(wall: number): number {
  return Math.floor(wall / DAY_MS) * DAY_MS
}

function minutes(time: string): number {
  const [hour = '', minute = ''] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}
