import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { emptyView, mergeChat } from './chat-view.ts'
import type { Core } from './core.ts'
import type { Feed } from './feed.ts'
import type { ChatView } from './state.ts'
import { place, sentOf } from './thread.ts'
import { createWatchedChat, type WatchedChat } from './watched-chat.ts'

/** Which chats this client watches, and for how many; all over one socket. */
export interface Watching {
  watch(chatId: ChatId): void
  unwatch(chatId: ChatId): void
  /** Watched from now on, on screen or not: a visitor's own chat, whose unread badge must stay true and whose drafts must stand somewhere. */
  keep(chatId: ChatId, chat: Chat | null): void
  /** The chat has another id from now on. */
  move(from: ChatId, to: ChatId, chat: Chat | null): void
  view(chatId: ChatId): ChatView | undefined
  changeView(chatId: ChatId, change: (view: ChatView) => ChatView): void
  feed(chatId: ChatId): Feed | undefined
  changeChat(chatId: ChatId, change: (chat: Chat) => Chat): void
  /** A chat as it is now. */
  showChat(chat: Chat): void
  /** The socket is there, for the first time or again. */
  online(): void
  lost(): void
  clear(): void
}

export function createWatching(core: Core): Watching {
  const { store } = core
  const chats = new Map<ChatId, WatchedChat>()

  const view = (chatId: ChatId) => store.get().chats.get(chatId)

  /** One view in another's place, or gone, in one step. */
  function replace(chatId: ChatId, by?: ChatView): void {
    store.update((state) => {
      const views = new Map(state.chats)
      if (by?.chatId !== chatId) views.delete(chatId)
      if (by !== undefined) views.set(by.chatId, by)
      return { ...state, chats: views }
    })
  }

  function changeView(chatId: ChatId, change: (view: ChatView) => ChatView): void {
    const held = view(chatId)
    const changed = held && change(held)
    if (changed !== held) replace(chatId, changed)
  }

  function begin(chatId: ChatId, chat: Chat | null, from = chatId): WatchedChat {
    // There is one already where another page's client is gone on from.
    const held = view(chatId)
    const kept = held === undefined && chatId === from ? core.keptView(chatId) : undefined
    replace(from, {
      ...emptyView(chatId, null),
      ...held,
      chat: chat ?? kept?.chat ?? null,
      thread: place(sentOf((held ?? kept)?.thread ?? []), core.outbox.drafts(chatId)),
    })
    const watched = createWatchedChat(core, chatId, { isStale: kept !== undefined })
    chats.set(chatId, watched)
    return watched
  }

  function drop(chatId: ChatId): void {
    chats.get(chatId)?.end()
    chats.delete(chatId)
  }

  function told(chatId: ChatId, change: (chat: Chat | null) => Chat | null): void {
    chats.get(chatId)?.told(change)
  }

  return {
    watch(chatId) {
      const watched = chats.get(chatId) ?? begin(chatId, core.side.knownChat(chatId))
      watched.watchers += 1
      if (watched.watchers === 1) watched.show()
    },
    unwatch(chatId) {
      const watched = chats.get(chatId)
      if (!watched?.watchers) return
      watched.watchers -= 1
      if (watched.watchers > 0) return
      watched.hide()
      if (watched.isKept) return
      drop(chatId)
      replace(chatId)
    },
    keep(chatId, chat) {
      const watched = chats.get(chatId) ?? begin(chatId, chat)
      watched.isKept = true
      watched.told((held) => chat && mergeChat(held, chat))
    },
    move(from, to, chat) {
      const watchers = chats.get(from)?.watchers ?? 0
      drop(from)
      const watched = begin(to, chat, from)
      watched.watchers = watchers
      if (watchers > 0) watched.show()
    },
    view,
    changeView,
    feed: (chatId) => chats.get(chatId)?.feed,
    changeChat: (chatId, change) => told(chatId, (chat) => chat && change(chat)),
    showChat: (chat) => told(chat.chatId, (held) => mergeChat(held, chat)),
    online() {
      for (const watched of chats.values()) watched.online()
    },
    lost() {
      for (const { feed } of chats.values()) feed.lost()
    },
    clear() {
      for (const chatId of chats.keys()) {
        drop(chatId)
        replace(chatId)
      }
    },
  }
}
