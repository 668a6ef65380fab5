import type { Message } from '#shared/message.ts'
import type { DraftMessage, SentMessage, Thread, ThreadMessage } from './state.ts'

/**
 * The one way into a thread: reply, echo, history page, live event and draft alike. Sent messages stand in the server's order, drafts
 * after them in the order they were written. Told twice, told late, told in another order: the same thread comes out.
 */
export function place(thread: Thread, messages: readonly ThreadMessage[]): Thread {
  // One copy, however many they are: whoever was away for long has thousands to catch up with.
  const placed = [...thread]
  return messages.filter((message) => put(placed, message)).length > 0 ? placed : thread
}

/** Looks from the end, where most of them belong. Says whether it changed anything. */
function put(thread: ThreadMessage[], message: ThreadMessage): boolean {
  const isSent = message.delivery === 'sent'
  const at = thread.findLastIndex(
    (held) => isSame(held, message) || (isSent && held.delivery === 'sent' && held.seq < message.seq),
  )
  const held = thread[at]
  if (!held || !isSame(held, message)) thread.splice(isSent ? at + 1 : thread.length, 0, message)
  else if (held.delivery === 'sent') {
    if (!isSent || stampOf(message) <= stampOf(held)) return false
    thread[at] = message
  } else if (isSent) {
    // What the draft became may have another place.
    thread.splice(at, 1)
    put(thread, message)
  } else thread[at] = message
  return true
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
