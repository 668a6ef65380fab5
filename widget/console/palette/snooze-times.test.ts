import { expect } from '@open-wc/testing'
import { snoozeTimes } from './snooze-times.ts'

const at = (now: Date) =>
  snoozeTimes(now).map(({ name, at: when }) => `${name} ${when.getDate()} ${when.getHours()}`)

describe('the times to put a chat off to', () => {
  it('are later today, tomorrow morning, Monday morning and a week from now', () => {
    // A Wednesday.
    expect(at(new Date(2026, 10, 25, 10, 30))).to.deep.equal([
      'inAnHour 25 11',
      'inThreeHours 25 13',
      'tomorrow 26 9',
      'nextMonday 30 9',
      'inAWeek 2 9',
    ])
  })

  it('are not said twice when they are the same', () => {
    const sunday = at(new Date(2026, 10, 29, 10))
    expect(sunday.some((time) => time.startsWith('nextMonday'))).to.equal(false)
    const monday = at(new Date(2026, 10, 30, 10))
    expect(monday.filter((time) => time.endsWith(' 7 9'))).to.deep.equal(['nextMonday 7 9'])
  })

  it('offer nothing of "later today" late in the evening', () => {
    expect(at(new Date(2026, 10, 25, 22))[1]).to.equal('tomorrow 26 9')
  })
})
