import type { WebhookId } from '#shared/ids.ts'
import type { Clock } from '../domain/clock.ts'
import type { EventBus } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { judgeDelivery } from '../domain/judge-delivery.ts'
import type { Storage } from '../domain/storage.ts'
import { toWebhookPayload } from '../domain/webhook-views.ts'
import type { DueDelivery, WebhookRecord, Webhooks } from '../domain/webhook-storage.ts'
import { isPublicAt } from '../outbound/public-hosts.ts'
import type { Deliver } from './deliver.ts'
import { secretsAt } from './secrets.ts'
import { createTestDelivery } from './test-delivery.ts'
import { createPlaces } from './places.ts'

export interface CourierOptions {
  readonly storage: Pick<
    Storage,
    | 'webhooks'
    | 'dueDeliveries'
    | 'settleDelivery'
    | 'dropDelivery'
    | 'forgetDeliveries'
    | 'keepTestDelivery'
    | 'appendAudit'
  >
  readonly events: EventBus
  readonly links: FileLinks
  readonly clock: Clock
  readonly every: (ms: number, task: () => void) => () => void
  readonly deliver: Deliver
  /** Addresses in one's own network. */
  readonly allowPrivate: boolean
  /** From 0 to 1. */
  readonly random: () => number
  readonly report: (cause: unknown) => void
}

/** What is tried again is looked for this often; what has just happened is looked for at once. */
const ROUND_MS = 1_000
const SWEEP_MS = 10 * 60_000
/** How long what was told can be looked up. */
const KEPT_MS = 7 * 24 * 60 * 60_000

/** Tells the addresses that want to know what has happened: whatever is in the store as not told yet, until it is. */
export function startCourier(options: CourierOptions): Webhooks & { stop(): Promise<void> } {
  const { storage, events, links, clock, deliver, report } = options
  const places = createPlaces()
  const closing = new AbortController()
  let [isLooking, isAsked, isStopped] = [false, false, false]

  /** One look at a time; asked meanwhile, there is another one after it. */
  function look(): void {
    isAsked = true
    if (isLooking || isStopped) return
    isLooking = true
    void lookAround()
      .catch(report)
      .finally(() => {
        isLooking = false
        if (isAsked) look()
      })
  }

  async function lookAround(): Promise<void> {
    isAsked = false
    const enabled = (await storage.webhooks()).filter(({ isEnabled }) => isEnabled)
    for (const webhook of enabled) await takeUp(webhook)
  }

  async function takeUp(webhook: WebhookRecord): Promise<void> {
    const limit = places.freeFor(webhook)
    if (limit === 0 || isStopped) return
    const underWay = places.takenBy(webhook.webhookId)
    const due = await storage.dueDeliveries(webhook.webhookId, { limit, underWay })
    for (const one of due) {
      const { deliveryId } = one.delivery
      places.take(
        webhook.webhookId,
        deliveryId,
        tell(webhook, one)
          .catch(report)
          .finally(() => {
            places.leave(webhook.webhookId, deliveryId)
            look()
          }),
      )
    }
  }

  async function tell(webhook: WebhookRecord, { delivery, subject }: DueDelivery): Promise<void> {
    const { deliveryId, attempts } = delivery
    const payload = toWebhookPayload(delivery, subject, links)
    if (payload === null) return storage.dropDelivery(deliveryId)
    const secrets = secretsAt(webhook, clock.now())
    const outgoing = { url: webhook.url, secrets, id: deliveryId, body: JSON.stringify(payload) }
    const attempt = await deliver(outgoing, closing.signal)
    // Whatever was under way when the server stopped is told again by the next one.
    if (isStopped) return
    const next = judgeDelivery(attempt, { triesBefore: attempts, random: options.random() })
    const { stopped } = await storage.settleDelivery(deliveryId, { attempt, next })
    if (stopped !== null) await tellStopped(stopped.webhookId, stopped)
  }

  async function tellStopped(webhookId: WebhookId, webhook: WebhookRecord): Promise<void> {
    const nobody = { actor: null, addressPrefix: undefined }
    await storage.appendAudit({
      action: 'webhook_stopped',
      outcome: 'done',
      subjectId: webhookId,
      ...nobody,
    })
    events.emit('WebhookStopped', { webhook })
  }

  const stops = [
    events.onAny(look),
    options.every(ROUND_MS, look),
    options.every(SWEEP_MS, () => void storage.forgetDeliveries(clock.now() - KEPT_MS).catch(report)),
  ]
  look()

  return {
    accepts: (url) => options.allowPrivate || isPublicAt(url),
    test: createTestDelivery(options),
    async stop() {
      isStopped = true
      for (const stop of stops) stop()
      closing.abort()
      await places.empty()
    },
  }
}
