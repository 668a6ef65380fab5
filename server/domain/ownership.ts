import type { ErrorCode } from '#shared/errors.ts'
import type { Ownership } from './desk-storage.ts'
import type { CommercialIdentity } from './identity.ts'
import { Refusal } from './refusal.ts'

/** Whether somebody may use it: it is theirs, or shared on a site of theirs. */
export function mayUse(reader: CommercialIdentity, { ownerId, siteId, isShared }: Ownership): boolean {
  if (!isShared) return ownerId === reader.userId
  return siteId === null || reader.role === 'admin' || reader.siteIds.includes(siteId)
}

/** What is one's own is one's own business; what everybody has is the admins'. */
export function checkMayChange(by: CommercialIdentity, thing: Ownership, notFound: ErrorCode): void {
  if (!mayUse(by, thing)) throw new Refusal(notFound)
  if (thing.isShared && by.role !== 'admin') throw new Refusal('forbidden')
}

/** Whether somebody may have it so. */
export function checkMayHave(by: CommercialIdentity, { siteId, isShared }: Omit<Ownership, 'ownerId'>): void {
  if (isShared && by.role !== 'admin') throw new Refusal('forbidden')
  if (siteId !== null && by.role !== 'admin' && !by.siteIds.includes(siteId)) {
    throw new Refusal('site_not_found')
  }
}

/** Whether both can be used at one place: then they must be told apart. */
export function meet(a: Ownership, b: Ownership): boolean {
  if (a.isShared !== b.isShared || (!a.isShared && a.ownerId !== b.ownerId)) return false
  return a.siteId === null || b.siteId === null || a.siteId === b.siteId
}
