import type { EndpointName } from '#shared/endpoints.ts'
import { newVisitor, type Actor, type ActorName, type Crowd } from './actors.ts'
import { call, type Answer } from './call.ts'
import { createDeskThings, needsDeskThings } from './desk-things.ts'
import { freshThing } from './fresh-thing.ts'
import { requests } from './requests.ts'

/** Ending a session, and a new one, would end the actor's own for the cases after it. */
const endSessions: readonly EndpointName[] = ['DELETE /v2/visitors/session', 'DELETE /v2/visitors/me']

async function headersOf(
  { url, siteKey, actors }: Crowd,
  { name, actor, visitor }: { name: EndpointName; actor: ActorName; visitor: Actor },
): Promise<Record<string, string>> {
  if (name === 'POST /v2/auth/logout' || name === 'POST /v2/visitors/session') return {}
  if (actor === 'visitor') return visitor.headers
  if (!endSessions.includes(name) || !actor.endsWith('Visitor')) return actors[actor].headers
  return (await newVisitor(url, actor === 'otherVisitor' ? siteKey : 'other')).headers
}

/** One endpoint as one of them, about a chat that was made for this question. */
export async function askAs(crowd: Crowd, name: EndpointName, actor: ActorName): Promise<Answer> {
  const { visitor, thing } = await freshThing(crowd, name)
  const owner = crowd.actors[actor === 'admin' ? 'admin' : 'commercial']
  const desk = needsDeskThings(name) ? await createDeskThings(crowd.url, owner, name) : {}
  return call(crowd.url, name, {
    ...requests[name]({ ...thing, ...desk }),
    headers: await headersOf(crowd, { name, actor, visitor }),
  })
}
