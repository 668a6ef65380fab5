import type { EndpointName } from '#shared/endpoints.ts'
import type { SiteId } from '#shared/ids.ts'
import { newVisitor, type Actor, type World } from './actors.ts'
import { call } from './call.ts'
import type { Thing } from './requests.ts'

/** A visitor with a chat, new for every case: one that an earlier case closed or erased would answer for the wrong reason. */
export async function freshThing(
  world: World,
  name: EndpointName,
): Promise<{ visitor: Actor; thing: Thing }> {
  const { url, siteKey, siteId } = world
  const visitor = await newVisitor(url, siteKey)
  const opened = await call(url, 'POST /v2/chats', {
    body: { message: { content: 'hola' } },
    headers: visitor.headers,
  })
  const { chatId, lastMessage } = opened.body as { chatId: string; lastMessage: { messageId: string } }
  const { messageId } = lastMessage
  if (name === 'PUT /v2/chats/:chatId/rating') {
    const { headers } = world.actors.admin
    await call(url, 'PUT /v2/chats/:chatId/close', { params: { chatId }, headers })
  }
  const kid = name.includes(':kid') ? await newKey(world) : ''
  return { visitor, thing: { chatId, messageId, visitorId: visitor.userId, siteId, kid } }
}

/** A ring holds ten, and these cases are more. */
async function newKey({ server, siteId }: World): Promise<string> {
  const site = siteId as SiteId
  for (const { kid } of await server.storage.identityKeys(site)) {
    await server.storage.removeIdentityKey(site, kid)
  }
  const kid = crypto.randomUUID()
  await server.storage.addIdentityKey(site, { kid, algorithm: 'HS256', key: 'secret' })
  return kid
}

/** Of nothing that exists. */
export function noThing(): Thing {
  const [chatId, messageId, visitorId, siteId, kid] = Array.from({ length: 5 }, () => crypto.randomUUID())
  return {
    chatId: String(chatId),
    messageId: String(messageId),
    visitorId: String(visitorId),
    siteId: String(siteId),
    kid: String(kid),
  }
}
