import { expect, nextFrame } from '@open-wc/testing'
import { tell } from '../widget-events.ts'
import { sent } from '../../parts/message-list/thread.fixture.ts'
import { callAttention } from './attention.ts'
import type { AttentionWidget } from './attention.ts'
import { choose, wants } from './preferences.ts'

/** What the element is for those who call. */
function arrange(change: { open?: boolean; unread?: number; noSound?: boolean } = {}, locale = 'es') {
  document.title = 'Mesa Albufera'
  const widget = Object.assign(document.createElement('div'), {
    siteId: 'attention-test',
    open: false,
    unread: 0,
    noSound: false,
    openWith: () => {},
    ...change,
  }) satisfies AttentionWidget
  const stop = callAttention(widget, { rings: true, locale })
  const setUnread = async (unread: number) => {
    widget.unread = unread
    tell(widget, 'chat-unread', { count: unread })
    await nextFrame()
  }
  return { widget, stop, setUnread }
}

describe('calling a visitor back', () => {
  it('puts the number before the title of the page, and takes it away', async () => {
    const { stop, setUnread } = arrange()
    await setUnread(2)
    expect(document.title).to.equal('(2) Mesa Albufera')
    await setUnread(0)
    expect(document.title).to.equal('Mesa Albufera')
    stop()
  })

  it('writes it in the digits of the language, and no further than 99', async () => {
    const { stop, setUnread } = arrange({}, 'ar-EG')
    await setUnread(3)
    expect(document.title).to.equal('(٣) Mesa Albufera')
    await setUnread(120)
    expect(document.title).to.equal('(٩٩+) Mesa Albufera')
    stop()
    expect(document.title).to.equal('Mesa Albufera')
  })

  it('keeps it when the page changes its title, and leaves the page its new one', async () => {
    const { stop, setUnread } = arrange()
    await setUnread(1)
    document.title = 'Silla Turia'
    await nextFrame()
    expect(document.title).to.equal('(1) Silla Turia')
    stop()
    expect(document.title).to.equal('Silla Turia')
    document.title = 'After'
    await nextFrame()
    expect(document.title).to.equal('After')
    await setUnread(3)
    expect(document.title).to.equal('After')
  })

  it('numbers nothing while the panel shows', async () => {
    const { stop, setUnread } = arrange({ open: true })
    await setUnread(1)
    expect(document.title).to.equal('Mesa Albufera')
    stop()
  })

  it('D11: makes no sound and no notification that nobody asked for', () => {
    localStorage.clear()
    const made: unknown[] = []
    const real = window.Notification
    window.Notification = function (...args: unknown[]) {
      made.push(args)
    } as never
    const { widget, stop } = arrange()
    tell(widget, 'chat-message', { message: sent(1, 'Marta'), direction: 'in' })
    expect([made, wants('attention-test', 'sound')]).to.deep.equal([[], false])
    window.Notification = real
    stop()
  })
})

describe('the sound of a message', () => {
  const real = window.AudioContext
  afterEach(() => {
    window.AudioContext = real
    localStorage.clear()
  })

  /** How often a device for sounds was asked for: chimes begin with it. */
  function rings(noSound: boolean): number {
    let asked = 0
    window.AudioContext = function () {
      asked += 1
      throw new DOMException('None here', 'NotSupportedError')
    } as never
    choose('attention-test', 'sound', true)
    const { widget, stop } = arrange({ noSound })
    tell(widget, 'chat-message', { message: sent(1, 'Marta'), direction: 'in' })
    stop()
    choose('attention-test', 'sound', false)
    return asked
  }

  it('is heard by who has asked for it, and by nobody on a page without sound', () => {
    expect([rings(true), rings(false)]).to.deep.equal([0, 1])
  })
})

describe('a choice', () => {
  it('is kept for the site, and leaves nothing when it is taken back', () => {
    localStorage.clear()
    choose('a', 'sound', true)
    expect([wants('a', 'sound'), wants('a', 'notifications'), wants('b', 'sound')]).to.deep.equal([
      true,
      false,
      false,
    ])
    choose('a', 'sound', false)
    expect(localStorage).to.have.lengthOf(0)
  })

  it('lasts as long as the page where nothing can be kept', () => {
    const real = Storage.prototype.setItem
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError')
    }
    choose('c', 'sound', true)
    Storage.prototype.setItem = real
    expect(wants('c', 'sound')).to.equal(true)
  })
})
