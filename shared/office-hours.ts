import * as v from 'valibot'
import { line, TimeZone } from './text.ts'

const from = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time from 00:00 to 23:59'))
const to = v.pipe(v.string(), v.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'A time from 00:01 to 24:00'))

/** Open from one time of day until just before another. A night shift is two: until 24:00, and from 00:00. */
const Interval = v.pipe(
  v.object({ from, to }),
  v.check((interval) => interval.from < interval.to, 'Ends before it begins'),
)
export type Interval = v.InferOutput<typeof Interval>

/** None: closed all day. */
const Day = v.pipe(
  v.array(Interval),
  v.maxLength(6),
  v.check(
    (day) => day.every(({ from }, index) => index === 0 || from >= (day[index - 1]?.to ?? '')),
    'Intervals in order, none over another',
  ),
)

function dateOf(ms: number): string {
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString().slice(0, 10)
}

const CalendarDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d$/, 'A date such as 2026-12-25'),
  // February 30 is read as March 2.
  v.check((text) => dateOf(Date.parse(`${text}T00:00:00Z`)) === text, 'No such day'),
)

/** When a site is answered, by the clocks and calendars of its time zone. */
export const OfficeHours = v.object({
  timeZone: TimeZone,
  week: v.object({ mon: Day, tue: Day, wed: Day, thu: Day, fri: Day, sat: Day, sun: Day }),
  /** Days that are not like the others of their name; without hours: closed. */
  holidays: v.optional(
    v.pipe(
      v.array(v.object({ date: CalendarDate, name: v.optional(line(80)), hours: v.optional(Day, []) })),
      v.maxLength(200),
    ),
    [],
  ),
})
export type OfficeHours = v.InferOutput<typeof OfficeHours>
export type Weekday = keyof OfficeHours['week']
