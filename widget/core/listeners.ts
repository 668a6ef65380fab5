import type { Chat } from '#shared/chat.ts'
import type { ServerPayload, ServerToClientEvents } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import { noteOtherRead, noteOwnRead } from './chat-view.ts'
import type { Feed } from './feed.ts'
import type { Typists } from './typing.ts'

interface Listening {
  readonly role: 'visitor' | 'commercial'
  readonly ownId: () => string
  readonly typists: Typists
  readonly feed: (chatId: ChatId) => Feed | undefined
  readonly side: () => {
    showChat(chat: Chat): void
    changeChat(chatId: ChatId, change: (chat: Chat) => Chat): void
    onPresence(presence: ServerPayload<'presence:changed'>): void
  }
}

/** What each event of the socket changes. Made once; the socket attaches each of them once. */
export function listenersOf({ role, ownId, typists, feed, side }: Listening): Partial<ServerToClientEvents> {
  return {
    'message:new'(message) {
      typists.stop(message.chatId, message.senderId)
      feed(message.chatId)?.hear(message)
    },
    'message:updated': (message) => feed(message.chatId)?.hear(message),
    'message:read'({ chatId, readerId, readerType, seq }) {
      const isOwn = readerId === ownId()
      // A colleague's reading says nothing of the visitor's.
      if (!isOwn && readerType === role) return
      side().changeChat(chatId, (chat) => (isOwn ? noteOwnRead : noteOtherRead)(chat, seq))
    },
    'chat:status': ({ chatId, status }) => side().changeChat(chatId, (chat) => ({ ...chat, status })),
    'chat:assigned': ({ chatId, assignee }) => side().changeChat(chatId, (chat) => ({ ...chat, assignee })),
    'chat:created': (chat) => side().showChat(chat),
    'chat:updated': (chat) => side().showChat(chat),
    'chat:head': ({ chatId, ...head }) => feed(chatId)?.head(head),
    'user:typing'(typing) {
      if (typing.userId !== ownId()) typists.start(typing)
    },
    'user:stop-typing': ({ chatId, userId }) => typists.stop(chatId, userId),
    'presence:changed': (presence) => side().onPresence(presence),
  }
}
