import type { SiteId } from '#shared/ids.ts'
import type { Change } from '../domain/desk-storage.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Connection } from './connection.ts'
import { siteById } from './statements/sites.ts'
import { visibleSites } from './visible-sites.ts'

/** More than anybody can choose from; they are listed without pages. */
const MAX_THINGS = 1_000

/** Whose shared things a reader may use: those for every site (null), and those of their own sites, or of the one they ask for. */
export function usableAt(
  db: Connection,
  reader: CommercialIdentity,
  siteId: SiteId | undefined,
): readonly (SiteId | null)[] {
  return [null, ...visibleSites(db, reader).filter((id) => siteId === undefined || id === siteId)]
}

/** What is said is changed; the rest stays. */
export function changedBy<T extends object>(before: T, change: Change<Partial<T>>): T {
  const said = Object.entries(change).filter(([, value]) => value !== undefined)
  return { ...before, ...Object.fromEntries(said) }
}

export function checkSiteExists(db: Connection, siteId: SiteId): void {
  if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
}

export function checkRoom(count: number): void {
  if (count < MAX_THINGS) return
  throw new Refusal('invalid', { issues: [{ path: '', message: `At most ${MAX_THINGS}` }] })
}
