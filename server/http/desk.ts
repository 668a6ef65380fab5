import type { Hono } from 'hono'
import type { ChatId, MacroId, ReplyId } from '#shared/ids.ts'
import { applyMacro } from '../domain/apply-macro.ts'
import type { EventBus } from '../domain/events.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { asCommercial } from '../domain/identity.ts'
import type { Storage } from '../domain/storage.ts'
import { toCannedReply, toChatFor, toCommercialMessage, toMacro } from '../domain/views.ts'
import type { Env } from './env.ts'
import { route } from './route.ts'

interface Deps {
  readonly storage: Storage
  readonly events: EventBus
  readonly links: FileLinks
}

/** What lies ready on the team's desk: canned replies and macros. */
export function mountDesk(app: Hono<Env>, deps: Deps): void {
  mountCannedReplies(app, deps)
  mountMacros(app, deps)
}

function mountCannedReplies(app: Hono<Env>, { storage }: Deps): void {
  route(app, 'GET /v2/canned-replies', async ({ query, identity }) => {
    const replies = await storage.cannedReplies(asCommercial(identity), query.siteId)
    return { result: { replies: replies.map(toCannedReply) } }
  })
  route(app, 'POST /v2/canned-replies', async ({ body, identity }) => ({
    result: toCannedReply(await storage.createCannedReply(asCommercial(identity), body)),
  }))
  route(app, 'PATCH /v2/canned-replies/:replyId', async ({ params, body, identity }) => {
    const replyId = params.replyId as ReplyId
    return { result: toCannedReply(await storage.changeCannedReply(asCommercial(identity), replyId, body)) }
  })
  route(app, 'DELETE /v2/canned-replies/:replyId', async ({ params, identity }) => {
    await storage.deleteCannedReply(asCommercial(identity), params.replyId as ReplyId)
    return { result: undefined }
  })
}

function mountMacros(app: Hono<Env>, deps: Deps): void {
  const { storage, links } = deps
  route(app, 'GET /v2/macros', async ({ query, identity }) => ({
    result: { macros: (await storage.macros(asCommercial(identity), query.siteId)).map(toMacro) },
  }))
  route(app, 'POST /v2/macros', async ({ body, identity }) => ({
    result: toMacro(await storage.createMacro(asCommercial(identity), body)),
  }))
  route(app, 'PATCH /v2/macros/:macroId', async ({ params, body, identity }) => ({
    result: toMacro(await storage.changeMacro(asCommercial(identity), params.macroId as MacroId, body)),
  }))
  route(app, 'DELETE /v2/macros/:macroId', async ({ params, identity }) => {
    await storage.deleteMacro(asCommercial(identity), params.macroId as MacroId)
    return { result: undefined }
  })
  route(app, 'POST /v2/chats/:chatId/macros/:macroId', async ({ params, body, identity }) => {
    const { clientMessageId, seenSeq } = body
    const [chatId, macroId] = [params.chatId as ChatId, params.macroId as MacroId]
    const applying = { chatId, macroId, clientMessageId, seenSeq }
    const { chat, appended } = await applyMacro(deps, asCommercial(identity), applying)
    const message = appended && toCommercialMessage(appended.message, links)
    return { result: { chat: toChatFor(identity, chat.chat, links), message } }
  })
}
