import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { PublicSite } from '#shared/person.ts'
import type { VisitorSession } from '#shared/session.ts'
import { ApiError, isUnauthenticated } from './api-error.ts'
import type { ClientOptions, VisitorActions } from './chat-client.ts'
import { noteMessage } from './chat-view.ts'
import type { Core, Side } from './core.ts'
import type { OutboxItem } from './outbox.ts'
import { NEW_CHAT } from './state.ts'
import { createVisitorSession } from './visitor-session.ts'

type VisitorOptions = Extract<ClientOptions, { role: 'visitor' }>

/** A visitor: one chat of their own, made together with the session by its first message and not before. */
export function createVisitorSide(
  core: Core,
  options: VisitorOptions,
): { side: Side; actions: VisitorActions; ownChat(): ChatId } {
  const { api, outbox, socket, store, watching } = core
  let ownChat: ChatId = NEW_CHAT

  const session = createVisitorSession({
    api: core.plainApi,
    authorizedApi: api,
    siteKey: options.siteKey,
    locale: options.locale,
    tokens: options.tokens,
    onSite: showSite,
    onOpened({ visitor, chat }: VisitorSession) {
      core.setSession({ state: 'visitor', visitor })
      if (chat !== null) adopt(chat)
    },
    onNobody(reason) {
      core.setSession({ state: 'signed-out', ...(reason !== undefined && { reason }) })
      socket.close()
      if (ownChat !== NEW_CHAT) moveTo(NEW_CHAT, null)
    },
  })

  function showSite(site: PublicSite): void {
    store.update((state) => ({ ...state, site }))
  }

  /** What was written before the chat had an id goes on in it, in the same order. */
  function moveTo(chatId: ChatId, chat: Chat | null): void {
    const from = ownChat
    ownChat = chatId
    outbox.move(from, chatId, core.ownId())
    watching.move(from, chatId, chat)
  }

  function adopt(chat: Chat): void {
    if (ownChat !== chat.chatId) moveTo(chat.chatId, chat)
    watching.keep(chat)
    socket.open()
  }

  async function deliver(item: OutboxItem): Promise<number | undefined> {
    if (item.draft.chatId === NEW_CHAT) {
      await session.open()
      // The session may have brought the open chat of another tab or of yesterday.
      if (item.draft.chatId === NEW_CHAT) return openChat(item)
    }
    try {
      return await core.post(item)
    } catch (cause) {
      // The session had died and its chat with it: the message begins another. That one is new, so this happens once.
      if (isUnauthenticated(cause) && item.draft.chatId === NEW_CHAT) return deliver(item)
      // Another tab has opened a chat since this one was closed: there the talk goes on.
      if (cause instanceof ApiError && cause.code === 'other_chat_open') return openChat(item)
      throw cause
    }
  }

  async function openChat({ draft }: OutboxItem): Promise<number | undefined> {
    const { content, clientMessageId } = draft
    const page = session.page()
    const chat = await api('POST /v2/chats', {
      body: { message: { content, clientMessageId }, ...(page !== undefined && { page }) },
    })
    adopt(chat)
    const { lastMessage } = chat
    if (lastMessage?.clientMessageId !== clientMessageId) return undefined
    watching.feed(chat.chatId)?.receiveOwn(lastMessage)
    return lastMessage.seq
  }

  return {
    ownChat: () => ownChat,
    side: {
      credentials: session,
      start: session.start,
      deliver,
      online() {},
      knownChat: () => null,
      onPlaced(chatId, messages) {
        watching.changeChat(chatId, (chat) =>
          messages.reduce((noted, message) => noteMessage(noted, message, core.ownId()), chat),
        )
      },
      showChat: watching.showChat,
      changeChat: watching.changeChat,
      onPresence(presence) {
        if (!('online' in presence)) return
        const { site } = store.get()
        if (site !== null) showSite({ ...site, online: presence.online })
      },
    },
    actions: {
      async describe(description) {
        const visitor = await session.describe(description)
        if (visitor !== undefined) core.setSession({ state: 'visitor', visitor })
      },
      setPage: session.setPage,
      forget() {
        outbox.clear()
        session.forget()
      },
    },
  }
}
