import { uuidv7 } from 'uuidv7'
import type { CommercialId, PushDeviceId } from '#shared/ids.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import type { NewPushDevice, PushDeviceRecord, PushStorage } from '../domain/push-storage.ts'
import type { Access } from './access.ts'
import * as statements from './statements/push.ts'
import type { Step } from './writer.ts'

/** More than anybody carries about; the oldest goes. */
const MAX_DEVICES = 20

export function pushStorage({ read, write }: Access): PushStorage {
  return {
    keepPushDevice: (by, device) => write((step) => keep(step, by, device)),
    pushDevices: (commercialId) => read((step) => devicesOf(step, commercialId)),
    forgetPushDevice: (by, deviceId) => write((step) => forget(step, by, deviceId)),
    dropPushEndpoint: (endpoint) => write(({ db }) => void db.run(statements.deletePushEndpoint, endpoint)),
  }
}

function keep(step: Step, by: CommercialIdentity, device: NewPushDevice): PushDeviceRecord {
  const { db, now } = step
  const { endpoint, p256dh, auth, label } = device
  const deviceId = uuidv7() as PushDeviceId
  db.run(statements.keepPushDevice, deviceId, by.sessionId, endpoint, p256dh, auth, label, now)
  const devices = devicesOf(step, by.userId)
  for (const { deviceId: oldest } of devices.slice(0, -MAX_DEVICES)) {
    db.run(statements.deletePushDevice, oldest)
  }
  const kept = devices.find((one) => one.endpoint === endpoint)
  return kept ?? { deviceId, ...device, createdAt: now }
}

function devicesOf({ db, now }: Step, commercialId: CommercialId): PushDeviceRecord[] {
  const devices = db.all(statements.pushDevicesOf, commercialId, now)
  return devices.toSorted((a, b) => a.createdAt - b.createdAt || (a.deviceId < b.deviceId ? -1 : 1))
}

function forget(step: Step, by: CommercialIdentity, deviceId: PushDeviceId): void {
  const isOwn = devicesOf(step, by.userId).some((device) => device.deviceId === deviceId)
  if (isOwn) step.db.run(statements.deletePushDevice, deviceId)
}
