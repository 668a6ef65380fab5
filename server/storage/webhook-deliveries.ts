import type { DeliveryId, WebhookId } from '#shared/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import type {
  Attempt,
  DeliveriesPage,
  DeliveryRecord,
  DueAsked,
  DueDelivery,
  SettledDelivery,
  Subject,
  TestedDelivery,
  WebhookRecord,
} from '../domain/webhook-storage.ts'
import { chatRecord } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { messageRecord } from './message-records.ts'
import type { Seals } from './seals.ts'
import { chatById } from './statements/chats.ts'
import { messageById } from './statements/messages.ts'
import { visitorById } from './statements/visitors.ts'
import * as statements from './statements/webhooks.ts'
import type { DeliveryRow } from './statements/webhooks.ts'
import { visitorRecord } from './visitors.ts'
import { checkIsThere, findWebhook, saveWebhook } from './webhooks.ts'
import type { Step } from './writer.ts'

/** So many tries of one, about a quarter of an hour, the next of its chat wait for; then an address that never takes it holds up no others. */
const PATIENCE = 5
// Bounds one write; the next round takes the next ones.
const MAX_FORGOTTEN = 1_000

export function deliveriesOf(
  db: Connection,
  webhookId: WebhookId,
  { before, limit }: DeliveriesPage,
): DeliveryRecord[] {
  checkIsThere(db, webhookId)
  // One that is forgotten by now has none before it.
  const seq =
    before === undefined
      ? Number.MAX_SAFE_INTEGER
      : (db.one(statements.deliveryById, before)?.deliverySeq ?? 0)
  return db.all(statements.deliveriesBefore, webhookId, seq, limit).map(deliveryRecord)
}

export function dueDeliveries(
  { db, now }: Step,
  webhookId: WebhookId,
  { limit, underWay }: DueAsked,
): DueDelivery[] {
  return db
    .all(statements.dueOfWebhook, webhookId, now, PATIENCE, limit + underWay.size)
    .filter(({ deliveryId }) => !underWay.has(deliveryId))
    .slice(0, limit)
    .map((row) => ({ delivery: deliveryRecord(row), subject: subjectOf(db, row) }))
}

export function keepTestDelivery(
  { db, now }: Step,
  webhookId: WebhookId,
  { deliveryId, state, attempt }: TestedDelivery,
): DeliveryRecord {
  checkIsThere(db, webhookId)
  db.run(statements.insertTestDelivery, deliveryId, webhookId, now, state, ...lastTry(attempt))
  return findDelivery(db, deliveryId)
}

export function redeliver({ db }: Step, webhookId: WebhookId, deliveryId: DeliveryId): DeliveryRecord {
  checkIsThere(db, webhookId)
  const delivery = findDelivery(db, deliveryId)
  // A test has no occasion that could be told once more.
  if (delivery.webhookId !== webhookId || delivery.event === 'test') throw new Refusal('not_found')
  db.run(statements.beginAnew, deliveryId)
  return findDelivery(db, deliveryId)
}

/** Whatever was removed while it was under way stays so. */
export function settleDelivery(
  { db }: Step,
  seals: Seals,
  { deliveryId, attempt, next }: SettledDelivery & { deliveryId: DeliveryId },
): { stopped: WebhookRecord | null } {
  const row = db.one(statements.deliveryById, deliveryId)
  if (row === undefined) return { stopped: null }
  const dueAt = next.state === 'pending' ? next.dueAt : row.dueAt
  db.run(statements.settleDelivery, deliveryId, next.state, dueAt, ...lastTry(attempt))
  const webhook = findWebhook(db, seals, row.webhookId)
  const failingSince = next.state === 'delivered' ? null : (webhook.failingSince ?? attempt.at)
  const stop = next.state === 'failed' ? next.stop : null
  const isStopped =
    stop !== null && webhook.isEnabled && (stop.why === 'gone' || (failingSince ?? 0) <= stop.since)
  const after = { ...webhook, failingSince, ...(isStopped && { isEnabled: false, stopped: stop.why }) }
  if (failingSince !== webhook.failingSince || isStopped) saveWebhook(db, after)
  return { stopped: isStopped ? after : null }
}

export function forgetDeliveries({ db }: Step, before: number): number {
  return db.run(statements.deleteDeliveriesBefore, before, MAX_FORGOTTEN)
}

function findDelivery(db: Connection, deliveryId: DeliveryId): DeliveryRecord {
  const row = db.one(statements.deliveryById, deliveryId)
  if (row === undefined) throw new Refusal('not_found')
  return deliveryRecord(row)
}

/** What it is about, as it stands now. */
function subjectOf(
  db: Connection,
  { event, visitorId, formerVisitorId, chatId, messageId }: DeliveryRow,
): Subject | null {
  if (chatId !== null) {
    const chatRow = db.one(chatById, chatId)
    if (chatRow === undefined) return null
    const chat = chatRecord(db, chatRow)
    if (messageId === null) return { kind: 'chat', chat }
    const message = db.one(messageById, messageId)
    return message === undefined ? null : { kind: 'message', chat, message: messageRecord(message) }
  }
  if (visitorId === null) return null
  if (event === 'visitor.erased') return { kind: 'erased', visitorId }
  const visitor = db.one(visitorById, visitorId)
  if (visitor === undefined) return null
  return { kind: 'visitor', visitor: visitorRecord(visitor), formerId: formerVisitorId }
}

function deliveryRecord(row: DeliveryRow): DeliveryRecord {
  const { deliveryId, webhookId, event, at, chatId, state, dueAt, attempts } = row
  const { attemptedAt, status, problem, durationMs, answer } = row
  const attempt =
    attemptedAt === null ? null : { at: attemptedAt, durationMs: durationMs ?? 0, status, problem, answer }
  return { deliveryId, webhookId, event, at, chatId, state, dueAt, attempts, attempt }
}

function lastTry({ at, status, problem, durationMs, answer }: Attempt) {
  return [at, status, problem, durationMs, answer] as const
}
