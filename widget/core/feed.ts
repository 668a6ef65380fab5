import type { Ack } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import { PAGE_SIZE } from '#shared/limits.ts'
import type { History, Message } from '#shared/message.ts'
import { toFailure } from './api-error.ts'
import type { Api } from './api.ts'
import type { Cancel } from './environment.ts'
import type { Lifetime } from './lifetime.ts'
import { createResync, type Head, type Resync } from './resync.ts'
import type { Retrier } from './retrier.ts'
import type { ChatView } from './state.ts'
import { begin, beyondHole, emptySpan, extend, settle, wait } from './span.ts'
import { drafts, placeAll, since, stampOf } from './thread.ts'

// Two servers behind one bus may tell two messages in the wrong order: most holes close by themselves.
const HOLE_PATIENCE_MS = 150

export interface Feed {
  /** The socket hears this chat from now on; the chat stood here at that moment. */
  joined(ack: Ack<'chat:join'>): void
  /** Joining was refused. */
  refused(cause: unknown): void
  /** The socket hears nothing any more. */
  lost(): void
  /** Messages from anywhere: live, or the answer to one's own request. */
  receive(messages: readonly Message[]): void
  /** One's own message, acknowledged: shown at once, whatever is still missing before it. */
  receiveOwn(message: Message): void
  head(head: Head): void
  load(): void
  loadOlder(): Promise<void>
  /** Greatest seq held without a hole; null before the first page. */
  through(): number | null
  end(): void
}

interface FeedOptions {
  readonly chatId: ChatId
  readonly api: Api
  readonly life: Lifetime
  readonly retrier: Retrier
  show(change: (view: ChatView) => ChatView): void
  /** New or changed messages have been placed. */
  onPlaced(messages: readonly Message[]): void
}

/** Keeps one chat's thread equal to the server's history: the newest page, older ones on demand, live events, and whatever was missed. */
export function createFeed({ chatId, api, life, retrier, show, onPlaced }: FeedOptions): Feed {
  let span = emptySpan
  let epoch: string | null = null
  // Counts the histories begun: an answer to a question of an earlier one is dropped.
  let generation = 0
  let isLoading = false
  let isLoadingOlder = false
  let joinedAt: Head | null = null
  let cancelHole: Cancel | null = null

  let resync = resyncOf(generation)

  function resyncOf(own: number): Resync {
    return createResync({
      retrier,
      read: (bound) => history({ ...bound }),
      through: () => span.through ?? 0,
      accept(page) {
        if (life.isOver() || own !== generation || !isSameEpoch(page.epoch)) return false
        show((view) => (view.history.state === 'ready' ? view : { ...view, history: { state: 'ready' } }))
        receive(page.messages)
        return true
      },
      isLive: () => joinedAt !== null,
      onRefused: fail,
    })
  }

  function history(query: Record<string, string>): Promise<History> {
    return api('GET /v2/messages/chat/:chatId', { params: { chatId }, query })
  }

  function fail(cause: unknown): void {
    if (!life.isOver()) show((view) => ({ ...view, history: { state: 'failed', failure: toFailure(cause) } }))
  }

  /** Another epoch is another history, restored from a backup: what is held of the old one is worth nothing. */
  function isSameEpoch(told: string): boolean {
    epoch ??= told
    if (epoch === told) return true
    epoch = told
    generation += 1
    span = emptySpan
    resync = resyncOf(generation)
    isLoading = false
    isLoadingOlder = false
    show((view) => ({ ...view, thread: drafts(view.thread), hasOlder: false, older: { state: 'idle' } }))
    load()
    return false
  }

  function load(): void {
    if (isLoading) return
    if (span.through !== null) return resync.reach({ lastSeq: 0, lastChangeAt: null })
    isLoading = true
    void readNewest(generation)
  }

  async function readNewest(asked: number): Promise<void> {
    try {
      const page = await retrier.untilAnswered(() => {
        if (asked === generation) show((view) => ({ ...view, history: { state: 'loading' } }))
        return history({ limit: String(PAGE_SIZE) })
      }, fail)
      if (life.isOver() || asked !== generation || !isSameEpoch(page.epoch)) return
      span = begin(span, page)
      resync.begin(page.lastChangeAt)
      show((view) => ({ ...view, thread: since(view.thread, span.oldest) }))
      showPage(page)
      if (joinedAt !== null) resync.reach(joinedAt)
    } catch (cause) {
      if (asked === generation) fail(cause)
    } finally {
      if (asked === generation) isLoading = false
    }
  }

  function showPage({ hasMore }: History): void {
    show((view) => ({ ...view, history: { state: 'ready' }, hasOlder: hasMore, older: { state: 'idle' } }))
    letIn()
  }

  async function loadOlder(): Promise<void> {
    if (span.through === null || isLoadingOlder) return
    isLoadingOlder = true
    const asked = generation
    show((view) => ({ ...view, older: { state: 'loading' } }))
    try {
      const page = await history({ before: String(span.oldest), limit: String(PAGE_SIZE) })
      if (life.isOver() || asked !== generation || !isSameEpoch(page.epoch)) return
      span = extend(span, page)
      isLoadingOlder = false
      showPage(page)
    } catch (cause) {
      if (life.isOver() || asked !== generation) return
      show((view) => ({ ...view, older: { state: 'failed', failure: toFailure(cause) } }))
    } finally {
      if (asked === generation) isLoadingOlder = false
    }
  }

  function receive(messages: readonly Message[]): void {
    for (const message of messages) resync.hear(stampOf(message))
    span = wait(span, messages)
    letIn()
  }

  function letIn(): void {
    const settled = settle(span, isLoadingOlder)
    span = settled.span
    place(settled.messages)
    const beyond = beyondHole(span)
    if (beyond === null) {
      cancelHole?.()
      cancelHole = null
    } else cancelHole ??= life.after(HOLE_PATIENCE_MS, fillHole)
  }

  function fillHole(): void {
    cancelHole = null
    const beyond = beyondHole(span)
    if (beyond !== null) resync.reach({ lastSeq: beyond, lastChangeAt: null })
  }

  function place(messages: readonly Message[]): void {
    if (messages.length === 0) return
    show((view) => ({ ...view, thread: placeAll(view.thread, messages) }))
    onPlaced(messages)
  }

  return {
    joined({ epoch: told, lastSeq, lastChangeAt }) {
      joinedAt = { lastSeq, lastChangeAt }
      if (!isSameEpoch(told) || span.through === null) return load()
      show((view) => ({ ...view, history: { state: 'ready' } }))
      resync.reach(joinedAt)
    },
    refused: fail,
    lost() {
      joinedAt = null
      resync.lose()
    },
    receive,
    receiveOwn(message) {
      place([message])
      receive([message])
      if (span.through !== null) show((view) => ({ ...view, thread: since(view.thread, span.oldest) }))
    },
    head(head) {
      if (span.through !== null) resync.reach(head)
    },
    load,
    loadOlder,
    through: () => span.through,
    end: life.end,
  }
}
