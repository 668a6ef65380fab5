import { MAX_PAGE_SIZE } from '#shared/limits.ts'
import type { History } from '#shared/message.ts'
import type { Retrier } from './retrier.ts'
import { stampOf } from './thread.ts'

/** Where the server says a chat stands. */
export interface Head {
  readonly lastSeq: number
  readonly lastChangeAt: string | null
}

interface Bound {
  readonly after: string
  readonly changedAfter: string
  readonly limit: string
}

interface ResyncOptions {
  readonly retrier: Retrier
  readonly read: (bound: Bound) => Promise<History>
  /** Greatest seq received without a hole. */
  readonly through: () => number
  /** Takes a page in; false when it is no longer wanted, which ends the reading. */
  readonly accept: (page: History) => boolean
  /** Whether live events are being heard, so that none is missed once in step. */
  readonly isLive: () => boolean
  readonly onRefused: (cause: unknown) => void
}

export interface Resync {
  /** The newest page has been read: changes up to here are known. */
  begin(lastChangeAt: string | null): void
  /** The chat stands here: reads what is missing, page after page. Somebody who is in step reads nothing. */
  reach(head: Head): void
  /** A change arrived live. */
  hear(stamp: string): void
  /** Nothing is heard any more: until the next `reach`, what arrives proves nothing. */
  lose(): void
}

const BEGINNING = new Date(0).toISOString()

/** Fills the gap after a reconnect, and every hole: new messages by `after`, edits and deletions by `changedAfter`. */
export function createResync(options: ResyncOptions): Resync {
  // Stamps are ISO 8601 of one form and compare as text; empty: none.
  let changedThrough = ''
  let heard = ''
  let target: Head = { lastSeq: 0, lastChangeAt: null }
  let isInStep = false
  let isReading = false

  function isBehind(): boolean {
    return options.through() < target.lastSeq || changedThrough < (target.lastChangeAt ?? '')
  }

  function reach(head: Head): void {
    target = {
      lastSeq: Math.max(target.lastSeq, head.lastSeq),
      lastChangeAt: later(target.lastChangeAt ?? '', head.lastChangeAt),
    }
    if (isReading) return
    if (isBehind()) void readAll()
    else settle()
  }

  function settle(): void {
    isInStep = options.isLive()
    if (isInStep) changedThrough = later(changedThrough, heard)
  }

  async function readAll(): Promise<void> {
    isReading = true
    isInStep = false
    try {
      while ((await readPage()) || isBehind());
      settle()
    } catch (cause) {
      if (cause !== superseded) options.onRefused(cause)
    } finally {
      isReading = false
    }
  }

  /** Says whether there is more. */
  async function readPage(): Promise<boolean> {
    const after = options.through()
    const page = await options.retrier.untilAnswered(() =>
      options.read({
        after: String(after),
        changedAfter: changedThrough === '' ? BEGINNING : changedThrough,
        limit: String(MAX_PAGE_SIZE),
      }),
    )
    if (!options.accept(page)) throw superseded
    // A page of nothing but older messages may have been cut among the changes; any other has told them all.
    const isCut = page.hasMore && page.messages.every(({ seq }) => seq <= after)
    const newest = page.messages.reduce((stamp, message) => later(stamp, stampOf(message)), '')
    const isProgress = newest > changedThrough || !isCut
    changedThrough = later(changedThrough, isCut ? newest : page.lastChangeAt)
    if (page.hasMore && isProgress) return true
    // The page's own word ends it: a target that the history does not bear out would be read for ever.
    target = { lastSeq: Math.min(target.lastSeq, options.through()), lastChangeAt: changedThrough }
    return false
  }

  return {
    begin(lastChangeAt) {
      changedThrough = lastChangeAt ?? ''
      isInStep = false
    },
    reach,
    hear(stamp) {
      heard = later(heard, stamp)
      if (isInStep) changedThrough = later(changedThrough, stamp)
    },
    lose() {
      isInStep = false
      heard = ''
    },
  }
}

const superseded = new Error('superseded')

function later(a: string, b: string | null): string {
  return b !== null && b > a ? b : a
}
