import { MAX_PAGE_SIZE, PAGE_SIZE } from '#shared/limits.ts'
import type { History, Message } from '#shared/message.ts'
import type { Span } from './span.ts'
import { stampOf } from './thread.ts'

/** Where the server says a chat stands. */
export interface Head {
  readonly lastSeq: number
  readonly lastChangeAt: string | null
}

/** Fills the gap after a reconnect, and every hole. */
export interface CatchUp {
  /** The chat stands here: reads what is missing, page after page. Somebody who is in step reads nothing, but for changes heard live: those once more. */
  reach(head: Head): void
  /** The newest page, if it has not been read, and whatever is still missing. */
  readonly read: () => Promise<void>
  /** Nothing is heard any more. */
  lose(): void
}

interface CatchUpOptions {
  readonly span: Span
  /** Never settles once the answer is no longer wanted. */
  readonly ask: (query: Readonly<Record<string, string>>) => Promise<History>
  readonly receive: (messages: readonly Message[]) => void
  /** The newest page, or another after it, is there. */
  readonly onRead: (newestPage?: History) => void
  readonly onRefused: (cause: unknown) => void
}

export const newest = { limit: String(PAGE_SIZE) }

const BEGINNING = new Date(0).toISOString()

export function createCatchUp(options: CatchUpOptions): CatchUp {
  const { span, ask, receive, onRead } = options
  let isReading = false
  // How far the server has got, as far as is known, and whether its last page said that there is more.
  let lastSeq = 0
  let lastChangeAt = ''
  let hasMore = false
  // Stamps are ISO 8601 of one form and compare as text; empty: none. Every change up to `changedThrough` is known. Only an answer can
  // prove that: changes have no number of their own, so one that is heard live does not show whether the one before it was lost.
  let changedThrough = ''

  function isBehind(): boolean {
    return hasMore || span.through < lastSeq || changedThrough < lastChangeAt
  }

  async function read(): Promise<void> {
    if (isReading) return
    isReading = true
    try {
      if (span.through < 0) await readNewest()
      else onRead()
      while (isBehind()) await readOn()
    } catch (cause) {
      options.onRefused(cause)
    }
    isReading = false
  }

  async function readNewest(): Promise<void> {
    const page = await ask(newest)
    span.oldest = page.messages[0]?.seq ?? page.lastSeq + 1
    span.through = span.oldest - 1
    changedThrough = page.lastChangeAt ?? ''
    receive(page.messages)
    onRead(page)
  }

  /** New messages by `after`, edits and deletions by `changedAfter`. */
  async function readOn(): Promise<void> {
    const after = span.through
    // The answer settles it: what the history does not bear out would be read for ever.
    lastSeq = 0
    lastChangeAt = ''
    hasMore = true
    const page = await ask({
      after: String(after),
      changedAfter: changedThrough || BEGINNING,
      limit: String(MAX_PAGE_SIZE),
    })
    onRead()
    receive(page.messages)
    // A page of nothing but older messages may have been cut among the changes; any other has told them all.
    const isCut = page.hasMore && page.messages.every(({ seq }) => seq <= after)
    const known = isCut ? page.messages.map(stampOf).reduce(later, changedThrough) : page.lastChangeAt
    hasMore = page.hasMore && (!isCut || known !== changedThrough)
    changedThrough = later(changedThrough, known)
  }

  return {
    reach(head) {
      lastSeq = Math.max(lastSeq, head.lastSeq)
      lastChangeAt = later(lastChangeAt, head.lastChangeAt)
      void read()
    },
    read,
    lose() {
      if (span.through >= 0) return
      // What was heard before the first page may be of another epoch than the page.
      span.waiting = []
      lastSeq = 0
      lastChangeAt = ''
    },
  }
}

function later(a: string, b: string | null): string {
  return b !== null && b > a ? b : a
}
