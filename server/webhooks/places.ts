import type { DeliveryId, WebhookId } from '#shared/ids.ts'
import type { WebhookRecord } from '../domain/webhook-storage.ts'

/** Requests under way: to one address, to one that took nothing lately, and in all. */
const PER_WEBHOOK = 4
const PER_FAILING = 1
const IN_ALL = 16

/** How much may be under way at once, so that one slow address keeps nobody waiting, and many together do not keep the server busy. */
export interface Places {
  freeFor(webhook: Pick<WebhookRecord, 'webhookId' | 'failingSince'>): number
  takenBy(webhookId: WebhookId): ReadonlySet<DeliveryId>
  take(webhookId: WebhookId, deliveryId: DeliveryId, underWay: Promise<void>): void
  leave(webhookId: WebhookId, deliveryId: DeliveryId): void
  /** When nothing is under way any more. */
  empty(): Promise<void>
}

export function createPlaces(): Places {
  const taken = new Map<WebhookId, Set<DeliveryId>>()
  const underWay = new Map<DeliveryId, Promise<void>>()
  const of = (webhookId: WebhookId) => taken.get(webhookId) ?? new Set()
  return {
    freeFor({ webhookId, failingSince }) {
      const own = failingSince === null ? PER_WEBHOOK : PER_FAILING
      return Math.max(0, Math.min(own - of(webhookId).size, IN_ALL - underWay.size))
    },
    takenBy: of,
    take(webhookId, deliveryId, promise) {
      taken.set(webhookId, of(webhookId).add(deliveryId))
      underWay.set(deliveryId, promise)
    },
    leave(webhookId, deliveryId) {
      underWay.delete(deliveryId)
      const own = of(webhookId)
      own.delete(deliveryId)
      if (own.size === 0) taken.delete(webhookId)
    },
    async empty() {
      await Promise.all(underWay.values())
    },
  }
}
