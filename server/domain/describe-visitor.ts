import type { DescribeVisitor } from '#shared/person.ts'
import type { EventBus } from './events.ts'
import type { VisitorIdentity } from './identity.ts'
import type { VisitorRecord } from './records.ts'
import type { Storage } from './storage.ts'

/** What a visitor says about themself, shown in the console as unverified. */
export async function describeVisitor(
  { storage, events }: { storage: Pick<Storage, 'describeVisitor' | 'openChatOf'>; events: EventBus },
  visitor: VisitorIdentity,
  description: DescribeVisitor,
): Promise<VisitorRecord> {
  const described = await storage.describeVisitor(visitor.userId, description)
  const chat = await storage.openChatOf(visitor.userId)
  if (chat !== null) events.emit('ChatChanged', { chat })
  return described
}
