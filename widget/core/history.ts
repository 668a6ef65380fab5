import { PAGE_SIZE } from '#shared/limits.ts'
import type { History, Message } from '#shared/message.ts'
import { toFailure } from './api-error.ts'
import { createIntake } from './intake.ts'
import type { Lifetime } from './lifetime.ts'
import { createResync, type Head } from './resync.ts'
import type { Retrier } from './retrier.ts'
import type { ChatView, Load } from './state.ts'
import { place, placeAll, removeDraft, sent, since, stampOf } from './thread.ts'

/** One epoch of a chat: its newest page, older ones on demand, what is heard, and what was missed. */
export interface ChatHistory {
  /** A live event. */
  hear(message: Message): void
  /** Messages from elsewhere. */
  receive(messages: readonly Message[]): void
  /** One's own message, acknowledged: shown at once, whatever is still missing before it. */
  receiveOwn(message: Message): void
  /** The server's chat stands here. */
  reach(head: Head): void
  /** Nothing is heard any more. */
  lose(): void
  load(): void
  loadOlder(): Promise<void>
  through(): number | null
}

export interface HistoryOptions {
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly read: (query: Readonly<Record<string, string>>) => Promise<History>
  readonly show: (change: (view: ChatView) => ChatView) => void
  /** New or changed messages have been placed. */
  readonly onPlaced: (messages: readonly Message[]) => void
  /** False: this history is over, and another has begun. */
  readonly isSameEpoch: (epoch: string) => boolean
  readonly isLive: () => boolean
}

const newest = { limit: String(PAGE_SIZE) }

export function createHistory(options: HistoryOptions): ChatHistory {
  const { life, read, show } = options
  const retrier = options.retrier.within(life)
  let isLoading = false
  let isLoadingOlder = false
  /** Where the chat stood when it was joined, while the newest page is still on its way. */
  let reachLater: Head | null = null

  const intake = createIntake({
    life,
    isExtending: () => isLoadingOlder,
    place: placeThese,
    onHole: (lastSeq) => resync.reach({ lastSeq, lastChangeAt: null }),
  })
  const resync = createResync({
    retrier,
    read: (bound) => read({ ...bound }),
    through: () => intake.through() ?? 0,
    accept(page) {
      if (!isWanted(page)) return false
      showLoad({ state: 'ready' })
      intake.receive(page.messages)
      return true
    },
    isLive: options.isLive,
    onRefused: fail,
  })

  /** Too late, or of another epoch: neither is to be shown. */
  function isWanted(page: History): boolean {
    return !life.isOver() && options.isSameEpoch(page.epoch)
  }

  function placeThese(messages: readonly Message[]): void {
    show((view) => ({ ...view, thread: placeAll(view.thread, messages) }))
    options.onPlaced(messages)
  }

  function showLoad(load: Load): void {
    show((view) =>
      view.history.state === 'ready' && load.state === 'ready' ? view : { ...view, history: load },
    )
  }

  function fail(cause: unknown): void {
    if (!life.isOver()) showLoad({ state: 'failed', failure: toFailure(cause) })
  }

  /** One's own message may have been stored before the oldest that is held: it has its place on a page not read yet. */
  function hideOlder(): void {
    if (intake.through() === null) return
    show((view) => {
      const thread = since(view.thread, intake.oldest())
      return thread === view.thread ? view : { ...view, thread }
    })
  }

  async function loadNewest(): Promise<void> {
    isLoading = true
    try {
      const page = await retrier.untilAnswered(() => {
        if (!life.isOver()) showLoad({ state: 'loading' })
        return read(newest)
      }, fail)
      if (!isWanted(page)) return
      resync.begin(page.lastChangeAt)
      intake.begin(page)
      hideOlder()
      show((view) => ({ ...view, history: { state: 'ready' }, hasOlder: page.hasMore }))
      if (reachLater !== null) resync.reach(reachLater)
    } catch (cause) {
      fail(cause)
    } finally {
      isLoading = false
    }
  }

  async function loadOlder(): Promise<void> {
    if (intake.through() === null || isLoadingOlder) return
    isLoadingOlder = true
    show((view) => ({ ...view, older: { state: 'loading' } }))
    try {
      const page = await read({ ...newest, before: String(intake.oldest()) })
      if (!isWanted(page)) return
      isLoadingOlder = false
      intake.extend(page)
      show((view) => ({ ...view, hasOlder: page.hasMore, older: { state: 'idle' } }))
    } catch (cause) {
      if (!life.isOver()) show((view) => ({ ...view, older: { state: 'failed', failure: toFailure(cause) } }))
    } finally {
      isLoadingOlder = false
    }
  }

  function reach(head: Head): void {
    if (intake.through() === null) {
      reachLater = head
      return
    }
    showLoad({ state: 'ready' })
    resync.reach(head)
  }

  return {
    hear(message) {
      resync.hear(stampOf(message))
      intake.receive([message])
    },
    // An answer overtakes events that are still on their way, so it proves nothing about them: `resync` is not told.
    receive: intake.receive,
    receiveOwn(message) {
      // The answer says which draft this was, even one written before it was known who writes.
      const { clientMessageId = '' } = message
      show((view) => ({
        ...view,
        thread: place(removeDraft(view.thread, clientMessageId), sent(message)),
      }))
      options.onPlaced([message])
      intake.receive([message])
      hideOlder()
    },
    reach,
    lose() {
      reachLater = null
      intake.lose()
      resync.lose()
    },
    load() {
      // Reaching for nothing goes on with what was refused before, if anything was.
      if (intake.through() !== null) resync.reach({ lastSeq: 0, lastChangeAt: null })
      else if (!isLoading) void loadNewest()
    },
    loadOlder,
    through: intake.through,
  }
}
