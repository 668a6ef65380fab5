import { describe, expect, it } from 'vitest'
import type { Chat, ChatList } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { ApiError } from './api-error.ts'
import type { Api, LooseApi } from './api.ts'
import { createInboxReader } from './inbox-reader.ts'
import { createLifetime } from './lifetime.ts'
import { createModelStore } from './model/model-store.ts'
import { createTestEnvironment, settled } from './model/test-environment.ts'
import { createRetrier } from './retrier.ts'
import { emptyState, type Inbox } from './state.ts'

const some = createModelStore().chat({ role: 'commercial', id: 'marta' })
const counts = { mine: 1, unassigned: 2, all: 3, closed: 4, snoozed: 0 }

/** A chat whose activity was on that minute, the newest with the greatest. */
function chat(minute: number, changes: Partial<Chat> = {}): Chat {
  const updatedAt = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString()
  return { ...some, chatId: `chat-${minute}` as ChatId, updatedAt, ...changes }
}

interface Asked {
  readonly query: Record<string, string>
  readonly resolve: (list: ChatList) => void
  readonly reject: (cause: unknown) => void
}

/** A reader whose answers come when the test gives them. */
function arrange() {
  const environment = createTestEnvironment()
  const life = createLifetime(environment)
  const asked: Asked[] = []
  let inbox = emptyState('commercial').inbox as Inbox
  const api: LooseApi = (_, call) =>
    new Promise((resolve, reject) => {
      asked.push({ query: call?.query as Record<string, string>, resolve, reject })
    })
  const reader = createInboxReader({
    api: api as Api,
    life,
    retrier: createRetrier(life, environment),
    ownId: () => 'marta',
    get: () => inbox,
    show: (change) => void (inbox = change(inbox)),
  })
  const answer = async (chats: readonly Chat[], nextCursor: string | null = null, at = asked.length - 1) => {
    asked[at]?.resolve({ chats: [...chats], nextCursor, counts })
    await settled()
  }
  const minutes = () => inbox.chats.map(({ chatId }) => Number(chatId.slice(5)))
  return { environment, reader, asked, answer, inbox: () => inbox, minutes }
}

describe('the inbox', () => {
  it('shows the list asked for, with its counts', async () => {
    const { reader, asked, answer, inbox, minutes } = arrange()
    reader.showList('unassigned')
    expect(inbox().load.state).toBe('loading')
    expect(asked[0]?.query).toMatchObject({ assignee: 'none', status: 'PENDING,IN_PROGRESS' })
    await answer([chat(2, { assignee: null }), chat(1, { assignee: null })])
    expect(minutes()).toEqual([2, 1])
    expect(inbox()).toMatchObject({ counts, load: { state: 'ready' }, hasMore: false })
  })

  it('ignores a slow answer for the list before', async () => {
    const { reader, answer, minutes } = arrange()
    reader.showList('unassigned')
    reader.showList('all')
    await answer([chat(9)], null, 1)
    await answer([chat(1, { assignee: null })], null, 0)
    expect(minutes()).toEqual([9])
  })

  it('keeps what an event told while the answer was on its way', async () => {
    const { reader, answer, minutes } = arrange()
    reader.showList('all')
    reader.apply(chat(3, { status: 'CLOSED' }))
    reader.apply(chat(5))
    await answer([chat(4), chat(3)])
    expect(minutes()).toEqual([5, 4])
  })

  it('lets go, after an absence, of what left the list meanwhile, and keeps the rows on screen until then', async () => {
    const { reader, answer, inbox, minutes } = arrange()
    reader.showList('all')
    await answer([chat(2), chat(1)])
    reader.refresh()
    expect(inbox().load.state).toBe('ready')
    expect(minutes()).toEqual([2, 1])
    await answer([chat(3), chat(2)])
    expect(minutes()).toEqual([3, 2])
  })

  it('does not shrink a list that had been scrolled when it is read again', async () => {
    const { reader, asked, answer, minutes } = arrange()
    const all = Array.from({ length: 59 }, (_, index) => chat(59 - index))
    reader.showList('all')
    await answer(all.slice(0, 50), 'next')
    void reader.loadMore()
    expect(asked[1]?.query).toMatchObject({ cursor: 'next' })
    await answer(all.slice(50), 'last')
    reader.refresh()
    expect(asked[2]?.query).toMatchObject({ limit: '59' })
    await answer(all, 'last')
    expect(minutes()).toHaveLength(59)
  })

  it('drops a further page of a list that is no longer shown', async () => {
    const { reader, answer, minutes, inbox } = arrange()
    reader.showList('all')
    await answer([chat(9)], 'next')
    void reader.loadMore()
    reader.showList('closed')
    await answer([chat(8)], null, 1)
    await answer([chat(1, { status: 'CLOSED' })], null, 2)
    expect(minutes()).toEqual([1])
    expect(inbox().more.state).toBe('idle')
  })

  it('says when a page failed, and reads it when asked again', async () => {
    const { reader, asked, answer, inbox, minutes } = arrange()
    reader.showList('all')
    await answer([chat(9)], 'next')
    void reader.loadMore()
    asked[1]?.reject(new ApiError(0, 'network'))
    await settled()
    expect(inbox().more).toMatchObject({ state: 'failed', failure: { code: 'network' } })
    void reader.loadMore()
    await answer([chat(8)])
    expect(minutes()).toEqual([9, 8])
    expect(inbox().hasMore).toBe(false)
  })

  it('asks for the counts once for a burst of changes, and not because somebody wrote', async () => {
    const { reader, asked, answer, environment } = arrange()
    reader.showList('all')
    await answer([chat(2), chat(1)])
    reader.apply(chat(2, { lastSeq: 9 }))
    await environment.advance(1_000)
    expect(asked).toHaveLength(1)
    reader.apply(chat(2, { assignee: null }))
    reader.apply(chat(1, { status: 'CLOSED' }))
    await environment.advance(1_000)
    expect(asked.slice(1).map(({ query }) => query['limit'])).toEqual(['1'])
  })
})
