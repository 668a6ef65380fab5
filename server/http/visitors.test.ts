import { SignJWT } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Asked, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let admin: Person
let marta: Person
let visitor: Person
let siteId: string
beforeEach(async () => {
  app = await openTestApp()
  admin = await app.admin()
  marta = await app.commercial('Marta')
  visitor = await app.visitor()
  siteId = (await app.storage.site())?.siteId ?? ''
})

const check = (row: Row) => expectRow(app, row)
const session = (body: object): Asked => ({ method: 'POST', path: '/v2/visitors/session', body })
const me = (method: string, path = '', body?: object): Asked => ({
  method,
  path: `/v2/visitors/me${path}`,
  ...(body !== undefined && { body }),
  as: visitor,
})
const of = (visitorId: string, method = 'GET', body?: object): Asked => ({
  method,
  path: `/v2/visitors/${visitorId}`,
  ...(body !== undefined && { body }),
  as: marta,
})

describe('a visitor for whom the site vouches', () => {
  async function addKey() {
    const asked = { method: 'POST', path: `/v2/sites/${siteId}/identity-keys`, body: {}, as: admin }
    const { body } = await check({ asked, status: 201, contains: { algorithm: 'HS256' } })
    return { kid: String(body['kid']), secret: String(body['secret']) }
  }

  function sign({ kid, secret }: { kid: string; secret: string }, claims: object): Promise<string> {
    return new SignJWT({ sub: 'c7', exp: app.clock.now() / 1_000 + 3_600, ...claims })
      .setProtectedHeader({ alg: 'HS256', kid })
      .sign(new TextEncoder().encode(secret))
  }

  it('is verified, with a new token and the chat that they had', async () => {
    const { chatId } = await app.chatOf(visitor)
    const identity = await sign(await addKey(), { name: 'Núria', email: 'nuria@ferrer.example' })
    const answer = await check({
      asked: session({ token: visitor.token, identity }),
      status: 200,
      contains: {
        visitor: {
          visitorId: visitor.id,
          name: 'Núria',
          isVerified: true,
          verified: { userId: 'c7', name: 'Núria', email: 'nuria@ferrer.example' },
        },
        chat: { chatId },
      },
      tells: { SessionEnded: 1, VisitorChanged: 1 },
    })
    expect(answer.body['token']).not.toBe(visitor.token)
    await check({ asked: me('PATCH', '', { name: 'x' }), status: 401, contains: { code: 'invalid_token' } })
  })

  it('brings their chats along when they turn out to be somebody known, and the inbox hears of it', async () => {
    const key = await addKey()
    await app.ask(session({ identity: await sign(key, {}) }))
    const { chatId } = await app.chatOf(visitor)
    const answer = await check({
      asked: session({ token: visitor.token, identity: await sign(key, {}) }),
      status: 200,
      contains: { chat: { chatId } },
      tells: { SessionEnded: 1, VisitorMerged: 1, ChatChanged: 1, VisitorChanged: 1 },
    })
    const { visitorId } = answer.body['visitor'] as { visitorId: string }
    expect(visitorId).not.toBe(visitor.id)
    await check({ asked: of(visitor.id), status: 404, contains: { code: 'visitor_not_found' } })
  })

  it('is refused with a token that does not hold, and nothing changes', async () => {
    const key = await addKey()
    const identity = await sign({ ...key, secret: 'another' }, {})
    await check({
      asked: session({ token: visitor.token, identity }),
      status: 401,
      contains: { code: 'identity_invalid' },
    })
    await check({
      asked: me('PATCH', '', { name: 'x' }),
      status: 200,
      contains: { isVerified: false },
      tells: { VisitorChanged: 1 },
    })
  })

  it('needs a key, which is shown once, and only admins see that it is there', async () => {
    const { kid, secret } = await addKey()
    const path = `/v2/sites/${siteId}`
    const contains = { identityKeys: [{ kid, algorithm: 'HS256', createdAt: expect.any(String) }] }
    await check({ asked: { path, as: admin }, status: 200, contains, lacks: [secret] })
    await check({ asked: { path, as: marta }, status: 200, lacks: ['identityKeys', secret] })
    const remove = { method: 'DELETE', path: `${path}/identity-keys/${kid}`, as: admin }
    await check({ asked: remove, status: 204 })
    await check({ asked: remove, status: 404, contains: { code: 'not_found' } })
    const wrong = { algorithm: 'HS256', publicKey: 'x' }
    const add = { method: 'POST', path: `${path}/identity-keys`, as: admin }
    await check({
      asked: { ...add, body: wrong },
      status: 422,
      contains: { issues: [{ path: 'publicKey' }] },
    })
    await check({ asked: { ...add, body: { algorithm: 'ES256' } }, status: 422 })
    await check({ asked: { ...add, body: { algorithm: 'none' } }, status: 422 })
  })
})

describe('where a visitor goes', () => {
  it('is a trail that the team reads', async () => {
    await check({
      asked: me('POST', '/pages', { url: 'https://olmo.example/mesas', title: 'Mesas' }),
      status: 204,
      tells: { VisitorChanged: 1 },
    })
    await app.chatOf(visitor)
    await check({
      asked: me('POST', '/events', { name: 'añadido', props: { precio: 1480 } }),
      status: 204,
      tells: { VisitorChanged: 1, ChatChanged: 1 },
    })
    await check({
      asked: of(visitor.id),
      status: 200,
      contains: {
        page: { url: 'https://olmo.example/mesas', title: 'Mesas' },
        isOnline: false,
        openChatId: expect.any(String),
        trail: [
          { kind: 'event', name: 'añadido', props: { precio: 1480 } },
          { kind: 'page', url: 'https://olmo.example/mesas', title: 'Mesas' },
        ],
        chats: [{ lastMessage: { content: 'hola' } }],
      },
    })
  })

  it.each([
    ['/pages', { url: 'javascript:alert(1)' }, 'url'],
    ['/pages', { url: `https://a.example/${'x'.repeat(2_000)}` }, 'url'],
    ['/pages', { url: 'https://a.example/', referrer: 'data:text/html,x' }, 'referrer'],
    ['/events', { name: '' }, 'name'],
    ['/events', { name: 'x', props: { a: {} } }, 'props.a'],
    ['/events', { name: 'x', props: [] }, 'props'],
  ])('is refused at %s with %o', async (path, body, field) => {
    const asked = me('POST', path, body)
    await check({ asked, status: 422, contains: { code: 'invalid', issues: [{ path: field }] } })
  })

  it('is told at most thirty times a minute, pages and events together', async () => {
    app = await openTestApp({ rateLimits: true })
    visitor = await app.visitor()
    const page = (n: number) => me('POST', '/pages', { url: `https://a.example/${n}` })
    for (let n = 0; n < 29; n += 1) expect((await app.ask(page(n))).status).toBe(204)
    expect((await app.ask(me('POST', '/events', { name: 'x' }))).status).toBe(204)
    const refused = await check({ asked: page(30), status: 429, contains: { code: 'rate_limited' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('what a visitor says before the first message', () => {
  it('is stored with its time, and shown to the team', async () => {
    const body = { email: 'n@ferrer.example', topic: 'Envíos', consent: { version: '2026-01' } }
    const said = { topic: 'Envíos', consent: { version: '2026-01', at: '2026-01-15T10:00:00.000Z' } }
    await check({ asked: me('PATCH', '', body), status: 200, contains: said, tells: { VisitorChanged: 1 } })
    const { chatId } = await app.chatOf(visitor)
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: marta },
      status: 200,
      contains: { visitor: { ...said, email: 'n@ferrer.example', isVerified: false } },
    })
  })
})

describe('a visitor’s own data', () => {
  it('H03: are all there to take away, and nothing of the team’s', async () => {
    const { chatId } = await app.chatOf(visitor)
    await app.ask(me('POST', '/pages', { url: 'https://olmo.example/mesas' }))
    const write = (body: object) => ({
      method: 'POST',
      path: '/v2/messages',
      body: { chatId, ...body },
      as: marta,
    })
    await app.ask(write({ content: 'NOTA', isInternal: true }))
    await app.ask(write({ content: 'respuesta' }))
    const until = new Date(app.clock.now() + 60_000).toISOString()
    await app.ask({ method: 'PUT', path: `/v2/chats/${chatId}/snooze`, body: { until }, as: marta })
    const answer = await check({
      asked: me('GET', '/export'),
      status: 200,
      contains: {
        exportedAt: '2026-01-15T10:00:00.000Z',
        visitor: { visitorId: visitor.id },
        trail: [{ kind: 'page', url: 'https://olmo.example/mesas' }],
        chats: [
          {
            chat: { chatId },
            messages: [
              { seq: 1, content: 'hola' },
              { seq: 2, content: 'respuesta', senderName: 'Marta' },
            ],
          },
        ],
      },
      lacks: ['NOTA', 'marta@olmo.example', 'tags', 'lastSeenAt'],
    })
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    expect(answer.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  it('are written out to the last message of a long chat', async () => {
    const { chatId } = await app.chatOf(visitor)
    for (let n = 2; n <= 205; n += 1) {
      const body = { chatId, content: `m${n}` }
      await app.ask({ method: 'POST', path: '/v2/messages', body, as: visitor })
    }
    const { body } = await app.ask(me('GET', '/export'))
    const [{ messages } = { messages: [] }] = body['chats'] as { messages: { seq: number }[] }[]
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 205 }, (_, index) => index + 1))
  })

  it('are erased for good when the visitor says so', async () => {
    const { chatId } = await app.chatOf(visitor)
    await app.ask(me('PATCH', '', { name: 'CANARY' }))
    const answer = await check({
      asked: me('DELETE'),
      status: 204,
      tells: { SessionEnded: 1, VisitorErased: 1, ChatStatusChanged: 1, ChatChanged: 1 },
    })
    expect(answer.headers.get('set-cookie')).toMatch(/visitor_session=;.*Max-Age=0/)
    await check({ asked: me('GET', '/export'), status: 401, contains: { code: 'invalid_token' } })
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: marta },
      status: 200,
      contains: { status: 'CLOSED', visitor: { erasedAt: expect.any(String) }, lastMessage: { content: '' } },
      lacks: ['CANARY', 'hola'],
    })
  })

  it('are erased by the team when it is asked to', async () => {
    await check({
      asked: of(visitor.id, 'DELETE'),
      status: 204,
      tells: { SessionEnded: 1, VisitorErased: 1 },
    })
    await check({ asked: of(visitor.id), status: 404, contains: { code: 'visitor_not_found' } })
    await check({ asked: of(visitor.id, 'DELETE'), status: 404 })
  })
})

describe('a visitor who logs out', () => {
  it('is nobody any more, and what they said stays theirs', async () => {
    await app.chatOf(visitor)
    const asked = { method: 'DELETE', path: '/v2/visitors/session', as: visitor }
    const answer = await check({ asked, status: 204, tells: { SessionEnded: 1 } })
    expect(answer.headers.get('set-cookie')).toMatch(/visitor_session=;.*Max-Age=0/)
    await check({ asked, status: 401, contains: { code: 'invalid_token' } })
    await check({ asked: session({ token: visitor.token }), status: 401 })
    await check({
      asked: of(visitor.id),
      status: 200,
      contains: { chats: [{ lastMessage: { content: 'hola' } }] },
    })
  })
})

describe('the team', () => {
  it('notes things of a visitor, blocks them, and lets them write again', async () => {
    const { chatId } = await app.chatOf(visitor)
    const tells = { ChatChanged: 1, VisitorChanged: 1 }
    await check({
      asked: of(visitor.id, 'PATCH', { name: 'Núria', isBlocked: true }),
      status: 200,
      contains: { name: 'Núria', blockedAt: '2026-01-15T10:00:00.000Z' },
      tells,
    })
    const write = { method: 'POST', path: '/v2/messages', body: { chatId, content: 'spam' }, as: visitor }
    await check({ asked: write, status: 403, contains: { code: 'visitor_blocked' } })
    const own = await check({ asked: { path: `/v2/chats/${chatId}`, as: visitor }, status: 200 })
    expect(JSON.stringify(own.body)).not.toContain('blockedAt')
    await check({
      asked: of(visitor.id, 'PATCH', { isBlocked: false }),
      status: 200,
      lacks: ['blockedAt'],
      tells,
    })
    expect((await app.ask(write)).status).toBe(201)
  })

  it('lists the visitors of its own sites, page by page', async () => {
    const other = await app.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'es' })
    await app.visitor('b')
    for (let n = 0; n < 3; n += 1) {
      app.clock.advance(1_000)
      await app.visitor()
    }
    const list = async (as: Person, query = '') => (await app.ask({ path: `/v2/visitors${query}`, as })).body
    const seen: unknown[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list(marta, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...(page['visitors'] as unknown[]))
      cursor = page['nextCursor'] as string | null
    }
    expect(seen).toHaveLength(4)
    expect((await list(admin))['visitors']).toHaveLength(5)
    expect((await list(admin, `?siteId=${other.siteId}`))['visitors']).toHaveLength(1)
    expect((await list(marta, `?siteId=${other.siteId}`))['visitors']).toEqual([])
    expect((await list(marta, '?online=true'))['visitors']).toEqual([])
    for (const query of ['?cursor=forged', '?online=true&cursor=forged', '?online=yes']) {
      await check({ asked: { path: `/v2/visitors${query}`, as: marta }, status: 422 })
    }
  })
})

describe('a file that a visitor sent', () => {
  it('F10: is in nobody’s reach once the visitor is erased', async () => {
    const { chatId } = await app.chatOf(visitor)
    const sent = await app.upload(visitor, chatId, new File(['a,b\n1,2\n'], 'CANARY.csv'))
    const { url, fileId } = sent.body as { url: string; fileId: string }
    const attachment = { url }
    const body = { chatId, content: '', type: 'file', attachment }
    expect((await app.ask({ method: 'POST', path: '/v2/messages', body, as: visitor })).status).toBe(201)
    const { pathname, search } = new URL(url)
    expect((await app.fetch(pathname + search)).status).toBe(200)
    await app.ask(of(visitor.id, 'DELETE'))
    expect((await app.fetch(pathname + search)).status).toBe(404)
    const abandoned = await app.storage.abandonedFiles(app.clock.now())
    expect(abandoned.map((file) => file.fileId)).toEqual([fileId])
  })

  it('is refused of one who is blocked', async () => {
    const { chatId } = await app.chatOf(visitor)
    await app.ask(of(visitor.id, 'PATCH', { isBlocked: true }))
    const refused = await app.upload(visitor, chatId, new File(['a,b\n1,2\n'], 'x.csv'))
    expect(refused.status).toBe(403)
    expect(refused.body).toMatchObject({ code: 'visitor_blocked' })
  })
})
