import * as v from 'valibot'
import { ChatId, DeliveryId, SiteId, WebhookId } from './ids.ts'
import { MAX_PAGE_SIZE, MAX_URL_LENGTH } from './limits.ts'
import { wholeNumber } from './message.ts'
import { CleanText, Timestamp } from './text.ts'
import { WEBHOOK_EVENTS, WebhookEvent } from './webhook-events.ts'

/** Of which site; null: of every one. */
const siteId = v.nullable(SiteId)
/** Where to. Whether this server would ever ask it is decided there. */
const url = v.pipe(
  CleanText,
  v.trim(),
  v.maxLength(MAX_URL_LENGTH),
  v.regex(/^https?:\/\/[^\s\\]+$/i, 'An https address'),
)
/** What to tell. Notes are told only where they are named here. */
const events = v.pipe(
  v.array(WebhookEvent),
  v.minLength(1, 'At least one event'),
  v.transform((chosen) => WEBHOOK_EVENTS.filter((event) => chosen.includes(event))),
)

/** An address that is told what happens. */
export const Webhook = v.object({
  webhookId: WebhookId,
  url: v.string(),
  siteId,
  events: v.array(WebhookEvent),
  isEnabled: v.boolean(),
  /** Why the server disabled it: nothing was taken for a day, or the address answered that it is gone. */
  stopped: v.optional(v.picklist(['failing', 'gone'])),
  /** Since when nothing was taken. */
  failingSince: v.optional(Timestamp),
  createdAt: Timestamp,
})
export type Webhook = v.InferOutput<typeof Webhook>

export const WebhookList = v.object({ webhooks: v.array(Webhook) })

/** With the secret that its requests are signed with, which is told this once. */
export const WebhookWithSecret = v.object({ ...Webhook.entries, secret: v.string() })
export type WebhookWithSecret = v.InferOutput<typeof WebhookWithSecret>

export const CreateWebhook = v.object({
  url,
  siteId: v.optional(siteId, null),
  events,
  isEnabled: v.optional(v.boolean(), true),
})
export type CreateWebhook = v.InferOutput<typeof CreateWebhook>

/** Absent: as it was. */
export const ChangeWebhook = v.object({
  url: v.optional(url),
  siteId: v.optional(siteId),
  events: v.optional(events),
  isEnabled: v.optional(v.boolean()),
})
export type ChangeWebhook = v.InferOutput<typeof ChangeWebhook>

/** Why there was no answer, or none that counts. */
export const DeliveryProblem = v.picklist([
  'timeout',
  'unreachable',
  // An address that this server does not ask.
  'not_allowed',
  'redirected',
  'refused',
  // Sealed with a key that is not here: it needs another one.
  'no_secret',
])
export type DeliveryProblem = v.InferOutput<typeof DeliveryProblem>

/** One thing that happened, and how telling it went. */
export const WebhookDelivery = v.object({
  /** `webhook-id` of its requests: the same one however often it is tried. */
  deliveryId: DeliveryId,
  event: v.picklist([...WEBHOOK_EVENTS, 'test']),
  /** `pending`: it will be tried, or tried again. */
  state: v.picklist(['pending', 'delivered', 'failed']),
  occurredAt: Timestamp,
  chatId: v.optional(ChatId),
  attempts: v.number(),
  /** Of the last try, as are the four that follow. */
  attemptedAt: v.optional(Timestamp),
  /** As the address answered it. */
  status: v.optional(v.number()),
  problem: v.optional(DeliveryProblem),
  durationMs: v.optional(v.number()),
  /** The beginning of what it answered. */
  answer: v.optional(v.string()),
  nextAttemptAt: v.optional(Timestamp),
})
export type WebhookDelivery = v.InferOutput<typeof WebhookDelivery>

export const DeliveriesQuery = v.object({
  /** Only those before this one. */
  before: v.optional(DeliveryId),
  limit: v.optional(wholeNumber(1, MAX_PAGE_SIZE), '25'),
})

/** Newest first. */
export const WebhookDeliveries = v.object({
  deliveries: v.array(WebhookDelivery),
  /** For `before`; null: there are no older ones. */
  nextBefore: v.nullable(DeliveryId),
})
