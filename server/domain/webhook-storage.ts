import type { ChatId, DeliveryId, SiteId, VisitorId, WebhookId } from '#shared/ids.ts'
import type { DeliveryProblem } from '#shared/webhook.ts'
import type { WebhookEvent } from '#shared/webhook-events.ts'
import type { ChatRecord, MessageRecord, VisitorRecord } from './records.ts'

/**
 * Who is told what happens, and what is still to be told. What happens becomes a delivery in the very commit of it. As in `Storage`, each
 * method is one atomic step; a webhook that does not exist is `webhook_not_found`.
 */
export interface WebhookStorage {
  /** Oldest first. */
  webhooks(): Promise<WebhookRecord[]>
  /** Refuses with `site_not_found`, or `invalid` when there are `MAX_WEBHOOKS`. */
  addWebhook(webhook: NewWebhook): Promise<WebhookRecord>
  /** Enabled by hand, it counts as one that never failed. */
  changeWebhook(webhookId: WebhookId, change: WebhookChange): Promise<WebhookRecord>
  removeWebhook(webhookId: WebhookId): Promise<void>
  /** The secret that goes still signs until then. */
  replaceWebhookSecret(webhookId: WebhookId, secret: string, previousUntil: number): Promise<WebhookRecord>

  /** Newest first; before the given one, if there is one. */
  deliveries(webhookId: WebhookId, page: DeliveriesPage): Promise<DeliveryRecord[]>
  /** A try that had no occasion. It leaves no trace in how the webhook is doing. */
  keepTestDelivery(webhookId: WebhookId, tested: TestedDelivery): Promise<DeliveryRecord>
  /** Due now, and for the first time. `not_found` unless it is that webhook's. */
  redeliver(webhookId: WebhookId, deliveryId: DeliveryId): Promise<DeliveryRecord>
  /**
   * What a webhook is to be told now, longest due first, but for those under way. Of one chat only the first, for as long as that has
   * hopes of soon being taken: others wait for it, so that they come in the order in which they happened.
   */
  dueDeliveries(webhookId: WebhookId, asked: DueAsked): Promise<DueDelivery[]>
  /** How a try went. `stopped`: the webhook, if that was its end. */
  settleDelivery(deliveryId: DeliveryId, settled: SettledDelivery): Promise<{ stopped: WebhookRecord | null }>
  /** What it was about is gone. */
  dropDelivery(deliveryId: DeliveryId): Promise<void>
  /** Not all at once: ask again. How many went. */
  forgetDeliveries(before: number): Promise<number>
}

export interface NewWebhook {
  readonly url: string
  /** null: of every site. */
  readonly siteId: SiteId | null
  readonly events: readonly WebhookEvent[]
  readonly secret: string
  readonly isEnabled: boolean
}

export interface WebhookChange {
  readonly url?: string | undefined
  readonly siteId?: SiteId | null | undefined
  readonly events?: readonly WebhookEvent[] | undefined
  readonly isEnabled?: boolean | undefined
}

export interface WebhookRecord extends Omit<NewWebhook, 'secret'> {
  readonly webhookId: WebhookId
  /** null: sealed with a key that is not here. */
  readonly secret: string | null
  readonly previousSecret: string | null
  readonly previousUntil: number | null
  readonly stopped: 'failing' | 'gone' | null
  readonly failingSince: number | null
  readonly createdAt: number
}

export interface DeliveriesPage {
  readonly before: DeliveryId | undefined
  readonly limit: number
}

export interface DueAsked {
  readonly limit: number
  readonly underWay: ReadonlySet<DeliveryId>
}

/** How one try went. */
export interface Attempt {
  readonly at: number
  readonly durationMs: number
  /** null: there was no answer. */
  readonly status: number | null
  readonly problem: DeliveryProblem | null
  /** The beginning of it. */
  readonly answer: string | null
}

export interface DeliveryRecord {
  readonly deliveryId: DeliveryId
  readonly webhookId: WebhookId
  readonly event: WebhookEvent | 'test'
  readonly at: number
  readonly chatId: ChatId | null
  readonly state: 'pending' | 'delivered' | 'failed'
  readonly dueAt: number
  readonly attempts: number
  readonly attempt: Attempt | null
}

export type TestedDelivery = {
  readonly deliveryId: DeliveryId
  readonly state: 'delivered' | 'failed'
  readonly attempt: Attempt
}

export interface SettledDelivery {
  readonly attempt: Attempt
  readonly next: NextStep
}

/** What follows from a try. `stop`: the whole webhook ends with it, if `failing` only when nothing was taken since `failingSince`. */
export type NextStep =
  | { readonly state: 'delivered' }
  | { readonly state: 'pending'; readonly dueAt: number }
  | {
      readonly state: 'failed'
      readonly stop: { readonly why: 'gone' } | { readonly why: 'failing'; readonly since: number }
    }

/** What is to be told, as it stands now. */
export interface DueDelivery {
  readonly delivery: DeliveryRecord
  /** null: it is gone, so that nothing is to be told any more. */
  readonly subject: Subject | null
}

export type Subject =
  | { readonly kind: 'chat'; readonly chat: ChatRecord }
  | { readonly kind: 'message'; readonly chat: ChatRecord; readonly message: MessageRecord }
  | { readonly kind: 'visitor'; readonly visitor: VisitorRecord; readonly formerId: VisitorId | null }
  | { readonly kind: 'erased'; readonly visitorId: VisitorId }

/** What webhooks offer to those who manage them. */
export interface Webhooks {
  /** Whether an address is one that this server would ever ask. */
  accepts(url: string): boolean
  /** Sends something now, once. */
  test(webhookId: WebhookId): Promise<DeliveryRecord>
}
