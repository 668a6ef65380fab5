import type { ChatId, DeliveryId, MessageId, SiteId, VisitorId, WebhookId } from '#shared/ids.ts'
import type { DeliveryProblem } from '#shared/webhook.ts'
import type { WebhookEvent } from '#shared/webhook-events.ts'
import { command, query } from '../connection.ts'

export interface WebhookRow {
  readonly webhookId: WebhookId
  readonly siteId: SiteId | null
  readonly url: string
  /** As JSON. */
  readonly events: string
  readonly secret: string
  readonly previousSecret: string | null
  readonly previousUntil: number | null
  readonly isEnabled: number
  readonly stopped: 'failing' | 'gone' | null
  readonly failingSince: number | null
  readonly createdAt: number
}

const webhookColumns = `
  webhook_id AS "webhookId", site_id AS "siteId", url, events, secret, previous_secret AS "previousSecret",
  previous_until AS "previousUntil", is_enabled AS "isEnabled", stopped, failing_since AS "failingSince",
  created_at AS "createdAt"`

export const allWebhooks = query<WebhookRow>(
  `SELECT ${webhookColumns} FROM webhooks ORDER BY created_at, webhook_id`,
)
export const webhookById = query<WebhookRow, [WebhookId]>(
  `SELECT ${webhookColumns} FROM webhooks WHERE webhook_id = $1`,
)
export const insertWebhook = command<
  [WebhookId, SiteId | null, url: string, events: string, secret: string, isEnabled: number, at: number]
>(`
  INSERT INTO webhooks (webhook_id, site_id, url, events, secret, is_enabled, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`)
export const updateWebhook = command<
  [
    WebhookId,
    siteId: SiteId | null,
    url: string,
    events: string,
    isEnabled: number,
    stopped: 'failing' | 'gone' | null,
    failingSince: number | null,
  ]
>(`
  UPDATE webhooks SET site_id = $2, url = $3, events = $4, is_enabled = $5, stopped = $6, failing_since = $7
  WHERE webhook_id = $1`)
export const replaceSecret = command<[WebhookId, secret: string, previous: string | null, until: number]>(`
  UPDATE webhooks SET secret = $2, previous_secret = $3, previous_until = $4 WHERE webhook_id = $1`)
/** What the two secrets of a webhook are sealed for. */
export const everyWebhookSecret = query<{ place: string; stored: string }>(
  `SELECT 'webhooks/' || webhook_id AS place, secret AS stored FROM webhooks`,
)
export const replaceWebhookSecret = command<[place: string, stored: string]>(
  `UPDATE webhooks SET secret = $2 WHERE 'webhooks/' || webhook_id = $1`,
)
export const everyPreviousSecret = query<{ place: string; stored: string }>(`
  SELECT 'webhooks/' || webhook_id || '/previous' AS place, previous_secret AS stored FROM webhooks
  WHERE previous_secret IS NOT NULL`)
export const replacePreviousSecret = command<[place: string, stored: string]>(
  `UPDATE webhooks SET previous_secret = $2 WHERE 'webhooks/' || webhook_id || '/previous' = $1`,
)
export const deleteWebhook = command<[WebhookId]>('DELETE FROM webhooks WHERE webhook_id = $1')

export interface DeliveryRow {
  readonly deliverySeq: number
  readonly deliveryId: DeliveryId
  readonly webhookId: WebhookId
  readonly event: WebhookEvent | 'test'
  readonly at: number
  readonly visitorId: VisitorId | null
  readonly formerVisitorId: VisitorId | null
  readonly chatId: ChatId | null
  readonly messageId: MessageId | null
  readonly state: 'pending' | 'delivered' | 'failed'
  readonly dueAt: number
  readonly attempts: number
  readonly attemptedAt: number | null
  readonly status: number | null
  readonly problem: DeliveryProblem | null
  readonly durationMs: number | null
  readonly answer: string | null
}

const deliveryColumns = `
  delivery_seq AS "deliverySeq", delivery_id AS "deliveryId", webhook_id AS "webhookId", event, at,
  visitor_id AS "visitorId", former_visitor_id AS "formerVisitorId", chat_id AS "chatId", message_id AS "messageId",
  state, due_at AS "dueAt", attempts, attempted_at AS "attemptedAt", status, problem, duration_ms AS "durationMs",
  answer`

export const deliveryById = query<DeliveryRow, [DeliveryId]>(
  `SELECT ${deliveryColumns} FROM webhook_deliveries WHERE delivery_id = $1`,
)
export const deliveriesBefore = query<DeliveryRow, [WebhookId, before: number, limit: number]>(`
  SELECT ${deliveryColumns} FROM webhook_deliveries WHERE webhook_id = $1 AND delivery_seq < $2
  ORDER BY delivery_seq DESC LIMIT $3`)
/** Without those that wait for an earlier one of their chat. */
export const dueOfWebhook = query<DeliveryRow, [WebhookId, now: number, patience: number, limit: number]>(`
  SELECT ${deliveryColumns} FROM webhook_deliveries AS d
  WHERE webhook_id = $1 AND state = 'pending' AND due_at <= $2 AND NOT EXISTS (
    SELECT 1 FROM webhook_deliveries AS earlier
    WHERE earlier.webhook_id = $1 AND earlier.chat_id = d.chat_id AND earlier.state = 'pending'
      AND earlier.delivery_seq < d.delivery_seq AND earlier.attempts < $3
  )
  ORDER BY due_at, delivery_seq LIMIT $4`)
export const insertTestDelivery = command<
  [DeliveryId, WebhookId, at: number, state: 'delivered' | 'failed', ...LastTry]
>(`
  INSERT INTO webhook_deliveries (
    delivery_id, webhook_id, event, at, state, due_at, attempts, attempted_at, status, problem, duration_ms, answer
  ) VALUES ($1, $2, 'test', $3, $4, 0, 1, $5, $6, $7, $8, $9)`)
export const settleDelivery = command<[DeliveryId, state: DeliveryRow['state'], dueAt: number, ...LastTry]>(`
  UPDATE webhook_deliveries SET
    state = $2, due_at = $3, attempts = attempts + 1, attempted_at = $4, status = $5, problem = $6, duration_ms = $7,
    answer = $8
  WHERE delivery_id = $1`)
export const beginAnew = command<[DeliveryId]>(
  `UPDATE webhook_deliveries SET state = 'pending', due_at = 0, attempts = 0 WHERE delivery_id = $1`,
)
export const deleteDelivery = command<[DeliveryId]>('DELETE FROM webhook_deliveries WHERE delivery_id = $1')
export const deleteDeliveriesBefore = command<[before: number, limit: number]>(`
  DELETE FROM webhook_deliveries WHERE delivery_seq IN (
    SELECT delivery_seq FROM webhook_deliveries WHERE at < $1 ORDER BY at LIMIT $2
  )`)

type LastTry = [
  attemptedAt: number,
  status: number | null,
  problem: DeliveryProblem | null,
  durationMs: number,
  answer: string | null,
]

/** Both are told by the step that does them: that a visitor's row ends does not say why. */
export const noteErasure = command<[VisitorId, SiteId, at: number]>(
  `INSERT INTO happenings (event, site_id, at, visitor_id) VALUES ('visitor.erased', $2, $3, $1)`,
)
export const noteMerge = command<[from: VisitorId, to: VisitorId, SiteId, at: number]>(`
  INSERT INTO happenings (event, site_id, at, visitor_id, former_visitor_id)
  VALUES ('visitor.merged', $3, $4, $2, $1)`)
export const moveDeliveries = command<[from: VisitorId, to: VisitorId]>(
  'UPDATE webhook_deliveries SET visitor_id = $2 WHERE visitor_id = $1',
)
/** What their address answered goes as well: it may repeat what it was told. */
export const forgetDeliveriesOf = command<[VisitorId]>('DELETE FROM webhook_deliveries WHERE visitor_id = $1')
