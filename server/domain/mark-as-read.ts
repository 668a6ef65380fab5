import type { ChatId, MessageId } from '#shared/ids.ts'
import type { Identity } from './identity.ts'
import type { Deps } from './send-message.ts'

/** Moves the reader’s position forward. Saying it again, or saying less, changes and tells nothing. */
export async function markAsRead(
  { storage, events }: Deps,
  reader: Identity,
  { chatId, ...upTo }: { chatId: ChatId } & ({ seq: number } | { messageId: MessageId }),
): Promise<void> {
  const { chat, move, unseenMentions } = await storage.markAsRead(reader, chatId, upTo)
  if (move === null) return
  events.emit('MessagesRead', { chat, reader, move })
  events.emit('ChatChanged', { chat })
  if (unseenMentions !== null && reader.role !== 'visitor')
    events.emit('MentionsSeen', { by: reader, chatId, unseenCount: unseenMentions })
}
