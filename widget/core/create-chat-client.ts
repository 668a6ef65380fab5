import type { ChatId } from '#shared/ids.ts'
import type { ChatClient, ClientOptions } from './chat-client.ts'
import { noteOwnRead } from './chat-view.ts'
import { createCommercialSide } from './commercial-side.ts'
import { createCore, type Side } from './core.ts'
import { realEnvironment, type Environment } from './environment.ts'
import { createStarting } from './starting.ts'
import { NEW_CHAT } from './state.ts'
import { createVisitorSide } from './visitor-side.ts'
import { createWriting } from './writing.ts'

/** A client of either side, for browsers and for Node. `environment` is for tests. */
export function createChatClient(
  options: ClientOptions,
  environment: Environment = realEnvironment,
): ChatClient {
  const core = createCore(options, environment, () => side)
  const { life, retrier, socket, store, views, watching } = core
  const start = createStarting(core, () => side)
  const visitor = options.role === 'visitor' ? createVisitorSide(core, options, start) : null
  const commercial = options.role === 'commercial' ? createCommercialSide(core, options) : null
  const side = (visitor ?? commercial)?.side as Side

  /** A visitor's own chat has one more name, for as long as it has no other. */
  function resolve(chatId: ChatId = NEW_CHAT): ChatId {
    return chatId === NEW_CHAT && visitor !== null ? visitor.ownChat() : chatId
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
      side.changeChat(id, (chat) => noteOwnRead(chat, seq))
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
    visitor: visitor?.actions ?? (absent('visitors') as ChatClient['visitor']),
    commercial: commercial?.actions ?? (absent('commercials') as ChatClient['commercial']),
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
