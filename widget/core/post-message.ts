import type { Core } from './core.ts'
import type { OutboxItem } from './outbox.ts'

/** Sends a message to the chat it names, and shows it as sent. */
export async function post(
  { api, watching }: Pick<Core, 'api' | 'watching'>,
  { draft, seenSeq }: OutboxItem,
): Promise<void> {
  const { chatId, content, isInternal, clientMessageId, attachment } = draft
  const message = await api('POST /v2/messages', {
    body: {
      chatId,
      content,
      clientMessageId,
      isInternal: isInternal || undefined,
      attachment: attachment && { fileId: attachment.fileId },
      seenSeq,
    },
  })
  watching.feed(chatId)?.receiveOwn(message)
}
