import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import { rooms } from '#shared/rooms.ts'
import { LAGGING } from './backlog.ts'
import {
  ask,
  openTestGateway,
  record,
  settled,
  type TestGateway,
  type TestVisitor,
} from './gateway.fixture.ts'

let gateway: TestGateway
let visitor: TestVisitor
let chatId: ChatId
let stuck: Socket

beforeEach(async () => {
  gateway = await openTestGateway({ rateLimits: false })
  visitor = await gateway.visitor()
  chatId = await gateway.openedChat(visitor)
})
afterEach(async () => {
  stuck.destroy()
  await gateway.close()
})

/** A visitor whose device stops reading: it joined the chat, then takes nothing from the network any more. */
async function connectStuckReader(): Promise<string> {
  const { port, hostname } = new URL(gateway.url)
  stuck = connect(Number(port), hostname)
  const { sockets } = gateway.gateway.io.sockets
  stuck.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: ${hostname}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`,
      '\r\n',
    ].join('\r\n'),
  )
  await new Promise((resolve) => stuck.once('data', resolve))
  stuck.write(frame(`40{"token":"${visitor.token}"}`))
  await expect.poll(() => sockets.size).toBe(1)
  stuck.write(frame(`42["chat:join",{"chatId":"${chatId}"}]`))
  await expect.poll(() => gateway.gateway.io.sockets.adapter.rooms.has(rooms.chat(chatId))).toBe(true)
  stuck.pause()
  const [id = ''] = sockets.keys()
  return id
}

it('who answers no ping is cut off at once, and not waited for once more', async () => {
  const { engine } = gateway.gateway.io
  Object.assign(engine.opts, { pingInterval: 50, pingTimeout: 50 })
  await connectStuckReader()
  const isClosed = new Promise((resolve) => stuck.once('close', resolve))
  stuck.resume()
  await expect(isClosed).resolves.toBeDefined()
})

/** A masked WebSocket frame of less than 64 KiB. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text)
  const head = Buffer.from([0x81, 0x80 | 126, payload.length >> 8, payload.length & 0xff, 0, 0, 0, 0])
  return Buffer.concat([head, payload])
}

/** The kernel takes some megabytes before anything waits with us. */
async function flood(isEnough: () => boolean): Promise<void> {
  const content = 'x'.repeat(8_000)
  for (let sent = 0; sent < 4_000 && !isEnough(); sent += 1) {
    gateway.gateway.io
      .to(rooms.chat(chatId))
      .emit('chat:head', { chatId: content as ChatId, lastSeq: 1, lastChangeAt: null })
    if (sent % 10 === 9) {
      await new Promise((resolve) => setImmediate(resolve))
      gateway.time.advance(1_000)
    }
  }
}

it('is spared typing first and cut off in the end, and the others notice nothing', async () => {
  const id = await connectStuckReader()
  const reader = await gateway.as(await gateway.commercial('ana'))
  await ask(reader, 'chat:join', { chatId })
  const { adapter, sockets } = gateway.gateway.io.sockets

  await flood(() => adapter.rooms.get(LAGGING)?.has(id) === true)
  expect(adapter.rooms.get(LAGGING)).toEqual(new Set([id]))
  expect(sockets.has(id)).toBe(true)

  await flood(() => !sockets.has(id))
  expect(sockets.has(id)).toBe(false)
  await settled(reader)
  const heard = record(reader)
  await gateway.write(visitor, chatId, { content: 'hola' })
  await settled(reader)
  expect(heard.filter(({ event }) => event === 'message:new')).toHaveLength(1)
  expect(adapter.rooms.has(LAGGING)).toBe(false)
})

it('does not keep a server from closing', async () => {
  const id = await connectStuckReader()
  const { adapter, sockets } = gateway.gateway.io.sockets
  await flood(() => adapter.rooms.get(LAGGING)?.has(id) === true)
  const closed = gateway.gateway.close({ inMs: 0 })
  gateway.time.advance(1_000)
  await closed
  expect(sockets.size).toBe(0)
})
