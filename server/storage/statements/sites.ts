import type { SiteId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'

export interface SiteRow {
  readonly siteId: SiteId
  readonly siteKey: string
  readonly name: string
  /** A list, as JSON. */
  readonly origins: string
  readonly locale: string
  /** What was said of them, as JSON. */
  readonly settings: string
}

const columns = 'site_id AS "siteId", site_key AS "siteKey", name, origins, locale, settings'

export const siteById = query<SiteRow, [SiteId]>(`SELECT ${columns} FROM sites WHERE site_id = $1`)
export const siteByKey = query<SiteRow, [siteKey: string]>(`SELECT ${columns} FROM sites WHERE site_key = $1`)
export const allSites = query<SiteRow>(`SELECT ${columns} FROM sites ORDER BY created_at, site_id`)
export const oldestSite = query<SiteRow>(`SELECT ${columns} FROM sites ORDER BY created_at, site_id LIMIT 1`)
export const allSiteIds = query<{ siteId: SiteId }>(
  'SELECT site_id AS "siteId" FROM sites ORDER BY created_at, site_id',
)

type Description = [SiteId, siteKey: string, name: string, origins: string, locale: string, settings: string]

export const insertSite = command<[...Description, createdAt: number]>(`
  INSERT INTO sites (site_id, site_key, name, origins, locale, settings, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`)
export const updateSite = command<Description>(`
  UPDATE sites SET site_key = $2, name = $3, origins = $4, locale = $5, settings = $6 WHERE site_id = $1`)

/** From the visitor's first message to the first answer. Where a commercial wrote first nobody waited. */
export const replyTimesOfSite = query<{ waited: number }, [SiteId, since: number, limit: number]>(`
  SELECT c.first_response_at - m.sent_at AS waited
  FROM chats AS c JOIN messages AS m ON m.chat_id = c.chat_id AND m.public_seq = 1
  WHERE c.site_id = $1 AND c.first_response_at >= $2 AND m.sender_type = 'visitor'
  ORDER BY c.first_response_at DESC LIMIT $3`)
