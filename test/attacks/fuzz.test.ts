import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newVisitor, signIn, startWorld, type Actor, type World } from '../contract/actors.ts'
import { call } from '../contract/call.ts'
import { ADMIN } from '../server.ts'
import { createBystander, type Bystander } from './bystander.ts'
import { fuzzedConnections, playConnection } from './fuzz/frames.ts'
import { rawRequests, sayRaw } from './fuzz/raw-requests.ts'
import { fuzzedRequests, type Things } from './fuzz/requests.ts'
import { createSender } from './fuzz/send.ts'
import { listenToLog, type ServerLog } from './server-log.ts'

/** Another one each day finds more; a failure prints its own, to be tried again: FUZZ_SEED=… */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_301)
const COUNT = Number(process.env['FUZZ_COUNT'] ?? 400)

let world: World
let bystander: Bystander
let log: ServerLog
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  log = listenToLog()
  bystander = await createBystander(world.url, world.siteKey)
})
afterEach(async () => {
  log.stop()
  bystander.close()
})

async function headersOf(
  actor: 'visitor' | 'admin' | 'nobody',
  visitor: Actor,
): Promise<Record<string, string>> {
  if (actor === 'nobody') return {}
  return actor === 'visitor' ? visitor.headers : (await signIn(world.url, ADMIN)).headers
}

async function thingsOf(visitor: { headers: Record<string, string>; userId: string }): Promise<Things> {
  const opened = await call(world.url, 'POST /v2/chats', {
    body: { message: { content: 'hola' } },
    headers: visitor.headers,
  })
  const { chatId, lastMessage } = opened.body as { chatId: string; lastMessage: { messageId: string } }
  const { messageId } = lastMessage
  return { chatId, messageId, visitorId: visitor.userId, siteId: world.siteId, kid: 'none' }
}

describe(`T26 · ${COUNT} fuzzed requests (seed ${SEED})`, () => {
  it.each(['visitor', 'admin', 'nobody'] as const)(
    'as %s: none is answered with 5xx or a stack',
    async (actor) => {
      const sender = createSender(world.url)
      const { errors } = log
      let accepted = 0
      for (let done = 0; done < COUNT / 3; done += 50) {
        // Some of them end sessions and erase people: new ones every fifty.
        const visitor = await newVisitor(world.url, world.siteKey)
        const things = await thingsOf(visitor)
        const headers = await headersOf(actor, visitor)
        const requests = fuzzedRequests({ seed: SEED + done, count: 50, things })
        await Promise.all(
          requests.map(async (fuzzed) => {
            const { status, text } = await sender.send(fuzzed, headers)
            const what = JSON.stringify(fuzzed).slice(0, 2_000)
            expect(status, what).toBeLessThan(500)
            if (status < 300) accepted += 1
            expect(text, what).not.toMatch(/SQLITE|node_modules|\.ts:\d+| at .*\(/)
            if (status >= 400 && text !== '') expect(JSON.parse(text), what).toHaveProperty('code')
          }),
        )
      }
      sender.close()
      // Junk that is all turned away at the door would prove nothing about what is behind it.
      if (actor !== 'nobody') expect(accepted).toBeGreaterThan(COUNT / 60)
      expect(errors()).toEqual([])
      await bystander.expectServed()
    },
  )
})

describe('E06: requests that no library would write', () => {
  it.each(Object.entries(rawRequests))('%s', async (_, text) => {
    const answer = await sayRaw(world.url, text)
    expect(answer).not.toMatch(/^HTTP\/1\.1 5/)
    expect(answer).not.toMatch(/SQLITE|node_modules|\.ts:\d+/)
    expect(log.errors()).toEqual([])
    await bystander.expectServed()
  })
})

describe(`T25, G05 · ${COUNT} fuzzed connections (seed ${SEED})`, () => {
  it('G05: kill nobody, and the others go on chatting', async () => {
    const visitor = await newVisitor(world.url, world.siteKey)
    const { chatId } = await thingsOf(visitor)
    const connections = fuzzedConnections({ seed: SEED, count: COUNT, token: visitor.token, chatId })
    for (let done = 0; done < connections.length; done += 40) {
      await Promise.all(connections.slice(done, done + 40).map((one) => playConnection(world.url, one)))
    }
    expect(log.errors()).toEqual([])
    await bystander.expectServed()
  })
})
