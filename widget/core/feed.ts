import { MAX_PAGE_SIZE, PAGE_SIZE } from '#shared/limits.ts'
import type { History, Message } from '#shared/message.ts'
import { type ApiError, toFailure } from './api-error.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'
import type { ChatView, Load } from './state.ts'
import { drafts, place, removeDraft, sent, since, stampOf } from './thread.ts'

/** Where the server says a chat stands. */
interface Head {
  readonly lastSeq: number
  readonly lastChangeAt: string | null
}

interface Joined extends Head {
  readonly epoch: string
}

/** Keeps one chat's thread equal to the server's history, whatever happens to the connection and to the server's store. */
export interface Feed {
  /** The socket hears this chat from now on; the chat stood here at that moment. */
  joined(at: Joined): void
  /** Joining was refused. */
  refused(error: ApiError): void
  /** The socket hears nothing any more: until the next `joined`, what arrives proves nothing. */
  lost(): void
  /** A live event. */
  hear(message: Message): void
  /** Messages from elsewhere, such as the answer to one's own request. */
  receive(messages: readonly Message[]): void
  /** One's own message, acknowledged: shown at once, whatever is still missing before it. */
  receiveOwn(message: Message): void
  /** Where the chat stands now. */
  head(head: Head): void
  /** Reads the newest page, or goes on where reading was refused. */
  load(): void
  loadOlder(): Promise<void>
  /** Greatest seq held without a hole; undefined before the first page. */
  through(): number | undefined
}

interface FeedOptions {
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly read: (query: Readonly<Record<string, string>>) => Promise<History>
  readonly show: (change: (view: ChatView) => ChatView) => void
  /** New or changed messages have been placed. */
  readonly onPlaced: (messages: readonly Message[]) => void
}

// Two servers behind one bus may tell two messages in the wrong order: most holes close by themselves.
const HOLE_PATIENCE_MS = 150

const BEGINNING = new Date(0).toISOString()

const newest = { limit: String(PAGE_SIZE) }

export function createFeed({ life, retrier, read, show, onPlaced }: FeedOptions): Feed {
  let epoch: string | undefined
  let isLive = false
  let era = life.child()

  // What is held: every message from `oldest` through `through`, without a hole. Below zero until the newest page has been read.
  let oldest = 0
  let through = -1
  /** What cannot join them yet, so that nothing on screen changes places later. */
  let waiting: readonly Message[] = []
  let isPatient = false
  let isReading = false
  let isLoadingOlder = false

  // How far the server has got, as far as is known, and whether its last page said that there is more.
  let lastSeq = 0
  let lastChangeAt = ''
  let hasMore = false
  // Stamps are ISO 8601 of one form and compare as text; empty: none. Every change up to `changedThrough` is known.
  let changedThrough = ''
  let heard = ''
  /** Whether live events tell all there is, so that hearing one proves that none before it was missed. */
  let isInStep = false

  /** Another epoch is another history, restored from a backup: what is held of the old one is worth nothing. */
  function isSameEpoch(told: string): boolean {
    const isSame = epoch === undefined || epoch === told
    epoch = told
    if (isSame) return true
    era.end()
    era = life.child()
    oldest = lastSeq = 0
    through = -1
    waiting = []
    isPatient = isReading = isLoadingOlder = hasMore = isInStep = false
    lastChangeAt = changedThrough = heard = ''
    show((view) => ({ ...view, thread: drafts(view.thread), hasOlder: false, older: { state: 'idle' } }))
    void catchUp()
    return false
  }

  function showLoad(history: Load): void {
    show((view) => (view.history.state === history.state ? view : { ...view, history }))
  }

  function fail(cause: unknown): void {
    show((view) => ({ ...view, history: { state: 'failed', failure: toFailure(cause) } }))
  }

  function receive(messages: readonly Message[]): void {
    const joining: Message[] = []
    waiting = [...waiting, ...messages]
      .sort((a, b) => a.seq - b.seq)
      .filter((message) => {
        const { seq } = message
        // Not ours to show. But a page of older messages that is under way must not overwrite a change that was heard meanwhile.
        if (seq < oldest) return isLoadingOlder
        if (seq > through + 1) return true
        through = Math.max(through, seq)
        joining.push(message)
        return false
      })
    if (joining.length > 0) {
      show((view) => ({ ...view, thread: joining.map(sent).reduce(place, view.thread) }))
      onPlaced(joining)
    }
    if (isPatient || newestWaiting() <= through) return
    isPatient = true
    era.after(HOLE_PATIENCE_MS, () => {
      isPatient = false
      if (newestWaiting() > through) reach({ lastSeq: newestWaiting(), lastChangeAt: null })
    })
  }

  function newestWaiting(): number {
    return waiting.at(-1)?.seq ?? 0
  }

  /** The chat stands here: reads what is missing, page after page. Somebody who is in step reads nothing. */
  function reach(head: Head): void {
    lastSeq = Math.max(lastSeq, head.lastSeq)
    lastChangeAt = later(lastChangeAt, head.lastChangeAt)
    void catchUp()
  }

  function isBehind(): boolean {
    return hasMore || through < lastSeq || changedThrough < lastChangeAt
  }

  async function catchUp(): Promise<void> {
    if (isReading) return
    isReading = true
    const own = era
    if (through >= 0) showLoad({ state: 'ready' })
    try {
      while (through < 0 || isBehind()) {
        isInStep = false
        await (through < 0 ? readNewest() : readOn())
        if (own.isOver()) return
      }
      isInStep = isLive
      if (isLive) changedThrough = later(changedThrough, heard)
    } catch (cause) {
      if (own.isOver()) return
      fail(cause)
    }
    isReading = false
  }

  async function readNewest(): Promise<void> {
    const own = era
    const page = await retrier.within(own).untilAnswered(() => {
      if (!own.isOver()) showLoad({ state: 'loading' })
      return read(newest)
    }, fail)
    if (own.isOver() || !isSameEpoch(page.epoch)) return
    oldest = page.messages[0]?.seq ?? page.lastSeq + 1
    through = oldest - 1
    changedThrough = page.lastChangeAt ?? ''
    receive(page.messages)
    show((view) => ({
      ...view,
      thread: since(view.thread, oldest),
      history: { state: 'ready' },
      hasOlder: page.hasMore,
    }))
  }

  /** New messages by `after`, edits and deletions by `changedAfter`. */
  async function readOn(): Promise<void> {
    const own = era
    const after = through
    // The answer settles it: what the history does not bear out would be read for ever.
    lastSeq = 0
    lastChangeAt = ''
    hasMore = true
    const page = await retrier.within(own).untilAnswered(() =>
      read({
        after: String(after),
        changedAfter: changedThrough || BEGINNING,
        limit: String(MAX_PAGE_SIZE),
      }),
    )
    if (own.isOver() || !isSameEpoch(page.epoch)) return
    showLoad({ state: 'ready' })
    receive(page.messages)
    // A page of nothing but older messages may have been cut among the changes; any other has told them all.
    const isCut = page.hasMore && page.messages.every(({ seq }) => seq <= after)
    const known = isCut ? page.messages.map(stampOf).reduce(later, changedThrough) : page.lastChangeAt
    hasMore = page.hasMore && (!isCut || known !== changedThrough)
    changedThrough = later(changedThrough, known)
  }

  async function loadOlder(): Promise<void> {
    if (through < 0 || isLoadingOlder) return
    const own = era
    isLoadingOlder = true
    show((view) => ({ ...view, older: { state: 'loading' } }))
    try {
      const page = await read({ ...newest, before: String(oldest) })
      if (own.isOver() || !isSameEpoch(page.epoch)) return
      isLoadingOlder = false
      oldest = page.messages[0]?.seq ?? oldest
      receive(page.messages)
      show((view) => ({ ...view, hasOlder: page.hasMore, older: { state: 'idle' } }))
    } catch (cause) {
      if (own.isOver()) return
      isLoadingOlder = false
      show((view) => ({ ...view, older: { state: 'failed', failure: toFailure(cause) } }))
    }
  }

  return {
    joined(at) {
      isLive = true
      isSameEpoch(at.epoch)
      reach(at)
    },
    refused: fail,
    lost() {
      isLive = isInStep = false
      heard = ''
      if (through >= 0) return
      // What was heard before the first page may be of another epoch than the page.
      waiting = []
      lastSeq = 0
      lastChangeAt = ''
    },
    hear(message) {
      heard = later(heard, stampOf(message))
      if (isInStep) changedThrough = later(changedThrough, heard)
      receive([message])
    },
    // An answer overtakes events that are still on their way: it proves nothing about them.
    receive,
    receiveOwn(message) {
      // The answer says which draft this was, even one written before it was known who writes.
      const { clientMessageId = '' } = message
      show((view) => {
        const thread = place(removeDraft(view.thread, clientMessageId), sent(message))
        return { ...view, thread: through < 0 ? thread : since(thread, oldest) }
      })
      onPlaced([message])
      receive([message])
    },
    head: reach,
    load: () => void catchUp(),
    loadOlder,
    through: () => (through < 0 ? undefined : through),
  }
}

function later(a: string, b: string | null): string {
  return b !== null && b > a ? b : a
}
