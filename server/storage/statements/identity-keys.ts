import type { SiteId } from '#shared/ids.ts'
import type { IdentityKeyRecord } from '../../domain/records.ts'
import { command, query } from '../connection.ts'

/** A shared secret is sealed; a public key is nobody's secret. */
export type IdentityKeyRow = IdentityKeyRecord & { readonly key: string }

export const keysOfSite = query<IdentityKeyRow, [SiteId]>(`
  SELECT kid, algorithm, key, created_at AS "createdAt" FROM identity_keys WHERE site_id = $1 ORDER BY kid`)

export const everyKeySecret = query<{ place: string; stored: string }>(`
  SELECT 'identity_keys/' || site_id || '/' || kid AS place, key AS stored
  FROM identity_keys WHERE algorithm = 'HS256'`)

export const replaceKeySecret = command<[place: string, stored: string]>(
  "UPDATE identity_keys SET key = $2 WHERE 'identity_keys/' || site_id || '/' || kid = $1",
)

export const insertKey = command<
  [SiteId, kid: string, algorithm: IdentityKeyRecord['algorithm'], key: string, createdAt: number]
>('INSERT INTO identity_keys (site_id, kid, algorithm, key, created_at) VALUES ($1, $2, $3, $4, $5)')

export const deleteKey = command<[SiteId, kid: string]>(
  'DELETE FROM identity_keys WHERE site_id = $1 AND kid = $2',
)
