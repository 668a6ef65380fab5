import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { ApiError } from './api-error.ts'
import { mergeChat } from './chat-view.ts'
import type { Core } from './core.ts'
import { createFeed, type Feed } from './feed.ts'
import { NEW_CHAT } from './state.ts'
import { sentOf } from './thread.ts'

const REJOIN_MS = 1_000

/** A chat that is kept in step: its thread by its feed, its own facts here. */
export interface WatchedChat {
  readonly feed: Feed
  watchers: number
  /** On screen or not. */
  isKept: boolean
  /** The socket is there, for the first time or again. */
  online(): void
  /** The chat changed, as an event or an answer tells. */
  told(change: (chat: Chat | null) => Chat | null): void
  /** It came on screen: the divider stands where reading had stopped. */
  show(): void
  hide(): void
  end(): void
}

/** `isStale`: what stands in the thread was kept from another time, and only shown until there is something better. */
export function createWatchedChat(
  core: Core,
  chatId: ChatId,
  { isStale = false }: { isStale?: boolean } = {},
): WatchedChat {
  const { api, socket, watching } = core
  const { view, changeView } = watching
  const life = core.life.child()
  const retrier = core.retrier.within(life)
  const params = { chatId }
  const isReal = chatId !== NEW_CHAT
  // Counts what was told of the chat: an answer older than that is asked for again.
  let timesTold = 0
  let wantsDivider = false

  const feed = createFeed({
    life,
    retrier,
    held: isStale ? [] : sentOf(view(chatId)?.thread ?? []),
    isStale,
    read: (query) => api('GET /v2/messages/chat/:chatId', { params, query }),
    show: (change) => changeView(chatId, change),
    onJoining: (messages) => core.side.onJoining(chatId, messages),
  })

  async function join(): Promise<void> {
    if (!socket.isOnline() || life.isOver()) return
    const ack = await socket.ask('chat:join', params).catch(() => null)
    if (life.isOver()) return
    if (ack?.success) feed.joined(ack)
    else if (ack && ack.code !== 'rate_limited') {
      feed.refused(new ApiError(404, ack.code, { message: ack.message }))
    } else life.after(REJOIN_MS, () => void join())
  }

  async function readChat(): Promise<void> {
    try {
      const asked = timesTold
      const chat = await retrier.untilAnswered(() => api('GET /v2/chats/:chatId', { params }))
      if (asked === timesTold) told((held) => mergeChat(held, chat))
      else await readChat()
    } catch {
      // Refused: the feed meets the same refusal, and shows it.
    }
  }

  function told(change: (chat: Chat | null) => Chat | null): void {
    timesTold += 1
    changeView(chatId, (held) => {
      const chat = change(held.chat)
      return chat === held.chat ? held : { ...held, chat }
    })
    divide()
  }

  function divide(): void {
    const chat = view(chatId)?.chat
    if (!wantsDivider || !chat) return
    wantsDivider = false
    if (chat.unreadCount > 0) changeView(chatId, (held) => ({ ...held, dividerSeq: chat.readSeq }))
  }

  if (isReal) {
    feed.load()
    void join()
    if (!view(chatId)?.chat) void readChat()
  } else changeView(chatId, (held) => ({ ...held, history: { state: 'ready' } }))

  return {
    feed,
    watchers: 0,
    isKept: false,
    online() {
      if (!isReal) return
      void join()
      // Status, assignee and read positions have no seq of their own to be missed by.
      void readChat()
    },
    told,
    show() {
      wantsDivider = true
      divide()
    },
    hide() {
      wantsDivider = false
      changeView(chatId, (held) => ({ ...held, dividerSeq: null }))
    },
    end() {
      life.end()
      if (isReal) socket.tell('chat:leave', params)
    },
  }
}
