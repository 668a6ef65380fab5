import type { ClientState } from '../state.ts'
import { ownView } from './unsent.ts'

/** Where the "new messages" divider of this tab stands: each tab has its own, for it says what its reader has not seen there. */
export interface Divider {
  watch(): void
  unwatch(): void
  over(state: ClientState): ClientState
}

/** `dividerSeq`: where it stands already. */
export function createDivider(dividerSeq: number | null): Divider {
  let watchers = 0
  let seq = dividerSeq
  let isWanted = dividerSeq === null

  return {
    watch() {
      watchers += 1
    },
    unwatch() {
      watchers = Math.max(0, watchers - 1)
      if (watchers > 0) return
      seq = null
      isWanted = true
    },
    over(state) {
      const view = ownView(state)
      if (view === undefined) return state
      if (watchers > 0 && isWanted && view.chat !== null) {
        isWanted = false
        seq = view.chat.unreadCount > 0 ? view.chat.readSeq : null
      }
      if (view.dividerSeq === seq) return state
      return { ...state, chats: new Map(state.chats).set(view.chatId, { ...view, dividerSeq: seq }) }
    },
  }
}
