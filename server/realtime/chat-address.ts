import type { ChatId } from '#shared/ids.ts'
import { Refusal } from '../domain/refusal.ts'

/** Which chat a client means, and whether it asked for the notes by name. */
export interface ChatAddress {
  readonly chatId: ChatId
  readonly withNotes: boolean
}

/** Reads `{chatId}`, `chat:{chatId}`, and either with `:commercial` behind it. Anything else names no chat. */
export function parseChatAddress(text: string): ChatAddress {
  const [, chatId, suffix] = /^(?:chat:)?([^:]+)(:commercial)?$/.exec(text) ?? []
  if (chatId === undefined) throw new Refusal('chat_not_found')
  return { chatId: chatId as ChatId, withNotes: suffix !== undefined }
}
