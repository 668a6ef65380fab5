import type { SiteId } from '#shared/ids.ts'
import type { CreateSite, UpdateSite } from '#shared/site.ts'
import type { EventBus } from './events.ts'
import type { CommercialIdentity } from './identity.ts'
import type { SiteRecord } from './records.ts'
import { Refusal } from './refusal.ts'
import type { PeopleStorage } from './storage.ts'

/** Trying it on one's own machine needs no configuration; everything else is listed by hand. */
export const LOCAL_ORIGINS = ['http://localhost:*', 'http://127.0.0.1:*']

interface Deps {
  readonly storage: Pick<PeopleStorage, 'sites' | 'siteById' | 'createSite' | 'updateSite'>
  readonly events: EventBus
}

/** The sites that this person answers. */
export async function sitesOfReader(
  { storage }: Pick<Deps, 'storage'>,
  reader: CommercialIdentity,
): Promise<SiteRecord[]> {
  return (await storage.sites()).filter(({ siteId }) => answers(reader, siteId))
}

/** A site that this person does not answer does not exist for them. */
export async function siteOfReader(
  { storage }: Pick<Deps, 'storage'>,
  reader: CommercialIdentity,
  siteId: SiteId,
): Promise<SiteRecord> {
  const site = answers(reader, siteId) ? await storage.siteById(siteId) : null
  if (site === null) throw new Refusal('site_not_found')
  return site
}

export async function createSite(
  { storage, events }: Deps,
  { name, siteKey, origins = LOCAL_ORIGINS, locale, ...settings }: CreateSite & { readonly siteKey: string },
): Promise<SiteRecord> {
  const site = await storage.createSite({ name, siteKey, origins, locale, settings })
  events.emit('SiteCreated', { site })
  return site
}

export async function updateSite(
  { storage, events }: Deps,
  siteId: SiteId,
  { name, siteKey, origins, locale, revision, ...settings }: UpdateSite,
): Promise<SiteRecord> {
  const site = await storage.updateSite(siteId, { name, siteKey, origins, locale, revision, settings })
  events.emit('SiteChanged', { site })
  return site
}

function answers({ role, siteIds }: CommercialIdentity, siteId: SiteId): boolean {
  return role === 'admin' || siteIds.includes(siteId)
}
