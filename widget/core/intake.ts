import type { History, Message } from '#shared/message.ts'
import type { Cancel } from './environment.ts'
import type { Lifetime } from './lifetime.ts'
import { begin, beyondHole, emptySpan, extend, settle, wait } from './span.ts'

// Two servers behind one bus may tell two messages in the wrong order: most holes close by themselves.
const HOLE_PATIENCE_MS = 150

/** Lets messages into a thread without holes; one that does not close by itself is reported. */
export interface Intake {
  readonly receive: (messages: readonly Message[]) => void
  /** The newest page. */
  begin(page: History): void
  /** The page before the oldest message held. */
  extend(page: History): void
  /** Nothing is heard any more. What was heard before the first page may be of another epoch than the page: it is let go. */
  lose(): void
  /** Greatest seq held without a hole; null before the first page. */
  readonly through: () => number | null
  oldest(): number
}

interface IntakeOptions {
  readonly life: Lifetime
  /** Whether a page of older messages is under way. */
  readonly isExtending: () => boolean
  readonly place: (messages: readonly Message[]) => void
  readonly onHole: (newestBeyond: number) => void
}

export function createIntake({ life, isExtending, place, onHole }: IntakeOptions): Intake {
  let span = emptySpan
  let cancelHole: Cancel | null = null

  function letIn(): void {
    const settled = settle(span, isExtending())
    span = settled.span
    if (settled.messages.length > 0) place(settled.messages)
    if (beyondHole(span) !== null) {
      cancelHole ??= life.after(HOLE_PATIENCE_MS, reportHole)
      return
    }
    cancelHole?.()
    cancelHole = null
  }

  function reportHole(): void {
    cancelHole = null
    const beyond = beyondHole(span)
    if (beyond !== null) onHole(beyond)
  }

  return {
    receive(messages) {
      span = wait(span, messages)
      letIn()
    },
    begin(page) {
      span = begin(span, page)
      letIn()
    },
    extend(page) {
      span = extend(span, page)
      letIn()
    },
    lose() {
      if (span.through === null) span = emptySpan
    },
    through: () => span.through,
    oldest: () => span.oldest,
  }
}
