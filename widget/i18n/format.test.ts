import { describe, expect, it } from 'vitest'
import { daysBetween, formatComing, formatDay, formatTime } from './format.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { createLocalization } from './localization.ts'

const spanish = createLocalization('es', es)
const english = createLocalization('en-US', en)
const now = new Date(2026, 2, 12, 10, 0)
const on = (day: number, hour = 9, minute = 5) => new Date(2026, 2, day, hour, minute).toISOString()

describe('formatTime', () => {
  it('writes the clock of the region', () => {
    expect(formatTime(spanish, on(12, 16))).toBe('16:05')
    expect(formatTime(english, on(12, 16))).toMatch(/^4:05\sPM$/)
  })
})

describe('formatDay', () => {
  it('names today and yesterday', () => {
    expect(formatDay(spanish, on(12), now)).toBe('Hoy')
    expect(formatDay(spanish, on(11), now)).toBe('Ayer')
  })

  it('dates the rest, with the year when it is another', () => {
    expect(formatDay(spanish, on(3), now)).toBe('3 de marzo')
    expect(formatDay(english, new Date(2025, 11, 31, 12).toISOString(), now)).toBe('December 31, 2025')
  })
})

describe('formatComing', () => {
  it.each([
    ['es', 'el lunes', 'el 21 de marzo'],
    ['de', 'am Montag', 'am 21. März'],
    ['fr', 'lundi', 'le 21 mars'],
    ['pt-PT', 'segunda-feira', 'a 21 de março'],
    ['it', 'lunedì', 'il 21 marzo'],
    ['ca', 'dilluns', 'el 21 de març'],
    ['en-GB', 'Monday', '21 March'],
    ['ja', '月曜日', '3月21日'],
  ])('stands in a sentence, in %s', (locale, weekday, date) => {
    const l10n = createLocalization(locale, en)
    const day = (at: string) => formatComing(l10n, at, now).replace(/,? ?\d?\d:05$/, '')
    expect([day(on(16)), day(on(21))]).toEqual([weekday, date])
  })

  it('says no more than it must', () => {
    expect(formatComing(spanish, on(12, 18), now)).toBe('18:05')
    expect(formatComing(spanish, on(13), now)).toBe('mañana, 9:05')
    expect(formatComing(spanish, on(16), now)).toBe('el lunes, 9:05')
    expect(formatComing(spanish, on(30), now)).toBe('el 30 de marzo, 9:05')
  })
})

describe('daysBetween', () => {
  it('counts days of the calendar, not hours', () => {
    expect(daysBetween(new Date(2026, 2, 11, 23, 59), new Date(2026, 2, 12, 0, 1))).toBe(1)
  })

  it('loses no day to a change of the clock', () => {
    expect(daysBetween(new Date(2026, 2, 28, 12), new Date(2026, 2, 30, 12))).toBe(2)
  })
})
