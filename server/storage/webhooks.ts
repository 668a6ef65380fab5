import { uuidv7 } from 'uuidv7'
import type { WebhookId } from '#shared/ids.ts'
import { MAX_WEBHOOKS } from '#shared/limits.ts'
import type { WebhookEvent } from '#shared/webhook-events.ts'
import { Refusal } from '../domain/refusal.ts'
import type { NewWebhook, WebhookChange, WebhookRecord } from '../domain/webhook-storage.ts'
import type { Connection } from './connection.ts'
import type { Seals } from './seals.ts'
import { siteById } from './statements/sites.ts'
import * as statements from './statements/webhooks.ts'
import type { WebhookRow } from './statements/webhooks.ts'
import type { Step } from './writer.ts'

export function listWebhooks(db: Connection, seals: Seals): WebhookRecord[] {
  return db.all(statements.allWebhooks).map((row) => webhookRecord(row, seals))
}

export function checkIsThere(db: Connection, webhookId: WebhookId): void {
  if (db.one(statements.webhookById, webhookId) === undefined) throw new Refusal('webhook_not_found')
}

export function findWebhook(db: Connection, seals: Seals, webhookId: WebhookId): WebhookRecord {
  const row = db.one(statements.webhookById, webhookId)
  if (row === undefined) throw new Refusal('webhook_not_found')
  return webhookRecord(row, seals)
}

export function addWebhook({ db, now }: Step, seals: Seals, webhook: NewWebhook): WebhookRecord {
  const { url, siteId, events, secret, isEnabled } = webhook
  checkSite(db, siteId)
  if (db.all(statements.allWebhooks).length >= MAX_WEBHOOKS) {
    throw new Refusal('invalid', { issues: [{ path: '', message: `At most ${MAX_WEBHOOKS} webhooks` }] })
  }
  const webhookId = uuidv7() as WebhookId
  db.run(
    statements.insertWebhook,
    webhookId,
    siteId,
    url,
    JSON.stringify(events),
    seals.seal(secret, placeOf(webhookId)),
    isEnabled ? 1 : 0,
    now,
  )
  return findWebhook(db, seals, webhookId)
}

export function changeWebhook(
  { db }: Step,
  seals: Seals,
  { webhookId, change }: { webhookId: WebhookId; change: WebhookChange },
): WebhookRecord {
  const before = findWebhook(db, seals, webhookId)
  const { url = before.url, siteId = before.siteId, events = before.events } = change
  const { isEnabled = before.isEnabled } = change
  checkSite(db, siteId)
  const isBegunAnew = change.isEnabled === true
  saveWebhook(db, {
    ...before,
    url,
    siteId,
    events,
    isEnabled,
    stopped: isBegunAnew ? null : before.stopped,
    failingSince: isBegunAnew ? null : before.failingSince,
  })
  return findWebhook(db, seals, webhookId)
}

export function saveWebhook(db: Connection, webhook: WebhookRecord): void {
  const { webhookId, siteId, url, events, isEnabled, stopped, failingSince } = webhook
  db.run(
    statements.updateWebhook,
    webhookId,
    siteId,
    url,
    JSON.stringify(events),
    isEnabled ? 1 : 0,
    stopped,
    failingSince,
  )
}

export function removeWebhook({ db }: Step, webhookId: WebhookId): void {
  if (db.run(statements.deleteWebhook, webhookId) === 0) throw new Refusal('webhook_not_found')
}

export function replaceWebhookSecret(
  { db }: Step,
  seals: Seals,
  { webhookId, secret, previousUntil }: { webhookId: WebhookId; secret: string; previousUntil: number },
): WebhookRecord {
  const { secret: before } = findWebhook(db, seals, webhookId)
  const previous = before === null ? null : seals.seal(before, placeOfPrevious(webhookId))
  db.run(statements.replaceSecret, webhookId, seals.seal(secret, placeOf(webhookId)), previous, previousUntil)
  return findWebhook(db, seals, webhookId)
}

/** Secrets lie sealed in the data; this is what they are sealed for. */
function placeOf(webhookId: WebhookId): string {
  return `webhooks/${webhookId}`
}

function placeOfPrevious(webhookId: WebhookId): string {
  return `${placeOf(webhookId)}/previous`
}

function webhookRecord(row: WebhookRow, seals: Seals): WebhookRecord {
  const { webhookId, events, isEnabled, secret, previousSecret } = row
  return {
    ...row,
    events: JSON.parse(events) as WebhookEvent[],
    isEnabled: isEnabled === 1,
    secret: seals.open(secret, placeOf(webhookId)),
    previousSecret: previousSecret && seals.open(previousSecret, placeOfPrevious(webhookId)),
  }
}

function checkSite(db: Connection, siteId: WebhookRecord['siteId']): void {
  if (siteId !== null && db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
}
