import type { EventBus } from './events.ts'
import type { MergedVisitors } from './visitor-storage.ts'

/** Everything that followed from knowing who a visitor is, or that two are one, in the order in which it must be heard. */
export function tellIdentified(events: EventBus, identified: MergedVisitors): void {
  const { visitor, mergedId, closed, chats } = identified
  for (const sessionId of identified.endedSessionIds) {
    events.emit('SessionEnded', { sessionId, code: 'invalid_token' })
  }
  if (mergedId !== null) {
    const { visitorId, siteId, seenAt } = visitor
    events.emit('VisitorMerged', { visitorId: mergedId, siteId, into: visitorId, at: seenAt })
  }
  for (const chat of closed) events.emit('ChatStatusChanged', { chat, at: chat.updatedAt })
  for (const chat of chats) events.emit('ChatChanged', { chat })
  events.emit('VisitorChanged', { visitor })
}
