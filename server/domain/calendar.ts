import { wallClock, type WallClock } from './wall-clock.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** 1 January 1970 was a Thursday. */
const DAY_ZERO_WEEKDAY = 4
/** Clocks are set forward and back on quarters of an hour, everywhere and always since there are time zones by law. */
const QUARTER_MS = 15 * 60_000

/** A moment as a calendar and a clock on the wall show it. */
export interface LocalTime {
  /** YYYY-MM-DD */
  readonly date: string
  /** Monday is 1. */
  readonly weekday: number
  readonly hour: number
}

export interface Calendar {
  /** When a day begins. A day whose midnight a clock leaves out begins when the clock has jumped. */
  startOf(date: string): number
  at(instant: number): LocalTime
}

/** Days and hours as they are in a time zone, with its summers. Asked for many moments, it asks its clock for few. */
export function createCalendar(timeZone: string): Calendar {
  const clock = remembered(wallClock(timeZone))
  const nameOf = namedDays()
  return {
    startOf(date) {
      const wall = Date.parse(`${date}T00:00:00Z`)
      const offsets = [clock(wall - DAY_MS), clock(wall + DAY_MS)]
      const starts = offsets.map((offset) => wall - offset).filter((at) => at + clock(at) >= wall)
      return Math.min(...starts)
    },
    at(instant) {
      const wall = instant + clock(instant)
      const day = Math.floor(wall / DAY_MS)
      return {
        date: nameOf(day),
        weekday: ((((day + DAY_ZERO_WEEKDAY - 1) % 7) + 7) % 7) + 1,
        hour: Math.floor((wall - day * DAY_MS) / HOUR_MS),
      }
    },
  }
}

/** Every day from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
  return Array.from({ length: days }, (_, index) =>
    new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10),
  )
}

export function dayAfter(date: string): string {
  return new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10)
}

/** Dates of days since 1970: writing one out costs more than all the rest, and a year has few. */
function namedDays(): (day: number) => string {
  const names = new Map<number, string>()
  return (day) => {
    const name = names.get(day) ?? new Date(day * DAY_MS).toISOString().slice(0, 10)
    names.set(day, name)
    return name
  }
}

/** A day that ends as it began has one offset; any other is asked quarter by quarter. */
function remembered(clock: WallClock): WallClock {
  const known = new Map<number, number>()
  const ask = (at: number) => {
    const offset = known.get(at) ?? clock(at)
    known.set(at, offset)
    return offset
  }
  return (at) => {
    const day = Math.floor(at / DAY_MS) * DAY_MS
    const offset = ask(day)
    return offset === ask(day + DAY_MS) ? offset : ask(Math.floor(at / QUARTER_MS) * QUARTER_MS)
  }
}
