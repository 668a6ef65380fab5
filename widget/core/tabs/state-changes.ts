import type { ChatId } from '#shared/ids.ts'
import type { ChatView, ClientState, Thread, ThreadMessage } from '../state.ts'

/** What is different between two states, small enough to be told to every tab at every keystroke. */
export interface StateChanges {
  readonly rest: Partial<Omit<ClientState, 'chats'>>
  readonly gone: readonly ChatId[]
  readonly chats: readonly ChatChanges[]
}

interface ChatChanges {
  readonly chatId: ChatId
  readonly rest: Partial<Omit<ChatView, 'thread'>>
  readonly thread: ThreadChange | undefined
}

/** From `start` on, so many messages give place to these. */
interface ThreadChange {
  readonly start: number
  readonly removed: number
  readonly added: readonly ThreadMessage[]
}

/** States are immutable: what is the same object has not changed. */
export function changesBetween(before: ClientState, after: ClientState): StateChanges {
  const { chats: _, ...rest } = differing(before, after)
  return {
    rest,
    gone: [...before.chats.keys()].filter((chatId) => !after.chats.has(chatId)),
    chats: [...after.chats.values()].flatMap((view) => {
      const held = before.chats.get(view.chatId)
      return view === held ? [] : [changesOfChat(held, view)]
    }),
  }
}

export function applyChanges(state: ClientState, { rest, gone, chats }: StateChanges): ClientState {
  const views = new Map(state.chats)
  for (const chatId of gone) views.delete(chatId)
  for (const changed of chats) {
    const held = views.get(changed.chatId)
    const thread = spliced(held?.thread ?? [], changed.thread)
    // Whole where nothing was held: then `rest` has all there is.
    views.set(changed.chatId, { ...held, ...changed.rest, thread } as ChatView)
  }
  return { ...state, ...rest, chats: views }
}

function changesOfChat(held: ChatView | undefined, view: ChatView): ChatChanges {
  const { chatId } = view
  const { thread: _, ...rest } = held === undefined ? view : differing(held, view)
  return { chatId, rest, thread: changeOfThread(held?.thread ?? [], view.thread) }
}

function differing<Value extends object>(before: Value, after: Value): Partial<Value> {
  const names = Object.keys(after) as (keyof Value)[]
  return Object.fromEntries(
    names.filter((name) => after[name] !== before[name]).map((name) => [name, after[name]]),
  ) as Partial<Value>
}

function changeOfThread(before: Thread, after: Thread): ThreadChange | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let same = 0
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1
  return {
    start,
    removed: before.length - start - same,
    added: after.slice(start, after.length - same),
  }
}

function spliced(thread: Thread, change: ThreadChange | undefined): Thread {
  return change === undefined ? thread : thread.toSpliced(change.start, change.removed, ...change.added)
}
