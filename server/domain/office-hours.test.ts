import { describe, expect, it } from 'vitest'
import type { OfficeHours } from '#shared/office-hours.ts'
import { openingAt } from './office-hours.ts'

const closed = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
const morning = [{ from: '09:00', to: '14:00' }]
const madrid: OfficeHours = {
  timeZone: 'Europe/Madrid',
  week: { ...closed, mon: morning, tue: [...morning, { from: '16:00', to: '20:00' }], fri: morning },
  holidays: [],
}

const at = (hours: OfficeHours | null, time: string) => {
  const { isOpen, nextOpening } = openingAt(hours, Date.parse(time))
  return isOpen ? 'open' : nextOpening && new Date(nextOpening).toISOString()
}

describe('office hours', () => {
  it('that nobody has set are always', () => {
    expect(at(null, '2026-01-01T03:00:00Z')).toBe('open')
  })

  it('are open from their first minute until just before their last', () => {
    expect(at(madrid, '2026-01-05T07:59:59.999Z')).toBe('2026-01-05T08:00:00.000Z')
    expect(at(madrid, '2026-01-05T08:00:00Z')).toBe('open')
    expect(at(madrid, '2026-01-05T12:59:59.999Z')).toBe('open')
    expect(at(madrid, '2026-01-05T13:00:00Z')).toBe('2026-01-06T08:00:00.000Z')
  })

  it('open again after lunch, and after the weekend', () => {
    expect(at(madrid, '2026-01-06T13:30:00Z')).toBe('2026-01-06T15:00:00.000Z')
    expect(at(madrid, '2026-01-09T13:00:00Z')).toBe('2026-01-12T08:00:00.000Z')
  })

  it('keep to the clock on the wall when summer time begins', () => {
    const sunday: OfficeHours = { ...madrid, week: { ...closed, sun: [{ from: '02:30', to: '04:00' }] } }
    // 02:30 does not exist on this day: the clock jumps over it, to three.
    expect(at(sunday, '2026-03-28T20:00:00Z')).toBe('2026-03-29T01:00:00.000Z')
    expect(at(madrid, '2026-03-29T12:00:00Z')).toBe('2026-03-30T07:00:00.000Z')
  })

  it('open twice when summer time ends and the hour comes twice', () => {
    const sunday: OfficeHours = { ...madrid, week: { ...closed, sun: [{ from: '02:30', to: '02:45' }] } }
    expect(at(sunday, '2026-10-24T20:00:00Z')).toBe('2026-10-25T00:30:00.000Z')
    expect(at(sunday, '2026-10-25T00:50:00Z')).toBe('2026-10-25T01:30:00.000Z')
    expect(at(sunday, '2026-10-25T01:50:00Z')).toBe('2026-11-01T01:30:00.000Z')
  })

  it('begin after midnight where midnight itself is skipped', () => {
    const santiago: OfficeHours = {
      timeZone: 'America/Santiago',
      week: { ...closed, sun: [{ from: '00:00', to: '06:00' }] },
      holidays: [],
    }
    expect(at(santiago, '2026-09-06T03:59:00Z')).toBe('2026-09-06T04:00:00.000Z')
  })

  it('give way to a holiday, which may have hours of its own', () => {
    const holidays = [
      { date: '2026-01-06', name: 'Reyes', hours: [] },
      { date: '2026-01-07', hours: [{ from: '10:00', to: '11:00' }] },
    ]
    expect(at({ ...madrid, holidays }, '2026-01-05T14:00:00Z')).toBe('2026-01-07T09:00:00.000Z')
    expect(at({ ...madrid, holidays }, '2026-01-07T10:00:00Z')).toBe('2026-01-09T08:00:00.000Z')
  })

  it('that never come have no next opening', () => {
    expect(at({ ...madrid, week: closed }, '2026-01-05T14:00:00Z')).toBeNull()
  })

  it('through midnight never close in between', () => {
    const day = [{ from: '00:00', to: '24:00' }]
    const always: OfficeHours = { ...madrid, week: { ...closed, mon: day, tue: day } }
    expect(at(always, '2026-01-05T22:59:59.999Z')).toBe('open')
    expect(at(always, '2026-01-05T23:00:00Z')).toBe('open')
  })
})
