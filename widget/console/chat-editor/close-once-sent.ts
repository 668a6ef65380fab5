import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ClientState } from '../../core/state.ts'

/**
 * Closes a chat when an answer is out: a chat that is closed already would take it no more. Stays open where it failed, or was held back
 * for what its writer had not seen.
 */
export function closeOnceSent(client: ChatClient, chatId: ChatId, clientMessageId: string): void {
  const stop = client.state.subscribe(look)
  look(client.state.get())

  function look(state: ClientState): void {
    const outcome = outcomeOf(state, chatId, clientMessageId)
    if (outcome === 'waiting') return
    stop()
    // Refused: the chat says so by staying open.
    if (outcome === 'sent') client.commercial.closeChat(chatId).catch(() => {})
  }
}

function outcomeOf(
  { chats, inbox, session }: ClientState,
  chatId: ChatId,
  clientMessageId: string,
): 'sent' | 'failed' | 'waiting' {
  if (session.state === 'signed-out') return 'failed'
  // Another chat may be on screen by now: then the inbox hears of it.
  if (inbox?.heard?.lastMessage?.clientMessageId === clientMessageId) return 'sent'
  const message = chats.get(chatId)?.thread.find((other) => other.clientMessageId === clientMessageId)
  return message === undefined || message.delivery === 'sending' ? 'waiting' : message.delivery
}
