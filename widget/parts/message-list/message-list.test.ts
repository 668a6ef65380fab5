import { expect, html, nextFrame, waitUntil } from '@open-wc/testing'
import type { Thread } from '../../core/state.ts'
import { english, heard, inside, part, settled } from '../part.fixture.ts'
import './message-list.ts'
import type { ChatMessageList } from './message-list.ts'
import { draft, history, sent } from './thread.fixture.ts'

async function arrange(thread: Thread, properties: Partial<ChatMessageList> = {}) {
  const list = await part<ChatMessageList>(html`<chat-message-list .l10n=${english}></chat-message-list>`)
  list.style.blockSize = '400px'
  Object.assign(list, { thread, viewer: { userType: 'visitor', userId: 'v' }, ...properties })
  await list.updateComplete
  await nextFrame()
  const log = inside(list, '.log')
  const set = async (next: Partial<ChatMessageList>) => {
    Object.assign(list, next)
    await list.updateComplete
  }
  const scrollTo = async (top: number) => {
    log.scrollTop = top
    log.dispatchEvent(new Event('scroll'))
    await nextFrame()
  }
  const topOf = (key: string) => inside(list, `[data-key="${key}"]`).getBoundingClientRect().top
  const fromEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight
  return { list, log, set, scrollTo, topOf, fromEnd }
}

const talk = [sent(1, 'Marta'), sent(2, 'v'), sent(3, 'v'), sent(4, 'Marta')]

describe('chat-message-list', () => {
  it('is accessible', async () => {
    const { list } = await arrange([...talk, draft('a'), draft('b', { delivery: 'failed' })], {
      dividerSeq: 3,
      typists: [{ userId: 'Marta', userType: 'commercial', userName: 'Marta' }],
    })
    await expect(list).to.be.accessible()
  })

  it('says how far one’s own messages have come', async () => {
    const { list, set } = await arrange([sent(1, 'v'), draft('a', { sentAt: sent(1, 'v').sentAt })])
    const meta = () => inside(list, '.meta').innerText
    expect(meta()).to.equal('Sending…')
    await set({ thread: [sent(1, 'v')] })
    expect(meta()).to.match(/^Sent · /)
    await set({ otherReadSeq: 1 })
    expect(meta()).to.match(/^Read · /)
  })

  it('offers to try a failed message again, or to give it up', async () => {
    const { list } = await arrange([draft('a', { delivery: 'failed' })])
    const [again, discard] = list.shadowRoot?.querySelectorAll<HTMLButtonElement>('.failed button') ?? []
    const retried = heard(list, 'chat-retry')
    again?.click()
    expect((await retried).clientMessageId).to.equal('a')
    const discarded = heard(list, 'chat-discard')
    discard?.click()
    expect((await discarded).clientMessageId).to.equal('a')
  })

  it('says that a message was deleted, and not what it said', async () => {
    const { list } = await arrange([sent(1, 'Marta', { content: '', deletedAt: sent(2, 'v').sentAt })])
    expect(inside(list, '.bubble').innerText).to.equal('Message deleted')
  })

  it('shows a list as tall as its items', async () => {
    const { list } = await arrange([sent(1, 'Marta', { content: '- mesa\n- silla' })])
    await waitUntil(() => list.shadowRoot?.querySelector('ul'))
    const items = [...(list.shadowRoot?.querySelectorAll('li li') ?? [])]
    const heights = items.map((item) => item.getBoundingClientRect().height)
    expect(inside(list, '.text').getBoundingClientRect().height).to.equal(heights.reduce((a, b) => a + b, 0))
  })

  it('shows no note unless it is told how', async () => {
    const thread = [sent(1, 'Marta', { isInternal: true, content: 'secret' })]
    const { list, set } = await arrange(thread)
    expect(list.shadowRoot?.textContent).not.to.contain('secret')
    await set({ renderNote: (note) => html`<p class="mine">${note.content}</p>` })
    expect(inside(list, '.mine').innerText).to.equal('secret')
  })

  it('opens at the end, and follows what comes', async () => {
    const { set, fromEnd } = await arrange(history(1, 60))
    expect(fromEnd()).to.be.below(2)
    await set({ thread: history(1, 61) })
    expect(fromEnd()).to.be.below(2)
  })

  it('opens at what is new when that does not fit', async () => {
    const { list, log } = await arrange(history(1, 60), { dividerSeq: 20 })
    const divider = inside(list, '.divider.new').getBoundingClientRect().top
    expect(divider - log.getBoundingClientRect().top).to.be.within(0, 60)
    expect(inside(list, '.divider.new').innerText).to.equal('40 new messages')
  })

  it('lets whoever reads older messages read on, and says what is below', async () => {
    const { list, set, scrollTo, topOf, fromEnd } = await arrange(history(1, 60))
    await scrollTo(600)
    const before = topOf('m20')
    await set({ thread: history(1, 62) })
    await nextFrame()
    expect(Math.abs(topOf('m20') - before)).to.be.below(1)
    expect(inside(list, '.pill').innerText.trim()).to.equal('2 new')
    inside(list, '.pill').click()
    await list.updateComplete
    expect(fromEnd()).to.be.below(2)
    expect(list.shadowRoot?.querySelector('.pill')).to.equal(null)
  })

  it('goes to the end when one writes', async () => {
    const { set, scrollTo, fromEnd } = await arrange(history(1, 60))
    await scrollTo(300)
    await set({ thread: [...history(1, 60), draft('a')] })
    expect(fromEnd()).to.be.below(2)
  })

  it('does not move what is read when older messages come, not even at the very top', async () => {
    const { set, scrollTo, topOf } = await arrange(history(101, 200), { hasOlder: true })
    await scrollTo(0)
    const before = topOf('m101')
    await set({ thread: history(51, 200) })
    expect(Math.abs(topOf('m101') - before)).to.be.below(1)
    // The pages that were only estimated have their own heights by now.
    await settled()
    expect(Math.abs(topOf('m101') - before)).to.be.below(1)
  })

  it('asks for older messages once a page', async () => {
    const { list, set, scrollTo } = await arrange(history(101, 200), { hasOlder: true })
    let asked = 0
    list.addEventListener('chat-load-older', () => asked++)
    await scrollTo(100)
    await scrollTo(50)
    await set({ older: { state: 'loading' } })
    await scrollTo(0)
    expect(asked).to.equal(1)
  })

  it('reads out what others write now: not history, nor one’s own words', async () => {
    const { list, set } = await arrange(talk)
    const isOff = (key: string) => inside(list, `[data-key="${key}"]`).closest('li')?.ariaLive === 'off'
    expect(talk.every((message) => isOff(message.messageId))).to.equal(true)
    await set({ thread: [...talk, sent(5, 'Joan'), sent(6, 'v')] })
    expect(isOff('m5')).to.equal(false)
    expect(isOff('m6')).to.equal(true)
    await set({ thread: [sent(0, 'Joan'), ...talk, sent(5, 'Joan'), sent(6, 'v')] })
    expect(isOff('m0')).to.equal(true)
  })

  it('tells that the newest message was seen, once', async () => {
    const { list, set } = await arrange(talk)
    const seen: number[] = []
    list.addEventListener('chat-seen', (event) => seen.push(event.seq))
    await set({ thread: [...talk, sent(5, 'Marta')] })
    await waitUntil(() => seen.includes(5))
    await set({ otherReadSeq: 3 })
    expect(seen.filter((seq) => seq === 5)).to.have.length(1)
  })

  it('tells nothing while nobody can see it', async () => {
    const { list, set } = await arrange(talk)
    list.hidden = true
    await settled()
    let isSeen = false
    list.addEventListener('chat-seen', () => {
      isSeen = true
    })
    await set({ thread: [...talk, sent(5, 'Marta')] })
    await settled()
    expect(isSeen).to.equal(false)
  })

  it('stays where it was when it is hidden and shown again', async () => {
    const { list, scrollTo, topOf, log } = await arrange(history(1, 60))
    await scrollTo(700)
    const before = topOf('m25')
    list.hidden = true
    await nextFrame()
    list.hidden = false
    await waitUntil(() => log.scrollTop > 0)
    expect(Math.abs(topOf('m25') - before)).to.be.below(1)
  })
})

describe('a long chat-message-list', () => {
  const rowsOf = (list: HTMLElement) => list.shadowRoot?.querySelectorAll('[data-key^="m"]').length ?? 0
  const inPages = (to: number) => history(1, to).map((m, i) => ({ ...m, senderId: `${Math.floor(i / 3)}` }))

  /** The code for long lists has come, and drawn. */
  async function arrangeLong(...args: Parameters<typeof arrange>) {
    const arranged = await arrange(...args)
    const { list } = arranged
    await waitUntil(() => list.shadowRoot?.querySelector<HTMLElement>('.page[aria-hidden]')?.style.blockSize)
    return arranged
  }

  it('holds no more than some pages, wherever one reads', async () => {
    const { list, log, scrollTo } = await arrangeLong(inPages(10_000))
    expect(rowsOf(list)).to.be.within(30, 400)
    for (const part of [0.7, 0.2, 0]) {
      await scrollTo(log.scrollHeight * part)
      await settled()
      expect(rowsOf(list)).to.be.within(100, 400)
      const { top, bottom } = log.getBoundingClientRect()
      const inView = [...(list.shadowRoot?.querySelectorAll('[data-key^="m"]') ?? [])].filter((row) => {
        const rect = row.getBoundingClientRect()
        return rect.bottom > top && rect.top < bottom
      })
      expect(inView.length, `rows in view at ${part}`).to.be.above(0)
    }
  })

  it('keeps the newest messages in the document while one reads old ones', async () => {
    const { list, scrollTo } = await arrangeLong(inPages(2_000))
    await scrollTo(0)
    await settled()
    const last = [...(list.shadowRoot?.querySelectorAll<HTMLElement>('[data-key^="m"]') ?? [])].slice(-30)
    expect(last.map((row) => row.dataset['key'])).to.deep.equal(
      Array.from({ length: 30 }, (_, i) => `m${1_971 + i}`),
    )
  })

  it('opens at what is new, however far up that is', async () => {
    const { list, log } = await arrangeLong(inPages(2_000), { dividerSeq: 400 })
    await settled()
    const divider = inside(list, '.divider.new').getBoundingClientRect().top
    expect(divider - log.getBoundingClientRect().top).to.be.within(0, 60)
  })

  it('moves nothing that is read while pages come and go, nor when older ones come at the very top', async () => {
    const { set, list, log, scrollTo, topOf } = await arrangeLong(inPages(2_000).slice(1_000), {
      hasOlder: true,
    })
    await scrollTo(0)
    await settled()
    const first = () => topOf('m1002')
    const before = first()
    await set({ thread: inPages(2_000).slice(950) })
    await settled()
    expect(Math.abs(first() - before)).to.be.below(1)
    // On, half a screen at a time, over the borders of pages.
    for (let steps = 0; steps < 40; steps++) {
      const held = [...(list.shadowRoot?.querySelectorAll<HTMLElement>('[data-key^="m"]') ?? [])].find(
        (row) => row.getBoundingClientRect().top > log.getBoundingClientRect().top,
      )
      const key = held?.dataset['key'] ?? ''
      const top = topOf(key)
      await scrollTo(log.scrollTop + 200)
      await list.updateComplete
      expect(Math.abs(top - topOf(key) - 200), key).to.be.below(1)
    }
  })

  it('reads nothing out when what was read out comes back', async () => {
    const { list, set, scrollTo, log } = await arrangeLong(inPages(1_000))
    const all = [...inPages(1_000), ...history(1_001, 1_160)]
    await set({ thread: all })
    expect(inside(list, '[data-key="m1160"]').closest('li')?.ariaLive).not.to.equal('off')
    await scrollTo(0)
    await settled()
    await scrollTo(log.scrollHeight)
    await settled()
    const row = inside(list, '[data-key="m1070"]').closest('li')
    expect(row?.ariaLive).to.equal('off')
  })

  it('says which message of how many it shows, as far as that is known', async () => {
    const { list } = await arrange([sent(41, 'Marta'), sent(42, 'v')])
    const groups = [...(list.shadowRoot?.querySelectorAll('.group') ?? [])].slice(0, 2)
    expect(groups.map((group) => [group.ariaPosInSet, group.ariaSetSize])).to.deep.equal([
      ['41', '-1'],
      ['42', '-1'],
    ])
  })
})
