import type { ChatId } from '#shared/ids.ts'
import type { ChatClient, ClientOptions } from './chat-client.ts'
import { noteOwnRead } from './chat-view.ts'
import { createCommercialSide } from './commercial-side.ts'
import { createCore, type Side } from './core.ts'
import { realEnvironment, type Environment } from './environment.ts'
import { NEW_CHAT, type DraftMessage } from './state.ts'
import { place, removeDraft } from './thread.ts'
import { toFailure } from './api-error.ts'
import { createVisitorSide } from './visitor-side.ts'

/** A client of either side, for browsers and for Node. `environment` is for tests. */
export function createChatClient(
  options: ClientOptions,
  environment: Environment = realEnvironment,
): ChatClient {
  const core = createCore(options, environment, () => side)
  const { api, life, outbox, retrier, socket, store, watching } = core
  const visitor = options.role === 'visitor' ? createVisitorSide(core, options) : null
  const commercial = options.role === 'commercial' ? createCommercialSide(core, options) : null
  const side = (visitor ?? commercial)?.side as Side
  let starting: Promise<void> | null = null

  /** A visitor's own chat has one more name, for as long as it has no other. */
  function resolve(chatId: ChatId = NEW_CHAT): ChatId {
    return chatId === NEW_CHAT && visitor !== null ? visitor.ownChat() : chatId
  }

  function start(): Promise<void> {
    const isOver = commercial !== null && store.get().session.state === 'signed-out'
    if (starting === null || isOver) starting = findOut()
    return starting
  }

  async function findOut(): Promise<void> {
    try {
      await retrier.untilAnswered(side.start, (_, ms) => {
        const retryAt = environment.now() + ms
        store.update((state) => ({ ...state, connection: { state: 'reconnecting', retryAt } }))
      })
    } catch (cause) {
      core.setSession({ state: 'signed-out', reason: toFailure(cause).code })
    }
    const { connection, session } = store.get()
    if (session.state === 'signed-out' && connection.state === 'reconnecting') {
      store.update((state) => ({ ...state, connection: { state: 'idle' } }))
    }
  }

  /** What its author had seen; notes are guarded by nothing, and neither is a chat that is not on screen. */
  function seenSeq({ chatId, isInternal }: DraftMessage): number | undefined {
    if (commercial === null || isInternal) return undefined
    return watching.feed(chatId)?.through() ?? undefined
  }

  function draftOf(chatId: ChatId, content: string, isInternal: boolean): DraftMessage {
    const { session } = store.get()
    const name = session.state === 'visitor' ? session.visitor.name : undefined
    return {
      delivery: 'sending',
      clientMessageId: environment.newId(),
      chatId,
      senderId: core.ownId(),
      senderType: options.role,
      senderName: session.state === 'commercial' ? session.commercial.name : (name ?? ''),
      content,
      type: 'text',
      isInternal,
      sentAt: new Date(environment.now()).toISOString(),
    }
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
    send({ chatId, content, isInternal = false }) {
      if (commercial !== null && chatId === undefined) throw new TypeError('A commercial says in which chat')
      const draft = draftOf(resolve(chatId), content, isInternal)
      if (draft.chatId === NEW_CHAT) watching.ensure(NEW_CHAT)
      watching.changeView(draft.chatId, (view) => ({ ...view, thread: place(view.thread, draft) }))
      core.typing.set(draft.chatId, false, isInternal)
      outbox.add({ draft, seenSeq: seenSeq(draft) })
      return draft.clientMessageId
    },
    retry(chatId, clientMessageId) {
      const id = resolve(chatId)
      const draft = outbox.find(id, clientMessageId)
      if (draft === undefined) return
      const unseen = draft.failure?.unseen?.map(({ seq }) => seq) ?? []
      const seen = seenSeq(draft)
      outbox.retry(id, clientMessageId, seen === undefined ? undefined : Math.max(seen, ...unseen))
    },
    discard(chatId, clientMessageId) {
      const id = resolve(chatId)
      const draft = outbox.discard(id, clientMessageId)
      if (draft === undefined) return ''
      watching.changeView(id, (view) => ({ ...view, thread: removeDraft(view.thread, clientMessageId) }))
      return draft.content
    },
    async edit(messageId, content) {
      const message = await api('PATCH /v2/messages/:messageId', { params: { messageId }, body: { content } })
      watching.feed(message.chatId)?.receive([message])
      return message
    },
    async remove(messageId) {
      const message = await api('DELETE /v2/messages/:messageId', { params: { messageId } })
      watching.feed(message.chatId)?.receive([message])
      return message
    },
    markAsRead(chatId) {
      const id = resolve(chatId)
      const seq = watching.feed(id)?.through() ?? 0
      const readSeq = store.get().chats.get(id)?.chat?.readSeq ?? 0
      if (seq <= readSeq) return
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
    visitor: visitor?.actions ?? absent('visitor'),
    commercial: commercial?.actions ?? absent('commercial'),
  }
}

/** The other side's actions: calling one is a mistake of the program, and says so. */
function absent<Actions extends object>(role: string): Actions {
  return new Proxy({} as Actions, {
    get: (_, name) => () => {
      throw new TypeError(`${String(name)} is for a client whose role is ${role}`)
    },
  })
}
