import type { SiteId } from '#shared/ids.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import type { Connection } from './connection.ts'
import { allSiteIds } from './statements/sites.ts'

/** The sites that this person answers, of which they may see everything. */
export function visibleSites(db: Connection, { role, siteIds }: CommercialIdentity): readonly SiteId[] {
  return role === 'admin' ? db.all(allSiteIds).map(({ siteId }) => siteId) : [...new Set(siteIds)]
}
