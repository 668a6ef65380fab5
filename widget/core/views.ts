import type { ChatId } from '#shared/ids.ts'
import type { ChatView, ClientState } from './state.ts'
import type { Store } from './store.ts'

/** The views of the chats that are watched, within the state. */
export interface Views {
  has(chatId: ChatId): boolean
  get(chatId: ChatId): ChatView | undefined
  add(view: ChatView): void
  remove(chatId: ChatId): void
  change(chatId: ChatId, change: (view: ChatView) => ChatView): void
  /** One view in another's place, in one step: nobody sees neither. */
  replace(chatId: ChatId, by: ChatView): void
}

export function createViews(store: Store<ClientState>): Views {
  function update(change: (chats: Map<ChatId, ChatView>) => void): void {
    store.update((state) => {
      const chats = new Map(state.chats)
      change(chats)
      return { ...state, chats }
    })
  }

  return {
    has: (chatId) => store.get().chats.has(chatId),
    get: (chatId) => store.get().chats.get(chatId),
    add: (view) => update((chats) => chats.set(view.chatId, view)),
    remove: (chatId) => update((chats) => chats.delete(chatId)),
    change(chatId, change) {
      const view = store.get().chats.get(chatId)
      if (view === undefined) return
      const changed = change(view)
      if (changed !== view) update((chats) => chats.set(chatId, changed))
    },
    replace(chatId, by) {
      update((chats) => {
        chats.delete(chatId)
        chats.set(by.chatId, by)
      })
    },
  }
}
