import { beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '../auth/password.ts'
import { hashToken } from '../auth/opaque-token.ts'
import { expectRow, openTestApp, type Answer, type Row, type TestApp } from './app.fixture.ts'

/** Ten passwords are two seconds of work for an idle core, and the machine may not be idle. */
const HASHING_MS = 60_000

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})

const check = (row: Row) => expectRow(app, row)
const post = (path: string, body?: object, headers: Record<string, string> = {}) => ({
  method: 'POST',
  path,
  body: body ?? undefined,
  headers,
})

function cookieIn({ headers }: Answer, name: string): string {
  return new RegExp(`${name}=([^;]*)`).exec(headers.get('set-cookie') ?? '')?.[1] ?? ''
}

async function addMarta(): Promise<{ email: string; password: string }> {
  const account = { email: 'marta@olmo.example', password: 'a password that is long' }
  const passwordHash = await hashPassword(account.password)
  await app.storage.createCommercial({
    name: 'Marta',
    email: account.email,
    passwordHash,
    role: 'commercial',
    siteIds: [],
  })
  return account
}

describe('a visitor’s session', () => {
  const path = '/v2/visitors/session'

  it('begins with a token, a cookie with the same value, and what may be known of the site', async () => {
    const answer = await check({
      asked: post(path, {
        locale: 'es-ES',
        timeZone: 'Europe/Madrid',
        page: { url: 'https://olmo.example/', title: 'Inicio' },
      }),
      status: 200,
      contains: {
        chat: null,
        visitor: { isVerified: false, locale: 'es-ES' },
        site: { name: 'Olmo', online: false, team: [], features: { files: true } },
      },
    })
    expect(cookieIn(answer, 'visitor_session')).toBe(answer.body['token'])
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/)
    expect(answer.headers.get('set-cookie')).toMatch(/SameSite=Lax/)
  })

  it('D09: is taken up again by its token or its cookie, with the open chat', async () => {
    const visitor = await app.visitor()
    const { chatId } = await app.chatOf(visitor)
    const contains = { token: visitor.token, visitor: { visitorId: visitor.id }, chat: { chatId } }
    await check({ asked: post(path, { token: visitor.token }), status: 200, contains })
    await check({
      asked: post(path, {}, { cookie: `visitor_session=${visitor.token}` }),
      status: 200,
      contains,
    })
  })

  it('refuses a bad token in the body, and gives a new session for a stale cookie', async () => {
    await check({
      asked: post(path, { token: 'x'.repeat(43) }),
      status: 401,
      contains: { code: 'invalid_token' },
    })
    const fresh = await check({ asked: post(path, {}, { cookie: 'visitor_session=stale' }), status: 200 })
    expect(fresh.body['token']).not.toBe('stale')
  })

  it('does not believe a page that says who somebody is', async () => {
    await check({
      asked: post(path, { identity: 'a.b.c' }),
      status: 401,
      contains: { code: 'identity_invalid' },
    })
  })

  it('belongs to pages on the site’s list', async () => {
    await check({
      asked: post(path, {}, { origin: 'https://evil.example' }),
      status: 403,
      contains: { code: 'origin_not_allowed' },
    })
    await check({ asked: post(path, {}, { origin: 'http://localhost:8080' }), status: 200 })
    await check({ asked: post(path, { siteKey: 'none' }), status: 404, contains: { code: 'site_not_found' } })
  })

  it('takes what the visitor says of themself, and tells the inbox', async () => {
    const visitor = await app.visitor()
    await app.chatOf(visitor)
    const body = { name: ' Núria ', email: 'NURIA@ferrer.es', attributes: { cesta: 1480, vip: true } }
    const asked = { method: 'PATCH', path: '/v2/visitors/me', body, as: visitor }
    await check({
      asked,
      status: 200,
      contains: { name: 'Núria', email: 'nuria@ferrer.es', attributes: { cesta: 1480, vip: true } },
      tells: { ChatChanged: 1, VisitorChanged: 1 },
    })
    await check({
      asked: { ...asked, body: { email: 'no' } },
      status: 422,
      contains: { issues: [{ path: 'email' }] },
    })
    await check({
      asked: { ...asked, body: { name: 'a\u202Eb' } },
      status: 422,
      contains: { issues: [{ path: 'name' }] },
    })
  })
})

describe('a commercial’s session', () => {
  it('C10: answers an unknown e-mail and a wrong password alike', async () => {
    const { email, password } = await addMarta()
    const wrong = await check({
      asked: post('/v2/auth/login', { email, password: 'wrong' }),
      status: 401,
      contains: { code: 'wrong_credentials' },
    })
    const unknown = await check({ asked: post('/v2/auth/login', { email: 'x@y.es', password }), status: 401 })
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' })
  })

  it('is proven by the token and by the cookie', async () => {
    const session = await check({
      asked: post('/v2/auth/login', await addMarta()),
      status: 200,
      contains: { expiresIn: 900, commercial: { name: 'Marta' } },
    })
    const token = String(session.body['accessToken'])
    await check({
      asked: { path: '/v2/auth/me', headers: { authorization: `Bearer ${token}` } },
      status: 200,
      contains: { name: 'Marta' },
    })
    await check({
      asked: {
        path: '/v2/auth/me',
        headers: { cookie: `console_session=${cookieIn(session, 'console_session')}` },
      },
      status: 200,
    })
  })

  it('never falls back from a bad token to a good cookie', async () => {
    const session = await app.ask(post('/v2/auth/login', await addMarta()))
    const headers = {
      authorization: 'Bearer bad',
      cookie: `console_session=${cookieIn(session, 'console_session')}`,
    }
    await check({ asked: { path: '/v2/auth/me', headers }, status: 401, contains: { code: 'invalid_token' } })
  })

  it('changes its cookie on each refresh, forgives a second tab, and ends when an old value comes back', async () => {
    const session = await app.ask(post('/v2/auth/login', await addMarta()))
    const old = cookieIn(session, 'console_session')
    const refresh = (value: string) =>
      post('/v2/auth/refresh', undefined, { cookie: `console_session=${value}` })
    const first = await check({ asked: refresh(old), status: 200 })
    const next = cookieIn(first, 'console_session')
    expect(next).not.toBe(old)
    const second = await check({ asked: refresh(old), status: 200 })
    expect(second.headers.get('set-cookie')).toBeNull()
    app.clock.advance(11_000)
    await check({
      asked: refresh(old),
      status: 401,
      contains: { code: 'invalid_token' },
      tells: { SessionEnded: 1 },
    })
    await check({ asked: refresh(next), status: 401 })
  })

  it('ends at once when signed out, and its access token with it', async () => {
    const session = await app.ask(post('/v2/auth/login', await addMarta()))
    const headers = { authorization: `Bearer ${String(session.body['accessToken'])}` }
    const signedOut = await check({
      asked: post('/v2/auth/logout', undefined, headers),
      status: 204,
      tells: { SessionEnded: 1 },
    })
    expect(signedOut.headers.get('set-cookie')).toMatch(/console_session=;.*Max-Age=0/)
    await check({ asked: { path: '/v2/auth/me', headers }, status: 401, contains: { code: 'invalid_token' } })
  })

  it('runs out with its token', async () => {
    const session = await app.ask(post('/v2/auth/login', await addMarta()))
    app.clock.advance(15 * 60_000)
    const headers = { authorization: `Bearer ${String(session.body['accessToken'])}` }
    await check({ asked: { path: '/v2/auth/me', headers }, status: 401, contains: { code: 'token_expired' } })
  })

  it(
    'stops guessing at a password after ten failures',
    async () => {
      app = await openTestApp({ rateLimits: true })
      const guess = post('/v2/auth/login', { email: 'a@b.es', password: 'guess' })
      for (let n = 0; n < 10; n += 1) expect((await app.ask(guess)).status).toBe(401)
      const answer = await check({ asked: guess, status: 429, contains: { code: 'rate_limited' } })
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    },
    HASHING_MS,
  )
})

describe('another password', () => {
  it(
    'takes the one before, ends every other session, and is the one from then on',
    async () => {
      const account = await addMarta()
      const [here, elsewhere] = [
        await app.ask(post('/v2/auth/login', account)),
        await app.ask(post('/v2/auth/login', account)),
      ]
      const as = (answer: Answer) => ({ authorization: `Bearer ${String(answer.body['accessToken'])}` })
      const set = (currentPassword: string, newPassword: string) => ({
        ...post('/v2/auth/password', { currentPassword, newPassword }, as(here)),
        method: 'PUT',
      })
      const wrong = { status: 403, contains: { code: 'wrong_password' } }
      await check({ asked: set('a guess', 'another password'), ...wrong })
      await check({ asked: set(account.password, 'short'), status: 422 })
      await check({
        asked: set(account.password, 'another password'),
        status: 204,
        tells: { SessionEnded: 1 },
      })
      await check({ asked: { path: '/v2/auth/me', headers: as(here) }, status: 200 })
      await check({ asked: { path: '/v2/auth/me', headers: as(elsewhere) }, status: 401 })
      await check({ asked: post('/v2/auth/login', account), status: 401 })
      const renewed = { ...account, password: 'another password' }
      await check({ asked: post('/v2/auth/login', renewed), status: 200 })
    },
    HASHING_MS,
  )

  it(
    'cannot be guessed for from a console that was left open',
    async () => {
      app = await openTestApp({ rateLimits: true })
      const { body } = await app.ask(post('/v2/auth/login', await addMarta()))
      const headers = { authorization: `Bearer ${String(body['accessToken'])}` }
      const passwords = { currentPassword: 'a guess', newPassword: 'another password' }
      const guess = { ...post('/v2/auth/password', passwords, headers), method: 'PUT' }
      for (let n = 0; n < 10; n += 1) expect((await app.ask(guess)).status).toBe(403)
      expect((await app.ask(guess)).status).toBe(429)
    },
    HASHING_MS,
  )
})

describe('setting up', () => {
  const account = { name: 'Marta', email: 'marta@olmo.example', password: 'a password that is long' }

  it('takes the token once, in time, and then does not exist', async () => {
    await app.storage.keepSetupToken(hashToken('right'), app.clock.now() + 1_000)
    await check({
      asked: post('/v2/auth/setup', { ...account, setupToken: 'wrong' }),
      status: 401,
      contains: { code: 'invalid_token' },
    })
    await check({
      asked: post('/v2/auth/setup', { ...account, setupToken: 'right', password: 'short' }),
      status: 422,
    })
    await check({
      asked: post('/v2/auth/setup', { ...account, setupToken: 'right' }),
      status: 201,
      contains: { commercial: { role: 'admin' } },
    })
    await check({
      asked: post('/v2/auth/setup', { ...account, setupToken: 'right' }),
      status: 404,
      contains: { code: 'not_found' },
    })
  })

  it('refuses a token that is too late', async () => {
    await app.storage.keepSetupToken(hashToken('late'), app.clock.now())
    app.clock.advance(1)
    await check({
      asked: post('/v2/auth/setup', { ...account, setupToken: 'late' }),
      status: 401,
      contains: { code: 'token_expired' },
    })
  })
})

describe('people', () => {
  it('are added by an admin, once per e-mail', async () => {
    const admin = await app.admin()
    const asked = {
      ...post('/v2/commercials', { name: 'Joan', email: 'JOAN@olmo.example', password: 'long enough' }),
      as: admin,
    }
    await check({
      asked,
      status: 201,
      contains: { email: 'joan@olmo.example', role: 'commercial' },
      lacks: ['password', 'scrypt'],
    })
    await check({ asked, status: 409, contains: { code: 'email_taken' } })
    const site = {
      ...asked,
      body: { name: 'X', email: 'x@olmo.example', password: 'long enough', siteIds: ['none'] },
    }
    await check({ asked: site, status: 404, contains: { code: 'site_not_found' } })
    const { body } = await app.ask({ path: '/v2/commercials', as: admin })
    expect((body['commercials'] as { name: string }[]).map(({ name }) => name)).toEqual(['Admin', 'Joan'])
  })
})
