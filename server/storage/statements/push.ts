import type { CommercialId, PushDeviceId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'

export interface PushDeviceRow {
  readonly deviceId: PushDeviceId
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
  readonly label: string
  readonly createdAt: number
}

/** Those whose session lasts. */
export const pushDevicesOf = query<PushDeviceRow, [CommercialId, now: number]>(`
  SELECT d.device_id AS "deviceId", d.endpoint, d.p256dh, d.auth, d.label, d.created_at AS "createdAt"
  FROM console_sessions AS s CROSS JOIN push_devices AS d ON d.session_id = s.session_id
  WHERE s.commercial_id = $1 AND s.ended_at IS NULL AND s.expires_at > $2`)
export const keepPushDevice = command<
  [PushDeviceId, sessionId: string, endpoint: string, p256dh: string, auth: string, label: string, at: number]
>(`
  INSERT INTO push_devices (device_id, session_id, endpoint, p256dh, auth, label, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (endpoint) DO UPDATE SET session_id = $2, p256dh = $4, auth = $5, label = $6`)
export const deletePushDevice = command<[PushDeviceId]>('DELETE FROM push_devices WHERE device_id = $1')
export const deletePushEndpoint = command<[endpoint: string]>('DELETE FROM push_devices WHERE endpoint = $1')
