import { expect } from '@open-wc/testing'
import type { SiteId } from '#shared/ids.ts'
import { lengthOf, parseChoice, periodBefore, periodOf, toSection } from './period.ts'

const MADRID = 'Europe/Madrid'
const usual = { days: 14, period: null, siteId: null, timeZone: MADRID }
const choices = [
  usual,
  { ...usual, days: 90, siteId: 'a&b' as SiteId, timeZone: 'Asia/Tokyo' },
  { ...usual, days: null, period: { from: '2026-02-27', to: '2026-03-02' } },
]

describe('the period of the figures', () => {
  for (const choice of choices) {
    it(`comes back the same from its address: ${toSection(choice, MADRID)}`, () => {
      expect(parseChoice(toSection(choice, MADRID), MADRID)).to.deep.equal(choice)
    })
  }

  it('is as usual where an address says nothing, or nonsense', () => {
    for (const section of ['stats', 'stats?days=13&timeZone=Nowhere/Land&from=2026-02-02&to=x&siteId='])
      expect(parseChoice(section, MADRID)).to.deep.equal(usual)
  })

  it('ends today, by the calendar of its time zone', () => {
    const lateInMadrid = Date.parse('2026-11-24T23:30:00Z')
    expect(periodOf(usual, lateInMadrid)).to.deep.equal({ from: '2026-11-12', to: '2026-11-25' })
    const inLisbon = { ...usual, days: 7, timeZone: 'Europe/Lisbon' }
    expect(periodOf(inLisbon, lateInMadrid)).to.deep.equal({ from: '2026-11-18', to: '2026-11-24' })
  })

  it('is compared with as many days just before, over a clock change and a leap day', () => {
    expect(periodBefore({ from: '2026-10-20', to: '2026-10-26' })).to.deep.equal({
      from: '2026-10-13',
      to: '2026-10-19',
    })
    expect(periodBefore({ from: '2028-03-01', to: '2028-03-01' })).to.deep.equal({
      from: '2028-02-29',
      to: '2028-02-29',
    })
    expect(lengthOf({ from: '2026-01-01', to: '2026-12-31' })).to.equal(365)
  })
})
