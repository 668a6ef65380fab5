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
    ['one of mine that is put off', { assignee: of('marta'), snoozedUntil: '2026-02-01T00:00:00.000Z' }, []],
    ['a closed one of mine', { assignee: of('marta'), status: 'CLOSED' }, ['closed']],
    ['a closed one of nobody', { assignee: null, status: 'CLOSED' }, ['closed']],
  ] satisfies [string, Partial<Chat>, InboxList[]][])('hold %s where it belongs', (_, changes, lists) => {
    const all: InboxList[] = ['mine', 'unassigned', 'all', 'closed']
    expect(all.filter((list) => belongs(list, chat('1', changes), 'marta'))).toEqual(lists)
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
