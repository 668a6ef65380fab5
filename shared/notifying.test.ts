import { describe, expect, it } from 'vitest'
import { isQuiet } from './notifying.ts'

const at = (time: string) => new Date(`2026-07-01T${time}:00.000Z`)
const hours = (from: string, to: string, timeZone = 'UTC') => ({ from, to, timeZone })

describe('quiet hours', () => {
  it('begin with their first minute and end before their last', () => {
    const quiet = hours('13:00', '14:30')
    expect(['12:59', '13:00', '14:29', '14:30'].map((time) => isQuiet(quiet, at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('go over midnight', () => {
    const quiet = hours('20:00', '08:00')
    expect(['19:59', '20:00', '00:00', '07:59', '08:00'].map((time) => isQuiet(quiet, at(time)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ])
  })

  it('are those of the person, in summer too', () => {
    const quiet = hours('20:00', '08:00', 'Europe/Madrid')
    expect([isQuiet(quiet, at('17:59')), isQuiet(quiet, at('18:00'))]).toEqual([false, true])
  })

  it('are none when there are none, or when they last no time', () => {
    expect([isQuiet(null, at('03:00')), isQuiet(hours('08:00', '08:00'), at('08:00'))]).toEqual([
      false,
      false,
    ])
  })

  it('fall back to UTC in a time zone that this machine does not know', () => {
    expect(isQuiet(hours('02:00', '04:00', 'Mars/Olympus'), at('03:00'))).toBe(true)
  })
})
