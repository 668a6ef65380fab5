import { describe, expect, it } from 'vitest'
import type { Message } from '#shared/message.ts'
import { ApiError } from './api-error.ts'
import { emptyView } from './chat-view.ts'
import { createFeed } from './feed.ts'
import { createLifetime } from './lifetime.ts'
import { CHAT, createModelStore, type Person } from './model/model-store.ts'
import { createTestEnvironment, settled } from './model/test-environment.ts'
import { createRetrier } from './retrier.ts'
import type { ChatView, DraftMessage, ThreadMessage } from './state.ts'
import { sent } from './thread.ts'

const reader: Person = { role: 'commercial', id: 'marta' }
const writer: Person = { role: 'visitor', id: 'vera' }

/** A feed over a model that answers at once, and remembers what it was asked. */
async function arrange(messages: number) {
  const store = createModelStore()
  const write = (content: string) => store.append(writer, { content, clientMessageId: content })
  for (let index = 1; index <= messages; index += 1) write(`${index}`)
  const environment = createTestEnvironment()
  const life = createLifetime(environment)
  const asked: Record<string, string>[] = []
  let hold: Promise<void> | null = null
  let view: ChatView = emptyView(CHAT, null)
  const feed = createFeed({
    life,
    retrier: createRetrier(life, environment),
    async read(query) {
      asked.push({ ...query })
      const page = store.history(reader, new URLSearchParams(query))
      await hold
      return page
    },
    show: (change) => void (view = change(view)),
    onJoining() {},
  })
  feed.load()
  await settled()
  feed.joined(store.head(reader))
  await settled()
  asked.length = 0
  const holdAnswers = () => {
    let release = () => {}
    hold = new Promise((resolve) => (release = resolve))
    return () => release()
  }
  return { store, write, environment, feed, asked, holdAnswers, view: () => view }
}

function contents(thread: readonly ThreadMessage[]): string[] {
  return thread.map(({ content }) => content)
}

function numbered(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `${from + index}`)
}

describe('a feed over what was kept from another time', () => {
  it('shows it until the first page is there, and then nothing of it but what is unsent', async () => {
    const store = createModelStore()
    const write = (content: string) => store.append(writer, { content, clientMessageId: content })
    write('1')
    const kept = store.history(reader, new URLSearchParams()).messages
    const unsent = {
      ...kept[0],
      delivery: 'sending',
      clientMessageId: 'draft',
      content: 'draft',
    } as DraftMessage
    // Of a history that is not the server's any more.
    const stale = { ...(kept[0] as Message), messageId: 'gone', seq: 2, content: 'gone' } as Message
    const environment = createTestEnvironment()
    const life = createLifetime(environment)
    let view: ChatView = { ...emptyView(CHAT, null), thread: [...kept.map(sent), sent(stale), unsent] }
    let isReachable = false
    const feed = createFeed({
      life,
      isStale: true,
      retrier: createRetrier(life, environment),
      async read(query) {
        if (!isReachable) throw new ApiError(0, 'network')
        return store.history(reader, new URLSearchParams(query))
      },
      show: (change) => void (view = change(view)),
      onJoining() {},
    })
    feed.load()
    await settled()
    expect(contents(view.thread)).toEqual(['1', 'gone', 'draft'])
    isReachable = true
    write('2')
    await environment.advance(60_000)
    await settled()
    expect(contents(view.thread)).toEqual(['1', '2', 'draft'])
  })
})

describe('a feed', () => {
  it('shows the newest page, and says that there is more before it', async () => {
    const { view } = await arrange(60)
    expect(contents(view().thread)).toEqual(numbered(11, 60))
    expect(view()).toMatchObject({ history: { state: 'ready' }, hasOlder: true })
  })

  it('walks back to the first message, each of them once', async () => {
    const { feed, view } = await arrange(120)
    await feed.loadOlder()
    await feed.loadOlder()
    expect(contents(view().thread)).toEqual(numbered(1, 120))
    expect(view().hasOlder).toBe(false)
  })

  it('keeps a change that is heard while the page with its message is on the way', async () => {
    const { store, feed, holdAnswers, view } = await arrange(60)
    const release = holdAnswers()
    const older = feed.loadOlder()
    const old = store.messages(reader)[2] as Message
    feed.hear(store.change(old.messageId, 'mended'))
    release()
    await older
    expect(view().thread[2]).toMatchObject({ content: 'mended' })
  })

  it('waits a moment for what is missing before it asks', async () => {
    const { write, feed, asked, environment, view } = await arrange(2)
    const [third, fourth] = [write('3'), write('4')]
    feed.hear(fourth)
    expect(contents(view().thread)).toEqual(['1', '2'])
    feed.hear(third)
    await environment.advance(1_000)
    expect(contents(view().thread)).toEqual(numbered(1, 4))
    expect(asked).toEqual([])
  })

  it('fetches what does not come by itself', async () => {
    const { write, feed, asked, environment, view } = await arrange(2)
    write('3')
    feed.hear(write('4'))
    await environment.advance(150)
    expect(asked).toMatchObject([{ after: '2' }])
    expect(contents(view().thread)).toEqual(numbered(1, 4))
  })

  it('reads page after page of what it missed, without a hole', async () => {
    const { store, write, feed, view } = await arrange(3)
    feed.lost()
    for (const content of numbered(4, 253)) write(content)
    feed.joined(store.head(reader))
    await settled()
    expect(contents(view().thread)).toEqual(numbered(1, 253))
  })

  it('learns of more changes than fit on a page, and of the new messages after them', async () => {
    const { store, write, feed, view } = await arrange(150)
    while (view().hasOlder) await feed.loadOlder()
    feed.lost()
    for (const { messageId } of store.messages(reader).slice(0, 130)) store.change(messageId, 'mended')
    write('151')
    feed.joined(store.head(reader))
    await settled()
    expect(view().thread.map(({ content }) => content === 'mended')).toEqual([
      ...Array.from({ length: 130 }, () => true),
      ...Array.from({ length: 21 }, () => false),
    ])
  })

  it('does not take the answer to its own change for a sign that it missed nobody else’s', async () => {
    const { store, write, feed, asked, holdAnswers, view } = await arrange(3)
    const release = holdAnswers()
    write('4')
    feed.head({ lastSeq: 4, lastChangeAt: null })
    feed.lost()
    release()
    await settled()
    const [first, second] = store.messages(reader)
    store.change((first as Message).messageId, 'by somebody else')
    feed.receive([store.change((second as Message).messageId, 'by oneself')])
    feed.joined(store.head(reader))
    await settled()
    expect(contents(view().thread)).toEqual(['by somebody else', 'by oneself', '3', '4'])
    expect(asked.length).toBe(2)
  })

  it('is out of step until it has joined again, whatever it hears before the acknowledgement', async () => {
    const { store, write, feed, holdAnswers, view } = await arrange(3)
    const release = holdAnswers()
    write('4')
    feed.head({ lastSeq: 4, lastChangeAt: null })
    feed.lost()
    release()
    await settled()
    const [first, second] = store.messages(reader)
    store.change((first as Message).messageId, 'while it was away')
    feed.hear(store.change((second as Message).messageId, 'as it came back'))
    feed.joined(store.head(reader))
    await settled()
    expect(contents(view().thread)).toEqual(['while it was away', 'as it came back', '3', '4'])
  })

  it('learns at the next head of a change that was lost, although it has heard a later one', async () => {
    const { store, feed, asked, view } = await arrange(3)
    const [first, second] = store.messages(reader)
    store.change((first as Message).messageId, 'told to nobody')
    feed.hear(store.change((second as Message).messageId, 'heard'))
    feed.head(store.head(reader))
    await settled()
    expect(contents(view().thread)).toEqual(['told to nobody', 'heard', '3'])
    feed.head(store.head(reader))
    await settled()
    expect(asked.length).toBe(1)
  })

  it('does not go on asking for what the server says is there but does not give', async () => {
    const { feed, asked, environment } = await arrange(2)
    feed.head({ lastSeq: 9, lastChangeAt: null })
    await environment.advance(60_000)
    expect(asked.length).toBe(1)
  })

  it('leaves alone what is changed on a page that it does not hold', async () => {
    const { store, feed, view } = await arrange(60)
    const first = store.messages(reader)[0] as Message
    feed.hear(store.change(first.messageId, 'mended'))
    expect(contents(view().thread)).toEqual(numbered(11, 60))
  })
})
