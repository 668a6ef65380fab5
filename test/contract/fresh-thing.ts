import type { EndpointName } from '#shared/endpoints.ts'
import { newVisitor, type Actor, type Crowd } from './actors.ts'
import { call } from './call.ts'
import type { Thing } from './requests.ts'
import { newWebhook } from './webhook-things.ts'

/** A visitor with a chat, new for every case: one that an earlier case closed or erased would answer for the wrong reason. */
export async function freshThing(
  crowd: Crowd,
  name: EndpointName,
): Promise<{ visitor: Actor; thing: Thing }> {
  const { url, siteKey, siteId } = crowd
  const visitor = await newVisitor(url, siteKey)
  const other = name.endsWith('/merge') ? { otherVisitorId: (await newVisitor(url, siteKey)).userId } : {}
  const told = name.includes(':webhookId') ? await newWebhook(crowd) : null
  const opened = await call(url, 'POST /v2/chats', {
    body: { message: { content: 'hola' } },
    headers: visitor.headers,
  })
  const { chatId, lastMessage } = opened.body as { chatId: string; lastMessage: { messageId: string } }
  const { messageId } = lastMessage
  if (name === 'PUT /v2/chats/:chatId/rating') {
    const { headers } = crowd.actors.admin
    await call(url, 'PUT /v2/chats/:chatId/close', { params: { chatId }, headers })
  }
  const kid = name.includes(':kid') ? await newKey(crowd) : ''
  const invitation = name.includes(':invitationId') ? { invitationId: await newInvitation(crowd) } : {}
  const colleague = name.startsWith('PATCH /v2/commercials/')
    ? { commercialId: await newColleague(crowd) }
    : {}
  return {
    visitor,
    thing: {
      chatId,
      messageId,
      visitorId: visitor.userId,
      siteId,
      kid,
      ...colleague,
      ...invitation,
      ...other,
      ...(await told?.()),
    },
  }
}

async function newColleague({ url, actors }: Crowd): Promise<string> {
  const created = await call(url, 'POST /v2/commercials', {
    body: { name: 'New', email: `${crypto.randomUUID()}@olmo.example`, password: 'long enough' },
    headers: actors.admin.headers,
  })
  return String(created.body['commercialId'])
}

async function newInvitation({ url, actors }: Crowd): Promise<string> {
  const { headers } = actors.admin
  const invited = await call(url, 'POST /v2/invitations', { body: {}, headers })
  return String(invited.body['invitationId'])
}

/** A ring holds ten, and these cases are more. */
async function newKey({ url, siteId, actors }: Crowd): Promise<string> {
  const { headers } = actors.admin
  const site = await call(url, 'GET /v2/sites/:siteId', { params: { siteId }, headers })
  for (const { kid } of (site.body['identityKeys'] ?? []) as { kid: string }[]) {
    await call(url, 'DELETE /v2/sites/:siteId/identity-keys/:kid', { params: { siteId, kid }, headers })
  }
  const added = await call(url, 'POST /v2/sites/:siteId/identity-keys', {
    params: { siteId },
    body: { algorithm: 'HS256' },
    headers,
  })
  return String(added.body['kid'])
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
