import { expect } from '@open-wc/testing'
import { emptyState, type ClientState } from '../core/state.ts'
import { chat, inboxOf, joan, marta, viewOf, viewsOf } from './console.fixture.ts'
import { countWaiting, tallyUnread, type UnreadTally } from './unread-tally.ts'

const mine = { assignee: marta, unreadCount: 2 } as const
const state = (change: Partial<ClientState>): ClientState => ({
  ...emptyState('commercial'),
  session: { state: 'commercial', commercial: marta },
  ...change,
})
/** Of the states one after the other; nobody's chats are counted elsewhere. */
const count = (...states: ClientState[]) =>
  states.reduce<UnreadTally>((known, now) => tallyUnread(known, now, marta.commercialId), new Map()).size

describe('how many chats have something unread', () => {
  it('counts chats, not messages, and only one’s own', () => {
    const chats = [
      chat('1', mine),
      chat('2', { unreadCount: 1 }),
      chat('3', { assignee: joan, unreadCount: 4 }),
      chat('4', { assignee: marta }),
    ]
    expect(count(state({ inbox: inboxOf(chats, { list: 'all' }) }))).to.equal(1)
  })

  it('counts every chat that nobody has taken, as the server counts them', () => {
    const now = state({ inbox: inboxOf([chat('1', mine)]) })
    expect(countWaiting(tallyUnread(new Map(), now, marta.commercialId), now)).to.equal(1 + 3)
  })

  it('hears of a chat that is not in the list on screen', () => {
    const closed = inboxOf([], { list: 'closed', heard: chat('7', mine) })
    expect(count(state({ inbox: closed }))).to.equal(1)
  })

  it('does not forget a chat because another list is shown', () => {
    const own = state({ inbox: inboxOf([chat('1', mine)]) })
    const closed = state({ inbox: inboxOf([], { list: 'closed' }) })
    expect(count(own, closed)).to.equal(1)
  })

  it('forgets a chat that its list no longer holds', () => {
    const before = state({ inbox: inboxOf([chat('1', mine), chat('2', mine)]) })
    const after = state({ inbox: inboxOf([chat('2', mine)]) })
    expect(count(before, after)).to.equal(1)
  })

  it('remembers what stands on a page of the list that has not been read', () => {
    const before = state({ inbox: inboxOf([chat('1', mine)]) })
    const firstPage = state({ inbox: inboxOf([chat('2', { assignee: marta })], { hasMore: true }) })
    expect(count(before, firstPage)).to.equal(1)
  })

  it('counts what one has marked, whosever it is, and unassigned chats only once', () => {
    const chats = [
      chat('1', { assignee: marta, isMarkedUnread: true }),
      chat('2', { assignee: joan, isMarkedUnread: true }),
      chat('3', { isMarkedUnread: true }),
      chat('4', { assignee: marta, status: 'CLOSED', isMarkedUnread: true }),
    ]
    expect(count(state({ inbox: inboxOf(chats, { list: 'all' }) }))).to.equal(3)
  })

  it('does not forget what a filter leaves out', () => {
    const before = state({ inbox: inboxOf([chat('1', { ...mine, tags: ['a'] })]) })
    const filtered = state({ inbox: inboxOf([], { filter: { tag: 'b' } }) })
    expect(count(before, filtered)).to.equal(1)
  })

  it('is over once the chat has been read, or closed', () => {
    const before = state({ inbox: inboxOf([chat('1', mine), chat('2', mine)]) })
    const read = viewsOf(
      viewOf(chat('1', { assignee: marta })),
      viewOf(chat('2', { ...mine, status: 'CLOSED' })),
    )
    expect(count(before, state({ inbox: inboxOf([], { list: 'closed' }), chats: read }))).to.equal(0)
  })
})
