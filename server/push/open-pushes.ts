import type { CryptoKey } from 'jose'
import type { Pushes } from '../domain/push-storage.ts'
import { createDeliver } from './deliver.ts'
import { startPushes, type PushesOptions } from './pushes.ts'
import { createVapid } from './vapid.ts'

interface OpenOptions extends Omit<PushesOptions, 'publicKey' | 'deliver'> {
  readonly key: { readonly privateKey: CryptoKey; readonly publicKey: string }
  /** How browsers reach this server. */
  readonly ownOrigin: string
}

/** Pushes that go out for real, signed with the server's own key. */
export function openPushes({ key, ownOrigin, ...options }: OpenOptions): Pushes & { stop(): void } {
  const { clock, allowPrivate } = options
  // Services want an address that could be written to; some refuse one that is only this machine's.
  const subject = ownOrigin.startsWith('https:') ? ownOrigin : 'mailto:root@localhost'
  const vapid = createVapid({ key, subject, clock })
  return startPushes({
    ...options,
    publicKey: vapid.publicKey,
    deliver: createDeliver(vapid, { allowPrivate }),
  })
}
