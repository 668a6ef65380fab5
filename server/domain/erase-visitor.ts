import type { VisitorId } from '#shared/ids.ts'
import type { EventBus } from './events.ts'
import type { Identity } from './identity.ts'
import type { VisitorStorage } from './visitor-storage.ts'

/** Erases a visitor for good, by themself, by the team or by the rule of their site (null), and tells everybody who may still show something of them. */
export async function eraseVisitor(
  { storage, events }: { storage: Pick<VisitorStorage, 'eraseVisitor'>; events: EventBus },
  by: Identity | null,
  visitorId: VisitorId,
): Promise<void> {
  const { siteId, at, sessionIds, chats, closed } = await storage.eraseVisitor(by, visitorId)
  for (const sessionId of sessionIds) events.emit('SessionEnded', { sessionId, code: 'invalid_token' })
  events.emit('VisitorErased', { visitorId, siteId, at, chats })
  for (const chat of closed) events.emit('ChatStatusChanged', { chat, at })
  for (const chat of chats) events.emit('ChatChanged', { chat })
}
