import type { Message } from '#shared/message.ts'
import { type ApiError, toFailure } from './api-error.ts'
import { createHistory, type HistoryOptions } from './history.ts'
import type { Head } from './resync.ts'
import { drafts } from './thread.ts'

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
  /** One's own message, acknowledged. */
  receiveOwn(message: Message): void
  /** Where the chat stands now. */
  head(head: Head): void
  /** Reads the newest page, or goes on where reading was refused. */
  load(): void
  loadOlder(): Promise<void>
  /** Greatest seq held without a hole; null before the first page. */
  through(): number | null
}

export function createFeed(options: Omit<HistoryOptions, 'isSameEpoch' | 'isLive'>): Feed {
  const { life, show } = options
  let epoch: string | null = null
  let isLive = false
  let current = open()

  function open() {
    const own = life.child()
    const history = createHistory({ ...options, life: own, isSameEpoch, isLive: () => isLive })
    return { history, end: own.end }
  }

  /** Another epoch is another history, restored from a backup: what is held of the old one is worth nothing. */
  function isSameEpoch(told: string): boolean {
    epoch ??= told
    if (epoch === told) return true
    epoch = told
    current.end()
    show((view) => ({ ...view, thread: drafts(view.thread), hasOlder: false, older: { state: 'idle' } }))
    current = open()
    current.history.load()
    return false
  }

  return {
    joined(at) {
      isLive = true
      isSameEpoch(at.epoch)
      current.history.reach(at)
      current.history.load()
    },
    refused: (error) =>
      show((view) => ({ ...view, history: { state: 'failed', failure: toFailure(error) } })),
    lost() {
      isLive = false
      current.history.lose()
    },
    hear: (message) => current.history.hear(message),
    receive: (messages) => current.history.receive(messages),
    receiveOwn: (message) => current.history.receiveOwn(message),
    head: (head) => current.history.reach(head),
    load: () => current.history.load(),
    loadOlder: () => current.history.loadOlder(),
    through: () => current.history.through(),
  }
}
