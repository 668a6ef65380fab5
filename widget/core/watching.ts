import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import { ApiError } from './api-error.ts'
import type { Api } from './api.ts'
import { emptyView, mergeChat } from './chat-view.ts'
import { createFeed, type Feed } from './feed.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'
import type { ChatSocket } from './socket.ts'
import { NEW_CHAT, type ChatView, type ClientState, type DraftMessage, type Thread } from './state.ts'
import type { Store } from './store.ts'
import { place } from './thread.ts'

const REJOIN_MS = 1_000

/** The chats this client watches: a feed and a view for each, all over one socket. */
export interface Watching {
  watch(chatId: ChatId): void
  unwatch(chatId: ChatId): void
  /** Watched from now on, on screen or not: a visitor's own chat, whose unread badge must stay true. */
  keep(chat: Chat): void
  feed(chatId: ChatId): Feed | undefined
  /** The socket is there, for the first time or again. */
  online(): void
  lost(): void
  changeView(chatId: ChatId, change: (view: ChatView) => ChatView): void
  changeChat(chatId: ChatId, change: (chat: Chat) => Chat): void
  /** A chat as it is now. */
  showChat(chat: Chat): void
  /** Makes a view for drafts to stand in, though nobody watches it. */
  ensure(chatId: ChatId): void
  /** The view of a chat that has another id from now on. */
  move(from: ChatId, to: ChatId, chat: Chat | null): void
  clear(): void
}

interface WatchingOptions {
  readonly api: Api
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly store: Store<ClientState>
  readonly socket: ChatSocket
  knownChat(chatId: ChatId): Chat | null
  drafts(chatId: ChatId): readonly DraftMessage[]
  onPlaced(chatId: ChatId, messages: readonly Message[]): void
}

interface Watched {
  readonly chatId: ChatId
  readonly life: Lifetime
  readonly feed: Feed
  watchers: number
  isKept: boolean
  /** Put on screen, but not known yet how far it has been read. */
  wantsDivider: boolean
  /** Counts what was told of the chat: an answer older than that is asked for again. */
  told: number
}

export function createWatching(options: WatchingOptions): Watching {
  const { api, life, retrier, store } = options
  const all = new Map<ChatId, Watched>()

  function changeView(chatId: ChatId, change: (view: ChatView) => ChatView): void {
    store.update((state) => {
      const view = state.chats.get(chatId)
      const changed = view && change(view)
      if (changed === undefined || changed === view) return state
      return { ...state, chats: new Map(state.chats).set(chatId, changed) }
    })
  }

  function setView(chatId: ChatId, view: ChatView | null): void {
    store.update((state) => {
      const chats = new Map(state.chats)
      if (view === null) chats.delete(chatId)
      else chats.set(chatId, view)
      return { ...state, chats }
    })
  }

  function begin(chatId: ChatId, chat: Chat | null = options.knownChat(chatId)): Watched {
    const own = life.child()
    const feed = createFeed({
      chatId,
      api,
      life: own,
      retrier,
      show: (change) => changeView(chatId, change),
      onPlaced: (messages) => options.onPlaced(chatId, messages),
    })
    const watched = { chatId, life: own, feed, watchers: 0, isKept: false, wantsDivider: false, told: 0 }
    all.set(chatId, watched)
    if (!store.get().chats.has(chatId)) {
      const view = emptyView(chatId, chat)
      setView(chatId, { ...view, thread: options.drafts(chatId).reduce<Thread>(place, []) })
    }
    if (chatId === NEW_CHAT) {
      changeView(chatId, (view) => ({ ...view, history: { state: 'ready' } }))
      return watched
    }
    feed.load()
    void join(watched)
    if (store.get().chats.get(chatId)?.chat === null) void readChat(watched)
    return watched
  }

  async function join(watched: Watched): Promise<void> {
    const { chatId, feed } = watched
    if (!options.socket.isOnline() || watched.life.isOver()) return
    try {
      const ack = await options.socket.ask('chat:join', { chatId })
      if (watched.life.isOver()) return
      if (ack.success) feed.joined(ack)
      else if (ack.code === 'rate_limited') joinLater(watched)
      else feed.refused(new ApiError(404, ack.code, { message: ack.message }))
    } catch {
      joinLater(watched)
    }
  }

  function joinLater(watched: Watched): void {
    watched.life.after(REJOIN_MS, () => void join(watched))
  }

  async function readChat(watched: Watched): Promise<void> {
    const { chatId } = watched
    try {
      let asked: number
      let chat: Chat
      do {
        asked = watched.told
        chat = await retrier.untilAnswered(() => api('GET /v2/chats/:chatId', { params: { chatId } }))
        if (watched.life.isOver()) return
      } while (asked !== watched.told)
      changeView(chatId, (view) => ({ ...view, chat: mergeChat(view.chat, chat) }))
      divide(watched)
    } catch {
      // Refused: the feed meets the same refusal, and shows it.
    }
  }

  /** The divider stands where reading had stopped when the chat came on screen, and stays there while it is. */
  function divide(watched: Watched): void {
    const chat = store.get().chats.get(watched.chatId)?.chat ?? null
    if (!watched.wantsDivider || chat === null) return
    watched.wantsDivider = false
    const dividerSeq = chat.unreadCount > 0 ? chat.readSeq : null
    changeView(watched.chatId, (view) => (view.dividerSeq === dividerSeq ? view : { ...view, dividerSeq }))
  }

  function tell(chatId: ChatId, change: (chat: Chat | null) => Chat | null): void {
    const watched = all.get(chatId)
    if (watched === undefined) return
    watched.told += 1
    changeView(chatId, (view) => {
      const chat = change(view.chat)
      return chat === view.chat ? view : { ...view, chat }
    })
    divide(watched)
  }

  function drop(watched: Watched): void {
    all.delete(watched.chatId)
    watched.life.end()
    setView(watched.chatId, null)
  }

  return {
    watch(chatId) {
      const watched = all.get(chatId) ?? begin(chatId)
      watched.watchers += 1
      if (watched.watchers > 1) return
      watched.wantsDivider = true
      divide(watched)
    },
    unwatch(chatId) {
      const watched = all.get(chatId)
      if (watched === undefined || watched.watchers === 0) return
      watched.watchers -= 1
      if (watched.watchers > 0) return
      watched.wantsDivider = false
      if (watched.isKept) return changeView(chatId, (view) => ({ ...view, dividerSeq: null }))
      options.socket.tell('chat:leave', { chatId })
      drop(watched)
    },
    keep(chat) {
      const { chatId } = chat
      const watched = all.get(chatId) ?? begin(chatId, chat)
      watched.isKept = true
      tell(chatId, (held) => mergeChat(held, chat))
    },
    feed: (chatId) => all.get(chatId)?.feed,
    online() {
      for (const watched of all.values()) {
        if (watched.chatId === NEW_CHAT) continue
        void join(watched)
        // Status, assignee and read positions have no seq of their own to be missed by.
        void readChat(watched)
      }
    },
    lost() {
      for (const { feed } of all.values()) feed.lost()
    },
    changeView,
    changeChat(chatId, change) {
      tell(chatId, (chat) => chat && change(chat))
    },
    showChat(told) {
      tell(told.chatId, (chat) => mergeChat(chat, told))
    },
    ensure(chatId) {
      if (!all.has(chatId)) begin(chatId)
    },
    move(from, to, chat) {
      const before = all.get(from)
      const thread = options.drafts(to).reduce<Thread>(place, [])
      store.update((state) => {
        const chats = new Map(state.chats)
        chats.delete(from)
        return { ...state, chats: chats.set(to, { ...emptyView(to, chat), thread }) }
      })
      if (before !== undefined) {
        all.delete(from)
        before.life.end()
      }
      const watched = begin(to, chat)
      watched.watchers = before?.watchers ?? 0
      watched.wantsDivider = watched.watchers > 0
    },
    clear() {
      for (const watched of all.values()) drop(watched)
    },
  }
}
