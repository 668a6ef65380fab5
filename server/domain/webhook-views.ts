import type { Webhook, WebhookDelivery } from '#shared/webhook.ts'
import type { ToldChat, WebhookEvent, WebhookPayload } from '#shared/webhook-events.ts'
import type { FileLinks } from './file-links.ts'
import type { ChatRecord } from './records.ts'
import { toCommercialMessage, toTime, toVisitor, toVisitorChat, toVisitorMessage } from './views.ts'
import type { DeliveryRecord, Subject, WebhookRecord } from './webhook-storage.ts'

/** To admins. Never the secret. */
export function toWebhook(webhook: WebhookRecord): Webhook {
  const { webhookId, url, siteId, events, isEnabled, stopped, failingSince, createdAt } = webhook
  return {
    webhookId,
    url,
    siteId,
    events: [...events],
    isEnabled,
    ...(stopped !== null && { stopped }),
    ...(failingSince !== null && { failingSince: toTime(failingSince) }),
    createdAt: toTime(createdAt),
  }
}

/** To admins. What was told is not in it: that is not kept. */
export function toWebhookDelivery(delivery: DeliveryRecord): WebhookDelivery {
  const { deliveryId, event, state, at, chatId, attempts, attempt, dueAt } = delivery
  return {
    deliveryId,
    event,
    state,
    occurredAt: toTime(at),
    ...(chatId !== null && { chatId }),
    attempts,
    ...(attempt !== null && {
      attemptedAt: toTime(attempt.at),
      durationMs: attempt.durationMs,
      ...(attempt.status !== null && { status: attempt.status }),
      ...(attempt.problem !== null && { problem: attempt.problem }),
      ...(attempt.answer !== null && { answer: attempt.answer }),
    }),
    ...(state === 'pending' && attempt !== null && { nextAttemptAt: toTime(dueAt) }),
  }
}

/** What another system is told, by an allow-list of its own; null where there is nothing to tell any more. */
export function toWebhookPayload(
  { event, at }: Pick<DeliveryRecord, 'event' | 'at'>,
  subject: Subject | null,
  links: FileLinks,
): WebhookPayload | null {
  const timestamp = toTime(at)
  if (event === 'test') return { type: event, timestamp, data: {} }
  if (subject === null) return null
  const data = dataOf(event, subject, links)
  // The contract says which of them has which data; `dataOf` is held to it by the tests of every event.
  return data && ({ type: event, timestamp, data } as WebhookPayload)
}

function dataOf(event: WebhookEvent, subject: Subject, links: FileLinks): object | null {
  switch (subject.kind) {
    case 'chat':
      return { chat: toToldChat(subject.chat, links) }
    case 'message': {
      const { message, chat } = subject
      // A public message in the visitor's numbering: a hole in the other one would say that there are notes.
      const view = message.isInternal ? toCommercialMessage : toVisitorMessage
      return { message: view(message, links), chat: toToldChat(chat, links) }
    }
    case 'visitor': {
      if (subject.visitor.erasedAt !== null) return null
      const visitor = toVisitor(subject.visitor)
      return event === 'visitor.merged' ? { visitorId: subject.formerId, visitor } : { visitor }
    }
    case 'erased':
      return { visitorId: subject.visitorId }
  }
}

function toToldChat(chat: ChatRecord, links: FileLinks): ToldChat {
  const {
    chatId,
    siteId,
    visitor,
    status,
    assignee,
    createdAt,
    updatedAt,
    firstResponseAt,
    closedAt,
    rating,
  } = toVisitorChat(chat, links)
  return {
    chatId,
    siteId,
    visitor,
    status,
    assignee,
    tags: [...chat.tags],
    createdAt,
    updatedAt,
    ...(firstResponseAt !== undefined && { firstResponseAt }),
    ...(closedAt !== undefined && { closedAt }),
    ...(rating !== undefined && { rating }),
  }
}
