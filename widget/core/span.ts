import type { Message } from '#shared/message.ts'
import { stampOf } from './thread.ts'

/**
 * What is held of a chat: every message from `oldest` through `through`, without a hole. Whatever cannot join them yet waits, so that
 * nothing on screen changes places later.
 */
export interface Span {
  /** Seq of the oldest message held; one past `through` while none is. */
  readonly oldest: number
  /** Null until the newest page has been read. */
  readonly through: number | null
  readonly waiting: ReadonlyMap<number, Message>
}

export const emptySpan: Span = { oldest: 0, through: null, waiting: new Map() }

/** A page as it bears on the span: where it begins, and where the chat ended when it was empty. */
interface Page {
  readonly messages: readonly Message[]
  readonly lastSeq: number
}

/** The span once its newest page is known. What was heard before stays waiting, until `settle`. */
export function begin(span: Span, { messages, lastSeq }: Page): Span {
  const oldest = messages[0]?.seq ?? lastSeq + 1
  return { ...wait(span, messages), oldest, through: oldest - 1 }
}

/** The span with a page of older messages before it. */
export function extend(span: Span, { messages }: Pick<Page, 'messages'>): Span {
  const oldest = messages[0]?.seq ?? span.oldest
  return { ...wait(span, messages), oldest: Math.min(oldest, span.oldest) }
}

/** Puts messages among those waiting; of two copies of one, the newer. */
export function wait(span: Span, messages: readonly Message[]): Span {
  const waiting = new Map(span.waiting)
  for (const message of messages) {
    const held = waiting.get(message.seq)
    if (held === undefined || stampOf(message) > stampOf(held)) waiting.set(message.seq, message)
  }
  return { ...span, waiting }
}

/**
 * Lets in everything that no longer has to wait. Older than the oldest held is not ours to show, unless `keepOlder`: a page of older
 * messages is under way, and must not overwrite a change that was heard meanwhile.
 */
export function settle(span: Span, keepOlder: boolean): { span: Span; messages: readonly Message[] } {
  if (span.through === null) return { span, messages: [] }
  let through = span.through
  const waiting = new Map<number, Message>()
  const messages: Message[] = []
  const inOrder = [...span.waiting.values()].sort((a, b) => a.seq - b.seq)
  for (const message of inOrder) {
    if (message.seq < span.oldest) {
      if (keepOlder) waiting.set(message.seq, message)
      continue
    }
    if (message.seq > through + 1) {
      waiting.set(message.seq, message)
      continue
    }
    through = Math.max(through, message.seq)
    messages.push(message)
  }
  return { span: { ...span, through, waiting }, messages }
}

/** The greatest seq heard of beyond a hole, or null when there is no hole. */
export function beyondHole({ through, waiting }: Span): number | null {
  if (through === null) return null
  const greatest = Math.max(0, ...waiting.keys())
  return greatest > through ? greatest : null
}
