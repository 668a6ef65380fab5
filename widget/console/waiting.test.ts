import { expect } from '@open-wc/testing'
import { chat } from './console.fixture.ts'
import { waitingOf } from './waiting.ts'

const SINCE = '2026-11-25T09:00:00.000Z'
const after = (minutes: number) => Date.parse(SINCE) + minutes * 60_000

describe('how long a visitor waits', () => {
  it('is nothing when nobody waits, and nothing once the chat is closed', () => {
    expect(waitingOf(chat('1'), after(5))).to.equal(null)
    expect(waitingOf(chat('1', { waitingSince: SINCE, status: 'CLOSED' }), after(5))).to.equal(null)
  })

  for (const [minutes, level] of [
    [0, 'fresh'],
    [4, 'fresh'],
    [5, 'long'],
    [9, 'long'],
    [10, 'too-long'],
    [600, 'too-long'],
  ] as const) {
    it(`is ${level} after ${minutes} minutes where ten are allowed`, () => {
      expect(waitingOf(chat('1', { waitingSince: SINCE }), after(minutes), 10)).to.deep.equal({
        minutes,
        level,
      })
    })
  }

  it('is measured in parts of minutes, where a site allows only one', () => {
    const waiting = chat('1', { waitingSince: SINCE })
    expect(waitingOf(waiting, after(0.6), 1)).to.deep.equal({ minutes: 0, level: 'long' })
    expect(waitingOf(waiting, after(1), 1)?.level).to.equal('too-long')
  })

  it('is no negative time when the server’s clock is ahead', () => {
    expect(waitingOf(chat('1', { waitingSince: SINCE }), after(-3))?.minutes).to.equal(0)
  })
})
