import type { CommercialId } from '#shared/ids.ts'
import type { EventBus } from './events.ts'
import type { CommercialRecord } from './records.ts'
import type { CommercialChange, PeopleStorage } from './storage.ts'

/** Changes who somebody is to the team. What they may no longer do, their open consoles can no longer do either, at once. */
export async function changeCommercial(
  { storage, events }: { storage: Pick<PeopleStorage, 'changeCommercial'>; events: EventBus },
  commercialId: CommercialId,
  change: CommercialChange,
): Promise<CommercialRecord> {
  const { commercial, endedSessions } = await storage.changeCommercial(commercialId, change)
  for (const sessionId of endedSessions) events.emit('SessionEnded', { sessionId, code: 'invalid_token' })
  events.emit('CommercialChanged', { commercial })
  return commercial
}
