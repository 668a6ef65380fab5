import type { Clock } from './domain/clock.ts'
import { LOCAL_ORIGINS } from './domain/manage-sites.ts'
import type { SiteRecord } from './domain/records.ts'
import type { PeopleStorage } from './domain/storage.ts'
import { hashPassword } from './auth/password.ts'
import { hashToken } from './auth/opaque-token.ts'
import { createLinkToken } from './auth/link-token.ts'
import type { Config } from './config.ts'

/** How long the link that creates the first admin works. */
const SETUP_TOKEN_MS = 30 * 60_000

export interface Started {
  readonly site: SiteRecord
  /** For the link that creates the first admin; null once there is one. */
  readonly setupToken: string | null
}

/** Makes what a server cannot do without: a site, and an admin or the one link that creates one. Harmless on every later start. */
export async function prepareFirstStart(
  { storage, clock }: { storage: PeopleStorage; clock: Clock },
  config: Config,
): Promise<Started> {
  const site = await ensureSite(storage, config)
  if (await storage.hasAdmin()) return { site, setupToken: null }
  if (config.admin !== undefined) {
    const { email, password } = config.admin
    const name = email.split('@')[0] ?? email
    await storage.createCommercial({
      name,
      email,
      passwordHash: await hashPassword(password),
      role: 'admin',
      siteIds: [],
    })
    return { site, setupToken: null }
  }
  const setupToken = createLinkToken()
  await storage.keepSetupToken(hashToken(setupToken), clock.now() + SETUP_TOKEN_MS)
  return { site, setupToken }
}

async function ensureSite(storage: PeopleStorage, config: Config): Promise<SiteRecord> {
  const existing = await storage.site()
  const listed = config.siteOrigins
  if (existing !== null) {
    if (listed === undefined) return existing
    return storage.updateSite(existing.siteId, { origins: [...LOCAL_ORIGINS, ...listed] })
  }
  return storage.createSite({
    siteKey: 'default',
    name: config.siteName,
    origins: [...LOCAL_ORIGINS, ...(listed ?? [])],
    locale: 'es',
  })
}
