import { expect } from '@open-wc/testing'
import { en } from '../../i18n/en.ts'
import { createLocalization } from '../../i18n/localization.ts'
import { formatPastDay } from './format-past.ts'

const NOW = new Date(2026, 10, 25, 15, 30)
const at = (day: number) => new Date(2026, 10, day, 9).toISOString()

describe('a day that was', () => {
  it('is said as in the middle of a sentence', () => {
    const english = createLocalization('en', en)
    expect([25, 24, 12].map((day) => formatPastDay(english, at(day), NOW))).to.deep.equal([
      'today',
      'yesterday',
      'November 12',
    ])
    expect(formatPastDay(createLocalization('de', en), at(25), NOW)).to.equal('heute')
  })

  it('is a date when the clocks disagree and it has not come yet', () => {
    expect(formatPastDay(createLocalization('en', en), at(26), NOW)).to.equal('November 26')
  })
})
