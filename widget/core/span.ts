import type { Message } from '#shared/message.ts'

/** What is held of a chat: every message from `oldest` through `through`, without a hole. */
export interface Span {
  oldest: number
  /** Below zero until the newest page has been read. */
  through: number
  /** What cannot join them yet, by seq: nothing on screen changes places later. */
  waiting: readonly Message[]
  /** A page of older messages is under way. */
  isExtending: boolean
}

export const emptySpan: Span = { oldest: 0, through: -1, waiting: [], isExtending: false }

/** Of messages that are held without a hole. */
export function spanOf(messages: readonly Message[]): Span {
  const oldest = messages[0]?.seq ?? 0
  return { ...emptySpan, oldest, through: oldest + messages.length - 1 }
}

/** Lets in everything that no longer has to wait, and says what that was. */
export function letIn(span: Span, messages: readonly Message[]): readonly Message[] {
  const joining: Message[] = []
  span.waiting = [...span.waiting, ...messages]
    .sort((a, b) => a.seq - b.seq)
    .filter((message) => {
      const { seq } = message
      // Not ours to show. But a page of older messages that is under way must not overwrite a change that was heard meanwhile.
      if (seq < span.oldest) return span.isExtending
      if (seq > span.through + 1) return true
      span.through = Math.max(span.through, seq)
      joining.push(message)
      return false
    })
  return joining
}

/** The greatest seq heard of beyond a hole, or 0 when there is no hole. */
export function beyondHole({ through, waiting }: Span): number {
  const greatest = waiting.at(-1)?.seq ?? 0
  return greatest > through ? greatest : 0
}
