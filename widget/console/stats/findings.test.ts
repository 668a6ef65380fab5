import { expect } from '@open-wc/testing'
import type { Stats } from '#shared/stats.ts'
import { findingsOf, peakOf } from './findings.ts'
import { statsOf } from './stats.fixture.ts'

const kinds = (stats: Stats, before: Stats | null = null) => findingsOf(stats, before).map(({ kind }) => kind)
const outcomes = { answered: 28, missed: 2, waiting: 0, started: 0 }
const missing = (perSaturday: number) =>
  statsOf().byDay.map((day) => ({ ...day, missed: day.missed * perSaturday }))

describe('what the figures say', () => {
  it('is nothing while most is answered, and soon', () => {
    expect(kinds(statsOf())).to.deep.equal([])
  })

  it('is that somebody still waits, before anything else', () => {
    const stats = statsOf({
      outcomes: { ...outcomes, waiting: 3 },
      rating: { average: 1, count: 2, scores: [1, 1, 0, 0, 0] },
    })
    expect(findingsOf(stats, null)).to.deep.equal([
      { kind: 'waiting', count: 3 },
      { kind: 'unhappy', count: 2 },
    ])
  })

  it('names the day of the week on which a third or more is missed', () => {
    const stats = statsOf({ byDay: missing(4), outcomes: { ...outcomes, missed: 20 } })
    expect(findingsOf(stats, null)).to.deep.equal([{ kind: 'missedDay', weekday: 6, missed: 8, all: 20 }])
    expect(kinds(statsOf({ byDay: missing(4), outcomes: { ...outcomes, missed: 25 } }))).to.deep.equal([])
  })

  it('calls no day the worst of its kind after less than two weeks', () => {
    const stats = statsOf({ byDay: missing(9).slice(0, 7), outcomes: { ...outcomes, missed: 9 } })
    expect(kinds(stats)).to.deep.equal([])
  })

  it('compares with the period before only where both have enough to compare', () => {
    const slow = statsOf({ firstResponse: { ...statsOf().firstResponse, median: 300 } })
    expect(findingsOf(slow, statsOf())).to.deep.equal([{ kind: 'slower', seconds: 216 }])
    expect(kinds(slow, statsOf({ outcomes: { ...outcomes, answered: 4 } }))).to.deep.equal([])
    expect(kinds(slow, null)).to.deep.equal([])
  })

  it('tells of those who wait far longer than the others', () => {
    const stats = statsOf({ firstResponse: { ...statsOf().firstResponse, p90: 3_600 } })
    expect(findingsOf(stats, null)).to.deep.equal([{ kind: 'slowTail', seconds: 3_600 }])
  })

  it('tells of one person who carries most, unless they work alone', () => {
    const [marta, joan] = statsOf().byCommercial
    if (marta === undefined || joan === undefined) throw new Error('The fixture has two')
    const carried = statsOf({ byCommercial: [{ ...marta, answered: 21 }, joan] })
    expect(findingsOf(carried, null)).to.deep.equal([{ kind: 'oneCarries', name: 'Marta Olmo', share: 0.75 }])
    expect(kinds(statsOf({ byCommercial: [{ ...marta, answered: 28 }] }))).to.deep.equal([])
  })

  it('has its peak in two hours on end, and none where hardly anybody wrote', () => {
    expect(peakOf(statsOf().byHour)).to.deep.equal({ weekday: 4, hour: 11, count: 30 })
    const quiet = statsOf().byHour.map((day) => day.map((count) => (count > 0 ? 1 : 0)))
    expect(peakOf(quiet)).to.equal(null)
  })

  it('begins its peak with the hour that people write in, not with an empty one before it', () => {
    const oneHour = statsOf().byHour.map((day, weekday) =>
      day.map((_, hour) => (weekday === 2 && hour === 13 ? 9 : 0)),
    )
    expect(peakOf(oneHour)).to.deep.equal({ weekday: 3, hour: 13, count: 9 })
  })
})
