import type { WebhookStorage } from '../domain/webhook-storage.ts'
import type { Access } from './access.ts'
import type { Seals } from './seals.ts'
import { deleteDelivery } from './statements/webhooks.ts'
import {
  deliveriesOf,
  dueDeliveries,
  forgetDeliveries,
  keepTestDelivery,
  redeliver,
  settleDelivery,
} from './webhook-deliveries.ts'
import { addWebhook, changeWebhook, listWebhooks, removeWebhook, replaceWebhookSecret } from './webhooks.ts'

/** Who else is told what happens, and the outbox of it. */
export function webhookStorage({ read, write }: Access, seals: Seals): WebhookStorage {
  return {
    webhooks: () => read(({ db }) => listWebhooks(db, seals)),
    addWebhook: (webhook) => write((step) => addWebhook(step, seals, webhook)),
    changeWebhook: (webhookId, change) => write((step) => changeWebhook(step, seals, { webhookId, change })),
    removeWebhook: (webhookId) => write((step) => removeWebhook(step, webhookId)),
    replaceWebhookSecret: (webhookId, secret, previousUntil) =>
      write((step) => replaceWebhookSecret(step, seals, { webhookId, secret, previousUntil })),

    deliveries: (webhookId, page) => read(({ db }) => deliveriesOf(db, webhookId, page)),
    keepTestDelivery: (webhookId, tested) => write((step) => keepTestDelivery(step, webhookId, tested)),
    redeliver: (webhookId, deliveryId) => write((step) => redeliver(step, webhookId, deliveryId)),
    dueDeliveries: (webhookId, asked) => read((step) => dueDeliveries(step, webhookId, asked)),
    settleDelivery: (deliveryId, settled) =>
      write((step) => settleDelivery(step, seals, { deliveryId, ...settled })),
    dropDelivery: (deliveryId) => write(({ db }) => void db.run(deleteDelivery, deliveryId)),
    forgetDeliveries: (before) => write((step) => forgetDeliveries(step, before)),
  }
}
