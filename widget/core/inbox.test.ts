import { describe, expect, it } from 'vitest'
import type { Chat } from '#shared/chat.ts'
import type { ChatId, CommercialId } from '#shared/ids.ts'
import { applyChat, belongs, movesLists } from './inbox.ts'
import { createModelStore } from './model/model-store.ts'
import { emptyState, type Inbox, type InboxList } from './state.ts'

const some = createModelStore().chat({ role: 'commercial', id: 'marta' })

function chat(chatId: string, changes: Partial<Chat> = {}): Chat {
  return { ...some, chatId: chatId as ChatId, updatedAt: `2026-01-0${chatId}T00:00:00.000Z`, ...changes }
}

function of(name: string): Chat['assignee'] {
  return { commercialId: name as CommercialId, name }
}

function inbox(list: InboxList, chats: readonly Chat[], hasMore = false): Inbox {
  return { ...(emptyState('commercial').inbox as Inbox), list, chats, hasMore }
}

function ids({ chats }: Inbox): string[] {
  return chats.map(({ chatId }) => chatId)
}

describe('the lists of the inbox', () => {
  it.each([
    ['an open one of mine', { assignee: of('marta') }, ['mine', 'all']],
    ['an open one of a colleague', { assignee: of('olga') }, ['all']],
    ['an open one of nobody', { assignee: null }, ['unassigned', 'all']],
    [
      'one of mine that is put off',
      { assignee: of('marta'), snoozedUntil: '2026-02-01T00:00:00.000Z' },
      ['snoozed'],
    ],
    ['a closed one of mine', { assignee: of('marta'), status: 'CLOSED' }, ['closed']],
    ['a closed one of nobody', { assignee: null, status: 'CLOSED' }, ['closed']],
  ] satisfies [string, Partial<Chat>, InboxList[]][])('hold %s where it belongs', (_, changes, lists) => {
    const all: InboxList[] = ['mine', 'unassigned', 'all', 'closed', 'snoozed']
    expect(all.filter((list) => belongs(list, chat('1', changes), 'marta'))).toEqual(lists)
  })

  it('hold what their filter leaves, and let go what it leaves no more', () => {
    const empty = inbox('all', [])
    const filtered: Inbox = { ...empty, filter: { tag: 'mesas', assignee: 'me' } }
    const ours = chat('1', { tags: ['mesas'], assignee: of('marta') })
    const held = applyChat(filtered, ours, 'marta')
    expect(ids(held)).toEqual(['1'])
    expect(ids(applyChat(held, { ...ours, tags: [] }, 'marta'))).toEqual([])
    expect(ids(applyChat(held, { ...ours, assignee: of('olga') }, 'marta'))).toEqual([])
    expect(ids(applyChat(filtered, chat('2', { tags: ['sillas'] }), 'marta'))).toEqual([])
    const waiting: Inbox = { ...empty, filter: { status: 'PENDING' } }
    expect(ids(applyChat(waiting, chat('4', { status: 'PENDING' }), 'marta'))).toEqual(['4'])
    expect(ids(applyChat(waiting, chat('4', { status: 'IN_PROGRESS' }), 'marta'))).toEqual([])
    // Nobody's chats have no assignee to filter by, and closed ones no status.
    const closed: Inbox = { ...waiting, list: 'closed' }
    expect(ids(applyChat(closed, chat('5', { status: 'CLOSED' }), 'marta'))).toEqual(['5'])
    const unassigned: Inbox = { ...filtered, list: 'unassigned' }
    expect(ids(applyChat(unassigned, chat('3', { tags: ['mesas'], assignee: null }), 'marta'))).toEqual(['3'])
  })

  it('stand in the order of who has waited longest, then of who does not wait, newest first', () => {
    const since = (day: number) => ({ waitingSince: `2026-01-0${day}T00:00:00.000Z` })
    const arrived = [chat('1'), chat('2', since(3)), chat('3'), chat('4', since(2))]
    const empty: Inbox = { ...inbox('all', []), filter: { order: 'waiting' } }
    const full = arrived.reduce((held, next) => applyChat(held, next, 'marta'), empty)
    expect(ids(full)).toEqual(['4', '2', '3', '1'])
  })

  it('stand in the order of newest activity, a chat with news rising', () => {
    const before = inbox('all', [chat('3'), chat('2'), chat('1')])
    expect(ids(applyChat(before, chat('1', { updatedAt: '2026-01-09T00:00:00.000Z' }), 'marta'))).toEqual([
      '1',
      '3',
      '2',
    ])
    expect(ids(applyChat(before, chat('4'), 'marta'))).toEqual(['4', '3', '2', '1'])
  })

  it('lose a chat that belongs elsewhere now', () => {
    const before = inbox('unassigned', [chat('2', { assignee: null }), chat('1', { assignee: null })])
    expect(ids(applyChat(before, chat('2', { assignee: of('olga') }), 'marta'))).toEqual(['1'])
    expect(applyChat(before, chat('3', { assignee: of('olga') }), 'marta')).toBe(before)
  })

  it('do not show an older chat out of turn while pages in between are unread', () => {
    const held = [chat('3'), chat('2')]
    expect(ids(applyChat(inbox('all', held, true), chat('1'), 'marta'))).toEqual(['3', '2'])
    expect(ids(applyChat(inbox('all', held), chat('1'), 'marta'))).toEqual(['3', '2', '1'])
  })

  it('change their counts when a chat changes hands or state, not when somebody writes', () => {
    expect(movesLists(chat('1'), chat('1', { status: 'CLOSED' }))).toBe(true)
    expect(movesLists(chat('1'), chat('1', { assignee: null }))).toBe(true)
    expect(movesLists(chat('1'), chat('1', { lastSeq: 9 }))).toBe(false)
  })
})
