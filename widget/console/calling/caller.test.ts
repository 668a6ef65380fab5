import { expect } from '@open-wc/testing'
import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { INITIAL_NOTIFYING, type Notifying } from '#shared/notifying.ts'
import { chat, fakeClient, inboxOf, joan, marta, message } from '../console.fixture.ts'
import { Caller, type CallerOptions } from './caller.ts'
import { openLedger, type Ledger } from './ledger.ts'

const MOMENT = Date.parse('2026-11-25T10:00:00.000Z')
const one = '1' as ChatId

function said(seq: number, change: Partial<Chat> = {}): Chat {
  const sentAt = new Date(MOMENT + seq * 60_000).toISOString()
  const lastMessage = message(`m${seq}`, { seq, sentAt, content: `text ${seq}` })
  return chat('1', { lastMessage, updatedAt: sentAt, unreadCount: 1, readSeq: 0, ...change })
}

/** A tab; those with one ledger are of one browser. */
function openTab(change: Partial<CallerOptions> = {}, ledger: Ledger = openLedger(crypto.randomUUID())) {
  const done: string[] = []
  const fake = fakeClient({ inbox: inboxOf([said(1, { unreadCount: 0 })]) })
  const caller = new Caller({
    ownId: marta.commercialId,
    ledger,
    notifications: {
      show: ({ chatId, body }) => void done.push(`show ${chatId} ${body}`),
      close: (chatId) => void done.push(`close ${chatId}`),
      closeAll: () => {},
    },
    play: (kind, volume) => void done.push(`play ${kind} ${volume}`),
    maySound: () => true,
    attention: () => 'hidden',
    shownChat: () => null,
    notifying: () => INITIAL_NOTIFYING,
    isAvailable: () => true,
    words: (arrival) => ({ title: 'x', body: arrival.message.content }),
    ...change,
  })
  fake.store.subscribe((state) => caller.follow(state))
  caller.follow(fake.store.get())
  const inbox = fake.store.get().inbox ?? inboxOf([])
  return { done, caller, hear: (heard: Chat) => fake.set({ inbox: { ...inbox, heard } }) }
}

/** Longer than any page waits before it makes itself heard. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 1_700))
const rung = 'play newChat 60'
const notifying = (change: Partial<Notifying>) => () => ({ ...INITIAL_NOTIFYING, ...change })

describe('a call', () => {
  it('is one for a burst, with its newest message, over all tabs', async () => {
    const ledger = openLedger(crypto.randomUUID())
    const tabs = [openTab({}, ledger), openTab({ attention: () => 'visible' }, ledger), openTab({}, ledger)]
    for (const seq of [2, 3, 4]) for (const { hear } of tabs) hear(said(seq))
    await settle()
    expect(tabs.map(({ done }) => done)).to.deep.equal([[], [rung, 'show 1 text 4'], []])
  })

  it('is left to a tab that may make a sound', async () => {
    const ledger = openLedger(crypto.randomUUID())
    const silent = openTab({ maySound: () => false, attention: () => 'visible' }, ledger)
    const other = openTab({}, ledger)
    for (const { hear } of [silent, other]) hear(said(2))
    await settle()
    expect([silent.done, other.done]).to.deep.equal([[], [rung, 'show 1 text 2']])
  })

  it('is none in any tab while one of them is looked at with that chat', async () => {
    const ledger = openLedger(crypto.randomUUID())
    const looking = openTab({ attention: () => 'focused', shownChat: () => one }, ledger)
    const other = openTab({}, ledger)
    for (const { hear } of [other, looking]) hear(said(2))
    await settle()
    expect([looking.done, other.done]).to.deep.equal([[], []])
  })

  it('only sounds where another chat is being looked at', async () => {
    const { done, hear } = openTab({ attention: () => 'focused', shownChat: () => '2' as ChatId })
    hear(said(2))
    await settle()
    expect(done).to.deep.equal([rung])
  })

  it('is not made for what was read meanwhile, on whatever device', async () => {
    const { done, hear } = openTab()
    hear(said(2))
    hear(said(2, { unreadCount: 0, readSeq: 2 }))
    await settle()
    expect(done).to.deep.equal(['close 1'])
  })

  it('is taken back when a colleague takes the chat', async () => {
    const { done, hear } = openTab()
    hear(said(2))
    await settle()
    hear(said(2, { assignee: joan }))
    expect(done.at(-1)).to.equal('close 1')
  })

  it('is what was chosen for its kind', async () => {
    const kinds = { ...INITIAL_NOTIFYING.kinds, newChat: { isShown: false, isHeard: true } }
    const heard = openTab({ notifying: notifying({ kinds, volume: 10 }) })
    const shown = openTab({
      notifying: notifying({ kinds: { ...kinds, newChat: { isShown: true, isHeard: false } } }),
    })
    heard.hear(said(2))
    shown.hear(said(2))
    await settle()
    expect([heard.done, shown.done]).to.deep.equal([['play newChat 10'], ['show 1 text 2']])
  })

  it('is none in quiet hours, nor for something new to whoever is away', async () => {
    const quietHours = { from: '00:00', to: '23:59', timeZone: 'UTC' }
    const night = new Date().toISOString().slice(11, 16) === '23:59'
    const quiet = openTab({ notifying: notifying({ quietHours }) })
    const away = openTab({ isAvailable: () => false })
    quiet.hear(said(2))
    away.hear(said(2))
    away.hear(said(3, { assignee: marta }))
    await settle()
    if (!night) expect(quiet.done).to.deep.equal([])
    expect(away.done).to.deep.equal(['play message 60', 'show 1 text 3'])
  })

  it('is over with its console', async () => {
    const { done, caller, hear } = openTab()
    hear(said(2))
    caller.end()
    hear(said(3))
    await settle()
    expect(done).to.deep.equal([])
  })
})
