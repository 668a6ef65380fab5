import type { Hono } from 'hono'
import type { PushDeviceId } from '#shared/ids.ts'
import { asCommercial } from '../domain/identity.ts'
import type { Pushes, PushStorage } from '../domain/push-storage.ts'
import { Refusal } from '../domain/refusal.ts'
import { toPushDevice } from '../domain/views.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: PushStorage
  readonly pushes: Pushes
}

/** Which of somebody's browsers are told things while no page of theirs is open. */
export function mountPush(app: Hono<Env>, { storage, pushes }: Deps): void {
  route(app, 'GET /v2/push', async ({ identity }) => {
    const devices = await storage.pushDevices(asCommercial(identity).userId)
    return { result: { publicKey: pushes.publicKey, devices: devices.map(toPushDevice) } }
  })

  route(app, 'PUT /v2/push/devices', async ({ body: { endpoint, keys, label }, identity }) => {
    // Before anything is asked of it: this server would else be made to knock at doors in its own network.
    if (!pushes.accepts(endpoint)) {
      const message = 'Not an address of a push service: https, on a public host'
      throw new Refusal('invalid', { issues: [{ path: 'endpoint', message }] })
    }
    const device = await storage.keepPushDevice(asCommercial(identity), { endpoint, ...keys, label })
    return { result: toPushDevice(device) }
  })

  route(app, 'DELETE /v2/push/devices/:deviceId', async ({ params, identity }) => {
    await storage.forgetPushDevice(asCommercial(identity), params.deviceId as PushDeviceId)
    return { result: undefined }
  })

  route(app, 'POST /v2/push/test', async ({ identity }) => {
    await pushes.test(asCommercial(identity).userId)
    return { result: undefined }
  })
}
