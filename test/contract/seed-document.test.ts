import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from './actors.ts'

/**
 * Client code as the users' own document shows it (requests, events, fields; no `clientMessageId`, no `seq`): it must run unchanged.
 */
let world: World
const sockets: Socket[] = []
beforeAll(async () => {
  world = await startWorld()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})
afterAll(() => world.close())

function connect(options: Record<string, unknown> = {}): Socket {
  const socket = io(world.url, {
    path: '/socket.io/',
    transports: ['websocket', 'polling'],
    withCredentials: true,
    forceNew: true,
    ...options,
  })
  sockets.push(socket)
  return socket
}

function heard(socket: Socket, event: string): Promise<Record<string, unknown>> {
  return once(socket as never, event).then(([payload]) => payload as Record<string, unknown>)
}

async function post(path: string, body: object, headers: Record<string, string>): Promise<Response> {
  return fetch(`${world.url}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    credentials: 'include',
    body: JSON.stringify(body),
  })
}

describe('the seed document', () => {
  it('connects by token, is welcomed, joins a room with an acknowledgement and an event', async () => {
    const socket = connect({ auth: { token: world.actors.commercial.token } })
    const welcome = await heard(socket, 'welcome')
    expect(welcome).toMatchObject({
      message: expect.any(String),
      clientId: socket.id,
      timestamp: expect.any(String),
    })
    const joined = heard(socket, 'chat:joined')
    const response = await socket.emitWithAck('chat:join', { chatId: world.chatId })
    expect(response).toMatchObject({ success: true, roomName: `chat:${world.chatId}` })
    expect(await joined).toMatchObject({
      chatId: world.chatId,
      roomName: `chat:${world.chatId}`,
      timestamp: expect.any(String),
    })
  })

  it('runs its test-websocket.js, with credentials added: no acknowledgement is asked for', async () => {
    const socket = connect({ transports: ['websocket'], auth: { token: world.actors.commercial.token } })
    socket.on('connect', () => socket.emit('chat:join', { chatId: world.chatId }))
    expect(await heard(socket, 'chat:joined')).toMatchObject({ chatId: world.chatId })
    const message = heard(socket, 'message:new')
    await post(
      '/v2/messages',
      { chatId: world.chatId, content: 'Hola', type: 'text' },
      world.actors.visitor.headers,
    )
    expect(await message).toMatchObject({ content: 'Hola' })
  })

  it('connects a visitor by the cookie alone', async () => {
    const session = await post('/v2/visitors/session', {}, {})
    const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    expect(cookie).toMatch(/^visitor_session=/)
    const opened = (await (await post('/v2/chats', {}, { cookie })).json()) as { chatId: string }
    const socket = connect({ extraHeaders: { cookie } })
    expect(await heard(socket, 'welcome')).toMatchObject({ principal: 'visitor' })
    const message = heard(socket, 'message:new')
    expect(await socket.emitWithAck('chat:join', { chatId: opened.chatId })).toMatchObject({ success: true })
    const response = await post(
      '/v2/messages',
      { chatId: opened.chatId, content: 'con cookie', type: 'text' },
      { cookie },
    )
    expect(response.status).toBe(201)
    expect(await message).toMatchObject({ content: 'con cookie' })
  })

  it('receives a message with every field that it shows, and answers the sender with the same', async () => {
    const socket = connect({ auth: { token: world.actors.visitor.token } })
    await socket.emitWithAck('chat:join', { chatId: world.chatId })
    const heardMessage = heard(socket, 'message:new')
    const response = await post(
      '/v2/messages',
      { chatId: world.chatId, content: 'mensaje', type: 'text' },
      world.actors.visitor.headers,
    )
    const mensaje = (await response.json()) as Record<string, unknown>
    expect(mensaje).toMatchObject({
      messageId: expect.any(String),
      chatId: world.chatId,
      senderId: world.actors.visitor.userId,
      content: 'mensaje',
      type: 'text',
      isInternal: false,
      isFirstResponse: false,
      sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    })
    expect(await heardMessage).toEqual(mensaje)
  })

  it('tells the status when a commercial has answered', async () => {
    const socket = connect({ auth: { token: world.actors.visitor.token } })
    await socket.emitWithAck('chat:join', { chatId: world.chatId })
    const status = heard(socket, 'chat:status')
    await post(
      '/v2/messages',
      { chatId: world.chatId, content: '¿En qué ayudo?' },
      world.actors.commercial.headers,
    )
    expect(await status).toMatchObject({
      chatId: world.chatId,
      status: 'IN_PROGRESS',
      timestamp: expect.any(String),
    })
  })

  it('sends a note with the console’s cookie, heard in the room that only commercials may join', async () => {
    const login = await post(
      '/v2/auth/login',
      { email: 'marta@olmo.example', password: 'Marta password' },
      {},
    )
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const commercial = connect({ auth: { token: world.actors.commercial.token } })
    const visitor = connect({ auth: { token: world.actors.visitor.token } })
    const room = `chat:${world.chatId}:commercial`
    expect(await commercial.emitWithAck('chat:join', { chatId: room })).toMatchObject({
      success: true,
      roomName: room,
    })
    expect(await visitor.emitWithAck('chat:join', { chatId: room })).toMatchObject({
      success: false,
      code: 'chat_not_found',
    })
    expect(await visitor.emitWithAck('chat:join', { chatId: world.chatId })).toMatchObject({ success: true })
    const heardByVisitor: unknown[] = []
    visitor.onAny((...args) => heardByVisitor.push(args))
    const note = heard(commercial, 'message:new')
    const body = {
      chatId: world.chatId,
      content: 'Cliente VIP - Priorizar atención',
      type: 'text',
      isInternal: true,
    }
    expect((await post('/v2/messages', body, { cookie })).status).toBe(201)
    expect(await note).toMatchObject({ isInternal: true, content: body.content })
    // The next public message comes after the note on every path, so once it is here the note has not come.
    const next = heard(visitor, 'message:new')
    await post('/v2/messages', { chatId: world.chatId, content: 'público' }, world.actors.visitor.headers)
    await next
    expect(JSON.stringify(heardByVisitor)).not.toContain('VIP')
  })

  it('pages by dateFrom from the last sentAt that it saw, and misses nothing', async () => {
    const headers = world.actors.visitor.headers
    const sent: unknown[] = []
    for (let n = 0; n < 25; n += 1) {
      const response = await post('/v2/messages', { chatId: world.chatId, content: `número ${n}` }, headers)
      sent.push(((await response.json()) as { messageId: unknown }).messageId)
    }
    const seen = new Map<unknown, unknown>()
    let from = new Date(0).toISOString()
    for (let hasMore = true; hasMore;) {
      const response = await fetch(`${world.url}/v2/messages/chat/${world.chatId}?dateFrom=${from}&limit=4`, {
        credentials: 'include',
        headers,
      })
      const data = (await response.json()) as {
        messages: { messageId: string; sentAt: string }[]
        hasMore: boolean
      }
      for (const message of data.messages) seen.set(message.messageId, message)
      from = data.messages.at(-1)?.sentAt ?? from
      hasMore = data.hasMore
    }
    expect(sent.every((messageId) => seen.has(messageId))).toBe(true)
  })

  it('relays typing to the others, with the ids that its hook reads', async () => {
    const commercial = connect({ auth: { token: world.actors.commercial.token } })
    const visitor = connect({ auth: { token: world.actors.visitor.token } })
    await commercial.emitWithAck('chat:join', { chatId: world.chatId })
    await visitor.emitWithAck('chat:join', { chatId: world.chatId })
    const started = heard(commercial, 'user:typing')
    visitor.emit('typing:start', { chatId: world.chatId })
    expect(await started).toMatchObject({ userId: world.actors.visitor.userId, chatId: world.chatId })
    const stopped = heard(commercial, 'user:stop-typing')
    visitor.emit('typing:stop', { chatId: world.chatId })
    expect(await stopped).toMatchObject({ userId: world.actors.visitor.userId, chatId: world.chatId })
  })

  it('answers health-check and test, without credentials too', async () => {
    const socket = connect()
    expect(await socket.emitWithAck('health-check')).toMatchObject({ status: 'ok' })
    const echo = heard(socket, 'test-response')
    expect(await socket.emitWithAck('test', { message: 'hola' })).toMatchObject({
      success: true,
      message: 'hola',
    })
    expect(await echo).toMatchObject({ message: 'hola' })
  })

  it('leaves a room with an acknowledgement and an event, and hears no more', async () => {
    const socket = connect({ auth: { token: world.actors.visitor.token } })
    await socket.emitWithAck('chat:join', { chatId: world.chatId })
    const left = heard(socket, 'chat:left')
    expect(await socket.emitWithAck('chat:leave', { chatId: world.chatId })).toMatchObject({ success: true })
    expect(await left).toMatchObject({ chatId: world.chatId })
  })

  it('uploads a file and sends it, as its hook does', async () => {
    const { chatId, actors, url } = world
    const { authorization = '' } = actors.visitor.headers
    const file = new File(['presupuesto'], 'presupuesto.txt', { type: 'text/plain' })
    const commercial = connect({ auth: { token: actors.commercial.token } })
    await commercial.emitWithAck('chat:join', { chatId })
    const told = heard(commercial, 'message:new')

    const formData = new FormData()
    formData.append('file', file)
    formData.append('chatId', chatId)
    const uploadResponse = await fetch(`${url}/v2/files/upload`, {
      method: 'POST',
      headers: { Authorization: authorization },
      credentials: 'include',
      body: formData,
    })
    expect(uploadResponse.ok).toBe(true)
    const fileData = (await uploadResponse.json()) as { url: string }
    const messageResponse = await post(
      '/v2/messages',
      {
        chatId,
        content: `Archivo: ${file.name}`,
        type: file.type.startsWith('image/') ? 'image' : 'file',
        attachment: { url: fileData.url, fileName: file.name, fileSize: file.size, mimeType: file.type },
      },
      { authorization },
    )
    expect(messageResponse.status).toBe(201)
    const { attachment } = (await told) as { attachment: { url: string } }
    expect(attachment).toMatchObject({ fileName: 'presupuesto.txt', fileSize: 11, mimeType: 'text/plain' })
    expect(await (await fetch(attachment.url)).text()).toBe('presupuesto')
  })
})
