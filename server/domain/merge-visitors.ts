import type { VisitorId } from '#shared/ids.ts'
import type { EventBus } from './events.ts'
import { tellIdentified } from './identify-visitor.ts'
import type { CommercialIdentity } from './identity.ts'
import type { VisitorRecord } from './records.ts'
import type { VisitorStorage } from './visitor-storage.ts'

/** Two visitors are one, says somebody of the team. Returns who remains. */
export async function mergeVisitors(
  { storage, events }: { storage: Pick<VisitorStorage, 'mergeVisitors'>; events: EventBus },
  by: CommercialIdentity,
  { visitorId, into }: { visitorId: VisitorId; into: VisitorId },
): Promise<VisitorRecord> {
  const merged = await storage.mergeVisitors(by, visitorId, into)
  tellIdentified(events, merged)
  // They may be there at this moment, and have it on their page at once.
  for (const chat of merged.chats.filter(({ status }) => status !== 'CLOSED')) {
    events.emit('ChatRevealed', { chat })
  }
  return merged.visitor
}
