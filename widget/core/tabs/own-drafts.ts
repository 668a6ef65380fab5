import type { ChatView, ClientState, DraftMessage, ThreadMessage } from '../state.ts'
import { ownView } from './unsent.ts'

interface Entry {
  draft: DraftMessage
  /** Which leader has shown it: one who does so no longer has had it discarded. */
  shownBy?: object
}

/** What was written in this tab, or told by another, until it is known to be sent: whoever leads may die with it. */
export interface OwnDrafts {
  add(draft: DraftMessage): void
  has(clientMessageId: string): boolean
  /** A leader says how things stand. */
  settle(state: ClientState, leader: object): void
  /** The state, with what it does not show yet. */
  over(state: ClientState): ClientState
  all(): readonly DraftMessage[]
  remove(clientMessageId: string): void
  clear(): void
}

/** `newChat`: the empty view of a chat that the server does not know yet. */
export function createOwnDrafts(newChat: ChatView): OwnDrafts {
  const entries = new Map<string, Entry>()

  return {
    add(draft) {
      if (!entries.has(draft.clientMessageId)) entries.set(draft.clientMessageId, { draft })
    },
    has: (key) => entries.has(key),
    settle(state, leader) {
      if (entries.size === 0) return
      const shown = messagesByKey(state)
      for (const [key, entry] of entries) {
        const message = shown.get(key)
        const isDiscarded = message === undefined && entry.shownBy === leader
        if (message?.delivery === 'sent' || isDiscarded) entries.delete(key)
        else if (message !== undefined) Object.assign(entry, { draft: message, shownBy: leader })
      }
    },
    over(state) {
      if (entries.size === 0) return state
      const shown = messagesByKey(state)
      const missing = [...entries.values()].flatMap(({ draft }) =>
        shown.has(draft.clientMessageId) ? [] : [draft],
      )
      if (missing.length === 0) return state
      const view = ownView(state) ?? newChat
      const thread = [...view.thread, ...missing.map((draft) => ({ ...draft, chatId: view.chatId }))]
      return { ...state, chats: new Map(state.chats).set(view.chatId, { ...view, thread }) }
    },
    all: () => [...entries.values()].map(({ draft }) => draft),
    remove: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  }
}

/** Visitors' messages by their keys. Others may have borrowed one. */
function messagesByKey(state: ClientState): ReadonlyMap<string | undefined, ThreadMessage> {
  const thread = ownView(state)?.thread ?? []
  return new Map(
    thread
      .filter(({ senderType }) => senderType === 'visitor')
      .map((message) => [message.clientMessageId, message]),
  )
}
