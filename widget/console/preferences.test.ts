import { expect } from '@open-wc/testing'
import { readPreferences, writePreferences } from './preferences.ts'

const KEY = 'sobremesa:console'

describe('what somebody chose for the console', () => {
  afterEach(() => localStorage.removeItem(KEY))

  it('is there the next time', () => {
    writePreferences({ theme: 'dark', language: 'en' })
    expect(readPreferences()).to.deep.equal({ theme: 'dark', language: 'en' })
  })

  it('is nothing when what is kept makes no sense', () => {
    for (const kept of ['{"theme":"purple","language":3}', 'null', 'not json', '[]']) {
      localStorage.setItem(KEY, kept)
      expect(readPreferences(), kept).to.deep.equal({})
    }
  })
})
