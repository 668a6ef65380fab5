import type { Webhooks } from '../domain/webhook-storage.ts'
import { startCourier, type CourierOptions } from './courier.ts'
import { createDeliver } from './deliver.ts'

/** Webhooks that go out for real. */
export function openWebhooks(
  options: Omit<CourierOptions, 'deliver' | 'random'>,
): Webhooks & { stop(): Promise<void> } {
  const { clock, allowPrivate } = options
  return startCourier({
    ...options,
    deliver: createDeliver({ clock, allowPrivate }),
    random: Math.random,
  })
}
