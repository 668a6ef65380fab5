import type { ChatView, ClientState, DraftMessage } from '../state.ts'

/** A visitor has one chat: the server's, or the one that begins with an unsent message. */
export function ownView({ chats }: ClientState): ChatView | undefined {
  return [...chats.values()].at(-1)
}

/** What the visitor has written and the server has not confirmed, in the order it was written. */
export function unsentOf(state: ClientState): readonly DraftMessage[] {
  return (ownView(state)?.thread ?? []).filter((message) => message.delivery !== 'sent')
}
