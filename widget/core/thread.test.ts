import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatId, MessageId } from '#shared/ids.ts'
import type { DraftMessage, SentMessage, Thread, ThreadMessage } from './state.ts'
import { place, removeDraft, since } from './thread.ts'

function sent(seq: number, changes: Partial<SentMessage> = {}): SentMessage {
  return {
    delivery: 'sent',
    messageId: `message-${seq}` as MessageId,
    chatId: 'chat' as ChatId,
    seq,
    senderId: 'vera',
    senderType: 'visitor',
    senderName: '',
    content: `${seq}`,
    type: 'text',
    isInternal: false,
    isFirstResponse: false,
    sentAt: '2026-01-01T00:00:00.000Z',
    ...changes,
  }
}

function draft(key: string, changes: Partial<DraftMessage> = {}): DraftMessage {
  return {
    delivery: 'sending',
    clientMessageId: key,
    chatId: 'chat' as ChatId,
    senderId: 'vera',
    senderType: 'visitor',
    senderName: '',
    content: key,
    type: 'text',
    isInternal: false,
    sentAt: '2030-01-01T00:00:00.000Z',
    ...changes,
  }
}

function contents(thread: Thread): string[] {
  return thread.map(({ content }) => content)
}

function placed(...messages: ThreadMessage[]): Thread {
  return place([], messages)
}

describe('place', () => {
  it('puts sent messages in the server’s order, whatever order they come in', () => {
    expect(contents(placed(sent(3), sent(1), sent(2)))).toEqual(['1', '2', '3'])
  })

  it('keeps drafts after everything sent, in the order in which they were written', () => {
    expect(contents(placed(draft('a'), sent(1), draft('b'), sent(2)))).toEqual(['1', '2', 'a', 'b'])
  })

  it('turns a draft into the message it became, in the server’s place for it', () => {
    const thread = placed(draft('a'), draft('b'), sent(2), sent(1, { clientMessageId: 'b', content: 'b' }))
    expect(contents(thread)).toEqual(['b', '2', 'a'])
  })

  it('leaves a draft where it stands when it fails and is tried again', () => {
    const thread = placed(draft('a'), draft('b'), draft('a', { delivery: 'failed' }), draft('a'))
    expect(contents(thread)).toEqual(['a', 'b'])
  })

  it('is not shaken by a draft that comes after its own echo', () => {
    const thread = placed(sent(1, { clientMessageId: 'a' }))
    expect(place(thread, [draft('a')])).toBe(thread)
  })

  it('keeps two messages under one key apart when two people sent them', () => {
    const thread = placed(
      draft('a'),
      sent(1, { clientMessageId: 'a', senderId: 'marta', content: 'borrowed' }),
    )
    expect(contents(thread)).toEqual(['borrowed', 'a'])
  })

  it('takes a newer copy for an older one, and never the other way round', () => {
    const edited = sent(1, { content: 'edited', editedAt: '2026-01-02T00:00:00.000Z' })
    const deleted = sent(1, { content: '', deletedAt: '2026-01-03T00:00:00.000Z' })
    for (const copies of [
      [sent(1), edited, deleted],
      [deleted, edited, sent(1)],
      [edited, deleted, sent(1)],
    ]) {
      expect(placed(...copies)).toEqual([deleted])
    }
  })

  it('gives the same thread back when it is told something again', () => {
    const thread = placed(sent(1), sent(2))
    expect(place(thread, [sent(1)])).toBe(thread)
  })

  it('comes to the same thread in any order, however often it is told', () => {
    const facts = fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 1 }).chain((seqs) => {
      const messages = seqs.flatMap((seq) => {
        const key = { clientMessageId: `key-${seq}` }
        return [
          sent(seq, key),
          sent(seq, { ...key, content: 'edited', editedAt: `2026-01-0${seq + 1}T00:00:00.000Z` }),
        ]
      })
      const told = fc.shuffledSubarray([...messages, ...messages], { minLength: messages.length })
      return fc.tuple(told, fc.constant(seqs))
    })
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.boolean()), ([told, seqs], isDraftFirst) => {
        const drafts = seqs.filter(() => isDraftFirst.next().value).map((seq) => draft(`key-${seq}`))
        const once = placed(...drafts, ...told)
        const backwards = placed(...drafts, ...told.toReversed())
        expect(backwards).toEqual(once)
        const held = once.filter((message) => message.delivery === 'sent').map(({ seq }) => seq)
        expect(held).toEqual([...new Set(told.map(({ seq }) => seq))].sort((a, b) => a - b))
      }),
    )
  })
})

describe('placing many at once', () => {
  const onePlace = (thread: Thread, message: ThreadMessage) => place(thread, [message])

  it('is placing them one after the other, told twice and changed meanwhile', () => {
    const copies = fc.record({ seq: fc.nat({ max: 12 }), edits: fc.nat({ max: 2 }) }).map(({ seq, edits }) =>
      sent(seq, {
        clientMessageId: `key-${seq}`,
        ...(edits > 0 && { editedAt: `2026-01-0${edits}T00:00:00.000Z` }),
      }),
    )
    fc.assert(
      fc.property(
        fc.array(copies),
        fc.array(copies),
        fc.subarray(['0', '1', '2', '3', '4', '5']),
        (held, told, keys) => {
          const thread = placed(...held, ...keys.map((key) => draft(`key-${key}`)))
          expect(place(thread, told)).toEqual(told.reduce(onePlace, thread))
        },
      ),
    )
  })

  it('looks at each message a few times where they come after all others, however long the thread is', () => {
    let looks = 0
    const counted = (seq: number) =>
      new Proxy(sent(seq), {
        get(message, name: keyof SentMessage) {
          looks += 1
          return message[name]
        },
      })
    let thread = placed(draft('a'))
    for (let page = 0; page < 20; page += 1) {
      const messages = Array.from({ length: 100 }, (_, index) => counted(page * 100 + index))
      thread = place(thread, messages)
    }
    expect(thread).toHaveLength(2_001)
    expect(looks).toBeLessThan(2_000 * 20)
  })
})

describe('removeDraft', () => {
  it('takes out a draft, and nothing that was sent', () => {
    const thread = placed(sent(1, { clientMessageId: 'a' }), draft('b'))
    expect(contents(removeDraft(thread, 'b'))).toEqual(['1'])
    expect(removeDraft(thread, 'a')).toBe(thread)
  })
})

describe('since', () => {
  it('leaves out what lies before a seq, and keeps drafts', () => {
    expect(contents(since(placed(sent(1), sent(5), draft('a')), 5))).toEqual(['5', 'a'])
  })
})
