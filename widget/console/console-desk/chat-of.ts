import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { ClientState } from '../../core/state.ts'

/** What is known of a chat; the list knows it before it has been read. */
export function chatOf(
  { chats, inbox }: Pick<ClientState, 'chats' | 'inbox'>,
  chatId: ChatId | null,
): Chat | undefined {
  if (chatId === null) return undefined
  return chats.get(chatId)?.chat ?? inbox?.chats.find((other) => other.chatId === chatId)
}
