import type { Hono } from 'hono'
import type { MessageId } from '#shared/ids.ts'
import type { Message, SendMessage } from '#shared/message.ts'
import { MAX_CLIENT_MESSAGE_ID_LENGTH } from '#shared/limits.ts'
import { deleteMessage, editMessage } from '../domain/change-message.ts'
import { asCommercial } from '../domain/identity.ts'
import { markAsRead } from '../domain/mark-as-read.ts'
import { readHistory } from '../domain/read-history.ts'
import { Refusal } from '../domain/refusal.ts'
import { searchMessages } from '../domain/search-messages.ts'
import { sendMessage } from '../domain/send-message.ts'
import type { EventBus } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import type { Storage } from '../domain/storage.ts'
import { toMessageFor } from '../domain/views.ts'
import type { Env } from './env.ts'
import type { RateLimits } from './rate-limits.ts'
import { route } from './route.ts'

/** Sending, reading, changing and having read messages. */
export function mountMessages(
  app: Hono<Env>,
  deps: { readonly storage: Storage; readonly events: EventBus; readonly links: FileLinks },
  limits: RateLimits,
): void {
  const { links } = deps

  route(app, 'POST /v2/messages', async ({ body, identity, context }) => {
    if (identity.role === 'visitor') await limits.visitorMessage(identity.userId)
    const draft = withIdempotencyKey(body, context.req.header('idempotency-key'))
    const { message, isNew } = await sendMessage(deps, identity, draft)
    return { result: toMessageFor(identity, message, links), status: isNew ? 201 : 200 }
  })

  // Before `/:messageId`, which would match it.
  route(app, 'PUT /v2/messages/mark-as-read', async ({ body: { chatId, seq, messageId }, identity }) => {
    // The schema has made sure of one of the two; the exact one wins.
    const upTo = messageId === undefined ? { seq: seq ?? 0 } : { messageId }
    await markAsRead(deps, identity, { chatId, ...upTo })
    return { result: undefined }
  })

  // Before `/:messageId` too.
  route(app, 'GET /v2/messages/search', async ({ query, identity }) => ({
    result: await searchMessages(deps, asCommercial(identity), query),
  }))

  route(app, 'GET /v2/messages/chat/:chatId', async ({ params, query, identity }) => ({
    result: await readHistory(deps, identity, { chatId: params.chatId, query }),
  }))

  route(app, 'GET /v2/messages/:messageId', async ({ params, identity }) => ({
    result: toMessageFor(
      identity,
      await deps.storage.message(identity, params.messageId as MessageId),
      links,
    ),
  }))

  route(app, 'PATCH /v2/messages/:messageId', async ({ params, body: { content }, identity }) => {
    const message = await editMessage(deps, identity, { messageId: params.messageId as MessageId, content })
    return { result: toMessageFor(identity, message, links) }
  })

  route(app, 'DELETE /v2/messages/:messageId', async ({ params, identity }): Promise<{ result: Message }> => {
    return {
      result: toMessageFor(
        identity,
        await deleteMessage(deps, identity, params.messageId as MessageId),
        links,
      ),
    }
  })
}

/** The header does the same as the field; where both are given, the field was written by whoever made the message. */
function withIdempotencyKey(draft: SendMessage, key: string | undefined): SendMessage {
  if (key === undefined || draft.clientMessageId !== undefined) return draft
  if (key === '' || key.length > MAX_CLIENT_MESSAGE_ID_LENGTH) {
    const message = `Expected 1 to ${MAX_CLIENT_MESSAGE_ID_LENGTH} characters`
    throw new Refusal('invalid', { issues: [{ path: 'Idempotency-Key', message }] })
  }
  return { ...draft, clientMessageId: key }
}
