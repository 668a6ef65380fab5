import type { ServerToClientEvents } from '#shared/events.ts'
import { noteOtherRead, noteOwnRead } from './chat-view.ts'
import type { Core, Side } from './core.ts'

/** What each event of the socket changes. Made once; the socket attaches each of them once. */
export function listenersOf(core: () => Core, side: () => Side): Partial<ServerToClientEvents> {
  return {
    'message:new'(message) {
      core().typists.stop(message.chatId, message.senderId)
      core().watching.feed(message.chatId)?.receive([message])
    },
    'message:updated': (message) => core().watching.feed(message.chatId)?.receive([message]),
    'message:read'({ chatId, readerId, readerType, seq }) {
      const isOwn = readerId === core().ownId()
      // A colleague's reading says nothing of the visitor's.
      if (!isOwn && readerType === core().role) return
      side().changeChat(chatId, (chat) => (isOwn ? noteOwnRead : noteOtherRead)(chat, seq))
    },
    'chat:status': ({ chatId, status }) => side().changeChat(chatId, (chat) => ({ ...chat, status })),
    'chat:assigned': ({ chatId, assignee }) => side().changeChat(chatId, (chat) => ({ ...chat, assignee })),
    'chat:created': (chat) => side().showChat(chat),
    'chat:updated': (chat) => side().showChat(chat),
    'chat:head': ({ chatId, ...head }) => core().watching.feed(chatId)?.head(head),
    'user:typing'(typing) {
      if (typing.userId !== core().ownId()) core().typists.start(typing)
    },
    'user:stop-typing': ({ chatId, userId }) => core().typists.stop(chatId, userId),
    'presence:changed': (presence) => side().onPresence(presence),
  }
}
