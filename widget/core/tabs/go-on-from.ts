import type { ClientState, Thread } from '../state.ts'
import { ownView } from './unsent.ts'

/** What is known, without what was under way in the client that knew it: the next one begins that anew. */
export function goOnFrom(state: ClientState): ClientState {
  const view = ownView(state)
  const chats: ClientState['chats'] =
    view?.chat == null
      ? new Map()
      : new Map([
          [
            view.chatId,
            {
              ...view,
              // Before the newest page there are at most messages of one's own, and nobody knows what is missing before them.
              thread: view.history.state === 'ready' ? withoutHole(view.thread) : [],
              older: { state: 'idle' },
              typists: [],
              dividerSeq: null,
            },
          ],
        ])
  return { ...state, chats, connection: { state: 'connecting' } }
}

/** One's own message is shown before what is missing before it. That, and what comes after, is read again. */
function withoutHole(thread: Thread): Thread {
  const sent = thread.filter((message) => message.delivery === 'sent')
  const hole = sent.findIndex(({ seq }, index) => index > 0 && seq !== (sent[index - 1]?.seq ?? 0) + 1)
  return hole < 0 ? sent : sent.slice(0, hole)
}
