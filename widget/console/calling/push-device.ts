import type { PushDevice } from '#shared/push.ts'
import type { ChatClient } from '../../core/chat-client.ts'

/** Whether this browser is told things while no page of the console is open. */
export type PushState = 'unsupported' | 'off' | 'on'

export interface PushDevices {
  state(): Promise<PushState>
  /** All of this person's, this one included. */
  list(): Promise<readonly PushDevice[]>
  /** From a click: the browser asks its user. Rejects when it, or the push service of its vendor, will not. */
  turnOn(): Promise<void>
  turnOff(): Promise<void>
  forget(deviceId: string): Promise<void>
  /** Sends something to all of them. */
  test(): Promise<void>
  /** Says again that this browser is to be told: the session may be another. */
  renew(): Promise<void>
}

type Call = Pick<ChatClient, 'call'>
type Registration = () => Promise<ServiceWorkerRegistration | undefined>

/** `ownerId`: on a shared computer, what somebody has turned on says nothing of the next. */
export function createPushDevices(
  { call }: Call,
  { ownerId, registration }: { ownerId: string; registration: Registration },
): PushDevices {
  const own = ownDeviceOf(ownerId)

  async function manager(): Promise<PushManager | null> {
    if (!('PushManager' in globalThis)) return null
    return (await registration())?.pushManager ?? null
  }

  async function subscription(): Promise<PushSubscription | null> {
    return (await (await manager())?.getSubscription()) ?? null
  }

  const read = () => call('GET /v2/push')

  /** The one there is, or one of this server's own key: a server that was set up anew has another. */
  async function subscribe(pushes: PushManager): Promise<PushSubscription> {
    const applicationServerKey = toBytes((await read()).publicKey)
    const held = await pushes.getSubscription()
    const key = held?.options.applicationServerKey ?? null
    if (held !== null && key !== null && isSame(new Uint8Array(key), applicationServerKey)) return held
    await held?.unsubscribe()
    return pushes.subscribe({ userVisibleOnly: true, applicationServerKey })
  }

  async function keep(subscribed: PushSubscription): Promise<void> {
    const { endpoint = '', keys = {} } = subscribed.toJSON()
    const { p256dh = '', auth = '' } = keys
    const label = deviceLabel(navigator.userAgent)
    const { deviceId } = await call('PUT /v2/push/devices', {
      body: { endpoint, keys: { p256dh, auth }, label },
    })
    own.remember(deviceId)
  }

  return {
    async state() {
      if ((await manager()) === null) return 'unsupported'
      return (await subscription()) === null || own.id() === null ? 'off' : 'on'
    },
    list: async () => (await read()).devices,
    async turnOn() {
      const pushes = await manager()
      if (pushes === null) throw new Error('No pushes here')
      await keep(await subscribe(pushes))
    },
    async turnOff() {
      const deviceId = own.id()
      own.remember(null)
      await (await subscription())?.unsubscribe()
      if (deviceId !== null) await call('DELETE /v2/push/devices/:deviceId', { params: { deviceId } })
    },
    async forget(deviceId) {
      if (deviceId === own.id()) own.remember(null)
      await call('DELETE /v2/push/devices/:deviceId', { params: { deviceId } })
    },
    test: () => call('POST /v2/push/test'),
    async renew() {
      const pushes = await manager()
      if (pushes === null || own.id() === null) return
      if (Notification.permission === 'granted') await keep(await subscribe(pushes))
    },
  }
}

/** Which of the server's devices this browser is. */
function ownDeviceOf(ownerId: string) {
  const key = `sobremesa:push-device:${ownerId}`
  return {
    id(): string | null {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    remember(deviceId: string | null): void {
      try {
        if (deviceId === null) localStorage.removeItem(key)
        else localStorage.setItem(key, deviceId)
      } catch {
        // Nothing can be kept: then no worker is either.
      }
    },
  }
}

const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrom', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/** What its owner may know it by. The order matters: browsers name those whom they imitate. */
export function deviceLabel(userAgent: string): string {
  const find = (names: readonly (readonly [string, string])[]) =>
    names.find(([mark]) => userAgent.includes(mark))?.[1]
  return [find(BROWSERS) ?? 'Browser', find(SYSTEMS)].filter(Boolean).join(' · ')
}

function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (char) => char.codePointAt(0) ?? 0)
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
