import type { History, Message } from '#shared/message.ts'
import { type ApiError, toFailure } from './api-error.ts'
import { createCatchUp, newest, type Head } from './catch-up.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'
import { beyondHole, letIn, spanOf } from './span.ts'
import type { ChatView, Load } from './state.ts'
import { drafts, place, removeDraft, sent, since } from './thread.ts'

interface Joined extends Head {
  readonly epoch: string
}

/** Keeps one chat's thread equal to the server's history, whatever happens to the connection and to the server's store. */
export interface Feed {
  /** The socket hears this chat from now on; the chat stood here at that moment. */
  joined(at: Joined): void
  /** Joining was refused. */
  refused(error: ApiError): void
  /** The socket hears nothing any more. */
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
  /** What is known already, without a hole. */
  readonly held?: readonly Message[]
  /** The thread shows what was kept from another time: the first page takes its place. */
  readonly isStale?: boolean
  readonly read: (query: Readonly<Record<string, string>>) => Promise<History>
  readonly show: (change: (view: ChatView) => ChatView) => void
  /** New or changed messages are about to be placed: whoever sees them in the thread finds what they mean for the chat done. */
  readonly onJoining: (messages: readonly Message[]) => void
}

// Two servers behind one bus may tell two messages in the wrong order: most holes close by themselves.
const HOLE_PATIENCE_MS = 150

export function createFeed({
  life,
  retrier,
  held = [],
  isStale = false,
  read,
  show,
  onJoining,
}: FeedOptions): Feed {
  let showsStale = isStale
  let epoch: string | undefined
  let isPatient = false
  let era = begin(held)

  /** One epoch's history, as far as it is held. */
  function begin(held: readonly Message[] = []) {
    const own = life.child()
    const span = spanOf(held)
    const catchUp = createCatchUp({
      span,
      ask: (query) =>
        retrier.within(own).untilAnswered(
          async () => {
            if (span.through < 0) showLoad({ state: 'loading' })
            const page = await read(query)
            if (own.isOver()) return page
            meet(page.epoch)
            dropStale()
            return page
          },
          span.through < 0 ? fail : undefined,
        ),
      receive,
      onRead(page) {
        showLoad({ state: 'ready' })
        if (page === undefined) return
        show((view) => ({ ...view, thread: since(view.thread, span.oldest), hasOlder: page.hasMore }))
      },
      onRefused: fail,
    })
    return { own, span, catchUp }
  }

  /** Another epoch is another history, restored from a backup: what is held of the old one is worth nothing. */
  function meet(told: string): void {
    const isSame = epoch === undefined || epoch === told
    epoch = told
    if (isSame) return
    era.own.end()
    era = begin()
    isPatient = false
    show((view) => ({ ...view, thread: drafts(view.thread), hasOlder: false, older: { state: 'idle' } }))
    void era.catchUp.read()
  }

  function dropStale(): void {
    if (!showsStale) return
    showsStale = false
    show((view) => ({ ...view, thread: drafts(view.thread) }))
  }

  function showLoad(history: Load): void {
    show((view) => (view.history.state === history.state ? view : { ...view, history }))
  }

  function fail(cause: unknown): void {
    show((view) => ({ ...view, history: { state: 'failed', failure: toFailure(cause) } }))
  }

  function receive(messages: readonly Message[]): void {
    const { own, span, catchUp } = era
    const joining = letIn(span, messages)
    if (joining.length > 0) {
      onJoining(joining)
      show((view) => ({ ...view, thread: place(view.thread, joining.map(sent)) }))
    }
    if (isPatient || span.through < 0 || beyondHole(span) === 0) return
    isPatient = true
    own.after(HOLE_PATIENCE_MS, () => {
      isPatient = false
      catchUp.reach({ lastSeq: beyondHole(span), lastChangeAt: null })
    })
  }

  async function loadOlder(): Promise<void> {
    const { own, span } = era
    if (span.through < 0 || span.isExtending) return
    span.isExtending = true
    show((view) => ({ ...view, older: { state: 'loading' } }))
    try {
      const page = await read({ ...newest, before: String(span.oldest) })
      if (!own.isOver()) meet(page.epoch)
      if (own.isOver()) return
      span.isExtending = false
      span.oldest = page.messages[0]?.seq ?? span.oldest
      receive(page.messages)
      show((view) => ({ ...view, hasOlder: page.hasMore, older: { state: 'idle' } }))
    } catch (cause) {
      span.isExtending = false
      if (!own.isOver()) show((view) => ({ ...view, older: { state: 'failed', failure: toFailure(cause) } }))
    }
  }

  return {
    joined(at) {
      meet(at.epoch)
      era.catchUp.reach(at)
    },
    refused: fail,
    lost: () => era.catchUp.lose(),
    hear: (message) => receive([message]),
    receive,
    receiveOwn(message) {
      // The answer says which draft this was, even one written before it was known who writes.
      const { clientMessageId = '' } = message
      onJoining([message])
      show((view) => {
        const thread = place(removeDraft(view.thread, clientMessageId), [sent(message)])
        return { ...view, thread: since(thread, era.span.oldest) }
      })
      receive([message])
    },
    head: (head) => era.catchUp.reach(head),
    load: () => void era.catchUp.read(),
    loadOlder,
    through: () => (era.span.through < 0 ? undefined : era.span.through),
  }
}
