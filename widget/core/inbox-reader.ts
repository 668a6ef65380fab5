import type { Chat, ChatList } from '#shared/chat.ts'
import type { ChatId, VisitorId } from '#shared/ids.ts'
import { PAGE_SIZE } from '#shared/limits.ts'
import { toFailure } from './api-error.ts'
import type { Api } from './api.ts'
import { applyChat, applyChats, movesLists } from './inbox.ts'
import { createInboxPages } from './inbox-pages.ts'
import { createKnownChats } from './known-chats.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'
import type { Inbox, InboxFilter, InboxList, Load } from './state.ts'

/** The list on the left: read by pages, kept true by events, read anew after every absence. */
export interface InboxReader {
  readonly showList: (list: InboxList, filter?: InboxFilter) => void
  /** Reads the list again from the server: what left it while nobody listened must go. */
  refresh(): void
  readonly loadMore: () => Promise<void>
  /** A chat as it is now, told by an event or by an answer. */
  apply(chat: Chat): void
  /** Changes a chat that is known, if it is. */
  change(chatId: ChatId, change: (chat: Chat) => Chat): void
  readonly chat: (chatId: ChatId) => Chat | null
  /** The chats that are known of a visitor. */
  readonly chatsOf: (visitorId: VisitorId) => readonly Chat[]
  clear(): void
}

interface InboxReaderOptions {
  readonly api: Api
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly ownId: () => string
  readonly get: () => Inbox
  readonly show: (change: (inbox: Inbox) => Inbox) => void
}

const idle: Load = { state: 'idle' }
const loading: Load = { state: 'loading' }

export function createInboxReader({ api, life, retrier, ownId, get, show }: InboxReaderOptions): InboxReader {
  const known = createKnownChats()
  const pages = createInboxPages({
    api,
    life,
    retrier,
    onCounts: (counts) => show((inbox) => ({ ...inbox, counts })),
  })
  // Counts the readings begun: only the newest one's answer is shown, never a slow one of the list before.
  let reading = 0
  let cursor: string | null = null

  async function read(): Promise<void> {
    reading += 1
    const asked = reading
    known.beginReading()
    show((inbox) => ({ ...inbox, load: inbox.chats.length > 0 ? inbox.load : loading, more: idle }))
    const { chats, ...wanted } = get()
    try {
      const answer = await retrier.untilAnswered(
        () => pages.readAsFar(wanted, chats.length),
        (cause) => fail(asked, 'load', cause),
      )
      if (asked === reading && !life.isOver()) take(answer)
    } catch (cause) {
      fail(asked, 'load', cause)
    }
  }

  function take({ chats, nextCursor, counts }: ChatList): void {
    cursor = nextCursor
    const { listed, toldMeanwhile } = known.endReading(chats)
    show((inbox) => {
      const read: Inbox = {
        ...inbox,
        chats: listed,
        counts,
        hasMore: cursor !== null,
        load: { state: 'ready' },
      }
      return applyChats(read, toldMeanwhile, ownId())
    })
    if (toldMeanwhile.length > 0) pages.recountSoon()
  }

  function fail(asked: number, part: 'load' | 'more', cause: unknown): void {
    if (asked !== reading || life.isOver()) return
    show((inbox) => ({ ...inbox, [part]: { state: 'failed', failure: toFailure(cause) } }))
  }

  async function loadMore(): Promise<void> {
    const from = cursor
    if (from === null || get().more.state === 'loading') return
    const asked = reading
    show((inbox) => ({ ...inbox, more: loading }))
    try {
      const answer = await pages.read(get(), { cursor: from, limit: PAGE_SIZE })
      if (asked === reading && !life.isOver()) append(answer)
    } catch (cause) {
      fail(asked, 'more', cause)
    }
  }

  function append({ chats, nextCursor }: ChatList): void {
    cursor = nextCursor
    const listed = known.add(chats)
    show((inbox) => {
      // With nothing more to come, even the oldest finds its place.
      const grown = applyChats({ ...inbox, hasMore: false }, listed, ownId())
      return { ...grown, hasMore: cursor !== null, more: idle }
    })
  }

  function put(chat: Chat): void {
    known.tell(chat)
    show((inbox) => ({ ...applyChat(inbox, chat, ownId()), heard: chat }))
  }

  return {
    showList(list, filter) {
      cursor = null
      show((inbox) => ({ ...inbox, list, filter: filter ?? inbox.filter, chats: [], hasMore: false }))
      void read()
    },
    refresh: () => void read(),
    loadMore,
    apply(told) {
      const before = known.get(told.chatId)
      put(known.merged(told))
      if (before === null || movesLists(before, told)) pages.recountSoon()
    },
    change(chatId, change) {
      const held = known.get(chatId)
      if (held === null) return
      const changed = change(held)
      if (changed === held) return
      put(changed)
      if (movesLists(held, changed)) pages.recountSoon()
    },
    chat: known.get,
    chatsOf: known.of,
    clear() {
      reading += 1
      cursor = null
      known.clear()
    },
  }
}
