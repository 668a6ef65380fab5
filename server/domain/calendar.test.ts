import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar, dayAfter, daysBetween } from './calendar.ts'

const zones = [
  'Europe/Madrid',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
]
const utc = (text: string) => Date.parse(`${text}Z`)

describe('a calendar', () => {
  it('knows when a day begins, in summer and in winter, and where midnight is left out', () => {
    expect(createCalendar('Europe/Madrid').startOf('2026-01-15')).toBe(utc('2026-01-14T23:00'))
    expect(createCalendar('Europe/Madrid').startOf('2026-07-15')).toBe(utc('2026-07-14T22:00'))
    // Clocks in Havana jump from midnight to one o'clock on this day.
    expect(createCalendar('America/Havana').startOf('2026-03-08')).toBe(utc('2026-03-08T05:00'))
  })

  it('gives an hour that comes twice the same place twice, and none to one that is left out', () => {
    const { at } = createCalendar('Europe/Madrid')
    expect(at(utc('2026-10-25T00:30'))).toEqual({ date: '2026-10-25', weekday: 7, hour: 2 })
    expect(at(utc('2026-10-25T01:30'))).toEqual({ date: '2026-10-25', weekday: 7, hour: 2 })
    expect(at(utc('2026-03-29T00:59')).hour).toBe(1)
    expect(at(utc('2026-03-29T01:00')).hour).toBe(3)
  })

  it('agrees with Intl, whatever the zone and the moment', () => {
    const anyMoment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) })
    fc.assert(
      fc.property(fc.constantFrom(...zones), anyMoment, (timeZone, moment) => {
        const format = new Intl.DateTimeFormat('sv-SE', {
          timeZone,
          dateStyle: 'short',
          timeStyle: 'medium',
        })
        const [date, time = ''] = format.format(moment).split(' ')
        const calendar = createCalendar(timeZone)
        const local = calendar.at(moment)
        expect([local.date, local.hour]).toEqual([date, Number(time.slice(0, 2))])
        // Every moment is in the day that it says it is in.
        expect(moment).toBeGreaterThanOrEqual(calendar.startOf(local.date))
        expect(moment).toBeLessThan(calendar.startOf(dayAfter(local.date)))
      }),
      { numRuns: 1_000 },
    )
  })

  it('names every day between two', () => {
    expect(daysBetween('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(daysBetween('2026-02-27', '2026-02-27')).toHaveLength(1)
  })
})
