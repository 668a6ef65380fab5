import type { CommercialId, SiteId } from '#shared/ids.ts'
import type { Role } from '#shared/person.ts'
import type { TeammateRecord } from '../../domain/records.ts'
import { command, query } from '../connection.ts'

export interface CommercialRow {
  readonly commercialId: CommercialId
  readonly name: string
  readonly email: string
  readonly passwordHash: string
  readonly role: Role
}

const columns = `
  commercial_id AS "commercialId", name, email, password_hash AS "passwordHash", role`

/** Also somebody who left: their name stays on what they did. */
export const teammateById = query<TeammateRecord, [CommercialId]>(
  'SELECT commercial_id AS "commercialId", name FROM commercials WHERE commercial_id = $1',
)
export const commercialById = query<CommercialRow, [CommercialId]>(
  `SELECT ${columns} FROM commercials WHERE commercial_id = $1 AND disabled_at IS NULL`,
)
export const commercialByEmail = query<CommercialRow, [email: string]>(
  `SELECT ${columns} FROM commercials WHERE email = $1 AND disabled_at IS NULL`,
)

/** The person, if they answer this site. */
export const commercialForSite = query<CommercialRow, [CommercialId, SiteId]>(`
  SELECT ${columns} FROM commercials AS c
  WHERE commercial_id = $1 AND disabled_at IS NULL AND (
    role = 'admin'
    OR EXISTS (SELECT 1 FROM memberships AS m WHERE m.commercial_id = c.commercial_id AND m.site_id = $2)
  )`)
export const membersOfSite = query<CommercialRow, [SiteId]>(`
  SELECT ${columns} FROM commercials
  WHERE disabled_at IS NULL
    AND commercial_id IN (SELECT commercial_id FROM memberships WHERE site_id = $1)`)
export const admins = query<CommercialRow>(
  `SELECT ${columns} FROM commercials WHERE role = 'admin' AND disabled_at IS NULL`,
)
export const sitesOfCommercial = query<{ siteId: SiteId }, [CommercialId]>(`
  SELECT m.site_id AS "siteId" FROM memberships AS m JOIN sites AS s ON s.site_id = m.site_id
  WHERE m.commercial_id = $1 ORDER BY s.created_at, s.site_id`)

/** Of a disabled person too: their address is still theirs. */
export const emailOwner = query<{ commercialId: CommercialId }, [email: string]>(
  'SELECT commercial_id AS "commercialId" FROM commercials WHERE email = $1',
)
/** Of a disabled one too: a set-up link must never work twice. */
export const anyAdmin = query<{ commercialId: CommercialId }>(
  `SELECT commercial_id AS "commercialId" FROM commercials WHERE role = 'admin' LIMIT 1`,
)

export const insertCommercial = command<
  [CommercialId, name: string, email: string, passwordHash: string, Role, createdAt: number]
>(`
  INSERT INTO commercials (commercial_id, name, email, password_hash, role, created_at)
  VALUES ($1, $2, $3, $4, $5, $6)`)
/** Also somebody who left, so that they can come back. */
export const anyCommercialById = query<CommercialRow & { disabledAt: number | null }, [CommercialId]>(
  `SELECT ${columns}, disabled_at AS "disabledAt" FROM commercials WHERE commercial_id = $1`,
)
export const formerCommercials = query<CommercialRow>(
  `SELECT ${columns} FROM commercials WHERE disabled_at IS NOT NULL`,
)
export const updateCommercial = command<[CommercialId, name: string, role: Role, disabledAt: number | null]>(
  'UPDATE commercials SET name = $2, role = $3, disabled_at = $4 WHERE commercial_id = $1',
)
export const setPassword = command<[CommercialId, passwordHash: string]>(
  'UPDATE commercials SET password_hash = $2 WHERE commercial_id = $1',
)
export const forgetMemberships = command<[CommercialId]>('DELETE FROM memberships WHERE commercial_id = $1')
export const insertMembership = command<[SiteId, CommercialId]>(
  'INSERT INTO memberships (site_id, commercial_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
)

export const setupToken = query<{ tokenHash: string; expiresAt: number }>(
  'SELECT token_hash AS "tokenHash", expires_at AS "expiresAt" FROM setup_tokens',
)
export const keepSetupToken = command<[tokenHash: string, expiresAt: number]>(`
  INSERT INTO setup_tokens (id, token_hash, expires_at) VALUES (1, $1, $2)
  ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, expires_at = excluded.expires_at`)
export const forgetSetupToken = command('DELETE FROM setup_tokens')
