import { expect } from '@open-wc/testing'
import { barsOf, ticksOf } from './bars.ts'
import { formatDuration } from './figure-words.ts'

const day = (index: number) => ({
  date: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
  conversations: 3,
  answered: 2,
  missed: 1,
  firstResponse: null,
})

describe('the bars of the chart', () => {
  it('are days as long as they can be pressed, then weeks; nothing is lost either way', () => {
    const days = Array.from({ length: 90 }, (_, index) => day(index))
    expect(barsOf(days.slice(0, 31)).length).to.equal(31)
    const weeks = barsOf(days)
    expect(weeks.length).to.equal(13)
    expect(weeks[0]).to.deep.equal({
      from: '2026-01-01',
      to: '2026-01-07',
      conversations: 21,
      answered: 14,
      missed: 7,
    })
    expect(weeks.at(-1)).to.deep.include({ from: '2026-03-26', to: '2026-03-31', conversations: 18 })
  })

  it('stand before round numbers that reach beyond the highest', () => {
    expect(ticksOf(0)).to.deep.equal([0, 1])
    expect(ticksOf(7)).to.deep.equal([0, 2, 4, 6, 8])
    expect(ticksOf(47)).to.deep.equal([0, 20, 40, 60])
    expect(ticksOf(1_000)).to.deep.equal([0, 500, 1_000])
  })
})

describe('a duration', () => {
  it('is said in its two largest units', () => {
    const said = [0, 84, 3_600, 7_505, 266_400].map((seconds) => formatDuration('es', seconds))
    expect(said).to.deep.equal(['0 s', '1 min 24 s', '1 h', '2 h 5 min', '3 d 2 h'])
  })
})
