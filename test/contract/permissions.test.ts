import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { mayCall } from '../../server/domain/permissions.ts'
import { ACTORS, startWorld, type World } from './actors.ts'
import { askAs } from './ask-as.ts'
import { call, type Answer } from './call.ts'
import { createDeskThings, needsDeskThings } from './desk-things.ts'
import { expectedStatus } from './expected-status.ts'
import { freshThing, noThing } from './fresh-thing.ts'
import { requests } from './requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const cases = (Object.keys(endpoints) as EndpointName[]).flatMap((name) =>
  ACTORS.map((actor) => [name, actor] as const),
)

describe('who may call what', () => {
  it.each(cases)('A03: %s answers %s as the table says', async (name, actor) => {
    const answer = await askAs(world, name, actor)
    const expected = expectedStatus(name, actor)
    // A visitor who opens a chat gets the one they have.
    const isRepeat = name === 'POST /v2/chats' && answer.status === 200
    expect(isRepeat ? 201 : answer.status, answer.text).toBe(expected)
  })

  it('A03: answers what is not yours exactly like what does not exist', async () => {
    const none = noThing()
    const names = (Object.keys(endpoints) as EndpointName[]).filter(
      (name) => name !== 'GET /v2/chats' && [mayCall[name].visitor, mayCall[name].commercial].includes('own'),
    )
    for (const name of names) {
      const { thing } = await freshThing(world, name)
      const desk = needsDeskThings(name)
        ? await createDeskThings(world.url, world.actors.commercial, name)
        : {}
      const visitors = mayCall[name].visitor === 'own' ? (['otherVisitor', 'otherSitesVisitor'] as const) : []
      const team = mayCall[name].commercial === 'own' ? (['otherSitesCommercial'] as const) : []
      for (const actor of [...visitors, ...team]) {
        const headers = world.actors[actor].headers
        const foreign = await call(world.url, name, { ...requests[name]({ ...thing, ...desk }), headers })
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
