import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashToken } from '../auth/opaque-token.ts'
import {
  ask,
  disconnected,
  once,
  openTestGateway,
  record,
  refusalOf,
  settled,
  SITE_ORIGIN,
  type Client,
  type TestGateway,
} from './gateway.fixture.ts'

let gateway: TestGateway

beforeEach(async () => {
  gateway = await openTestGateway()
})
afterEach(() => gateway.close())

const cookie = (...pairs: string[]) => ({ extraHeaders: { cookie: pairs.join('; ') } })

describe('the welcome', () => {
  async function welcomed(options: Parameters<TestGateway['dial']>[0]) {
    const client = gateway.dial(options)
    return { client, welcome: await once(client, 'welcome') }
  }

  it('names the connection, and nobody when nothing was proved', async () => {
    const { client, welcome } = await welcomed({})
    expect(welcome).toEqual({
      message: 'Connected',
      clientId: client.id,
      timestamp: '2026-03-01T10:00:00.000Z',
      principal: 'anonymous',
    })
  })

  it.each([undefined, null])('takes a token of %s for none', async (token) => {
    expect((await welcomed({ auth: { token } })).welcome.principal).toBe('anonymous')
  })

  it('knows a visitor by token and by cookie', async () => {
    const { token } = await gateway.visitor()
    expect((await welcomed({ auth: { token } })).welcome.principal).toBe('visitor')
    expect((await welcomed(cookie(`visitor_session=${token}`))).welcome.principal).toBe('visitor')
  })

  it('knows a commercial by access token, by header and by cookie', async () => {
    const { accessToken, cookie: value } = await gateway.commercial('ana')
    const header = { extraHeaders: { authorization: `Bearer ${accessToken}` } }
    expect((await welcomed({ auth: { token: accessToken } })).welcome.principal).toBe('commercial')
    expect((await welcomed(header)).welcome.principal).toBe('commercial')
    expect((await welcomed(cookie(`console_session=${value}`))).welcome.principal).toBe('commercial')
  })

  it('believes the token before the cookie, and the console’s cookie before the visitor’s', async () => {
    const { token } = await gateway.visitor()
    const { cookie: value } = await gateway.commercial('ana')
    const both = cookie(`visitor_session=${token}`, `console_session=${value}`)
    expect((await welcomed(both)).welcome.principal).toBe('commercial')
    expect((await welcomed({ ...both, auth: { token } })).welcome.principal).toBe('visitor')
  })

  it('reaches a client that can only poll', async () => {
    const { token } = await gateway.visitor()
    const { welcome } = await welcomed({ transports: ['polling'], auth: { token } })
    expect(welcome.principal).toBe('visitor')
  })
})

describe('bad credentials', () => {
  it.each([
    ['a made-up token', { auth: { token: 'x'.repeat(43) } }],
    ['an empty token', { auth: { token: '' } }],
    ['a token that is no text', { auth: { token: 7 } }],
    ['a token that is an object', { auth: { token: { toString: 1 } } }],
    ['a JWT of nobody', { auth: { token: 'a.b.c' } }],
    ['a huge token', { auth: { token: 'a.'.repeat(10_000) } }],
    ['a stale visitor cookie', cookie('visitor_session=stale')],
    ['a stale console cookie', cookie('console_session=stale')],
  ])('are refused: %s', async (_, options) => {
    expect(await refusalOf(gateway.dial(options))).toBe('invalid_token')
  })

  it('never fall back to a good cookie', async () => {
    const { token } = await gateway.visitor()
    const client = gateway.dial({ ...cookie(`visitor_session=${token}`), auth: { token: 'bad' } })
    expect(await refusalOf(client)).toBe('invalid_token')
  })

  it('are told apart when they have only run out', async () => {
    const { accessToken } = await gateway.commercial('ana')
    gateway.time.advance(16 * 60_000)
    expect(await refusalOf(gateway.dial({ auth: { token: accessToken } }))).toBe('token_expired')
  })

  it('C09: are refused after the session has ended, however fresh the access token', async () => {
    const { accessToken, identity } = await gateway.commercial('ana')
    await gateway.storage.endConsoleSession(identity.sessionId)
    expect(await refusalOf(gateway.dial({ auth: { token: accessToken } }))).toBe('invalid_token')
  })

  it('are explained in the language that was asked for', async () => {
    const client = gateway.dial({
      auth: { token: 'bad' },
      extraHeaders: { 'accept-language': 'es-ES,es;q=0.9' },
    })
    const failure = await new Promise<Error>((resolve) => client.once('connect_error', resolve))
    expect(failure.message).toBe('Esta sesión ya no es válida.')
  })
})

describe('the origin', () => {
  const from = (origin: string, rest: object = {}) => ({ extraHeaders: { origin, ...rest } })

  it.each(['websocket', 'polling'])('of a site’s own page may connect by %s', async (transport) => {
    await expect(gateway.connect({ ...from(SITE_ORIGIN), transports: [transport] })).resolves.toBeDefined()
  })

  it.each([
    'https://evil.example',
    'null',
    `${SITE_ORIGIN}.evil.example`,
    'http://shop.example',
    'https://evilshop.example',
  ])('%s is turned away on both transports, whatever it brings', async (origin) => {
    const { token } = await gateway.visitor()
    for (const transport of ['websocket', 'polling']) {
      const client = gateway.dial({
        ...from(origin, { cookie: `visitor_session=${token}` }),
        transports: [transport],
      })
      expect(await refusalOf(client)).toMatch(/websocket error|xhr poll error/)
    }
  })

  it('of another site’s page cannot use a cookie, though it may connect', async () => {
    await gateway.createSite('bakery', ['https://bakery.example'])
    const { token } = await gateway.visitor()
    const client = gateway.dial(from('https://bakery.example', { cookie: `visitor_session=${token}` }))
    expect(await refusalOf(client)).toBe('origin_not_allowed')
    await expect(gateway.connect(from('https://bakery.example'))).resolves.toBeDefined()
  })

  it('D03: is answered by name, with credentials, and never by a star or by reflection', async () => {
    const poll = (origin?: string) =>
      fetch(
        `${gateway.url}/socket.io/?EIO=4&transport=polling`,
        origin === undefined ? {} : { headers: { origin } },
      )
    const listed = await poll(SITE_ORIGIN)
    expect(listed.status).toBe(200)
    expect(listed.headers.get('access-control-allow-origin')).toBe(SITE_ORIGIN)
    expect(listed.headers.get('access-control-allow-credentials')).toBe('true')
    expect(listed.headers.get('vary')).toContain('Origin')
    const strange = await poll('https://evil.example')
    expect(strange.status).toBe(403)
    expect(strange.headers.get('access-control-allow-origin')).toBeNull()
    expect((await poll()).headers.get('access-control-allow-origin')).toBeNull()
  })

  it('D01: may be missing where no browser is, but not where one says that it hides it', async () => {
    const poll = (fetchSite: string) =>
      fetch(`${gateway.url}/socket.io/?EIO=4&transport=polling`, { headers: { 'sec-fetch-site': fetchSite } })
    expect((await poll('cross-site')).status).toBe(403)
    expect((await poll('same-origin')).status).toBe(200)
  })
})

describe('somebody without credentials', () => {
  it('may check the server’s health and test the line, and nothing else', async () => {
    const client = await gateway.connect()
    expect(await ask(client, 'health-check')).toMatchObject({ status: 'ok', version: '1.2.3' })
    expect(await ask(client, 'test', { message: 'hola' })).toMatchObject({ success: true, message: 'hola' })
    for (const event of ['chat:join', 'chat:leave', 'typing:start', 'typing:stop', 'auth:refresh']) {
      expect(await ask(client, event, { chatId: 'x', token: 'x' })).toMatchObject({ code: 'unauthenticated' })
    }
  })

  it('G04: is sent away after half a minute', async () => {
    const client = await gateway.connect()
    gateway.time.advance(29_999)
    await settled(client)
    const gone = disconnected(client)
    gateway.time.advance(1)
    expect(await gone).toBe('io server disconnect')
  })

  it('has fifty connections from one address, and a place again when one goes', async () => {
    const clients = await Promise.all(Array.from({ length: 50 }, () => gateway.connect()))
    expect(await refusalOf(gateway.dial())).toBe('rate_limited')
    const { token } = await gateway.visitor()
    await gateway.as({ token })
    clients[0]?.disconnect()
    await expect.poll(() => gateway.gateway.io.sockets.sockets.size).toBe(50)
    await expect(gateway.connect()).resolves.toBeDefined()
  })
})

describe('a visitor', () => {
  it('has ten connections, and a place again when one goes', async () => {
    const { token } = await gateway.visitor()
    const clients = await Promise.all(Array.from({ length: 10 }, () => gateway.as({ token })))
    expect(await refusalOf(gateway.dial({ auth: { token } }))).toBe('rate_limited')
    await expect(gateway.as(await gateway.visitor())).resolves.toBeDefined()
    clients[0]?.disconnect()
    await expect.poll(() => gateway.gateway.io.sockets.sockets.size).toBe(10)
    await expect(gateway.as({ token })).resolves.toBeDefined()
  })
})

describe('a session', () => {
  it('C06: takes its sockets with it when it ends, and only its own', async () => {
    const ana = await gateway.commercial('ana')
    const [one, other, elsewhere] = await Promise.all([
      gateway.as(ana),
      gateway.connect(cookie(`console_session=${ana.cookie}`)),
      gateway.as(await gateway.commercial('berta')),
    ])
    const ended = [one, other].map((client) =>
      Promise.all([once(client, 'session:expired'), disconnected(client)]),
    )
    await gateway.storage.endConsoleSession(ana.identity.sessionId)
    gateway.events.emit('SessionEnded', { sessionId: ana.identity.sessionId, code: 'invalid_token' })
    const farewell = [{ code: 'invalid_token' }, 'io server disconnect']
    expect(await Promise.all(ended)).toEqual([farewell, farewell])
    await settled(elsewhere)
  })

  it('that ends in the middle of a handshake does not live on in it', async () => {
    const { identity, ...ana } = await gateway.commercial('ana')
    gateway.gateway.io.use((_, next) => {
      gateway.events.emit('SessionEnded', { sessionId: identity.sessionId, code: 'invalid_token' })
      next()
    })
    const client = gateway.dial({ auth: { token: ana.accessToken } })
    expect(await once(client, 'session:expired')).toEqual({ code: 'invalid_token' })
    expect(gateway.gateway.io.sockets.sockets.size).toBe(0)
  })

  it('C07: ends on a socket when its access token runs out', async () => {
    const client = await gateway.as(await gateway.commercial('ana'))
    gateway.time.advance(15 * 60_000 - 1)
    await settled(client)
    const farewell = Promise.all([once(client, 'session:expired'), disconnected(client)])
    gateway.time.advance(1)
    expect(await farewell).toEqual([{ code: 'token_expired' }, 'io server disconnect'])
  })

  it('C07: goes on with a newer token of the same session', async () => {
    const ana = await gateway.commercial('ana')
    const client = await gateway.as(ana)
    gateway.time.advance(10 * 60_000)
    const newer = await newToken(ana)
    expect(await ask(client, 'auth:refresh', { token: newer })).toEqual({ success: true })
    gateway.time.advance(14 * 60_000)
    await settled(client)
    const gone = once(client, 'session:expired')
    gateway.time.advance(60_000)
    expect(await gone).toEqual({ code: 'token_expired' })
  })

  it('does not go on with somebody else’s token, nor a visitor’s, nor an old one', async () => {
    const ana = await gateway.commercial('ana')
    const client = await gateway.as(ana)
    const refused = { success: false, code: 'invalid_token', message: 'This session is no longer valid.' }
    expect(await ask(client, 'auth:refresh', { token: (await gateway.visitor()).token })).toEqual(refused)
    expect(
      await ask(client, 'auth:refresh', { token: (await gateway.commercial('berta')).accessToken }),
    ).toEqual(refused)
    expect(await ask(client, 'auth:refresh', { token: 'a.b.c' })).toEqual(refused)
    const gone = once(client, 'session:expired')
    gateway.time.advance(15 * 60_000)
    expect(await gone).toEqual({ code: 'token_expired' })
  })

  it('is not for a visitor to refresh', async () => {
    const visitor = await gateway.visitor()
    const client = await gateway.as(visitor)
    expect(await ask(client, 'auth:refresh', { token: visitor.token })).toMatchObject({ code: 'forbidden' })
  })

  it('of thirty days by cookie outlasts what a timer can wait', async () => {
    const { cookie: value } = await gateway.commercial('ana')
    const client = await gateway.connect(cookie(`console_session=${value}`))
    gateway.time.advance(29 * 86_400_000)
    await settled(client)
    const gone = once(client, 'session:expired')
    gateway.time.advance(86_400_000)
    expect(await gone).toEqual({ code: 'token_expired' })
    // Thirty days of pings are many turns of the fake clock: slow where others compute too.
  }, 60_000)

  async function newToken(ana: { cookie: string }): Promise<string> {
    const session = await gateway.storage.consoleSession(hashToken(ana.cookie), 0)
    if (session === null) throw new Error('The session is gone')
    return (await gateway.accessTokens.issue(session)).accessToken
  }
})

describe('a server that goes away', () => {
  it('says when to come back, and closes in a way that clients come back from by themselves', async () => {
    const clients: Client[] = [await gateway.connect(), await gateway.connect({ transports: ['polling'] })]
    const told = clients.map((client) => Promise.all([once(client, 'server:restart'), disconnected(client)]))
    await gateway.gateway.close({ inMs: 1_500 })
    // One after the other, as fast as they will be let in again.
    expect(await Promise.all(told)).toEqual([
      [{ inMs: 1_500 }, 'transport close'],
      [{ inMs: 1_505 }, 'transport close'],
    ])
  })

  it('takes in nobody new', async () => {
    await gateway.gateway.close({ inMs: 0 })
    expect(await refusalOf(gateway.dial())).toBe('websocket error')
  })

  it('leaves the HTTP server to whoever opened it', async () => {
    await gateway.gateway.close({ inMs: 0 })
    expect(await (await fetch(gateway.url)).text()).toBe('http')
  })
})

describe('after everybody has gone', () => {
  it('no room is left, and nobody waits for a timer', async () => {
    const visitor = await gateway.visitor()
    const chatId = await gateway.openedChat(visitor)
    const client = await gateway.as(visitor)
    await ask(client, 'chat:join', { chatId })
    await ask(client, 'typing:start', { chatId })
    client.disconnect()
    const { adapter, sockets } = gateway.gateway.io.sockets
    await expect.poll(() => sockets.size).toBe(0)
    expect([...adapter.rooms.keys()]).toEqual([])
    expect([...adapter.sids.keys()]).toEqual([])
  })

  it('somebody who leaves while joining leaves nothing behind', async () => {
    const visitor = await gateway.visitor()
    const chatId = await gateway.openedChat(visitor)
    const client = await gateway.as(visitor)
    client.emit('chat:join', { chatId })
    client.disconnect()
    await expect.poll(() => gateway.gateway.io.sockets.sockets.size).toBe(0)
    const other = await gateway.connect()
    await settled(other)
    expect([...gateway.gateway.io.sockets.adapter.rooms.keys()]).toEqual([other.id])
    expect(gateway.failures).toEqual([])
  })

  it('hears nothing that was not sent to it', async () => {
    const client = await gateway.connect()
    const heard = record(client)
    const visitor = await gateway.visitor()
    await gateway.write(visitor, await gateway.openedChat(visitor), { content: 'hola' })
    await settled(client)
    expect(heard).toEqual([])
  })
})
