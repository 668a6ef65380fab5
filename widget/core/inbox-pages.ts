import type { ChatCounts, ChatList } from '#shared/chat.ts'
import { MAX_PAGE_SIZE, PAGE_SIZE } from '#shared/limits.ts'
import type { Api } from './api.ts'
import type { Cancel } from './environment.ts'
import { queryOf } from './inbox.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'
import type { InboxFilter, InboxList } from './state.ts'

/** A burst of changes is one question. */
const RECOUNT_MS = 250

/** Which list, and what of it. */
export interface WantedList {
  readonly list: InboxList
  readonly filter: InboxFilter
}

export interface InboxPages {
  read(wanted: WantedList, page: { cursor?: string; limit: number }): Promise<ChatList>
  /** Reads at least as many as were held, so that a list which had been scrolled does not shrink. */
  readAsFar(wanted: WantedList, length: number): Promise<ChatList>
  /** Asks for the counts alone, a moment later: an event may move a chat between lists that are not on screen. */
  recountSoon(): void
}

interface InboxPagesOptions {
  readonly api: Api
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly onCounts: (counts: ChatCounts) => void
}

export function createInboxPages({ api, life, retrier, onCounts }: InboxPagesOptions): InboxPages {
  let cancelRecount: Cancel | null = null

  function read(
    { list, filter }: WantedList,
    { cursor, limit }: { cursor?: string; limit: number },
  ): Promise<ChatList> {
    return api('GET /v2/chats', {
      query: { ...queryOf(list, filter), limit: String(limit), ...(cursor !== undefined && { cursor }) },
    })
  }

  async function recount(): Promise<void> {
    cancelRecount = null
    try {
      const { counts } = await retrier.untilAnswered(() => read({ list: 'all', filter: {} }, { limit: 1 }))
      if (!life.isOver()) onCounts(counts)
    } catch {
      // Refused: the session has ended, which shows in its own place.
    }
  }

  return {
    read,
    async readAsFar(wanted, length) {
      const limit = Math.min(MAX_PAGE_SIZE, Math.max(PAGE_SIZE, length))
      const first = await read(wanted, { limit })
      const chats = [...first.chats]
      let { nextCursor } = first
      while (nextCursor !== null && chats.length < length) {
        const next = await read(wanted, { cursor: nextCursor, limit })
        chats.push(...next.chats)
        nextCursor = next.nextCursor
      }
      return { ...first, chats, nextCursor }
    },
    recountSoon() {
      cancelRecount ??= life.after(RECOUNT_MS, () => void recount())
    },
  }
}
