import type { Chat, ChatList } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { MAX_PAGE_SIZE, PAGE_SIZE } from '#shared/limits.ts'
import { toFailure } from './api-error.ts'
import type { Api } from './api.ts'
import { mergeChat } from './chat-view.ts'
import type { Cancel } from './environment.ts'
import { applyChat, applyChats, movesLists, queryOf } from './inbox.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'
import type { Inbox, InboxList } from './state.ts'

const RECOUNT_MS = 250

export interface InboxReader {
  showList(list: InboxList): void
  /** Reads the list again from the server: what left it while nobody listened must go. */
  refresh(): void
  loadMore(): Promise<void>
  /** A chat as it is now, told by an event or by an answer. */
  apply(chat: Chat): void
  /** Changes a row that is held, if it is. */
  change(chatId: ChatId, change: (chat: Chat) => Chat): void
  chat(chatId: ChatId): Chat | null
  clear(): void
}

interface InboxReaderOptions {
  readonly api: Api
  readonly life: Lifetime
  readonly retrier: Retrier
  ownId(): string
  get(): Inbox
  show(change: (inbox: Inbox) => Inbox): void
}

/** The list on the left: read by pages, kept true by events, read anew after every absence. */
export function createInboxReader({ api, life, retrier, ownId, get, show }: InboxReaderOptions): InboxReader {
  // Every chat told of lately, to see whether a change moves it between lists.
  const known = new Map<ChatId, Chat>()
  // What was told while an answer was on its way: newer than the answer.
  let toldMeanwhile = new Map<ChatId, Chat>()
  // Counts the readings begun: only the newest one's answer is shown.
  let reading = 0
  let cursor: string | null = null
  let cancelRecount: Cancel | null = null

  function page(list: InboxList, after: string | null, limit: number): Promise<ChatList> {
    return api('GET /v2/chats', {
      query: { ...queryOf(list), limit: String(limit), ...(after !== null && { cursor: after }) },
    })
  }

  async function read(): Promise<void> {
    reading += 1
    const asked = reading
    toldMeanwhile = new Map()
    show((inbox) => ({
      ...inbox,
      load: inbox.chats.length > 0 ? inbox.load : { state: 'loading' },
      more: { state: 'idle' },
    }))
    try {
      const answer = await retrier.untilAnswered(
        () => readAsFar(get().list, get().chats.length),
        (cause) => asked === reading && fail(cause),
      )
      if (asked !== reading || life.isOver()) return
      cursor = answer.nextCursor
      take(answer)
    } catch (cause) {
      if (asked === reading && !life.isOver()) fail(cause)
    }
  }

  /** Reads at least as many as were held, so that a list which had been scrolled does not shrink. */
  async function readAsFar(list: InboxList, length: number): Promise<ChatList> {
    const limit = Math.min(MAX_PAGE_SIZE, Math.max(PAGE_SIZE, length))
    const answer = await page(list, null, limit)
    let { nextCursor } = answer
    const chats = [...answer.chats]
    while (nextCursor !== null && chats.length < length) {
      const next = await page(list, nextCursor, limit)
      chats.push(...next.chats)
      nextCursor = next.nextCursor
    }
    return { ...answer, chats, nextCursor }
  }

  function take({ chats, nextCursor, counts }: ChatList): void {
    for (const chat of chats) remember(chat)
    const listed = new Set(chats.map(({ chatId }) => chatId))
    for (const chatId of known.keys()) {
      if (!listed.has(chatId) && !toldMeanwhile.has(chatId)) known.delete(chatId)
    }
    show((inbox) => {
      const hasMore = nextCursor !== null
      const told = chats.map((chat) => known.get(chat.chatId) ?? chat)
      const read = { ...inbox, chats: told, counts, hasMore, load: { state: 'ready' } as const }
      return applyChats(read, toldMeanwhile.values(), ownId())
    })
    if (toldMeanwhile.size > 0) recountSoon()
    toldMeanwhile.clear()
  }

  function fail(cause: unknown): void {
    show((inbox) => ({ ...inbox, load: { state: 'failed', failure: toFailure(cause) } }))
  }

  function remember(chat: Chat): void {
    known.set(chat.chatId, mergeChat(known.get(chat.chatId), chat))
  }

  function recountSoon(): void {
    cancelRecount ??= life.after(RECOUNT_MS, () => {
      cancelRecount = null
      void recount()
    })
  }

  async function recount(): Promise<void> {
    try {
      const { counts } = await retrier.untilAnswered(() => page(get().list, null, 1))
      if (!life.isOver()) show((inbox) => ({ ...inbox, counts }))
    } catch {
      // Refused: the session has ended, which shows in its own place.
    }
  }

  function put(chat: Chat): void {
    known.set(chat.chatId, chat)
    toldMeanwhile.set(chat.chatId, chat)
    show((inbox) => applyChat(inbox, chat, ownId()))
  }

  return {
    showList(list) {
      cursor = null
      show((inbox) => ({
        ...inbox,
        list,
        chats: [],
        hasMore: false,
        load: { state: 'loading' },
        more: { state: 'idle' },
      }))
      void read()
    },
    refresh: () => void read(),
    async loadMore() {
      if (cursor === null || get().more.state === 'loading') return
      const asked = reading
      show((inbox) => ({ ...inbox, more: { state: 'loading' } }))
      try {
        const answer = await page(get().list, cursor, PAGE_SIZE)
        if (asked !== reading || life.isOver()) return
        cursor = answer.nextCursor
        for (const chat of answer.chats) if (!toldMeanwhile.has(chat.chatId)) remember(chat)
        show((inbox) => {
          const hasMore = answer.nextCursor !== null
          const told = answer.chats.map((chat) => known.get(chat.chatId) ?? chat)
          const opened = { ...inbox, hasMore: false, more: { state: 'idle' } as const }
          return { ...applyChats(opened, told, ownId()), hasMore }
        })
      } catch (cause) {
        if (asked !== reading || life.isOver()) return
        show((inbox) => ({ ...inbox, more: { state: 'failed', failure: toFailure(cause) } }))
      }
    },
    apply(told) {
      const before = known.get(told.chatId)
      put(mergeChat(before, told))
      if (before === undefined || movesLists(before, told)) recountSoon()
    },
    change(chatId, change) {
      const held = known.get(chatId)
      if (held !== undefined) put(change(held))
    },
    chat: (chatId) => known.get(chatId) ?? null,
    clear() {
      reading += 1
      cursor = null
      known.clear()
    },
  }
}
