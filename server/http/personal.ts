import type { Hono } from 'hono'
import type { ChatId, ViewId } from '#shared/ids.ts'
import type { EventBus } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { asCommercial, sitesOf } from '../domain/identity.ts'
import { keepDraft } from '../domain/keep-draft.ts'
import { markUnread } from '../domain/mark-unread.ts'
import type { Storage } from '../domain/storage.ts'
import type { Viewers } from '../domain/viewers.ts'
import { toCommercialChat, toDraft, toMention, toSavedView, toTeammate } from '../domain/views.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: Storage
  readonly events: EventBus
  readonly links: FileLinks
  readonly viewers: Viewers
}

/** What each of the team has of their own: views, drafts, mentions, settings; and which chats the others are looking at. */
export function mountPersonal(app: Hono<Env>, deps: Deps): void {
  mountViews(app, deps)
  mountDrafts(app, deps)
  mountUnreadMarks(app, deps)
  mountMentions(app, deps)
  mountSettings(app, deps)

  route(app, 'GET /v2/viewers', ({ identity }) => {
    const chats = deps.viewers.chatsOf(sitesOf(identity))
    const told = chats.map(({ chatId, viewers }) => ({ chatId, viewers: viewers.map(toTeammate) }))
    return Promise.resolve({ result: { chats: told } })
  })
}

function mountViews(app: Hono<Env>, { storage }: Deps): void {
  route(app, 'GET /v2/views', async ({ identity }) => ({
    result: { views: (await storage.views(asCommercial(identity))).map(toSavedView) },
  }))
  route(app, 'POST /v2/views', async ({ body, identity }) => ({
    result: toSavedView(await storage.createView(asCommercial(identity), body)),
  }))
  route(app, 'PATCH /v2/views/:viewId', async ({ params, body, identity }) => ({
    result: toSavedView(await storage.changeView(asCommercial(identity), params.viewId as ViewId, body)),
  }))
  route(app, 'DELETE /v2/views/:viewId', async ({ params, identity }) => {
    await storage.deleteView(asCommercial(identity), params.viewId as ViewId)
    return { result: undefined }
  })
}

function mountDrafts(app: Hono<Env>, deps: Deps): void {
  route(app, 'GET /v2/chats/:chatId/draft', async ({ params, identity }) => {
    const draft = await deps.storage.draft(asCommercial(identity), params.chatId as ChatId)
    return { result: { draft: draft && toDraft(draft) } }
  })
  route(app, 'PUT /v2/chats/:chatId/draft', async ({ params, body, identity }) => {
    const { draft } = await keepDraft(deps, asCommercial(identity), {
      ...body,
      chatId: params.chatId as ChatId,
    })
    return { result: { draft: draft && toDraft(draft) } }
  })
  route(app, 'DELETE /v2/chats/:chatId/draft', async ({ params, identity }) => {
    const none = { chatId: params.chatId as ChatId, content: '', isInternal: false }
    await keepDraft(deps, asCommercial(identity), none)
    return { result: undefined }
  })
}

function mountUnreadMarks(app: Hono<Env>, deps: Deps): void {
  route(app, 'PUT /v2/chats/:chatId/unread', async ({ params, body, identity }) => {
    const by = asCommercial(identity)
    const chat = await markUnread(deps, by, { ...body, chatId: params.chatId as ChatId })
    return { result: toCommercialChat(chat, by.userId, deps.links) }
  })
}

function mountMentions(app: Hono<Env>, { storage, events, links }: Deps): void {
  route(app, 'GET /v2/mentions', async ({ query: { unseen, cursor, limit }, identity }) => {
    const page = { isUnseen: unseen === 'true', cursor, limit }
    const { mentions, nextCursor, unseenCount } = await storage.mentions(asCommercial(identity), page)
    return { result: { mentions: mentions.map((one) => toMention(one, links)), nextCursor, unseenCount } }
  })
  route(app, 'PUT /v2/mentions/seen', async ({ body, identity }) => {
    const by = asCommercial(identity)
    const unseenCount = await storage.seeMentions(by, body)
    if (unseenCount !== null) events.emit('MentionsSeen', { by, chatId: body.chatId, unseenCount })
    return { result: undefined }
  })
}

function mountSettings(app: Hono<Env>, { storage }: Deps): void {
  route(app, 'GET /v2/commercials/me/settings', async ({ identity }) => ({
    result: await storage.personalSettings(asCommercial(identity)),
  }))
  route(app, 'PATCH /v2/commercials/me/settings', async ({ body, identity }) => ({
    result: await storage.changePersonalSettings(asCommercial(identity), body),
  }))
}
