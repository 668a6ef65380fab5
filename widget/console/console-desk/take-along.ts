import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { saveFile } from '../save-file.ts'

/** The address of a chat, or of one message in it: in this console, on this page. */
export async function copyLink(chatId: ChatId, seq?: number): Promise<void> {
  const place = new URLSearchParams({ chat: chatId, ...(seq !== undefined && { seq: String(seq) }) })
  const { origin, pathname, search } = location
  await navigator.clipboard.writeText(`${origin}${pathname}${search}#${place.toString()}`)
}

/** All that was said, notes too, as a text to keep. */
export async function saveTranscript({ call }: ChatClient, chatId: ChatId): Promise<void> {
  const query = { format: 'txt' } as const
  // A client reads whatever text comes as a string.
  const text = (await call('GET /v2/chats/:chatId/transcript', { params: { chatId }, query })) as unknown
  saveFile(`chat-${chatId}.txt`, String(text), 'text/plain')
}
