import type { EventBus } from '../domain/events.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { PeopleStorage } from '../domain/storage.ts'
import { hashPassword, verifyPassword } from './password.ts'

interface Deps {
  readonly storage: Pick<PeopleStorage, 'commercial' | 'commercialByEmail' | 'changePassword'>
  readonly events: EventBus
}

/** Whoever knows the old password sets a new one. Every other session of theirs ends: one of them may be the reason. */
export async function changePassword(
  { storage, events }: Deps,
  { userId, sessionId }: CommercialIdentity,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<void> {
  const person = await storage.commercial(userId)
  const account = person && (await storage.commercialByEmail(person.email))
  if (!(await verifyPassword(currentPassword, account?.passwordHash ?? null)))
    throw new Refusal('wrong_password')
  const ended = await storage.changePassword(userId, await hashPassword(newPassword), sessionId)
  for (const other of ended) events.emit('SessionEnded', { sessionId: other, code: 'invalid_token' })
}
