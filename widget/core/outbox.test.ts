import { describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import { ApiError } from './api-error.ts'
import { createLifetime } from './lifetime.ts'
import { createTestEnvironment, settled } from './model/test-environment.ts'
import { createOutbox, type OutboxItem } from './outbox.ts'
import { createRetrier } from './retrier.ts'
import type { DraftMessage } from './state.ts'

const here = 'here' as ChatId
const there = 'there' as ChatId

/** An outbox whose deliveries end when and how the test says. */
function arrange() {
  const environment = createTestEnvironment()
  const life = createLifetime(environment)
  const retrier = createRetrier(life, environment)
  const tries: {
    item: OutboxItem
    seenSeq: number | undefined
    resolve: () => void
    reject: (cause: unknown) => void
  }[] = []
  const shown: string[] = []
  const outbox = createOutbox({
    retrier,
    deliver: (item) =>
      new Promise((resolve, reject) => void tries.push({ item, seenSeq: item.seenSeq, resolve, reject })),
    onChange: ({ content, delivery, failure }) =>
      void shown.push([content, delivery, failure?.code].filter(Boolean).join(' ')),
    onFailed() {},
  })
  const add = (content: string, chatId = here, seenSeq?: number) =>
    outbox.add({ draft: draft(content, chatId), seenSeq })
  const tried = () => tries.map(({ item }) => item.draft.content)
  const end = async (how: 'sent' | ApiError) => {
    const current = tries.at(-1)
    if (how === 'sent') current?.resolve()
    else current?.reject(how)
    await settled()
  }
  return { environment, retrier, outbox, tries, shown, add, tried, end }
}

function draft(content: string, chatId: ChatId): DraftMessage {
  return {
    delivery: 'sending',
    clientMessageId: content,
    chatId,
    senderId: 'vera',
    senderType: 'visitor',
    senderName: '',
    content,
    type: 'text',
    isInternal: false,
    sentAt: '2026-01-01T00:00:00.000Z',
  }
}

describe('an outbox', () => {
  it('sends one after the other within a chat, and other chats meanwhile', async () => {
    const { add, tried, tries } = arrange()
    add('one')
    add('two')
    add('elsewhere', there)
    await settled()
    expect(tried()).toEqual(['one', 'elsewhere'])
    tries[0]?.resolve()
    await settled()
    expect(tried()).toEqual(['one', 'elsewhere', 'two'])
  })

  it('lets nothing overtake a message that is still being tried, under the same key', async () => {
    const { add, tried, end, environment, shown, outbox } = arrange()
    add('one')
    add('two')
    await settled()
    await end(new ApiError(0, 'network'))
    await environment.advance(500)
    await end(new ApiError(507, 'disk_full'))
    await environment.advance(1_000)
    expect(tried()).toEqual(['one', 'one', 'one'])
    expect(shown).toEqual(['one sending network', 'one sending disk_full'])
    await end('sent')
    expect(tried()).toEqual(['one', 'one', 'one', 'two'])
    expect(outbox.drafts(here).map(({ content }) => content)).toEqual(['two'])
  })

  it('marks what is refused, and goes on with the next', async () => {
    const { add, tried, end, shown, outbox } = arrange()
    add('one')
    add('two')
    await settled()
    await end(new ApiError(409, 'chat_closed'))
    expect(shown).toEqual(['one failed chat_closed'])
    expect(tried()).toEqual(['one', 'two'])
    await end('sent')
    expect(outbox.drafts(here).map(({ content }) => content)).toEqual(['one'])
  })

  it('sends a failed message again under its key, with what has been seen by then', async () => {
    const { add, end, outbox, tries, shown } = arrange()
    add('one', here, 4)
    await settled()
    await end(new ApiError(409, 'stale_reply'))
    outbox.retry(here, 'one', 7)
    await settled()
    expect(tries.map(({ item, seenSeq }) => [item.draft.clientMessageId, seenSeq])).toEqual([
      ['one', 4],
      ['one', 7],
    ])
    expect(shown).toEqual(['one failed stale_reply', 'one sending'])
  })

  it('gives back a failed message for good, and none that is under way', async () => {
    const { add, end, outbox } = arrange()
    add('one')
    await settled()
    expect(outbox.discard(here, 'one')).toBeUndefined()
    await end(new ApiError(422, 'invalid'))
    expect(outbox.discard(here, 'one')?.content).toBe('one')
    expect(outbox.drafts(here)).toEqual([])
  })

  it('goes on in a chat’s new id, from the message after the one that got it', async () => {
    const { add, end, outbox, tries } = arrange()
    add('one')
    add('two')
    await settled()
    outbox.move(here, there, 'vera')
    await end('sent')
    expect(tries.map(({ item }) => [item.draft.content, item.draft.chatId])).toEqual([
      ['one', there],
      ['two', there],
    ])
  })

  it('tries nothing any more once it was cleared', async () => {
    const { add, end, environment, outbox, tried } = arrange()
    add('one')
    add('two')
    await settled()
    outbox.clear()
    await end(new ApiError(0, 'network'))
    await environment.advance(60_000)
    expect(tried()).toEqual(['one'])
  })

  it('shows a try that does not get through no more after it was cleared', async () => {
    const { add, end, outbox, shown } = arrange()
    add('one')
    await settled()
    outbox.clear()
    await end(new ApiError(403, 'forbidden'))
    expect(shown).toEqual([])
  })
})
