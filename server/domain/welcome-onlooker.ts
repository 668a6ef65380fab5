import type { CommercialIdentity } from './identity.ts'
import type { Onlooker, Onlookers } from './onlookers.ts'
import { Refusal } from './refusal.ts'
import type { SessionStorage, VisitorSessionRecord } from './session-storage.ts'
import type { VisitorId } from '#shared/ids.ts'

interface Deps {
  readonly storage: Pick<SessionStorage, 'welcomeOnlooker'>
  readonly onlookers: Pick<Onlookers, 'byId' | 'welcomed'>
}

/** Somebody who had only looked becomes a visitor: they have written, or the team speaks to them. */
export async function welcomeOnlooker(
  { storage, onlookers }: Deps,
  onlooker: Onlooker,
): Promise<VisitorSessionRecord> {
  const session = await storage.welcomeOnlooker(onlooker)
  onlookers.welcomed(onlooker.visitorId)
  return session
}

/**
 * Before a commercial's first word. To whoever has left it would never come: the secret that leads to them went with their page, so
 * nothing is made of them.
 */
export async function welcomeIfOnlooker(
  deps: Deps,
  by: CommercialIdentity,
  visitorId: VisitorId,
): Promise<void> {
  const onlooker = deps.onlookers.byId(visitorId)
  if (onlooker === null || !isOfSites(by, onlooker)) return
  if (!onlooker.isHere) throw new Refusal('visitor_left')
  await welcomeOnlooker(deps, onlooker)
}

/** Whether they are on a site that this reader answers. */
export function isOfSites(
  { role, siteIds }: Pick<CommercialIdentity, 'role' | 'siteIds'>,
  { siteId }: Pick<Onlooker, 'siteId'>,
): boolean {
  return role === 'admin' || siteIds.includes(siteId)
}
