import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  clientEvents,
  Refused,
  serverEvents,
  type ClientEventName,
  type ServerEventName,
} from '#shared/events.ts'
import { mayEmit } from '../../server/domain/permissions.ts'
import { newVisitor, startWorld, type Actor, type World } from './actors.ts'
import { call } from './call.ts'

let world: World
const sockets: Socket[] = []
beforeAll(async () => {
  world = await startWorld()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})
afterAll(() => world.close())

async function connect(actor: Actor): Promise<Socket> {
  const socket = io(world.url, {
    transports: ['websocket'],
    forceNew: true,
    ...(actor.token !== '' && { auth: { token: actor.token } }),
  })
  sockets.push(socket)
  await once(socket as never, 'welcome')
  return socket
}

const eventNames = Object.keys(clientEvents) as ClientEventName[]

/** A payload that works for the commercial of the site, about `world.chatId`. One that is missing does not compile. */
const payloads: Record<ClientEventName, () => unknown> = {
  'chat:join': () => ({ chatId: world.chatId }),
  'chat:leave': () => ({ chatId: world.chatId }),
  'typing:start': () => ({ chatId: world.chatId }),
  'typing:stop': () => ({ chatId: world.chatId }),
  'viewing:start': () => ({ chatId: world.chatId }),
  'viewing:stop': () => ({ chatId: world.chatId }),
  'auth:refresh': () => ({ token: world.actors.commercial.token }),
  'health-check': () => undefined,
  test: () => ({ message: 'hola' }),
}

function emit(socket: Socket, name: string, ...args: unknown[]): Promise<unknown> {
  return socket.timeout(5_000).emitWithAck(name, ...args)
}

function emitValid(socket: Socket, name: ClientEventName): Promise<unknown> {
  const payload = payloads[name]()
  return payload === undefined ? emit(socket, name) : emit(socket, name, payload)
}

const odd = [
  null,
  undefined,
  'x',
  7,
  true,
  [],
  [[]],
  {},
  { chatId: null },
  { chatId: {} },
  { chatId: ['1'] },
  { chatId: { $ne: '' } },
]
const oddChats = ['__proto__', 'constructor', 'x'.repeat(10_000), '', ':commercial', '1:commercial']

describe('every event of a client', () => {
  it.each(eventNames)('%s is acknowledged as the contract says', async (name) => {
    const socket = await connect(world.actors.commercial)
    await emit(socket, 'chat:join', { chatId: world.chatId })
    expect(v.parse(clientEvents[name].ack, await emitValid(socket, name))).toBeDefined()
  })

  it.each(eventNames)('%s answers whoever may, and refuses whoever may not', async (name) => {
    const stranger = await connect(world.actors.nobody)
    const answer = await emitValid(stranger, name)
    if (mayEmit[name].nobody === 'yes') expect(v.is(clientEvents[name].ack, answer)).toBe(true)
    else expect(answer).toMatchObject({ success: false, code: 'unauthenticated' })
  })

  it.each(eventNames.filter((name) => clientEvents[name].payload !== null))(
    '%s refuses payloads of every odd shape, with or without an acknowledgement, and goes on',
    async (name) => {
      const socket = await connect(world.actors.visitor)
      const errors: unknown[] = []
      socket.on('error', (error) => errors.push(error))
      for (const payload of odd) {
        expect(v.is(Refused, await emit(socket, name, payload)), JSON.stringify(payload)).toBe(true)
        socket.emit(name, payload)
      }
      socket.emit(name)
      socket.emit(name, 1, 2, 3)
      expect(await emit(socket, 'health-check')).toMatchObject({ status: 'ok' })
      expect(errors.length).toBe(odd.length + 2)
      for (const error of errors) expect(v.parse(serverEvents.error.payload, error)).toBeDefined()
    },
  )

  it.each(['chat:join', 'typing:start'] as const)(
    '%s treats a chat of somebody else like none',
    async (name) => {
      const stranger = await newVisitor(world.url, world.siteKey)
      const socket = await connect(stranger)
      const foreign = await emit(socket, name, { chatId: world.chatId })
      const missing = await emit(socket, name, { chatId: crypto.randomUUID() })
      expect(foreign).toEqual(missing)
      expect(foreign).toMatchObject({ success: false, code: 'chat_not_found' })
      for (const chatId of oddChats)
        expect(await emit(socket, name, { chatId })).toMatchObject({ success: false })
    },
  )

  it('is told that there is no such event', async () => {
    const socket = await connect(world.actors.visitor)
    for (const name of ['nonsense', 'message:new', '__proto__', 'constructor', 'toString']) {
      expect(await emit(socket, name, {})).toMatchObject({ success: false })
    }
    expect(await emit(socket, 'health-check')).toMatchObject({ status: 'ok' })
  })
})

describe('every event of the server', () => {
  it('has the payload that the contract says', async () => {
    const heard = new Map<ServerEventName, unknown[]>()
    const record = (socket: Socket) =>
      socket.onAny((name: ServerEventName, payload: unknown) =>
        heard.set(name, [...(heard.get(name) ?? []), payload]),
      )
    const { url, chatId, actors } = world
    const colleague = io(url, {
      transports: ['websocket'],
      forceNew: true,
      auth: { token: actors.admin.token },
    })
    sockets.push(colleague)
    record(colleague)
    await once(colleague as never, 'welcome')
    const visitor = await connect(actors.visitor)
    record(visitor)
    for (const socket of [colleague, visitor]) await emit(socket, 'chat:join', { chatId })
    await emit(visitor, 'typing:start', { chatId })
    await emit(visitor, 'typing:stop', { chatId })
    await emit(visitor, 'test', { message: 'hola' })
    visitor.emit('nonsense')
    const commercial = actors.commercial.headers
    await emit(colleague, 'viewing:start', { chatId })
    await call(url, 'PUT /v2/chats/:chatId/draft', {
      params: { chatId },
      body: { content: 'Buenos d' },
      headers: actors.admin.headers,
    })
    await call(url, 'POST /v2/messages', {
      body: { chatId, content: '¿Lo miras?', isInternal: true, mentions: [actors.admin.userId] },
      headers: commercial,
    })
    await call(url, 'PUT /v2/mentions/seen', { body: {}, headers: actors.admin.headers })
    const sent = await call(url, 'POST /v2/messages', {
      body: { chatId, content: 'respuesta' },
      headers: commercial,
    })
    const { messageId } = sent.body as { messageId: string }
    await call(url, 'PATCH /v2/messages/:messageId', {
      params: { messageId },
      body: { content: 'mejor' },
      headers: commercial,
    })
    await call(url, 'PUT /v2/messages/mark-as-read', {
      body: { chatId, messageId },
      headers: actors.visitor.headers,
    })
    await call(url, 'PUT /v2/chats/:chatId/assign/:commercialId', {
      params: { chatId, commercialId: actors.admin.userId },
      headers: commercial,
    })
    await call(url, 'PUT /v2/chats/:chatId/close', { params: { chatId }, headers: commercial })
    await call(url, 'PUT /v2/chats/:chatId/reopen', { params: { chatId }, headers: commercial })
    await call(url, 'PUT /v2/commercials/me/presence', {
      body: { status: 'away' },
      headers: actors.admin.headers,
    })
    await call(url, 'PATCH /v2/sites/:siteId', {
      params: { siteId: world.siteId },
      body: { name: 'Olmo' },
      headers: actors.admin.headers,
    })
    const { headers: leaving } = await newVisitor(url, world.siteKey)
    await call(url, 'POST /v2/visitors/me/pages', {
      body: { url: 'https://olmo.example/' },
      headers: leaving,
    })
    await call(url, 'DELETE /v2/visitors/me', { headers: leaving })
    const newcomer = await newVisitor(url, world.siteKey)
    await call(url, 'POST /v2/chats', { body: {}, headers: newcomer.headers })
    await emit(visitor, 'chat:leave', { chatId })
    const ended = once(colleague as never, 'session:expired')
    await call(url, 'POST /v2/auth/logout', { headers: actors.admin.headers })
    await ended
    // Told by a timer, at the end of the process, and when another system is gone: their own tests hear them.
    const elsewhere: ServerEventName[] = ['chat:head', 'server:restart', 'webhook:stopped']
    for (const name of Object.keys(serverEvents) as ServerEventName[]) {
      if (elsewhere.includes(name)) continue
      expect(heard.get(name)?.length ?? 0, name).toBeGreaterThan(0)
      for (const payload of heard.get(name) ?? [])
        expect(v.parse(serverEvents[name].payload, payload), name).toBeDefined()
    }
  })
})
