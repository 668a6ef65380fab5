import type { Chat } from '#shared/chat.ts'
import type { ChatId, VisitorId } from '#shared/ids.ts'
import { mergeChat } from './chat-view.ts'

/** The chats that the inbox was told of, and which of that is newer than an answer still on its way. */
export interface KnownChats {
  readonly get: (chatId: ChatId) => Chat | null
  /** Those with this visitor. */
  readonly of: (visitorId: VisitorId) => readonly Chat[]
  /** As it is now, with what this reader has read meanwhile. */
  merged(told: Chat): Chat
  tell(chat: Chat): void
  /** Chats of a further page; what events have told of them is newer. */
  add(chats: readonly Chat[]): readonly Chat[]
  beginReading(): void
  /** What was read, and what was told since the reading began. Everything else is forgotten. */
  endReading(chats: readonly Chat[]): { listed: readonly Chat[]; toldMeanwhile: readonly Chat[] }
  clear(): void
}

export function createKnownChats(): KnownChats {
  let known = new Map<ChatId, Chat>()
  let toldSince = new Map<ChatId, Chat>()

  function merged(told: Chat): Chat {
    return mergeChat(known.get(told.chatId), told)
  }

  return {
    get: (chatId) => known.get(chatId) ?? null,
    of: (visitorId) => [...known.values()].filter(({ visitor }) => visitor.visitorId === visitorId),
    merged,
    tell(chat) {
      known.set(chat.chatId, chat)
      toldSince.set(chat.chatId, chat)
    },
    add(chats) {
      return chats.map((chat) => {
        const newest = toldSince.get(chat.chatId) ?? merged(chat)
        known.set(chat.chatId, newest)
        return newest
      })
    },
    beginReading() {
      toldSince = new Map()
    },
    endReading(chats) {
      const listed = chats.map(merged)
      const toldMeanwhile = [...toldSince.values()]
      known = new Map([...listed, ...toldMeanwhile].map((chat) => [chat.chatId, chat]))
      return { listed, toldMeanwhile }
    },
    clear() {
      known = new Map()
      toldSince = new Map()
    },
  }
}
