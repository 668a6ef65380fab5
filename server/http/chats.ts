import type { Hono } from 'hono'
import type { Chat, ChatsQuery } from '#shared/chat.ts'
import type { ChatId, CommercialId } from '#shared/ids.ts'
import { asCommercial, asVisitor, type Identity } from '../domain/identity.ts'
import { assignChat, closeChat, reopenChat, snoozeChat, tagChat } from '../domain/manage-chat.ts'
import { parsePersonKeyword } from '../domain/person-words.ts'
import { openChat } from '../domain/open-chat.ts'
import { rateChat } from '../domain/rate-chat.ts'
import { readTranscript } from '../domain/read-transcript.ts'
import type { Onlookers } from '../domain/onlookers.ts'
import type { Storage } from '../domain/storage.ts'
import type { EventBus } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { toChatFor } from '../domain/views.ts'
import type { Env } from './env.ts'
import type { RateLimits } from './rate-limits.ts'
import { route } from './route.ts'

/** Opening, listing, assigning, closing, tagging and putting off chats. */
export function mountChats(
  app: Hono<Env>,
  deps: {
    readonly storage: Storage
    readonly events: EventBus
    readonly links: FileLinks
    readonly onlookers: Onlookers
  },
  limits: RateLimits,
): void {
  const { storage, links } = deps

  route(app, 'POST /v2/chats', async ({ body, identity }) => {
    if (identity.role === 'visitor' && body.message !== undefined)
      await limits.visitorMessage(identity.userId)
    const { chat, isNew, appended } = await openChat(deps, identity, body)
    return { result: toChatFor(identity, appended?.chat ?? chat, links), status: isNew ? 201 : 200 }
  })

  route(app, 'GET /v2/chats', async ({ query, identity }) => {
    const { chats, nextCursor } = await storage.chats(identity, toFilter(query, identity))
    const counts = await storage.chatCounts(identity)
    return { result: { chats: chats.map((chat) => toChatFor(identity, chat, links)), nextCursor, counts } }
  })

  route(app, 'GET /v2/chats/:chatId', async ({ params, identity }) => ({
    result: toChatFor(identity, await storage.chat(identity, params.chatId as ChatId), links),
  }))

  route(
    app,
    'PUT /v2/chats/:chatId/assign/:commercialId',
    async ({ params, query: { reason }, identity, context }): Promise<{ result: Chat }> => {
      const ifUnassigned = context.req.header('if-unassigned')?.toLowerCase() === 'true'
      const chatId = params.chatId as ChatId
      return {
        result: toChatFor(
          identity,
          await assignChat(deps, identity, { chatId, to: params.commercialId, ifUnassigned, reason }),
          links,
        ),
      }
    },
  )

  route(app, 'PUT /v2/chats/:chatId/rating', async ({ params, body, identity }) => {
    const rated = { chatId: params.chatId as ChatId, rating: body }
    return { result: toChatFor(identity, await rateChat(deps, asVisitor(identity), rated), links) }
  })

  route(app, 'GET /v2/chats/:chatId/transcript', async ({ params, query, identity, context }) => {
    await limits.download(identity.userId)
    const { language } = context.var
    const chatId = params.chatId as ChatId
    return { download: await readTranscript(deps, identity, { chatId, query, language }) }
  })

  route(app, 'PUT /v2/chats/:chatId/close', async ({ params, identity }) => ({
    result: toChatFor(identity, await closeChat(deps, identity, params.chatId as ChatId), links),
  }))

  route(app, 'PUT /v2/chats/:chatId/reopen', async ({ params, identity }) => ({
    result: toChatFor(identity, await reopenChat(deps, identity, params.chatId as ChatId), links),
  }))

  route(app, 'PUT /v2/chats/:chatId/tags', async ({ params, body: { tags }, identity }) => ({
    result: toChatFor(
      identity,
      await tagChat(deps, identity, { chatId: params.chatId as ChatId, tags }),
      links,
    ),
  }))

  route(app, 'PUT /v2/chats/:chatId/snooze', async ({ params, body: { until }, identity }) => ({
    result: toChatFor(
      identity,
      await snoozeChat(deps, identity, { chatId: params.chatId as ChatId, until }),
      links,
    ),
  }))

  route(app, 'GET /v2/tags', async ({ query, identity }) => ({
    result: { tags: await storage.tags(asCommercial(identity), query) },
  }))
}

function toFilter(query: ChatsQuery, reader: Identity) {
  return {
    statuses: query.status,
    assigneeId: query.assignee === undefined ? undefined : toAssigneeId(query.assignee, reader),
    siteId: query.siteId,
    tag: query.tag,
    isSnoozed: query.snoozed,
    people: query.search === undefined ? undefined : parsePersonKeyword(query.search),
    order: query.order,
    cursor: query.cursor,
    limit: query.limit,
  }
}

function toAssigneeId(assignee: string, reader: Identity): CommercialId | null {
  if (assignee === 'none') return null
  return (assignee === 'me' ? reader.userId : assignee) as CommercialId
}
