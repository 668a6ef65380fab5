import type { CommercialId, PushDeviceId } from '#shared/ids.ts'
import type { CommercialIdentity } from './identity.ts'

/** Where somebody's browsers are reached while no page of theirs is open. As in `Storage`, each method is one atomic step. */
export interface PushStorage {
  /** A browser that somebody else used before is this person's from now on. */
  keepPushDevice(by: CommercialIdentity, device: NewPushDevice): Promise<PushDeviceRecord>
  /** Those whose session lasts, oldest first. */
  pushDevices(commercialId: CommercialId): Promise<PushDeviceRecord[]>
  /** One that is not theirs stays, and nobody learns that it is there. */
  forgetPushDevice(by: CommercialIdentity, deviceId: PushDeviceId): Promise<void>
  /** The push service knows it no more. */
  dropPushEndpoint(endpoint: string): Promise<void>
}

export interface NewPushDevice {
  readonly endpoint: string
  /** Both in base64url, as the browser gave them. */
  readonly p256dh: string
  readonly auth: string
  readonly label: string
}

export interface PushDeviceRecord extends NewPushDevice {
  readonly deviceId: PushDeviceId
  readonly createdAt: number
}

/** What pushes offer to those who manage them. */
export interface Pushes {
  /** Of this server, in base64url. */
  readonly publicKey: string
  /** Whether an endpoint is one that this server would ever ask. */
  accepts(endpoint: string): boolean
  /** To all devices of somebody, to see whether it arrives. */
  test(commercialId: CommercialId): Promise<void>
}
