import type { ChatId } from '#shared/ids.ts'
import type { ChangedDraft, DeskStorage, NewDraft } from './desk-storage.ts'
import type { EventBus } from './events.ts'
import type { CommercialIdentity } from './identity.ts'

/** Keeps what somebody has begun to write, and tells their other devices. Empty: there is nothing any more. */
export async function keepDraft(
  { storage, events }: { storage: Pick<DeskStorage, 'keepDraft'>; events: EventBus },
  by: CommercialIdentity,
  { chatId, deviceId, ...draft }: NewDraft & { chatId: ChatId; deviceId?: string | undefined },
): Promise<ChangedDraft> {
  const kept = await storage.keepDraft(by, chatId, draft)
  if (kept.isChanged) events.emit('DraftChanged', { by, chat: kept.chat, draft: kept.draft, deviceId })
  return kept
}
