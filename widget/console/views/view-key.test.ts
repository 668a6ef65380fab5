import { expect } from '@open-wc/testing'
import { viewKey } from './view-key.ts'

const key = (code: string, change: KeyboardEventInit = {}) =>
  viewKey(new KeyboardEvent('keydown', { code, altKey: true, ...change }))

describe('the keys of the views', () => {
  it('are Alt and a digit, whatever that writes on this keyboard', () => {
    expect(key('Digit1', { key: '¡' })).to.equal(0)
    expect(key('Numpad9')).to.equal(8)
  })

  it('are not AltGr, which writes, nor anything else with a digit', () => {
    expect(key('Digit2', { ctrlKey: true })).to.equal(null)
    expect(key('Digit0')).to.equal(null)
    expect(key('Digit2', { altKey: false })).to.equal(null)
    expect(key('KeyA')).to.equal(null)
  })
})
