import type { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { SiteId } from '#shared/ids.ts'
import type { Clock } from '../domain/clock.ts'
import type { EventBus } from '../domain/events.ts'
import { asCommercial } from '../domain/identity.ts'
import { createSite, siteOfReader, sitesOfReader, updateSite } from '../domain/manage-sites.ts'
import type { Presence } from '../domain/presence.ts'
import { toPublicSite } from '../domain/public-site.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ReplyTimes } from '../domain/reply-times.ts'
import type { Sightings } from '../domain/sightings.ts'
import type { Storage } from '../domain/storage.ts'
import { toIdentityKey, toSite } from '../domain/views.ts'
import { addIdentityKey } from '../auth/identity-keys.ts'
import { createSiteKey } from '../auth/site-key.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: Storage
  readonly events: EventBus
  readonly presence: Presence
  readonly replyTimes: ReplyTimes
  readonly clock: Clock
  readonly sightings: Pick<Sightings, 'opened'>
}

/** How sites are set up, and what anybody may know of them. */
export function mountSites(app: Hono<Env>, deps: Deps): void {
  const { storage } = deps

  app.use('/v2/sites/:siteKey/public', etag())
  route(app, 'GET /v2/sites/:siteKey/public', async ({ params, query, context }) => {
    const site = await storage.site(params.siteKey)
    if (site === null) throw new Refusal('site_not_found')
    const { origin } = context.var.from
    if (origin !== undefined) deps.sightings.opened(site.siteId, origin)
    // Short: it says whether somebody is there.
    context.header('cache-control', 'public, max-age=30')
    return { result: await toPublicSite(deps, site, query.locale) }
  })

  route(app, 'GET /v2/sites', async ({ identity }) => ({
    result: { sites: (await sitesOfReader(deps, asCommercial(identity))).map(toSite) },
  }))

  route(app, 'GET /v2/sites/:siteId', async ({ params, identity }) => {
    const site = await siteOfReader(deps, asCommercial(identity), params.siteId as SiteId)
    if (identity.role !== 'admin') return { result: toSite(site) }
    const keys = await storage.identityKeys(site.siteId)
    return { result: { ...toSite(site), identityKeys: keys.map(toIdentityKey) } }
  })

  route(app, 'POST /v2/sites', async ({ body, context }) => {
    const site = await createSite(deps, { ...body, siteKey: body.siteKey ?? createSiteKey() })
    context.set('auditSubject', site.siteId)
    return { result: toSite(site) }
  })

  route(app, 'PATCH /v2/sites/:siteId', async ({ params, body }) => ({
    result: toSite(await updateSite(deps, params.siteId as SiteId, body)),
  }))

  route(app, 'POST /v2/sites/:siteId/rotate-key', async ({ params }) => ({
    result: toSite(await updateSite(deps, params.siteId as SiteId, { siteKey: createSiteKey() })),
  }))

  route(app, 'POST /v2/sites/:siteId/identity-keys', async ({ params, body }) => {
    const { record, secret } = await addIdentityKey(deps, params.siteId as SiteId, body)
    return { result: { ...toIdentityKey(record), ...(secret !== null && { secret }) } }
  })

  route(app, 'DELETE /v2/sites/:siteId/identity-keys/:kid', async ({ params }) => {
    await storage.removeIdentityKey(params.siteId as SiteId, params.kid)
    return { result: undefined }
  })
}
