import type { ChatView, ClientState, Failure, Thread } from '../core/state.ts'
import { visitorChat } from './visitor-chat.ts'
import { tell } from './widget-events.ts'

/** Tells the page what has changed between two states of the client. */
export function tellChanges(target: EventTarget, before: ClientState, after: ClientState): void {
  if (before.connection.state !== after.connection.state) tell(target, 'chat-connection', after.connection)
  tellError(target, failureOf(before), failureOf(after))
  const { site } = after
  if (site && before.site?.online !== site.online)
    tell(target, 'chat-availability', { online: site.online, nextOpening: site.nextOpening })
  const was = visitorChat(before)
  const is = visitorChat(after)
  if (is === undefined || is === was) return
  tellStatus(target, was, is)
  tellMessages(target, was?.thread ?? [], is.thread)
}

function tellError(target: EventTarget, was: Failure | undefined, is: Failure | undefined): void {
  if (is === undefined || is.code === was?.code) return
  tell(target, 'chat-error', { code: is.code, message: is.message, ref: is.requestId })
}

/** A session or a history that was refused. */
function failureOf(state: ClientState): Failure | undefined {
  const { session } = state
  if (session.state === 'signed-out' && session.reason) return { code: session.reason, message: '' }
  const history = visitorChat(state)?.history
  return history?.state === 'failed' ? history.failure : undefined
}

function tellStatus(target: EventTarget, was: ChatView | undefined, is: ChatView): void {
  if (is.chat === null || was?.chat?.status === is.chat.status) return
  // A chat that was there before the page is no beginning.
  if (was?.chat === null) tell(target, 'chat-start', { chatId: is.chat.chatId })
  tell(target, 'chat-status', { chatId: is.chat.chatId, status: is.chat.status })
}

function tellMessages(target: EventTarget, was: Thread, is: Thread): void {
  if (was === is) return
  const deliveries = new Map(was.map((message) => [message.clientMessageId, message.delivery]))
  const last = was.findLast((message) => message.delivery === 'sent')
  // Before anything was known all is history.
  const known = last?.delivery === 'sent' ? last.seq : Infinity
  for (const message of is) {
    const { clientMessageId } = message
    const before = clientMessageId === undefined ? undefined : deliveries.get(clientMessageId)
    if (message.delivery !== 'sent') {
      if (message.delivery === 'failed' && before !== 'failed') {
        tell(target, 'chat-send-failed', {
          clientMessageId: message.clientMessageId,
          failure: message.failure,
        })
      }
    } else if (before === 'sending' || before === 'failed') {
      tell(target, 'chat-message', { message, direction: 'out' })
    } else if (message.seq > known && message.senderType !== 'visitor') {
      tell(target, 'chat-message', { message, direction: 'in' })
    }
  }
}
