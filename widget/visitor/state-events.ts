import type { ChatView, ClientState, SentMessage, ThreadMessage } from '../core/state.ts'
import { visitorChat } from './visitor-chat.ts'
import { tell } from './widget-events.ts'

/** Tells the page what has changed between two states of the client. */
export function tellChanges(target: EventTarget, before: ClientState, after: ClientState): void {
  if (before.connection.state !== after.connection.state) tell(target, 'chat-connection', after.connection)
  const was = visitorChat(before)
  const is = visitorChat(after)
  if (is === undefined || is === was) return
  tellStatus(target, was, is)
  if (was?.thread !== is.thread) tellMessages(target, was, is)
}

function tellStatus(target: EventTarget, was: ChatView | undefined, is: ChatView): void {
  if (is.chat === null || was?.chat?.status === is.chat.status) return
  tell(target, 'chat-status', { chatId: is.chat.chatId, status: is.chat.status })
}

function tellMessages(target: EventTarget, was: ChatView | undefined, is: ChatView): void {
  const drafts = new Map(
    (was?.thread ?? []).flatMap((m) => (m.delivery === 'sent' ? [] : [[m.clientMessageId, m]])),
  )
  const known = lastSeq(was?.thread ?? [])
  for (const message of is.thread) {
    if (message.delivery === 'failed') tellFailure(target, message, drafts.get(message.clientMessageId))
    if (message.delivery !== 'sent') continue
    if (drafts.has(message.clientMessageId ?? '')) tell(target, 'chat-message', { message, direction: 'out' })
    // Before anything was known all is history.
    else if (known > 0 && message.seq > known && message.senderType !== 'visitor') {
      tell(target, 'chat-message', { message, direction: 'in' })
    }
  }
}

function tellFailure(target: EventTarget, message: ThreadMessage, draft: ThreadMessage | undefined): void {
  if (message.delivery !== 'failed' || draft?.delivery === 'failed') return
  tell(target, 'chat-send-failed', { clientMessageId: message.clientMessageId, failure: message.failure })
}

function lastSeq(thread: readonly ThreadMessage[]): number {
  return thread.findLast((m): m is SentMessage => m.delivery === 'sent')?.seq ?? 0
}
