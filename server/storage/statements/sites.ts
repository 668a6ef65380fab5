import type { SiteId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'

export interface SiteRow {
  readonly siteId: SiteId
  readonly siteKey: string
  readonly name: string
  readonly origins: string
  readonly accent: string | null
  readonly locale: string
}

const columns = 'site_id AS "siteId", site_key AS "siteKey", name, origins, accent, locale'

export const siteById = query<SiteRow, [SiteId]>(`SELECT ${columns} FROM sites WHERE site_id = $1`)
export const siteByKey = query<SiteRow, [siteKey: string]>(`SELECT ${columns} FROM sites WHERE site_key = $1`)
export const allSites = query<SiteRow>(`SELECT ${columns} FROM sites ORDER BY created_at, site_id`)
export const oldestSite = query<SiteRow>(`SELECT ${columns} FROM sites ORDER BY created_at, site_id LIMIT 1`)
export const allSiteIds = query<{ siteId: SiteId }>(
  'SELECT site_id AS "siteId" FROM sites ORDER BY created_at, site_id',
)

export const insertSite = command<
  [SiteId, siteKey: string, name: string, origins: string, locale: string, createdAt: number]
>(`
  INSERT INTO sites (site_id, site_key, name, origins, locale, created_at) VALUES ($1, $2, $3, $4, $5, $6)`)
export const updateOrigins = command<[SiteId, origins: string]>(
  'UPDATE sites SET origins = $2 WHERE site_id = $1',
)
