import type { Hono } from 'hono'
import type { SiteId } from '#shared/ids.ts'
import type { SiteCheck } from '#shared/site-check.ts'
import { matchesOrigin, type Origins } from '../auth/origins.ts'
import type { Clock } from '../domain/clock.ts'
import { asCommercial } from '../domain/identity.ts'
import { siteOfReader } from '../domain/manage-sites.ts'
import type { SiteRecord } from '../domain/records.ts'
import type { Sightings } from '../domain/sightings.ts'
import type { Storage } from '../domain/storage.ts'
import { toTime } from '../domain/views.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: Storage
  readonly sightings: Sightings
  readonly origins: Origins
  readonly clock: Clock
}

const MAX_TOLD = 20

/** Whether a site's snippet is live, as far as the server can tell. */
export function mountSiteCheck(app: Hono<Env>, deps: Deps): void {
  route(app, 'GET /v2/sites/:siteId/check', async ({ params, identity }) => {
    const site = await siteOfReader(deps, asCommercial(identity), params.siteId as SiteId)
    const { since } = deps.sightings
    const sightings = await sightingsOf(deps, site)
    return { result: { since: toTime(since), now: toTime(deps.clock.now()), sightings } }
  })
}

async function sightingsOf({ sightings, origins }: Deps, site: SiteRecord): Promise<SiteCheck['sightings']> {
  const told: SiteCheck['sightings'] = []
  for (const { origin, isOfSite, ...times } of sightings.of(site.siteId)) {
    const isAllowed = site.origins.some((entry) => matchesOrigin(entry, origin))
    // A tag on a page that is another site's is that site's.
    if (!isAllowed && !isOfSite && (await origins.isListed(origin))) continue
    told.push({
      origin,
      isAllowed,
      ...(times.tagAt !== null && { tagAt: toTime(times.tagAt) }),
      ...(times.openedAt !== null && { openedAt: toTime(times.openedAt) }),
      ...(times.websocketAt !== null && { websocketAt: toTime(times.websocketAt) }),
      ...(times.pollingAt !== null && { pollingAt: toTime(times.pollingAt) }),
    })
    if (told.length === MAX_TOLD) break
  }
  return told
}
