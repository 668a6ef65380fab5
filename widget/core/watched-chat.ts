import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import { ApiError } from './api-error.ts'
import type { Api } from './api.ts'
import { mergeChat } from './chat-view.ts'
import { createFeed, type Feed } from './feed.ts'
import type { Lifetime } from './lifetime.ts'
import type { Retrier } from './retrier.ts'
import type { Line } from './line.ts'
import { NEW_CHAT } from './state.ts'
import type { Views } from './views.ts'

const REJOIN_MS = 1_000

/** A chat that is kept in step: its thread by its feed, its own facts here. */
export interface WatchedChat {
  readonly chatId: ChatId
  readonly feed: Feed
  /** The socket is there, for the first time or again. */
  online(): void
  /** The chat changed, as an event or an answer tells. */
  told(change: (chat: Chat | null) => Chat | null): void
  /** It came on screen: the divider stands where reading had stopped. */
  show(): void
  hide(): void
  end(): void
}

interface WatchedChatOptions {
  readonly chatId: ChatId
  readonly api: Api
  /** Its own. */
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly socket: Line
  readonly views: Views
  readonly onPlaced: (chatId: ChatId, messages: readonly Message[]) => void
}

export function createWatchedChat(options: WatchedChatOptions): WatchedChat {
  const { chatId, api, life, socket, views } = options
  const retrier = options.retrier.within(life)
  const isReal = chatId !== NEW_CHAT
  // Counts what was told of the chat: an answer older than that is asked for again.
  let timesTold = 0
  let wantsDivider = false

  const feed = createFeed({
    life,
    retrier,
    read: (query) => api('GET /v2/messages/chat/:chatId', { params: { chatId }, query }),
    show: (change) => views.change(chatId, change),
    onPlaced: (messages) => options.onPlaced(chatId, messages),
  })

  async function join(): Promise<void> {
    if (!socket.isOnline() || life.isOver()) return
    const later = () => life.after(REJOIN_MS, () => void join())
    try {
      const ack = await socket.ask('chat:join', { chatId })
      if (life.isOver()) return
      if (ack.success) feed.joined(ack)
      else if (ack.code === 'rate_limited') later()
      else feed.refused(new ApiError(404, ack.code, { message: ack.message }))
    } catch {
      later()
    }
  }

  async function readChat(): Promise<void> {
    try {
      let asked: number
      let chat: Chat
      do {
        asked = timesTold
        chat = await retrier.untilAnswered(() => api('GET /v2/chats/:chatId', { params: { chatId } }))
        if (life.isOver()) return
      } while (asked !== timesTold)
      merge(chat)
    } catch {
      // Refused: the feed meets the same refusal, and shows it.
    }
  }

  function merge(chat: Chat): void {
    views.change(chatId, (view) => ({ ...view, chat: mergeChat(view.chat, chat) }))
    divide()
  }

  function divide(): void {
    const chat = views.get(chatId)?.chat
    if (!wantsDivider || !chat) return
    wantsDivider = false
    if (chat.unreadCount > 0) views.change(chatId, (view) => ({ ...view, dividerSeq: chat.readSeq }))
  }

  if (!isReal) views.change(chatId, (view) => ({ ...view, history: { state: 'ready' } }))
  else {
    feed.load()
    void join()
    if (!views.get(chatId)?.chat) void readChat()
  }

  return {
    chatId,
    feed,
    online() {
      if (!isReal) return
      void join()
      // Status, assignee and read positions have no seq of their own to be missed by.
      void readChat()
    },
    told(change) {
      timesTold += 1
      views.change(chatId, (view) => {
        const chat = change(view.chat)
        return chat === view.chat ? view : { ...view, chat }
      })
      divide()
    },
    show() {
      wantsDivider = true
      divide()
    },
    hide() {
      wantsDivider = false
      views.change(chatId, (view) => ({ ...view, dividerSeq: null }))
    },
    end() {
      life.end()
      if (isReal) socket.tell('chat:leave', { chatId })
    },
  }
}
