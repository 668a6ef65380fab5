import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { startWorld, type ActorName, type World } from '../contract/actors.ts'
import { askAs } from '../contract/ask-as.ts'
import { call, type Request } from '../contract/call.ts'
import { uploadOf } from '../contract/requests.ts'

/**
 * The attacks of the catalogue in docs/security.md that need the whole server and belong to no single part of it. The others stand
 * beside what they attack; `test/contract/security.test.ts` sees that none is missing.
 */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const as = (actor: ActorName, name: EndpointName, asked: Request = {}) =>
  call(world.url, name, { ...asked, headers: { ...asked.headers, ...world.actors[actor].headers } })

const historyOf = async (actor: ActorName) =>
  (await as(actor, 'GET /v2/messages/chat/:chatId', { params: { chatId: world.chatId } })).body['messages']

/** What a server says, whatever a library would not let one ask. */
function raw(method: string, path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(world.url, { method, path, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
}

describe('A · what belongs to others', () => {
  it('A04: guessed ids find nothing, neighbours of a known one neither', async () => {
    const digits = '0123456789abcdef'
    const neighbours = Array.from({ length: 256 }, (_, at) => {
      const place = world.chatId.length - 1 - (at % 12)
      const next = digits[(digits.indexOf(world.chatId[place] ?? '0') + 1 + (at >> 4)) % 16] ?? '0'
      return world.chatId.slice(0, place) + next + world.chatId.slice(place + 1)
    }).filter((id) => id !== world.chatId)
    const random = Array.from({ length: 1_000 }, () => crypto.randomUUID())
    for (const chatId of [...neighbours, ...random]) {
      const answer = await as('otherVisitor', 'GET /v2/messages/chat/:chatId', { params: { chatId } })
      expect(answer.status).toBe(404)
    }
  })

  it.each(['otherVisitor', 'otherSitesVisitor', 'otherSitesCommercial'] as const)(
    'A05, A08: %s writes, reads and sends files to nobody else’s chat',
    async (actor) => {
      const { chatId } = world
      const before = await historyOf('visitor')
      const attempts: readonly [EndpointName, Request][] = [
        ['POST /v2/messages', { body: { chatId, content: 'me too' } }],
        ['PUT /v2/messages/mark-as-read', { body: { chatId, seq: 1 } }],
        ['POST /v2/files/upload', { body: uploadOf(chatId) }],
        ['GET /v2/messages/chat/:chatId', { params: { chatId }, query: { after: '0' } }],
        ['GET /v2/chats/:chatId/transcript', { params: { chatId } }],
      ]
      for (const [name, asked] of attempts) {
        const { status, body } = await as(actor, name, asked)
        expect([name, status, body['code']]).toEqual([name, 404, 'chat_not_found'])
      }
      expect(await historyOf('visitor')).toEqual(before)
    },
  )

  // By which strangers come in, or say that they look: what these change is a stranger's own.
  const doors: readonly EndpointName[] = ['POST /v2/visitors/session', 'POST /v2/visitors/looking']
  const changes = (Object.keys(endpoints) as EndpointName[]).filter(
    (name) => !name.startsWith('GET ') && !name.includes('/auth/') && !doors.includes(name),
  )
  it.each(changes)('A10: nobody changes anything: %s', async (name) => {
    expect((await askAs(world, name, 'nobody')).status).toBe(401)
  })
})

describe('B · what is only for the team', () => {
  it('B03: a visitor’s note is refused, and not made a message', async () => {
    const before = await historyOf('commercial')
    const body = { chatId: world.chatId, content: 'psst', isInternal: true }
    expect((await as('visitor', 'POST /v2/messages', { body })).status).toBe(403)
    expect(await historyOf('commercial')).toEqual(before)
  })

  it('B04: who wrote, when and where in the order is not for a sender to say', async () => {
    const forged = {
      senderId: world.actors.commercial.userId,
      senderType: 'commercial',
      sentAt: '2001-01-01T00:00:00.000Z',
      messageId: world.chatId,
      seq: 9_999,
      isFirstResponse: true,
      role: 'admin',
    }
    const body = { chatId: world.chatId, content: 'hola', ...forged }
    const { body: sent } = await as('visitor', 'POST /v2/messages', { body })
    expect(sent).toMatchObject({ senderId: world.actors.visitor.userId, senderType: 'visitor' })
    for (const field of ['sentAt', 'messageId', 'seq'] as const) expect(sent[field]).not.toBe(forged[field])
    expect(sent['isFirstResponse']).not.toBe(true)
    expect(sent).not.toHaveProperty('role')
  })

  it('B05: a note never becomes a message, whoever asks', async () => {
    const body = { chatId: world.chatId, content: 'between us', isInternal: true }
    const note = await as('commercial', 'POST /v2/messages', { body })
    const params = { messageId: String(note.body['messageId']) }
    const made = { content: 'between us', isInternal: false }
    expect((await as('visitor', 'PATCH /v2/messages/:messageId', { params, body: made })).status).not.toBe(
      200,
    )
    await as('commercial', 'PATCH /v2/messages/:messageId', { params, body: made })
    const { body: kept } = await as('commercial', 'GET /v2/messages/:messageId', { params })
    expect(kept).toMatchObject({ isInternal: true, content: 'between us' })
    expect(JSON.stringify(await historyOf('visitor'))).not.toContain('between us')
  })
})

describe('C · tokens', () => {
  it.each(['token', 'access_token', 'accessToken', 'visitor_token'])(
    'C14: %s in an address proves nothing',
    async (name) => {
      const path = `/v2/chats?${name}=${world.actors.visitor.token}`
      expect([400, 401, 422]).toContain(await raw('GET', path))
    },
  )
})

describe('D · borders of the browser', () => {
  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1@evil.example'])(
    'D04: a Host header of %s changes nothing of where one is',
    async (host) => {
      const headers = { host, origin: `http://${host}`, 'content-type': 'application/json' }
      expect([400, 403]).toContain(await raw('POST', '/v2/visitors/session', headers))
      expect([400, 404]).toContain(await raw('GET', `//${host}/v2/chats`))
    },
  )

  it.each(['GET', 'HEAD', 'TRACE', 'PATCH', 'PROPFIND'])('D05: %s ends no session', async (method) => {
    const { authorization = '' } = world.actors.otherVisitor.headers
    const headers = { authorization, 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' }
    expect([403, 404, 405]).toContain(await raw(method, '/v2/visitors/session?_method=DELETE', headers))
    expect((await as('otherVisitor', 'GET /v2/chats')).status).toBe(200)
  })
})

describe('E · content', () => {
  it.each([
    '{"content":"hola","chatId":"CHAT","__proto__":{"isInternal":true,"role":"admin"}}',
    '{"content":"hola","chatId":"CHAT","constructor":{"prototype":{"isInternal":true}}}',
  ])('E07: %s makes nothing of every object', async (template) => {
    const body = template.replace('CHAT', world.chatId)
    const headers = { 'content-type': 'application/json' }
    const { status } = await as('visitor', 'POST /v2/messages', { body, headers })
    expect([201, 422]).toContain(status)
    expect(Reflect.get({}, 'isInternal')).toBeUndefined()
    expect(Reflect.get({}, 'role')).toBeUndefined()
    const [last] = ((await historyOf('commercial')) as { isInternal: boolean }[]).slice(-1)
    if (status === 201) expect(last?.isInternal).toBe(false)
  })
})

describe('G · resources', () => {
  const limits = ['1000000000', '-1', 'NaN', '1e9', '0', '', '50;', '５０']
  it.each(limits)('G08: a page of %j messages is refused or cut', async (limit) => {
    const params = { chatId: world.chatId }
    const { status, body } = await as('visitor', 'GET /v2/messages/chat/:chatId', {
      params,
      query: { limit },
    })
    if (status === 200) expect((body['messages'] as unknown[]).length).toBeLessThanOrEqual(200)
    else expect(status).toBe(422)
  })

  it.each(['/debug', '/admin', '/.env', '/.git/config', '/server-status', '/v2/audit'])(
    'G10: %s says nothing to a stranger',
    async (path) => {
      expect([401, 404]).toContain(await raw('GET', path))
    },
  )
})
