import { expect } from '@open-wc/testing'
import { rowKey } from './row-keys.ts'
import { nextTab } from './tab-keys.ts'

const press = (key: string, change: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
})

describe('keys in the list', () => {
  it('move with arrows and with J and K, and stop at the ends', () => {
    expect(rowKey(press('ArrowDown'), { current: 0, count: 3 })).to.equal(1)
    expect(rowKey(press('j'), { current: 1, count: 3 })).to.equal(2)
    expect(rowKey(press('j'), { current: 2, count: 3 })).to.equal(2)
    expect(rowKey(press('k'), { current: 2, count: 3 })).to.equal(1)
    expect(rowKey(press('ArrowUp'), { current: 0, count: 3 })).to.equal(0)
    expect(rowKey(press('End'), { current: 0, count: 3 })).to.equal(2)
    expect(rowKey(press('Home'), { current: 2, count: 3 })).to.equal(0)
  })

  it('leave the browser its own, and everything outside a row', () => {
    expect(rowKey(press('k', { ctrlKey: true }), { current: 1, count: 3 })).to.equal(null)
    expect(rowKey(press('x'), { current: 1, count: 3 })).to.equal(null)
    expect(rowKey(press('j'), { current: -1, count: 3 })).to.equal(null)
  })

  it('follow the direction of writing among the tabs', () => {
    expect(nextTab('ArrowRight', { current: 3, count: 4, dir: 'ltr' })).to.equal(0)
    expect(nextTab('ArrowRight', { current: 0, count: 4, dir: 'rtl' })).to.equal(3)
    expect(nextTab('End', { current: 0, count: 4, dir: 'ltr' })).to.equal(3)
    expect(nextTab('a', { current: 0, count: 4, dir: 'ltr' })).to.equal(null)
  })
})
