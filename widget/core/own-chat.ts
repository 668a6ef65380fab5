import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Page } from '#shared/person.ts'
import { ApiError, isUnauthenticated } from './api-error.ts'
import type { Core } from './core.ts'
import type { OutboxItem } from './outbox.ts'
import { post } from './post-message.ts'
import { NEW_CHAT } from './state.ts'

/** A visitor's one chat: made by their first message and not before. */
export interface OwnChat {
  /** `NEW_CHAT` while there is none. */
  readonly id: () => ChatId
  /** The chat, made if there is none: a file needs one before it can be sent. */
  readonly open: () => Promise<ChatId>
  /** This is the chat now; what was written before it had an id goes on in it, in the same order. */
  adopt(chat: Chat): void
  /** There is none any more; what was not sent waits for the next. */
  abandon(): void
  readonly deliver: (item: OutboxItem) => Promise<void>
}

interface OwnChatOptions {
  /** Makes a session if there is none; it may bring an open chat. */
  readonly openSession: () => Promise<void>
  readonly page: () => Page | undefined
}

export function createOwnChat(core: Core, { openSession, page }: OwnChatOptions): OwnChat {
  const { api, outbox, socket, watching } = core
  let ownId: ChatId = NEW_CHAT

  function moveTo(chatId: ChatId, chat: Chat | null): void {
    const from = ownId
    ownId = chatId
    outbox.move(from, chatId, core.ownId())
    watching.move(from, chatId, chat)
  }

  function adopt(chat: Chat): void {
    if (ownId !== chat.chatId) moveTo(chat.chatId, chat)
    watching.keep(chat.chatId, chat)
    // Nobody writes in one that is closed, before the visitor does.
    if (chat.status !== 'CLOSED') socket.open()
  }

  async function deliver(item: OutboxItem): Promise<void> {
    try {
      await attempt(item)
    } catch (cause) {
      // The session had died, and its chat with it: the message begins another of both. Those are new, so this happens once.
      if (!isUnauthenticated(cause) || item.draft.chatId !== NEW_CHAT) throw cause
      await attempt(item)
    }
  }

  async function attempt(item: OutboxItem): Promise<void> {
    if (item.draft.chatId === NEW_CHAT) await openSession()
    // Asked again: the session may have brought the open chat of another tab, or of yesterday.
    if (item.draft.chatId === NEW_CHAT) return openChat(item)
    try {
      await post(core, item)
      socket.open()
    } catch (cause) {
      // Another tab has opened a chat since this one was closed: there the talk goes on.
      if (!(cause instanceof ApiError) || cause.code !== 'other_chat_open') throw cause
      await openChat(item)
    }
  }

  async function openChat({ draft }: OutboxItem): Promise<void> {
    const { content, clientMessageId } = draft
    const chat = await api('POST /v2/chats', {
      body: { message: { content, clientMessageId }, page: page() },
    })
    adopt(chat)
    const { lastMessage } = chat
    // Somebody may have written after it; then it comes with the history.
    if (lastMessage?.clientMessageId !== clientMessageId) return
    watching.feed(chat.chatId)?.receiveOwn(lastMessage)
  }

  return {
    id: () => ownId,
    async open() {
      await openSession()
      if (ownId === NEW_CHAT) adopt(await api('POST /v2/chats', { body: { page: page() } }))
      return ownId
    },
    adopt,
    abandon() {
      if (watching.view(ownId)) moveTo(NEW_CHAT, null)
    },
    deliver,
  }
}
