import type { ChatId } from '#shared/ids.ts'
import type { DeskStorage } from './desk-storage.ts'
import type { EventBus } from './events.ts'
import type { CommercialIdentity } from './identity.ts'
import type { ChatRecord } from './records.ts'

/** Marks a chat as unread for whoever asks, or no more, and tells their other devices. How far they have read stays as it is. */
export async function markUnread(
  { storage, events }: { storage: Pick<DeskStorage, 'markUnread'>; events: EventBus },
  by: CommercialIdentity,
  { chatId, isUnread }: { chatId: ChatId; isUnread: boolean },
): Promise<ChatRecord> {
  const { chat, isChanged } = await storage.markUnread(by, chatId, isUnread)
  if (isChanged) events.emit('UnreadMarked', { by, chat })
  return chat
}
