import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Answer, type Person, type Row, type TestApp } from './app.fixture.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0'
const nuria = { name: 'Núria', email: 'nuria@olmo.example', password: 'a password of my own' }

let app: TestApp
let admin: Person
beforeEach(async () => {
  app = await openTestApp()
  admin = await app.admin()
})

const check = (row: Row) => expectRow(app, row)
const post = (path: string, body: object, headers = {}) => ({ method: 'POST', path, body, headers })

async function invite(body: object = {}): Promise<{ answer: Answer; invitationToken: string }> {
  const answer = await check({ asked: { ...post('/v2/invitations', body), as: admin }, status: 201 })
  const { origin, pathname, hash, search } = new URL(String(answer.body['link']))
  expect([origin, pathname, search]).toEqual(['http://localhost:3000', '/console', ''])
  return { answer, invitationToken: new URLSearchParams(hash.slice(1)).get('invitation') ?? '' }
}

const accept = (invitationToken: string, more = {}) =>
  post('/v2/auth/accept-invitation', { invitationToken, ...nuria, ...more }, { 'user-agent': FIREFOX })

describe('an invitation', () => {
  it('says what it offers, makes the account, signs it in, and works once', async () => {
    const { invitationToken } = await invite()
    await check({
      asked: post('/v2/auth/invitation', { invitationToken }),
      status: 200,
      contains: { role: 'commercial', invitedBy: 'Admin', sites: ['Olmo'] },
      lacks: ['email'],
    })
    const accepted = await check({
      asked: accept(invitationToken),
      status: 201,
      contains: { commercial: { name: 'Núria', email: nuria.email, role: 'commercial' } },
    })
    expect(accepted.headers.get('set-cookie')).toMatch(/^console_session=/)
    const as = { id: '', token: String(accepted.body['accessToken']) }
    await check({ asked: { path: '/v2/auth/me', as }, status: 200, contains: { name: 'Núria' } })
    await check({ asked: post('/v2/auth/login', nuria), status: 200 })
    for (const asked of [accept(invitationToken), post('/v2/auth/invitation', { invitationToken })]) {
      await check({ asked, status: 401, contains: { code: 'invalid_token' } })
    }
  })

  it('is listed without its token until it is taken back', async () => {
    const { answer, invitationToken } = await invite({ role: 'admin', email: 'EVA@olmo.example' })
    const { link: _, ...listed } = answer.body
    expect(listed).toMatchObject({ role: 'admin', email: 'eva@olmo.example', siteIds: [] })
    const asked = { path: '/v2/invitations', as: admin }
    const list = await check({ asked, status: 200, contains: { invitations: [listed] } })
    expect(JSON.stringify(list.body)).not.toContain(invitationToken)
    const path = `/v2/invitations/${String(listed['invitationId'])}`
    await check({ asked: { method: 'DELETE', path, as: admin }, status: 204 })
    await check({ asked: accept(invitationToken), status: 401, contains: { code: 'invalid_token' } })
    await check({ asked: { method: 'DELETE', path, as: admin }, status: 404 })
  })

  it('expires after a week', async () => {
    const { invitationToken } = await invite()
    app.clock.advance(WEEK_MS)
    await check({ asked: accept(invitationToken), status: 401, contains: { code: 'token_expired' } })
  })

  it('needs a password that is long enough, and an e-mail that nobody has', async () => {
    const { invitationToken } = await invite()
    await check({ asked: accept(invitationToken, { password: 'short' }), status: 422 })
    await check({ asked: accept(invitationToken, { email: undefined }), status: 422 })
    const asked = accept(invitationToken, { email: 'admin@olmo.example' })
    await check({ asked, status: 409, contains: { code: 'email_taken' } })
    await check({ asked: accept(invitationToken), status: 201 })
  })

  it('C11: is guessed as slowly as a password', async () => {
    app = await openTestApp({ rateLimits: true })
    for (let guess = 0; guess < 10; guess += 1) {
      await check({ asked: post('/v2/auth/invitation', { invitationToken: `guess ${guess}` }), status: 401 })
    }
    await check({ asked: accept('guess'), status: 429 })
  })
})

describe('one’s own sessions', () => {
  async function signIn(userAgent = FIREFOX): Promise<Person> {
    const { body } = await check({
      asked: post('/v2/auth/login', nuria, { 'user-agent': userAgent }),
      status: 200,
    })
    return { id: '', token: String(body['accessToken']) }
  }
  const sessionsOf = async (as: Person) =>
    (await app.ask({ path: '/v2/sessions', as })).body['sessions'] as Record<string, unknown>[]

  beforeEach(async () => {
    const { invitationToken } = await invite()
    await check({ asked: accept(invitationToken), status: 201 })
  })

  it('say from where, since when, and which of them asks', async () => {
    app.clock.advance(60_000)
    const here = await signIn('something else')
    const at = new Date(app.clock.now()).toISOString()
    const [current, other, ...more] = await sessionsOf(here)
    expect(current).toMatchObject({ isCurrent: true, createdAt: at, lastSeenAt: at })
    expect(current).not.toHaveProperty('browser')
    expect(other).toMatchObject({ isCurrent: false, browser: 'Firefox', system: 'Linux' })
    expect(more).toEqual([])
  })

  it('are ended one by one, or all others', async () => {
    const [here, there] = [await signIn(), await signIn()]
    const sessionId = String((await sessionsOf(there)).find(({ isCurrent }) => isCurrent)?.['sessionId'])
    const end = { method: 'DELETE', path: `/v2/sessions/${sessionId}` }
    await check({ asked: { ...end, as: admin }, status: 404, contains: { code: 'session_not_found' } })
    await check({ asked: { ...end, as: here }, status: 204, tells: { SessionEnded: 1 } })
    await check({ asked: { ...end, as: here }, status: 404, contains: { code: 'session_not_found' } })
    await check({ asked: { path: '/v2/auth/me', as: there }, status: 401 })
    const third = await signIn()
    const others = { method: 'DELETE', path: '/v2/sessions', as: here }
    await check({ asked: others, status: 204, tells: { SessionEnded: 2 } })
    await check({ asked: { path: '/v2/auth/me', as: third }, status: 401 })
    expect(await sessionsOf(here)).toHaveLength(1)
    await check({ asked: others, status: 204 })
  })
})
