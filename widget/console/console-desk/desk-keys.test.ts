import { expect } from '@open-wc/testing'
import { chat, marta } from '../console.fixture.ts'
import { opensPalette, singleKey } from './desk-keys.ts'

const pressed = (key: string, change: Partial<KeyboardEventInit> = {}) =>
  new KeyboardEvent('keydown', { key, ...change })
const open = chat('1')
const mine = chat('2', { assignee: marta })
const closed = chat('3', { status: 'CLOSED' })

describe('a single key in the list', () => {
  it('acts on the chat that the keyboard is on', () => {
    expect(singleKey(pressed('g'), open)).to.deep.equal({ kind: 'act', action: { kind: 'claim' } })
    expect(singleKey(pressed('E'), open)).to.deep.equal({ kind: 'act', action: { kind: 'close' } })
    expect(singleKey(pressed('e'), closed)).to.deep.equal({ kind: 'act', action: { kind: 'reopen' } })
    expect(singleKey(pressed('z'), mine)).to.deep.equal({ kind: 'page', page: 'snooze' })
    expect(singleKey(pressed('n'), mine)).to.deep.equal({ kind: 'write', mode: 'note' })
  })

  it('marks a chat as unread, and one that is marked no more', () => {
    const marked = chat('4', { isMarkedUnread: true })
    const kindsOf = [mine, closed, marked].map((one) => singleKey(pressed('u'), one))
    const marks = (kind: string) => ({ kind: 'act', action: { kind } })
    expect(kindsOf).to.deep.equal([marks('mark-unread'), marks('mark-unread'), marks('mark-read')])
  })

  it('does nothing that the chat does not allow', () => {
    expect(singleKey(pressed('g'), mine)).to.equal(null)
    expect(singleKey(pressed('z'), closed)).to.equal(null)
    expect(singleKey(pressed('l'), undefined)).to.equal(null)
  })

  it('is the browser’s with a modifier, and an input method’s while it composes', () => {
    expect(singleKey(pressed('r', { ctrlKey: true }), open)).to.equal(null)
    expect(singleKey(pressed('r', { metaKey: true }), open)).to.equal(null)
    expect(singleKey(pressed('r', { isComposing: true }), open)).to.equal(null)
  })

  it('searches and shows what there is without any chat', () => {
    expect(singleKey(pressed('/'), undefined)).to.deep.equal({ kind: 'page', page: 'search' })
    expect(singleKey(pressed('?', { shiftKey: true }), undefined)).to.deep.equal({ kind: 'keys' })
  })
})

describe('the palette', () => {
  it('opens with Ctrl+K and with ⌘K, and with nothing else', () => {
    expect(opensPalette(pressed('k', { ctrlKey: true }))).to.equal(true)
    expect(opensPalette(pressed('K', { metaKey: true }))).to.equal(true)
    expect(opensPalette(pressed('k'))).to.equal(false)
    expect(opensPalette(pressed('k', { ctrlKey: true, altKey: true }))).to.equal(false)
  })
})
