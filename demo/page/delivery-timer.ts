import type { ChatClient } from '../../widget/core/chat-client.ts'
import type { ClientState } from '../../widget/core/state.ts'

interface Sides {
  readonly visitor: ChatClient
  readonly commercial: ChatClient
}

/** Tells, in milliseconds of this page's clock, how long each message of the visitor took from being sent to being heard by the other side. */
export function timeDeliveries({ visitor, commercial }: Sides, tell: (ms: number) => void): void {
  const sentAt = new Map<string, number>()
  // The other side may hear of a message before its sender's own request is answered.
  const heard = new Set<string>()

  visitor.state.subscribe(({ chats }) => {
    for (const { thread } of chats.values()) {
      for (const message of thread) {
        if (message.delivery === 'sent' || heard.has(message.clientMessageId)) continue
        if (message.delivery === 'failed') sentAt.delete(message.clientMessageId)
        else if (!sentAt.has(message.clientMessageId)) sentAt.set(message.clientMessageId, performance.now())
      }
    }
  })

  commercial.state.subscribe((state) => {
    if (sentAt.size === 0) return
    const now = performance.now()
    for (const key of keysIn(state)) {
      const at = sentAt.get(key)
      if (at === undefined) continue
      sentAt.delete(key)
      heard.add(key)
      tell(now - at)
    }
  })
}

/** Of the messages that this side can show: in its list, and in the chats on screen. */
function keysIn({ inbox, chats }: ClientState): string[] {
  const listed = (inbox?.chats ?? []).map(({ lastMessage }) => lastMessage?.clientMessageId)
  const threads = [...chats.values()].map(({ thread }) =>
    thread.findLast(({ delivery }) => delivery === 'sent'),
  )
  return [...listed, ...threads.map((message) => message?.clientMessageId)].filter((key) => key !== undefined)
}
