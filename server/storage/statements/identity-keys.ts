import type { SiteId } from '#shared/ids.ts'
import type { IdentityKeyRecord } from '../../domain/records.ts'
import { command, query } from '../connection.ts'

export const keysOfSite = query<IdentityKeyRecord, [SiteId]>(`
  SELECT kid, algorithm, key, created_at AS "createdAt" FROM identity_keys WHERE site_id = $1 ORDER BY kid`)

export const insertKey = command<
  [SiteId, kid: string, algorithm: IdentityKeyRecord['algorithm'], key: string, createdAt: number]
>('INSERT INTO identity_keys (site_id, kid, algorithm, key, created_at) VALUES ($1, $2, $3, $4, $5)')

export const deleteKey = command<[SiteId, kid: string]>(
  'DELETE FROM identity_keys WHERE site_id = $1 AND kid = $2',
)
