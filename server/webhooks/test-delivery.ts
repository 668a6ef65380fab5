import { randomBytes } from 'node:crypto'
import type { DeliveryId, WebhookId } from '#shared/ids.ts'
import type { Clock } from '../domain/clock.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { judgeDelivery } from '../domain/judge-delivery.ts'
import { Refusal } from '../domain/refusal.ts'
import { toWebhookPayload } from '../domain/webhook-views.ts'
import type { DeliveryRecord, WebhookStorage } from '../domain/webhook-storage.ts'
import type { Deliver } from './deliver.ts'
import { secretsAt } from './secrets.ts'

interface Deps {
  readonly storage: Pick<WebhookStorage, 'webhooks' | 'keepTestDelivery'>
  readonly links: FileLinks
  readonly clock: Clock
  readonly deliver: Deliver
}

/** Sends something now, once, to whoever is enabled or not, and keeps how it went. */
export function createTestDelivery({ storage, links, clock, deliver }: Deps) {
  return async (webhookId: WebhookId): Promise<DeliveryRecord> => {
    const webhook = (await storage.webhooks()).find((one) => one.webhookId === webhookId)
    if (webhook === undefined) throw new Refusal('webhook_not_found')
    const deliveryId = `evt_${randomBytes(16).toString('hex')}` as DeliveryId
    const payload = toWebhookPayload({ event: 'test', at: clock.now() }, null, links)
    const secrets = secretsAt(webhook, clock.now())
    const attempt = await deliver({
      url: webhook.url,
      secrets,
      id: deliveryId,
      body: JSON.stringify(payload),
    })
    const { state } = judgeDelivery(attempt, { triesBefore: 0, random: 0 })
    return storage.keepTestDelivery(webhookId, {
      deliveryId,
      state: state === 'delivered' ? 'delivered' : 'failed',
      attempt,
    })
  }
}
