import type { SiteId, VisitorId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'

export interface VisitorRow {
  readonly visitorId: VisitorId
  readonly siteId: SiteId
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  /** A flat object, as JSON. */
  readonly attributes: string
  readonly isVerified: number
  readonly locale: string | null
  readonly timeZone: string | null
  /** As JSON. */
  readonly page: string | null
  readonly createdAt: number
}

export const visitorById = query<VisitorRow, [VisitorId]>(`
  SELECT
    visitor_id AS "visitorId", site_id AS "siteId", name, email, phone, attributes, is_verified AS "isVerified",
    locale, time_zone AS "timeZone", page, created_at AS "createdAt"
  FROM visitors WHERE visitor_id = $1`)

export const insertVisitor = command<[VisitorId, SiteId, createdAt: number]>(`
  INSERT INTO visitors (visitor_id, site_id, attributes, is_verified, created_at, search_entry)
  VALUES ($1, $2, '{}', 0, $3, (SELECT IFNULL(MAX(search_entry), 0) + 1 FROM visitors))`)

type Description = [
  visitorId: VisitorId,
  name: string | null,
  email: string | null,
  phone: string | null,
  attributes: string,
  locale: string | null,
  timeZone: string | null,
  page: string | null,
]

export const updateVisitor = command<Description>(`
  UPDATE visitors SET
    name = $2, email = $3, phone = $4, attributes = $5, locale = $6, time_zone = $7, page = $8
  WHERE visitor_id = $1`)
