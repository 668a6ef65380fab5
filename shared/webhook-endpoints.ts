import type { Endpoint } from './endpoint.ts'
import {
  ChangeWebhook,
  CreateWebhook,
  DeliveriesQuery,
  Webhook,
  WebhookDeliveries,
  WebhookDelivery,
  WebhookList,
  WebhookWithSecret,
} from './webhook.ts'

/** Which other systems are told what happens (admins). What they are told: `webhook-events.ts`. */
export const webhookEndpoints = {
  'GET /v2/webhooks': {
    summary: 'The addresses that are told what happens (admins)',
    result: WebhookList,
    status: [200],
  },
  'POST /v2/webhooks': {
    summary: 'Tell one more; the secret of its signatures is told this once (admins)',
    body: CreateWebhook,
    result: WebhookWithSecret,
    status: [201],
    errors: ['site_not_found'],
  },
  'PATCH /v2/webhooks/:webhookId': {
    summary: 'Tell another address, other events, or nothing for now (admins)',
    body: ChangeWebhook,
    result: Webhook,
    status: [200],
    errors: ['webhook_not_found', 'site_not_found'],
  },
  'DELETE /v2/webhooks/:webhookId': {
    summary: 'Tell it nothing any more, and forget what it was told (admins)',
    result: null,
    status: [204],
    errors: ['webhook_not_found'],
  },
  'POST /v2/webhooks/:webhookId/rotate-secret': {
    summary: 'Another secret; for a day requests carry a signature of the old one too (admins)',
    result: WebhookWithSecret,
    status: [200],
    errors: ['webhook_not_found'],
  },
  'POST /v2/webhooks/:webhookId/test': {
    summary: 'Send something now, once, to see what it answers (admins)',
    result: WebhookDelivery,
    status: [200],
    errors: ['webhook_not_found'],
  },
  'GET /v2/webhooks/:webhookId/deliveries': {
    summary: 'What it was told in the last week, newest first, and how that went (admins)',
    query: DeliveriesQuery,
    result: WebhookDeliveries,
    status: [200],
    errors: ['webhook_not_found'],
  },
  'POST /v2/webhooks/:webhookId/deliveries/:deliveryId/redeliver': {
    summary: 'Tell it once more, under the same id (admins)',
    result: WebhookDelivery,
    status: [200],
    errors: ['webhook_not_found', 'not_found'],
  },
} as const satisfies Record<string, Endpoint>
