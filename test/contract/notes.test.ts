import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newVisitor, signIn, startWorld, type Actor, type World } from './actors.ts'
import { call } from './call.ts'
import { uploadOf } from './requests.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Everything that reaches a visitor while a commercial answers, with or without notes in between. */
async function record(withNotes: boolean, canary: string): Promise<unknown[]> {
  const { url } = world
  const visitor = await newVisitor(url, world.siteKey)
  const opened = await call(url, 'POST /v2/chats', {
    body: { message: { content: 'hola' } },
    headers: visitor.headers,
  })
  const chatId = String(opened.body['chatId'])
  const { commercial } = world.actors
  // Two lists: which of an event and an answer comes first is the network's business.
  const answers: unknown[] = []
  const events: unknown[] = []
  const ear = await listen(visitor, events)
  const desk = await listen(commercial, [])
  await ear.emitWithAck('chat:join', { chatId })
  await desk.emitWithAck('chat:join', { chatId })

  async function note(content: string): Promise<void> {
    if (!withNotes) return
    await desk.emitWithAck('typing:start', { chatId, isInternal: true })
    const file = new File([canary], `${canary}.txt`)
    const uploaded = await call(url, 'POST /v2/files/upload', {
      body: uploadOf(chatId, file),
      headers: commercial.headers,
    })
    const written = await call(url, 'POST /v2/messages', {
      body: {
        chatId,
        content,
        isInternal: true,
        attachment: { fileId: uploaded.body['fileId'] },
        mentions: [world.actors.admin.userId],
      },
      headers: commercial.headers,
    })
    await deskWork(content)
    await desk.emitWithAck('viewing:start', { chatId })
    const { messageId, seq, attachment } = written.body as {
      messageId: string
      seq: number
      attachment: { url: string }
    }
    expect((await fetch(attachment.url)).status).toBe(200)
    expect((await fetch(attachment.url.replace('for=commercial', 'for=visitor'))).status).toBe(404)
    await call(url, 'PATCH /v2/messages/:messageId', {
      params: { messageId },
      body: { content: `${content} ${canary}` },
      headers: commercial.headers,
    })
    await call(url, 'PUT /v2/messages/mark-as-read', {
      body: { chatId, seq },
      headers: world.actors.admin.headers,
    })
    // Every door that a visitor might try with the note's own id.
    for (const name of ['GET /v2/messages/:messageId', 'DELETE /v2/messages/:messageId'] as const) {
      expect((await call(url, name, { params: { messageId }, headers: visitor.headers })).status).toBe(404)
    }
    const read = { chatId, messageId }
    expect(
      (await call(url, 'PUT /v2/messages/mark-as-read', { body: read, headers: visitor.headers })).status,
    ).toBe(404)
    await call(url, 'DELETE /v2/messages/:messageId', { params: { messageId }, headers: commercial.headers })
    await desk.emitWithAck('typing:stop', { chatId, isInternal: true })
    await desk.emitWithAck('viewing:stop', { chatId })
  }

  /** What else the team does to a chat among themselves. */
  async function deskWork(content: string): Promise<void> {
    const params = { chatId }
    const until = new Date(Date.now() + 3_600_000).toISOString()
    for (const [name, body] of [
      ['PUT /v2/chats/:chatId/tags', { tags: [content.slice(0, 30)] }],
      ['PUT /v2/chats/:chatId/snooze', { until }],
      ['PUT /v2/chats/:chatId/draft', { content, isInternal: true }],
    ] as const) {
      const { status, text } = await call(url, name, { params, body, headers: commercial.headers })
      expect(status, text).toBe(200)
    }
  }

  async function transcript(format: string): Promise<string> {
    const path = `${url}/v2/chats/${chatId}/transcript?format=${format}`
    const response = await fetch(path, { headers: visitor.headers })
    expect(response.status).toBe(200)
    // Its times are for people; nothing but the minute may differ between two runs.
    return (await response.text()).replaceAll(/\d{1,2} \w{3} \d{4}, [\d:]+/g, 'TIME')
  }

  // The admin reads every public message in both runs, so that what the notes make them read is the notes alone.
  async function readPublic(message: unknown): Promise<void> {
    const { messageId } = message as { messageId: string }
    const body = { chatId, messageId }
    await call(url, 'PUT /v2/messages/mark-as-read', { body, headers: world.actors.admin.headers })
  }

  await readPublic(opened.body['lastMessage'])
  for (let n = 1; n <= 5; n += 1) {
    await note(`NOTA-${n}-${canary}`)
    const answer = { chatId, content: `respuesta ${n}` }
    await readPublic(
      (await call(url, 'POST /v2/messages', { body: answer, headers: commercial.headers })).body,
    )
    await note(`OTRA-${n}-${canary}`)
    for (const query of [
      {},
      { after: '0' },
      { after: '0', changedAfter: new Date(0).toISOString() },
      { dateFrom: new Date(0).toISOString() },
      { limit: '1' },
    ] as Record<string, string>[]) {
      answers.push(
        (
          await call(url, 'GET /v2/messages/chat/:chatId', {
            params: { chatId },
            query,
            headers: visitor.headers,
          })
        ).body,
      )
    }
    answers.push(
      (await call(url, 'GET /v2/chats/:chatId', { params: { chatId }, headers: visitor.headers })).body,
    )
    answers.push((await call(url, 'GET /v2/chats', { headers: visitor.headers })).body)
    for (const format of ['txt', 'html', 'json']) answers.push(await transcript(format))
    answers.push((await call(url, 'GET /v2/visitors/me/export', { headers: visitor.headers })).body)
  }
  await call(url, 'PUT /v2/chats/:chatId/close', { params: { chatId }, headers: commercial.headers })
  if (withNotes) {
    const last = { chatId, content: `ULTIMA-${canary}`, isInternal: true }
    const { status } = await call(url, 'POST /v2/messages', { body: last, headers: commercial.headers })
    expect(status).toBe(201)
  }
  const resumed = await call(url, 'POST /v2/visitors/session', { body: { token: visitor.token } })
  answers.push({ ...resumed.body, token: '' })
  answers.push(
    (
      await call(url, 'PUT /v2/chats/:chatId/rating', {
        params: { chatId },
        body: { score: 5 },
        headers: visitor.headers,
      })
    ).body,
  )
  await ear.emitWithAck('health-check')
  answers.push(await ear.emitWithAck('chat:join', { chatId }))
  ear.disconnect()
  desk.disconnect()
  return [...events, ...answers]
}

async function listen(actor: Actor, traffic: unknown[]): Promise<Socket> {
  const socket = io(world.url, { transports: ['websocket'], forceNew: true, auth: { token: actor.token } })
  await once(socket as never, 'welcome')
  socket.onAny((...event) => traffic.push(event))
  return socket
}

/** Ids, times and tokens differ between any two runs; nothing else may. */
function anonymous(traffic: unknown[]): unknown {
  const text = JSON.stringify(traffic)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
  return JSON.parse(text)
}

describe('an internal note', () => {
  it('B01: changes nothing of what reaches a visitor, on any path', async () => {
    const canary = `CANARY${Math.random()}`
    const without = await record(false, canary)
    const withNotes = await record(true, canary)
    expect(JSON.stringify(withNotes).toUpperCase()).not.toContain('CANARY')
    expect(anonymous(withNotes)).toEqual(anonymous(without))
  })

  it('is heard by commercials (the control: the recorder does hear notes)', async () => {
    const traffic: unknown[] = []
    const desk = await listen(world.actors.commercial, traffic)
    await desk.emitWithAck('chat:join', { chatId: world.chatId })
    const heard = once(desk as never, 'message:new')
    const body = { chatId: world.chatId, content: 'CONTROL', isInternal: true }
    await call(world.url, 'POST /v2/messages', { body, headers: world.actors.commercial.headers })
    await heard
    expect(JSON.stringify(traffic)).toContain('CONTROL')
    desk.disconnect()
  })

  it.each(['true', 1, 'false', null, {}])('is never made public by isInternal: %o', async (isInternal) => {
    const body = { chatId: world.chatId, content: 'dudoso', isInternal }
    const answer = await call(world.url, 'POST /v2/messages', {
      body,
      headers: world.actors.commercial.headers,
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'invalid', issues: [{ path: 'isInternal' }] })
  })

  it('cannot be written by a visitor', async () => {
    const body = { chatId: world.chatId, content: 'nota', isInternal: true }
    const answer = await call(world.url, 'POST /v2/messages', { body, headers: world.actors.visitor.headers })
    expect(answer.status).toBe(403)
    expect(answer.body).toMatchObject({ code: 'internal_not_allowed' })
  })
})

describe('two commercials who answer at the same moment', () => {
  it('make one first response, one change of status and one assignee', async () => {
    const { url } = world
    const admin = await signIn(url, { email: 'admin@olmo.example', password: 'admin password' })
    for (let round = 0; round < 10; round += 1) {
      const visitor = await newVisitor(url, world.siteKey)
      const opened = await call(url, 'POST /v2/chats', {
        body: { message: { content: 'hola' } },
        headers: visitor.headers,
      })
      const chatId = String(opened.body['chatId'])
      const traffic: unknown[][] = []
      const ear = await listen(visitor, traffic)
      await ear.emitWithAck('chat:join', { chatId })
      const answers = await Promise.all(
        [admin, world.actors.commercial, admin, world.actors.commercial].map((actor, n) =>
          call(url, 'POST /v2/messages', { body: { chatId, content: `a ${n}` }, headers: actor.headers }),
        ),
      )
      expect(answers.filter(({ body }) => body['isFirstResponse'] === true)).toHaveLength(1)
      await ear.emitWithAck('health-check')
      expect(traffic.filter(([name]) => name === 'chat:status')).toHaveLength(1)
      expect(traffic.filter(([name]) => name === 'chat:assigned')).toHaveLength(1)
      ear.disconnect()
    }
  })
})
