import type { ChatId } from '#shared/ids.ts'
import type { ChatClient, ClientOptions } from './chat-client.ts'
import { noteOwnRead } from './chat-view.ts'
import { createCore, type Core, type Side } from './core.ts'
import type { Environment } from './environment.ts'
import { createStarting } from './starting.ts'
import { NEW_CHAT } from './state.ts'
import { createWriting } from './writing.ts'

/** What one side brings to the client that both share. */
export interface SideParts {
  readonly side: Side
  /** Visitors: where a message goes that names no chat. */
  readonly ownChat?: () => ChatId
  readonly visitor?: ChatClient['visitor']
  readonly commercial?: ChatClient['commercial']
}

type CreateSide = (core: Core, started: () => Promise<void>) => SideParts

/** Puts a client together. The sides come from outside, so that a visitor's page does not carry the commercials'. */
export function assembleClient(
  options: ClientOptions,
  environment: Environment,
  createSide: CreateSide,
): ChatClient {
  const core = createCore(options, environment, () => parts.side)
  const start = createStarting(core, () => parts.side)
  const parts = createSide(core, start)
  const { life, retrier, socket, store, views, watching } = core

  /** A visitor's own chat has one more name, for as long as it has no other. */
  function resolve(chatId: ChatId = NEW_CHAT): ChatId {
    return chatId === NEW_CHAT && parts.ownChat !== undefined ? parts.ownChat() : chatId
  }

  return {
    state: store,
    start,
    close: life.end,
    watch: (chatId) => watching.watch(resolve(chatId)),
    unwatch: (chatId) => watching.unwatch(resolve(chatId)),
    reload(chatId) {
      retrier.wake()
      watching.feed(resolve(chatId))?.load()
    },
    loadOlder: async (chatId) => watching.feed(resolve(chatId))?.loadOlder(),
    ...createWriting(core, resolve),
    markAsRead(chatId) {
      const id = resolve(chatId)
      const seq = watching.feed(id)?.through() ?? 0
      if (seq <= (views.get(id)?.chat?.readSeq ?? 0)) return
      parts.side.changeChat(id, (chat) => noteOwnRead(chat, seq))
      core.reading.mark(id, seq)
    },
    setTyping(chatId, isTyping, { isInternal = false } = {}) {
      const id = resolve(chatId)
      if (id !== NEW_CHAT) core.typing.set(id, isTyping, isInternal)
    },
    connectNow() {
      retrier.wake()
      socket.connectNow()
    },
    visitor: parts.visitor ?? (absent('visitors') as ChatClient['visitor']),
    commercial: parts.commercial ?? (absent('commercials') as ChatClient['commercial']),
  }
}

/** The other side's actions: calling one is a mistake of the program, and says so. */
function absent(people: string): object {
  return new Proxy(
    {},
    {
      get: (_, name) => () => {
        throw new TypeError(`${String(name)} is for ${people}`)
      },
    },
  )
}
