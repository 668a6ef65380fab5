import { expect } from '@open-wc/testing'
import { isComposing } from './composing.ts'

const key = (init: KeyboardEventInit) => isComposing(new KeyboardEvent('keydown', init))

describe('a key of an input method', () => {
  it('says so by itself in Chrome and Firefox, and by its old code in Safari', () => {
    expect(key({ key: 'Enter', isComposing: true })).to.equal(true)
    expect(key({ key: 'Process', isComposing: true, keyCode: 229 })).to.equal(true)
    expect(key({ key: 'Enter', isComposing: false, keyCode: 229 })).to.equal(true)
  })

  it('is no other key', () => {
    expect(key({ key: 'Enter', keyCode: 13 })).to.equal(false)
    expect(key({ key: 'Escape', keyCode: 27 })).to.equal(false)
  })
})
