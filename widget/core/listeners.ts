import type { ServerToClientEvents } from '#shared/events.ts'
import { noteOtherRead, noteOwnRead } from './chat-view.ts'
import type { Core } from './core.ts'

/** What each event of the socket changes, for both sides and for this one. */
export function listenersOf(core: Core): Partial<ServerToClientEvents> {
  return {
    'message:new'(message) {
      core.typists.stop(message.chatId, message.senderId)
      core.watching.feed(message.chatId)?.hear(message)
    },
    'message:updated': (message) => core.watching.feed(message.chatId)?.hear(message),
    'message:read'({ chatId, readerId, readerType, seq }) {
      const isOwn = readerId === core.ownId()
      // A colleague's reading says nothing of the visitor's.
      if (!isOwn && readerType === core.role) return
      core.side.changeChat(chatId, (chat) => (isOwn ? noteOwnRead : noteOtherRead)(chat, seq))
    },
    'chat:status': ({ chatId, status }) => core.side.changeChat(chatId, (chat) => ({ ...chat, status })),
    'chat:assigned': ({ chatId, assignee }) =>
      core.side.changeChat(chatId, (chat) => ({ ...chat, assignee })),
    'chat:head': ({ chatId, ...head }) => core.watching.feed(chatId)?.head(head),
    'user:typing'(typing) {
      if (typing.userId !== core.ownId()) core.typists.start(typing)
    },
    'user:stop-typing': ({ chatId, userId }) => core.typists.stop(chatId, userId),
    ...core.side.events,
  }
}
