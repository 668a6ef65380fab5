import type { Message } from '#shared/message.ts'
import type { DraftMessage, SentMessage, Thread, ThreadMessage } from './state.ts'

/**
 * The one way into a thread: reply, echo, history page, live event and draft alike. Sent messages stand in the server's order, drafts
 * after them in the order they were written. Told twice, told late, told in another order: the same thread comes out.
 */
export function place(thread: Thread, message: ThreadMessage): Thread {
  const at = thread.findLastIndex((held) => isSame(held, message))
  const held = thread[at]
  if (message.delivery !== 'sent') {
    if (held === undefined) return [...thread, message]
    return held.delivery === 'sent' ? thread : thread.with(at, message)
  }
  if (held?.delivery === 'sent') return stampOf(message) > stampOf(held) ? thread.with(at, message) : thread
  const others = held === undefined ? thread : thread.toSpliced(at, 1)
  const before = others.findLastIndex((other) => other.delivery === 'sent' && other.seq < message.seq)
  return others.toSpliced(before + 1, 0, message)
}

export function sent(message: Message): SentMessage {
  return { ...message, delivery: 'sent' }
}

/** Takes a draft out, wherever it stands. What the server has confirmed stays. */
export function removeDraft(thread: Thread, clientMessageId: string): Thread {
  const rest = thread.filter((held) => held.delivery === 'sent' || held.clientMessageId !== clientMessageId)
  return rest.length === thread.length ? thread : rest
}

/** What the server has told of a thread. */
export function sentOf(thread: Thread): readonly SentMessage[] {
  return thread.filter((held) => held.delivery === 'sent')
}

export function drafts(thread: Thread): readonly DraftMessage[] {
  return thread.filter((held) => held.delivery !== 'sent')
}

/** Without what lies before a seq: beyond a hole there is nothing to show. */
export function since(thread: Thread, oldest: number): Thread {
  const first = thread[0]
  if (first?.delivery !== 'sent' || first.seq >= oldest) return thread
  return thread.filter((held) => held.delivery !== 'sent' || held.seq >= oldest)
}

/** When a message was last changed; empty if it never was. These stamps compare as text. */
export function stampOf({ editedAt = '', deletedAt = '' }: Message): string {
  return editedAt > deletedAt ? editedAt : deletedAt
}

/**
 * A draft becomes the message that its author sent under its key. The author counts: everybody in the chat can read a key, and whoever
 * sends under a borrowed one must not make another's message disappear.
 */
function isSame(held: ThreadMessage, message: ThreadMessage): boolean {
  if (held.delivery === 'sent' && message.delivery === 'sent') return held.messageId === message.messageId
  return held.clientMessageId === message.clientMessageId && held.senderId === message.senderId
}
