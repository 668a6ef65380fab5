import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../../widget/core/chat-client.ts'
import type { ClientState, Thread } from '../../../widget/core/state.ts'
import { Faults, type Fault } from './faults.ts'

export interface Shown {
  readonly messageId: string
  readonly seq: number
  readonly content: string
  readonly isInternal: boolean
}

/** What somebody has seen on their screen: its last state, and everything that was ever wrong with it on the way. */
export interface Screen {
  readonly name: string
  readonly client: ChatClient
  readonly side: 'visitor' | 'commercial'
  readonly chatIds: () => readonly ChatId[]
  readonly shown: (chatId: ChatId) => readonly Shown[]
  /** Drafts that are not sent, of all chats. */
  readonly unsent: () => number
  readonly faults: () => readonly Fault[]
}

/** Looks at every state that a client passes through, as a person would. */
export function watchScreen(name: string, client: ChatClient, side: 'visitor' | 'commercial'): Screen {
  const faults = new Faults()
  const looked = new Map<ChatId, Thread>()

  function look({ chats }: ClientState): void {
    for (const [chatId, { thread }] of chats) {
      if (looked.get(chatId) === thread) continue
      looked.set(chatId, thread)
      checkThread(thread, (kind, what) => faults.add(kind, `${name}: ${what}`))
    }
  }

  look(client.state.get())
  client.state.subscribe(look)
  const threadOf = (chatId: ChatId): Thread => client.state.get().chats.get(chatId)?.thread ?? []
  return {
    name,
    client,
    side,
    chatIds: () => [...client.state.get().chats.keys()],
    shown: (chatId) =>
      threadOf(chatId).flatMap((message) =>
        message.delivery === 'sent'
          ? [
              {
                messageId: message.messageId,
                seq: message.seq,
                content: message.content,
                isInternal: message.isInternal,
              },
            ]
          : [],
      ),
    unsent: () =>
      [...client.state.get().chats.values()].flatMap(({ thread }) =>
        thread.filter(({ delivery }) => delivery !== 'sent'),
      ).length,
    faults: () => faults.list(),
  }
}

/**
 * Sent messages rise, drafts stand after them, and nothing is there twice. A hole is no fault in passing: one's own message is shown
 * when it is acknowledged, whatever is still on its way before it.
 */
function checkThread(thread: Thread, report: (kind: Fault['kind'], what: string) => void): void {
  const contents = new Set<string>()
  let previous: number | undefined
  let isPastDrafts = false
  for (const message of thread) {
    if (contents.has(message.content)) report('dup', `shows "${message.content}" twice`)
    contents.add(message.content)
    if (message.delivery !== 'sent') {
      isPastDrafts = true
      continue
    }
    if (isPastDrafts) report('order', `shows ${message.seq} after a draft`)
    if (previous !== undefined && message.seq <= previous)
      report('order', `shows ${message.seq} after ${previous}`)
    previous = message.seq
  }
}
