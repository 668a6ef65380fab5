import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import type { Api } from './api.ts'
import { emptyView, mergeChat } from './chat-view.ts'
import type { Feed } from './feed.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'
import type { Line } from './line.ts'
import type { ChatView, DraftMessage, Thread } from './state.ts'
import { place } from './thread.ts'
import type { Views } from './views.ts'
import { createWatchedChat, type WatchedChat } from './watched-chat.ts'

/** Which chats this client watches, and for how many; all over one socket. */
export interface Watching {
  watch(chatId: ChatId): void
  unwatch(chatId: ChatId): void
  /** Watched from now on, on screen or not: a visitor's own chat, whose unread badge must stay true. */
  keep(chat: Chat): void
  /** Makes a view for drafts to stand in, though nobody watches it. */
  ensure(chatId: ChatId): void
  /** The chat has another id from now on. */
  move(from: ChatId, to: ChatId, chat: Chat | null): void
  feed(chatId: ChatId): Feed | undefined
  changeChat(chatId: ChatId, change: (chat: Chat) => Chat): void
  /** A chat as it is now. */
  showChat(chat: Chat): void
  /** The socket is there, for the first time or again. */
  online(): void
  lost(): void
  clear(): void
}

interface WatchingOptions {
  readonly api: Api
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly socket: Line
  readonly views: Views
  readonly knownChat: (chatId: ChatId) => Chat | null
  readonly drafts: (chatId: ChatId) => readonly DraftMessage[]
  readonly onPlaced: (chatId: ChatId, messages: readonly Message[]) => void
}

interface Entry {
  readonly watched: WatchedChat
  watchers: number
  isKept: boolean
}

export function createWatching(options: WatchingOptions): Watching {
  const { views } = options
  const entries = new Map<ChatId, Entry>()

  function viewOf(chatId: ChatId, chat: Chat | null): ChatView {
    return { ...emptyView(chatId, chat), thread: options.drafts(chatId).reduce<Thread>(place, []) }
  }

  function entryOf(chatId: ChatId, chat: Chat | null): Entry {
    const held = entries.get(chatId)
    if (held !== undefined) return held
    if (!views.has(chatId)) views.add(viewOf(chatId, chat))
    const watched = createWatchedChat({ ...options, chatId, life: options.life.child() })
    const entry = { watched, watchers: 0, isKept: false }
    entries.set(chatId, entry)
    return entry
  }

  function drop(chatId: ChatId): void {
    entries.get(chatId)?.watched.end()
    entries.delete(chatId)
  }

  return {
    watch(chatId) {
      const entry = entryOf(chatId, options.knownChat(chatId))
      entry.watchers += 1
      if (entry.watchers === 1) entry.watched.show()
    },
    unwatch(chatId) {
      const entry = entries.get(chatId)
      if (entry === undefined || entry.watchers === 0) return
      entry.watchers -= 1
      if (entry.watchers > 0) return
      entry.watched.hide()
      if (entry.isKept) return
      drop(chatId)
      views.remove(chatId)
    },
    keep(chat) {
      const entry = entryOf(chat.chatId, chat)
      entry.isKept = true
      entry.watched.told((held) => mergeChat(held, chat))
    },
    ensure(chatId) {
      entryOf(chatId, null).isKept = true
    },
    move(from, to, chat) {
      const watchers = entries.get(from)?.watchers ?? 0
      drop(from)
      views.replace(from, viewOf(to, chat))
      const entry = entryOf(to, chat)
      entry.watchers += watchers
      if (watchers > 0) entry.watched.show()
    },
    feed: (chatId) => entries.get(chatId)?.watched.feed,
    changeChat: (chatId, change) => entries.get(chatId)?.watched.told((chat) => chat && change(chat)),
    showChat: (chat) => entries.get(chat.chatId)?.watched.told((held) => mergeChat(held, chat)),
    online() {
      for (const { watched } of entries.values()) watched.online()
    },
    lost() {
      for (const { watched } of entries.values()) watched.feed.lost()
    },
    clear() {
      for (const chatId of entries.keys()) {
        drop(chatId)
        views.remove(chatId)
      }
    },
  }
}
