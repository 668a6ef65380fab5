import type { Hono } from 'hono'
import type { DeliveryId, WebhookId } from '#shared/ids.ts'
import { createWebhookSecret } from '../auth/webhook-secret.ts'
import type { Clock } from '../domain/clock.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Webhooks, WebhookStorage } from '../domain/webhook-storage.ts'
import { toWebhook, toWebhookDelivery } from '../domain/webhook-views.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: WebhookStorage
  readonly webhooks: Webhooks
  readonly clock: Clock
}

/** How long a receiver has for changing over to a new secret. */
const OVERLAP_MS = 24 * 60 * 60_000

/** Which other systems are told what happens. */
export function mountWebhooks(app: Hono<Env>, { storage, webhooks, clock }: Deps): void {
  /** Before anything is asked of it: this server would else be made to knock at doors in its own network. */
  function checkAddress(url: string): void {
    if (webhooks.accepts(url)) return
    const message = 'An https address on a public host, by its name'
    throw new Refusal('invalid', { issues: [{ path: 'url', message }] })
  }

  route(app, 'GET /v2/webhooks', async () => ({
    result: { webhooks: (await storage.webhooks()).map(toWebhook) },
  }))

  route(app, 'POST /v2/webhooks', async ({ body, context }) => {
    checkAddress(body.url)
    const secret = createWebhookSecret()
    const webhook = await storage.addWebhook({ ...body, secret })
    context.set('auditSubject', webhook.webhookId)
    return { result: { ...toWebhook(webhook), secret } }
  })

  route(app, 'PATCH /v2/webhooks/:webhookId', async ({ params, body }) => {
    if (body.url !== undefined) checkAddress(body.url)
    return { result: toWebhook(await storage.changeWebhook(params.webhookId as WebhookId, body)) }
  })

  route(app, 'DELETE /v2/webhooks/:webhookId', async ({ params }) => {
    await storage.removeWebhook(params.webhookId as WebhookId)
    return { result: undefined }
  })

  route(app, 'POST /v2/webhooks/:webhookId/rotate-secret', async ({ params }) => {
    const secret = createWebhookSecret()
    const until = clock.now() + OVERLAP_MS
    const webhook = await storage.replaceWebhookSecret(params.webhookId as WebhookId, secret, until)
    return { result: { ...toWebhook(webhook), secret } }
  })

  route(app, 'POST /v2/webhooks/:webhookId/test', async ({ params }) => ({
    result: toWebhookDelivery(await webhooks.test(params.webhookId as WebhookId)),
  }))

  route(app, 'GET /v2/webhooks/:webhookId/deliveries', async ({ params, query: { before, limit } }) => {
    const page = { before, limit: limit + 1 }
    const found = await storage.deliveries(params.webhookId as WebhookId, page)
    const deliveries = found.slice(0, limit).map(toWebhookDelivery)
    const oldest = deliveries.at(-1)
    return {
      result: { deliveries, nextBefore: found.length > limit && oldest ? oldest.deliveryId : null },
    }
  })

  route(app, 'POST /v2/webhooks/:webhookId/deliveries/:deliveryId/redeliver', async ({ params }) => {
    const { webhookId, deliveryId } = params
    const delivery = await storage.redeliver(webhookId as WebhookId, deliveryId as DeliveryId)
    return { result: toWebhookDelivery(delivery) }
  })
}
