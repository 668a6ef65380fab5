import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { mayCall, type Permission } from '../../server/domain/permissions.ts'
import { ACTORS, newVisitor, startWorld, type Actor, type ActorName, type World } from './actors.ts'
import { call, type Answer } from './call.ts'
import { freshThing, noThing } from './fresh-thing.ts'
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

/** Ending a session, and a new one, would end the actor's own for the cases after it. */
const endSessions: readonly EndpointName[] = ['DELETE /v2/visitors/session', 'DELETE /v2/visitors/me']

async function headersOf(
  actor: ActorName,
  visitor: Actor,
  name: EndpointName,
): Promise<Record<string, string>> {
  if (name === 'POST /v2/auth/logout' || name === 'POST /v2/visitors/session') return {}
  if (actor === 'visitor') return visitor.headers
  if (!endSessions.includes(name) || !actor.endsWith('Visitor')) return world.actors[actor].headers
  return (await newVisitor(world.url, actor === 'otherVisitor' ? world.siteKey : 'other')).headers
}

async function ask(name: EndpointName, actor: ActorName): Promise<Answer> {
  const { visitor, thing } = await freshThing(world, name)
  const owner = world.actors[actor === 'admin' ? 'admin' : 'commercial']
  const desk = needsDeskThings(name) ? await createDeskThings(world.url, owner.headers) : {}
  return call(world.url, name, {
    ...requests[name]({ ...thing, ...desk }),
    headers: await headersOf(actor, visitor, name),
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
    const none = noThing()
    const names = (Object.keys(endpoints) as EndpointName[]).filter(
      (name) => name !== 'GET /v2/chats' && [mayCall[name].visitor, mayCall[name].commercial].includes('own'),
    )
    for (const name of names) {
      const { thing } = await freshThing(world, name)
      const visitors = mayCall[name].visitor === 'own' ? (['otherVisitor', 'otherSitesVisitor'] as const) : []
      const team = mayCall[name].commercial === 'own' ? (['otherSitesCommercial'] as const) : []
      for (const actor of [...visitors, ...team]) {
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
