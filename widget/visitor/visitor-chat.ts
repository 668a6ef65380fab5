import type { ChatView, ClientState } from '../core/state.ts'

/** The visitor's chat: the one that the server knows, else the one that begins with an unsent message. */
export function visitorChat(state: ClientState): ChatView | undefined {
  const views = [...state.chats.values()]
  return views.findLast((view) => view.chat !== null) ?? views.at(-1)
}

export function visitorId(state: ClientState): string | undefined {
  return state.session.state === 'visitor' ? state.session.visitor.visitorId : undefined
}
