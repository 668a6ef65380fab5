import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorld, type World } from '../contract/actors.ts'
import { call } from '../contract/call.ts'
import { startServer } from '../server.ts'

/** More of the catalogue in docs/security.md: what a stranger finds who knows the addresses and has nothing else, or very little. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** One request as bytes, which no client library tidies up; resolves with all that comes back. */
function sayBytes(bytes: string): Promise<string> {
  const { hostname, port } = new URL(world.url)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let heard = ''
    socket.setEncoding('utf8').on('data', (text: string) => void (heard += text))
    socket.once('close', () => resolve(heard)).once('error', reject)
  })
}

describe('somebody else’s chat', () => {
  it('A08: is in nobody else’s pages, whosever cursor is brought', async () => {
    const { url, chatId, actors } = world
    const { headers } = actors.otherVisitor
    const own = await call(url, 'POST /v2/chats', { body: { message: { content: 'hola' } }, headers })
    const first = await call(url, 'GET /v2/chats', { query: { limit: '1' }, headers: actors.admin.headers })
    for (const query of [{}, { cursor: String(first.body['nextCursor']) }, { search: 'hola' }]) {
      const { status, body, text } = await call(url, 'GET /v2/chats', { query, headers })
      expect([200, 422], text).toContain(status)
      expect(text).not.toContain(chatId)
      const chats = (body['chats'] ?? []) as { chatId: string }[]
      expect(chats.every((chat) => chat.chatId === own.body['chatId'])).toBe(true)
    }
    const after = { params: { chatId }, query: { after: '0' }, headers }
    expect((await call(url, 'GET /v2/messages/chat/:chatId', after)).status).toBe(404)
  })
})

describe('a proof', () => {
  it('C14: counts only in its header or cookie, never in an address', async () => {
    const { token } = world.actors.admin
    for (const name of ['token', 'access_token', 'auth', 'jwt', 'authorization', 'console_session']) {
      const query = { [name]: token }
      expect((await call(world.url, 'GET /v2/auth/me', { query })).status, name).toBe(401)
    }
    expect((await call(world.url, 'GET /v2/auth/me', { headers: world.actors.admin.headers })).status).toBe(
      200,
    )
  })

  it('C15: is none of those that people try first, where nobody has set up an account', async () => {
    const fresh = await startServer({ ADMIN_EMAIL: '', ADMIN_PASSWORD: '' })
    try {
      for (const email of ['admin', 'admin@localhost', 'admin@example.com', 'root']) {
        for (const password of ['', 'admin', 'password', 'changeme', 'sobremesa']) {
          const answer = await call(fresh.url, 'POST /v2/auth/login', { body: { email, password } })
          expect(answer.body['code']).toBe('wrong_credentials')
        }
      }
      const setupToken = 'AAAA-BBBB-CCCC-DDDD-EEEE'
      const body = { setupToken, name: 'x', email: 'x@x.es', password: 'long enough' }
      expect((await call(fresh.url, 'POST /v2/auth/setup', { body })).status).toBe(401)
    } finally {
      await fresh.close()
    }
  })
})

describe('a request', () => {
  it('D04: that spoofs its host gets no address of that host in an answer', async () => {
    const { token } = world.actors.admin
    const heard = await sayBytes(
      `POST /v2/invitations HTTP/1.1\r\nHost: evil.example\r\nAuthorization: Bearer ${token}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
    )
    expect(heard).toMatch(/^HTTP\/1\.1 201 /)
    expect(heard).not.toContain('evil.example')
  })

  it('D05: is never echoed: TRACE is no method here', async () => {
    const heard = await sayBytes(
      'TRACE /v2/auth/me HTTP/1.1\r\nHost: x\r\nX-Canary: 7f3a\r\nConnection: close\r\n\r\n',
    )
    expect(heard).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(heard).not.toContain('7f3a')
  })

  it('D10: is never answered as a script', async () => {
    const { headers } = world.actors.admin
    const answer = await call(world.url, 'GET /v2/sites', {
      query: { callback: 'steal', jsonp: 'steal' },
      headers,
    })
    expect(answer.text.startsWith('{')).toBe(true)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
  })
})

describe('a list', () => {
  it.each(['1000000000', '-1', '0', 'NaN', '1e9', '5; DROP TABLE chats', ''])(
    'G08: with a limit of %j is short, or refused',
    async (limit) => {
      const { url, chatId, actors } = world
      const { headers } = actors.admin
      const params = { chatId }
      for (const answer of [
        await call(url, 'GET /v2/chats', { query: { limit }, headers }),
        await call(url, 'GET /v2/messages/chat/:chatId', { params, query: { limit }, headers }),
        await call(url, 'GET /v2/messages/search', { query: { keyword: 'hola', limit }, headers }),
        await call(url, 'GET /v2/visitors', { query: { limit }, headers }),
      ]) {
        expect([200, 422], answer.text).toContain(answer.status)
      }
    },
  )
})

describe('the server', () => {
  it.each([
    '/debug',
    '/admin',
    '/server-status',
    '/.env',
    '/.git/config',
    '/package.json',
    '/data/chat.db',
    '/data/secrets.json',
    '/..%2fdata%2fsecrets.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/widget.js.map',
    '/server/main.ts',
  ])('G10: shows nobody %s', async (path) => {
    const response = await fetch(world.url + path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not_found' })
  })

  it('G10: says of its health that it lives, and no more', async () => {
    expect(await (await fetch(`${world.url}/healthz`)).json()).toEqual({ status: 'ok' })
    const { headers } = await fetch(`${world.url}/readyz`)
    expect([headers.get('server'), headers.get('x-powered-by')]).toEqual([null, null])
  })
})
