import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import {
  ask,
  openTestGateway,
  record,
  settled,
  type Client,
  type Heard,
  type TestGateway,
  type TestVisitor,
} from './gateway.fixture.ts'

let gateway: TestGateway
let visitor: TestVisitor
let chatId: ChatId
let visitors: Client
let anas: Client
let bertas: Client

beforeEach(async () => {
  gateway = await openTestGateway()
  visitor = await gateway.visitor()
  chatId = await gateway.openedChat(visitor)
  visitors = await gateway.as(visitor)
  anas = await gateway.as(await gateway.commercial('ana'))
  bertas = await gateway.as(await gateway.commercial('berta'))
  for (const client of [visitors, anas, bertas]) await ask(client, 'chat:join', { chatId })
})
afterEach(() => gateway.close())

/** What was said of typing to everybody, while this was done. */
async function heardWhile(
  act: () => Promise<unknown>,
): Promise<Record<'visitor' | 'ana' | 'berta', string[]>> {
  const heard = { visitor: record(visitors), ana: record(anas), berta: record(bertas) }
  await act()
  await settled(visitors, anas, bertas)
  for (const client of [visitors, anas, bertas]) client.offAny()
  const names = (all: Heard[]) => all.map(({ event }) => event).filter((event) => event.startsWith('user:'))
  return { visitor: names(heard.visitor), ana: names(heard.ana), berta: names(heard.berta) }
}

const start = (client: Client, more: object = {}) => ask(client, 'typing:start', { chatId, ...more })
const stop = (client: Client, more: object = {}) => ask(client, 'typing:stop', { chatId, ...more })

describe('typing', () => {
  it('is told to the others in the chat, with the identity of the socket', async () => {
    const heard = record(anas)
    await start(visitors, { userId: 'somebody', userName: 'Somebody', userType: 'commercial' })
    await settled(anas)
    expect(heard).toEqual([
      {
        event: 'user:typing',
        payload: { chatId, userId: visitor.identity.userId, userType: 'visitor', userName: '' },
      },
    ])
  })

  it('is not told to the writer, nor to the writer’s other tabs', async () => {
    const otherTab = await gateway.as(visitor)
    await ask(otherTab, 'chat:join', { chatId })
    const heard = record(otherTab)
    expect(await heardWhile(() => start(visitors))).toEqual({
      visitor: [],
      ana: ['user:typing'],
      berta: ['user:typing'],
    })
    await settled(otherTab)
    expect(heard).toEqual([])
  })

  it('is told once a second, however often it is said', async () => {
    const heard = await heardWhile(async () => {
      for (let said = 0; said < 10; said += 1) await start(visitors)
      gateway.time.advance(999)
      await start(visitors)
      gateway.time.advance(1)
      await start(visitors)
    })
    expect(heard.ana).toEqual(['user:typing', 'user:typing'])
  })
})

describe('the end of typing', () => {
  it('comes by itself five seconds after it was last said', async () => {
    const heard = await heardWhile(async () => {
      await start(visitors)
      gateway.time.advance(4_000)
      await start(visitors)
      gateway.time.advance(4_999)
      await settled(anas)
    })
    expect(heard.ana).toEqual(['user:typing', 'user:typing'])
    expect((await heardWhile(async () => gateway.time.advance(1))).ana).toEqual(['user:stop-typing'])
    expect((await heardWhile(async () => gateway.time.advance(60_000))).ana).toEqual([])
  })

  it('is put off by what the throttle does not pass on', async () => {
    const heard = await heardWhile(async () => {
      await start(visitors)
      gateway.time.advance(900)
      await start(visitors)
      gateway.time.advance(4_500)
    })
    expect(heard.ana).toEqual(['user:typing'])
  })

  it('comes when it is said, once', async () => {
    const heard = await heardWhile(async () => {
      await start(visitors)
      await stop(visitors)
      await stop(visitors)
      gateway.time.advance(10_000)
    })
    expect(heard.ana).toEqual(['user:typing', 'user:stop-typing'])
  })

  it('does not come to what never began', async () => {
    expect(await heardWhile(() => stop(visitors))).toEqual({ visitor: [], ana: [], berta: [] })
  })

  it('and its beginning cannot flicker faster than the throttle allows', async () => {
    const heard = await heardWhile(async () => {
      for (let said = 0; said < 5; said += 1) {
        await start(visitors)
        await stop(visitors)
      }
    })
    expect(heard.ana).toEqual(['user:typing', 'user:stop-typing'])
  })

  it.each([
    ['leaves the chat', () => ask(visitors, 'chat:leave', { chatId })],
    ['goes', async () => void visitors.disconnect()],
  ])('comes when the writer %s', async (_, leave) => {
    const heard = record(anas)
    await start(visitors)
    await leave()
    await expect.poll(() => heard.filter(({ event }) => event === 'user:stop-typing').length).toBe(1)
  })
})

describe('a note being written', () => {
  it('B02: is told to commercials only, and nobody else learns of it or of its end', async () => {
    const heard = await heardWhile(async () => {
      await start(anas, { isInternal: true })
      await stop(anas, { isInternal: true })
    })
    expect(heard).toEqual({ visitor: [], ana: [], berta: ['user:typing', 'user:stop-typing'] })
  })

  it('ends unheard by the visitor by itself, at leaving and at going', async () => {
    const heard = await heardWhile(async () => {
      await start(anas, { isInternal: true })
      gateway.time.advance(5_000)
      await start(anas, { isInternal: true })
      await ask(anas, 'chat:leave', { chatId })
      await ask(anas, 'chat:join', { chatId })
      gateway.time.advance(1_000)
      await start(anas, { isInternal: true })
    })
    expect(heard.visitor).toEqual([])
    expect(heard.berta).toHaveLength(5)
  })

  it('is meant by the commercials’ room as well', async () => {
    const heard = await heardWhile(() => ask(anas, 'typing:start', { chatId: `chat:${chatId}:commercial` }))
    expect(heard).toEqual({ visitor: [], ana: [], berta: ['user:typing'] })
  })

  it('looks to the visitor as if the commercial had stopped, when it was a message before', async () => {
    const heard = await heardWhile(async () => {
      await start(anas)
      gateway.time.advance(1_000)
      await start(anas, { isInternal: true })
    })
    expect(heard.visitor).toEqual(['user:typing', 'user:stop-typing'])
    expect(heard.berta).toEqual(['user:typing', 'user:stop-typing', 'user:typing'])
  })

  it('is nothing a visitor can write', async () => {
    const heard = await heardWhile(async () => {
      expect(await start(visitors, { isInternal: true })).toMatchObject({ code: 'internal_not_allowed' })
      expect(await ask(visitors, 'typing:start', { chatId: `${chatId}:commercial` })).toMatchObject({
        code: 'chat_not_found',
      })
    })
    expect(heard).toEqual({ visitor: [], ana: [], berta: [] })
  })
})

describe('typing in a chat that was not joined', () => {
  it('A06: is refused, and nobody hears it', async () => {
    const stranger = await gateway.as(await gateway.visitor())
    const heard = await heardWhile(async () => {
      const refused = { success: false, code: 'chat_not_found', message: 'This chat does not exist.' }
      expect(await start(stranger)).toEqual(refused)
      expect(await stop(stranger)).toEqual(refused)
      await ask(anas, 'chat:leave', { chatId })
      expect(await start(anas)).toEqual(refused)
    })
    expect(heard).toEqual({ visitor: [], ana: [], berta: [] })
  })
})
