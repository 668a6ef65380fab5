import type { VisitorId } from '#shared/ids.ts'
import type { DescribeVisitor } from '#shared/person.ts'
import type { TrackEvent, UpdateVisitor, VisitPage } from '#shared/visitor.ts'
import type { EventBus } from './events.ts'
import type { CommercialIdentity, VisitorIdentity } from './identity.ts'
import type { VisitorRecord } from './records.ts'
import type { ChatStorage } from './storage.ts'
import type { VisitorStorage } from './visitor-storage.ts'

interface Deps {
  readonly storage: Pick<VisitorStorage, 'describeVisitor' | 'changeVisitor' | 'addToTrail'> &
    Pick<ChatStorage, 'openChatOf'>
  readonly events: EventBus
}

/** What a visitor says about themself, shown in the console as unverified. */
export async function describeVisitor(
  deps: Deps,
  visitor: VisitorIdentity,
  description: DescribeVisitor,
): Promise<VisitorRecord> {
  return told(deps, await deps.storage.describeVisitor(visitor.userId, description))
}

/** What a commercial notes about a visitor, and whether they may write. */
export async function changeVisitor(
  deps: Deps,
  by: CommercialIdentity,
  { visitorId, change }: { visitorId: VisitorId; change: UpdateVisitor },
): Promise<VisitorRecord> {
  return told(deps, await deps.storage.changeVisitor(by, visitorId, change))
}

export async function visitPage(deps: Deps, visitor: VisitorIdentity, page: VisitPage): Promise<void> {
  const { url, title, referrer } = page
  await told(deps, await deps.storage.addToTrail(visitor.userId, { kind: 'page', url, title, referrer }))
}

export async function trackEvent(deps: Deps, visitor: VisitorIdentity, event: TrackEvent): Promise<void> {
  const { name, props } = event
  await told(deps, await deps.storage.addToTrail(visitor.userId, { kind: 'event', name, props }))
}

async function told({ storage, events }: Deps, visitor: VisitorRecord): Promise<VisitorRecord> {
  const chat = await storage.openChatOf(visitor.visitorId)
  if (chat !== null) events.emit('ChatChanged', { chat })
  events.emit('VisitorChanged', { visitor })
  return visitor
}
