import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as v from 'valibot'
import { clientEvents, Refused, serverEvents } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import {
  ask,
  disconnected,
  once,
  openTestGateway,
  record,
  refusalOf,
  settled,
  type Client,
  type TestGateway,
  type TestVisitor,
} from './gateway.fixture.ts'

let gateway: TestGateway
let visitor: TestVisitor
let chatId: ChatId
let client: Client

async function arrange(options?: { rateLimits: boolean }): Promise<void> {
  gateway = await openTestGateway(options)
  visitor = await gateway.visitor()
  chatId = await gateway.openedChat(visitor)
  client = await gateway.as(visitor)
}
afterEach(() => gateway.close())

/** Whatever else happened, somebody who was there all along still gets a message. */
async function serverStillWorks(): Promise<void> {
  const bystander = await gateway.as(visitor)
  await ask(bystander, 'chat:join', { chatId })
  const message = once(bystander, 'message:new')
  await gateway.write(visitor, chatId, { content: 'still here' })
  expect(await message).toMatchObject({ content: 'still here' })
  expect(gateway.failures).toEqual([])
}

const deep = (levels: number): unknown => (levels === 0 ? 'x' : { chatId: deep(levels - 1) })
const oddPayloads: [string, unknown[]][] = [
  ['nothing', []],
  ['undefined', [undefined]],
  ['null', [null]],
  ['a text', ['x']],
  ['a number', [1e308]],
  ['true', [true]],
  ['a list', [[]]],
  ['a list with an id', [['1']]],
  ['an empty object', [{}]],
  ['an object for an id', [{ chatId: {} }]],
  ['an object that cannot be made a text', [{ chatId: { toString: 1, valueOf: 1 } }]],
  ['an operator', [{ chatId: { $ne: '' } }]],
  ['a list for an id', [{ chatId: ['x'] }]],
  ['an id that is everybody’s ancestor', [{ chatId: '__proto__' }]],
  ['a prototype', [JSON.parse('{"__proto__":{"chatId":"x","isInternal":true},"constructor":1}')]],
  ['ten kilobytes', [{ chatId: 'x'.repeat(10_000) }]],
  ['NUL', [{ chatId: '\0', token: '\0', message: 7 }]],
  ['half a surrogate', [{ chatId: '\uD800' }]],
  ['ten levels', [deep(10)]],
  ['a thousand levels', [deep(1_000)]],
  ['bytes', [new Uint8Array([1, 2, 3])]],
  ['an object with bytes', [{ chatId: new Uint8Array([1, 2, 3]) }]],
  ['three things', [{ chatId: 'x' }, 'y', 'z']],
  ['null after something good', [{ chatId: 'x', message: 'x', token: 'x' }, null]],
]
const needingPayload = Object.entries(clientEvents).flatMap(([event, { payload }]) =>
  payload === null ? [] : [event],
)

describe('an odd payload', () => {
  beforeEach(() => arrange({ rateLimits: false }))

  it.each(oddPayloads)('A02: is answered by every event: %s', async (_, args) => {
    for (const event of needingPayload) {
      const answer = await ask(client, event, ...args)
      const { ack } = clientEvents[event as 'test']
      expect(v.is(Refused, answer) || v.is(ack, answer), `${event}: ${JSON.stringify(answer)}`).toBe(true)
    }
    await serverStillWorks()
    expect(({} as { isInternal?: true }).isInternal).toBeUndefined()
  })

  it.each(oddPayloads)(
    'without an acknowledgement is answered by an error event at most: %s',
    async (_, args) => {
      const heard = record(client)
      for (const event of needingPayload) client.emit(event as 'test', ...(args as [never]))
      await settled(client)
      for (const { event, payload } of heard.filter(({ event }) => event === 'error')) {
        expect(v.is(serverEvents.error.payload, payload), event).toBe(true)
      }
      await serverStillWorks()
    },
  )

  it('of the wrong shape is told so, with its event when there was nothing to answer to', async () => {
    const refused = { code: 'invalid', message: 'Something in the request is not valid.' }
    expect(await ask(client, 'chat:join', { chatId: 7 })).toEqual({ success: false, ...refused })
    const error = once(client, 'error')
    client.emit('chat:join', { chatId: 7 as unknown as string })
    expect(await error).toEqual({ ...refused, event: 'chat:join' })
  })

  it('comes two hundred times at once and harms nobody', async () => {
    for (let sent = 0; sent < 200; sent += 1) client.emit('chat:join', null as unknown as { chatId: string })
    await settled(client)
    await serverStillWorks()
  })
})

describe('an event that does not exist', () => {
  beforeEach(() => arrange())

  it.each([
    'nonsense',
    'error',
    '__proto__',
    'toString',
    'constructor',
    'message:new',
    'chat:joined',
    '',
    'x'.repeat(5_000),
  ])('is said not to: %o', async (event) => {
    const notFound = { success: false, code: 'not_found', message: 'There is nothing here.' }
    expect(await ask(client, event, {})).toEqual(notFound)
    const error = once(client, 'error')
    client.emit(event as 'test', {} as never)
    expect(await error).toMatchObject({ code: 'not_found', event: event.slice(0, 100) })
    await serverStillWorks()
  })
})

describe('an acknowledgement', () => {
  beforeEach(() => arrange())

  it('is not needed for anything', async () => {
    const joined = once(client, 'chat:joined')
    client.emit('chat:join', { chatId })
    expect(await joined).toMatchObject({ chatId })
    const echo = once(client, 'test-response')
    client.emit('test', { message: 'hola' })
    expect(await echo).toMatchObject({ success: true, message: 'hola' })
    client.emit('health-check')
    await serverStillWorks()
  })

  it('is found behind whatever else was sent', async () => {
    expect(await ask(client, 'health-check', 'one', 'two')).toMatchObject({ status: 'ok' })
    expect(await ask(client, 'chat:join', { chatId }, 'more')).toMatchObject({ success: true })
  })
})

describe('a store that fails', () => {
  beforeEach(() => arrange())

  it('is said to fail, in words that tell nothing of it, and what needs no store goes on', async () => {
    await gateway.storage.close()
    expect(await ask(client, 'chat:join', { chatId })).toEqual({
      success: false,
      code: 'not_ready',
      message: 'The server cannot store anything right now. Try again in a moment.',
    })
    expect(await ask(client, 'health-check')).toMatchObject({ status: 'ok' })
    expect(await refusalOf(gateway.dial({ auth: { token: visitor.token } }))).toBe('not_ready')
  })
})

describe('a client that says too much', () => {
  beforeEach(() => arrange())

  it('is told after forty at once, and may go on a moment later', async () => {
    for (let said = 0; said < 40; said += 1) await settled(client)
    const refused = { success: false, code: 'rate_limited', message: 'Too fast. Wait a moment.' }
    expect(await ask(client, 'health-check')).toEqual(refused)
    gateway.time.advance(1_000)
    for (let said = 0; said < 20; said += 1) {
      expect(await ask(client, 'health-check')).toMatchObject({ status: 'ok' })
    }
    expect(await ask(client, 'health-check')).toEqual(refused)
  })

  it('is told so as an error where there is nothing to answer to', async () => {
    const error = once(client, 'error')
    for (let said = 0; said < 41; said += 1) client.emit('health-check')
    expect(await error).toMatchObject({ code: 'rate_limited', event: 'health-check' })
  })

  it('G02: and does not stop, is sent away, and nobody else notices', async () => {
    const gone = disconnected(client)
    for (let said = 0; said < 200; said += 1) client.emit('health-check')
    expect(await gone).toBe('io server disconnect')
    await serverStillWorks()
  })
})

describe('G03: a frame that is no packet', () => {
  beforeEach(() => arrange())

  it.each([
    '42["chat:join"',
    '442["a"]',
    '42["disconnect"]',
    '42["newListener"]',
    '42[]',
    '42{}',
    '42["__proto__",{}]',
    '429999999999999999999["test",{}]',
    '4599-["x",{"_placeholder":true,"num":0}]',
    '451-["test",{"_placeholder":true,"num":7}]',
    '43[]',
    '43999[1]',
    '40/admin,',
    '49',
    'x',
    '',
    `42["test",{"message":"${'x'.repeat(1_100_000)}"}]`,
  ])('costs its sender the connection at most: %.30s', async (frame) => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
    await new Promise((resolve) => socket.addEventListener('open', resolve))
    const welcomed = new Promise<void>((resolve) =>
      socket.addEventListener('message', ({ data }) => {
        if (String(data).includes('welcome')) resolve()
      }),
    )
    socket.send('40{}')
    await welcomed
    socket.send(frame)
    await serverStillWorks()
    socket.close()
    await closed
  })
})
