import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import { emptyView } from '../chat-view.ts'
import { nothingKnown, type ClientState, type ThreadMessage } from '../state.ts'
import { applyChanges, changesBetween } from './state-changes.ts'

const messages = Array.from({ length: 12 }, (_, index) => ({ messageId: `m${index}` }) as ThreadMessage)
const thread = fc.subarray(messages).chain((some) => fc.shuffledSubarray(some))
const chats = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c'), thread, fc.boolean()), {
  selector: ([id]) => id,
})

/** States share what they have in common, as a client's do. */
const state = fc
  .tuple(chats, fc.constantFrom('idle', 'online', 'connecting'))
  .map(([told, connection]): ClientState => ({
    ...nothingKnown,
    connection: { state: connection },
    chats: new Map(
      told.map(([id, thread, hasOlder]) => [
        id as ChatId,
        { ...emptyView(id as ChatId, null), thread, hasOlder },
      ]),
    ),
  }))

describe('what has changed between two states', () => {
  it('makes the one of the other, after having been told to another tab', () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        const told = structuredClone(changesBetween(before, after))
        expect(applyChanges(structuredClone(before), told)).toEqual(after)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is one message of a thousand when one has come', () => {
    const long = Array.from({ length: 1_000 }, (_, index) => ({ messageId: `m${index}` }) as ThreadMessage)
    const view = { ...emptyView('a' as ChatId, null), thread: long.slice(0, -1) }
    const before = { ...nothingKnown, chats: new Map([[view.chatId, view]]) }
    const after = { ...nothingKnown, chats: new Map([[view.chatId, { ...view, thread: long }]]) }
    expect(changesBetween(before, after)).toEqual({
      rest: {},
      gone: [],
      chats: [{ chatId: 'a', rest: {}, thread: { start: 999, removed: 0, added: [long[999]] } }],
    })
  })
})
