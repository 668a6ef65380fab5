import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { mayCall, type Permission } from '../../server/domain/permissions.ts'
import { ACTORS, newVisitor, startWorld, type ActorName, type World } from './actors.ts'
import { bearer, call, type Answer } from './call.ts'
import { createDeskThings, needsDeskThings } from './desk-things.ts'
import { requests } from './requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Where a right to the endpoint is not enough: only a message's own author changes it, and set-up and refresh have proofs of their own. */
const exceptions: Partial<Record<EndpointName, Partial<Record<ActorName, number>>>> = {
  'PATCH /v2/messages/:messageId': { commercial: 403, admin: 403 },
  'DELETE /v2/messages/:messageId': { commercial: 403 },
  'POST /v2/auth/refresh': Object.fromEntries(ACTORS.map((actor) => [actor, 401])),
  'POST /v2/auth/setup': Object.fromEntries(ACTORS.map((actor) => [actor, 404])),
  // A list of one's own, never a refusal.
  'GET /v2/chats': { otherVisitor: 200, otherSitesVisitor: 200, otherSitesCommercial: 200 },
}

function expectedStatus(name: EndpointName, actor: ActorName): number {
  const exception = exceptions[name]?.[actor]
  if (exception !== undefined) return exception
  const reach = reachOf(mayCall[name], actor)
  if (reach === 'no') return actor === 'nobody' ? 401 : 403
  return reach === 'own' && isStranger(actor) ? 404 : endpoints[name].status[0]
}

function reachOf(permission: Permission, actor: ActorName): string {
  if (actor === 'nobody' || actor === 'admin') return permission[actor]
  return actor.toLowerCase().includes('visitor') ? permission.visitor : permission.commercial
}

function isStranger(actor: ActorName): boolean {
  return actor.startsWith('other')
}

/** A fresh chat for every case: a chat that an earlier case closed or deleted from would answer for the wrong reason. */
async function freshThing() {
  const visitor = await newVisitor(world.url, world.siteKey)
  const opened = await call(world.url, 'POST /v2/chats', {
    body: { message: { content: 'hola' } },
    headers: visitor.headers,
  })
  const { chatId, lastMessage } = opened.body as { chatId: string; lastMessage: { messageId: string } }
  return {
    visitor,
    thing: {
      chatId,
      messageId: lastMessage.messageId,
      visitorId: visitor.userId,
      siteId: world.siteId,
      author: 'visitor' as const,
    },
  }
}

/** Signing out, and a new session, would end the actor's own for the cases after it. */
function headersOf(actor: ActorName, visitorToken: string, name: EndpointName): Record<string, string> {
  if (name === 'POST /v2/auth/logout' || name === 'POST /v2/visitors/session') return {}
  return actor === 'visitor' ? bearer(visitorToken) : world.actors[actor].headers
}

async function ask(name: EndpointName, actor: ActorName): Promise<Answer> {
  const { visitor, thing } = await freshThing()
  const owner = world.actors[actor === 'admin' ? 'admin' : 'commercial']
  const desk = needsDeskThings(name) ? await createDeskThings(world.url, owner.headers) : {}
  return call(world.url, name, {
    ...requests[name]({ ...thing, ...desk }),
    headers: headersOf(actor, visitor.token, name),
  })
}

const cases = (Object.keys(endpoints) as EndpointName[]).flatMap((name) =>
  ACTORS.map((actor) => [name, actor] as const),
)

describe('who may call what', () => {
  it.each(cases)('%s answers %s as the table says', async (name, actor) => {
    const answer = await ask(name, actor)
    const expected = expectedStatus(name, actor)
    // A visitor who opens a chat gets the one they have.
    const isRepeat = name === 'POST /v2/chats' && answer.status === 200
    expect(isRepeat ? 201 : answer.status, answer.text).toBe(expected)
  })

  it('answers what is not yours exactly like what does not exist', async () => {
    const { thing } = await freshThing()
    const none = {
      chatId: crypto.randomUUID(),
      messageId: crypto.randomUUID(),
      visitorId: crypto.randomUUID(),
      siteId: crypto.randomUUID(),
      author: 'visitor' as const,
    }
    const hidden = (Object.keys(endpoints) as EndpointName[]).filter(
      (name) => mayCall[name].visitor === 'own' && name !== 'GET /v2/chats',
    )
    for (const name of hidden) {
      for (const actor of ['otherVisitor', 'otherSitesVisitor', 'otherSitesCommercial'] as const) {
        const headers = world.actors[actor].headers
        const foreign = await call(world.url, name, { ...requests[name](thing), headers })
        const missing = await call(world.url, name, { ...requests[name](none), headers })
        expect(foreign.status).toBe(404)
        expect(withoutRequestId(foreign.text)).toBe(withoutRequestId(missing.text))
        expect(headerNames(foreign)).toEqual(headerNames(missing))
      }
    }
  })
})

function withoutRequestId(text: string): string {
  return text.replace(/"requestId":"[^"]+"/, '')
}

function headerNames(answer: Answer): string[] {
  return [...answer.headers.keys()]
}
