import { expect } from '@open-wc/testing'
import { countryOf } from './country-of.ts'

describe('the country of a time zone', () => {
  it('is told in the reader’s language', () => {
    expect(countryOf('Europe/Madrid', 'es')).to.equal('España')
    expect(countryOf('America/Bogota', 'en')).to.equal('Colombia')
  })

  it('is none where the zone is none of a country', () => {
    expect(countryOf('Etc/UTC', 'es')).to.equal(null)
    expect(countryOf('<img src=x>', 'es')).to.equal(null)
  })
})
