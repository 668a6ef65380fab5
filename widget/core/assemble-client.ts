import type { ChatId } from '#shared/ids.ts'
import type { ChatClient, ClientOptions } from './chat-client.ts'
import { noteOwnRead } from './chat-view.ts'
import { createCore, type Core, type Side } from './core.ts'
import type { Environment } from './environment.ts'
import { NEW_CHAT } from './state.ts'
import { uploadTools } from './upload-tools.ts'
import { createWriting } from './writing.ts'

/** Puts a client together. The sides come from outside, so that a visitor's page does not carry the commercials'. */
export function assembleClient(
  options: ClientOptions,
  environment: Environment,
  createSide: (core: Core) => Side,
): ChatClient {
  const core = createCore(options, environment, createSide)
  const { start, life, retrier, side, socket, store, watching } = core

  /** A visitor's own chat has one more name; a commercial has none. */
  function resolve(chatId: ChatId = NEW_CHAT): ChatId {
    return chatId === NEW_CHAT ? side.ownChat() : chatId
  }

  const client: Omit<ChatClient, 'visitor' | 'commercial'> = {
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
    // A chunk of its own: most chats carry no file.
    async upload(chatId, file, options) {
      const id = resolve(chatId)
      const wanted = { ...options, chatId: id === NEW_CHAT ? undefined : id, file }
      return (await import('./upload.ts')).upload({ ...core, ...uploadTools }, wanted)
    },
    markAsRead(chatId) {
      const id = resolve(chatId)
      const seq = watching.feed(id)?.through() ?? 0
      if (seq <= (watching.view(id)?.chat?.readSeq ?? 0)) return
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
    call: core.api,
  }
  // The other side's actions are not there: whoever takes one side's client knows which.
  return { ...client, ...side.actions } as ChatClient
}
