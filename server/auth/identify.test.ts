import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestAuth, type TestAuth } from './auth.fixture.ts'
import { openConsoleSession, type SignedIn } from './console-session.ts'
import { readBearer } from './identify.ts'
import { createOpaqueToken, hashToken } from './opaque-token.ts'

let auth: TestAuth
let ana: SignedIn
let visitorToken: string

beforeEach(async () => {
  auth = await openTestAuth()
  ana = await openConsoleSession(auth, auth.ana)
  visitorToken = createOpaqueToken()
  const expiresAt = auth.clock.at + 60_000
  await auth.storage.createVisitorSession(
    auth.site.siteId,
    hashToken(visitorToken),
    { name: 'Luis' },
    expiresAt,
  )
})
afterEach(() => auth.storage.close())

const nothing = { bearer: undefined, cookies: {} }

describe('who is asking', () => {
  it('is nobody without any proof', async () => {
    expect(await auth.identify(nothing)).toBeNull()
  })

  it('is a visitor by token or by cookie, which are the same session', async () => {
    const byToken = await auth.identify({ ...nothing, bearer: visitorToken })
    const byCookie = await auth.identify({ ...nothing, cookies: { visitor_session: visitorToken } })
    const identity = { role: 'visitor', siteId: auth.site.siteId, name: 'Luis' }
    expect(byToken).toMatchObject({ identity, via: 'bearer', expiresAt: null })
    expect(byCookie).toEqual({ ...byToken, via: 'cookie' })
  })

  it('is whom the bearer says, whatever the cookies say', async () => {
    const cookies = { console_session: ana.cookie, visitor_session: visitorToken }
    expect(await auth.identify({ bearer: visitorToken, cookies })).toMatchObject({
      identity: { role: 'visitor' },
    })
    expect(await auth.identify({ bearer: ana.accessToken, cookies })).toMatchObject({ via: 'bearer' })
  })

  it('is the commercial when a browser holds both cookies, unless only visitors are served', async () => {
    const both = { ...nothing, cookies: { console_session: ana.cookie, visitor_session: visitorToken } }
    const onlyConsole = { ...nothing, cookies: { console_session: ana.cookie } }
    expect(await auth.identify(both)).toMatchObject({ identity: { role: 'commercial' } })
    expect(await auth.identify(both, { prefer: 'visitor' })).toMatchObject({ identity: { role: 'visitor' } })
    expect(await auth.identify(onlyConsole, { prefer: 'visitor' })).toMatchObject({
      identity: { role: 'commercial' },
    })
  })

  it('is the role that the person has now, not the one the token was issued with', async () => {
    const { identity } = (await auth.identify({ ...nothing, bearer: ana.accessToken })) ?? {}
    expect(identity).toMatchObject({ role: 'commercial', siteIds: [auth.site.siteId] })
  })
})

describe('a bad proof', () => {
  it.each([
    ['an empty bearer', { bearer: '', cookies: {} }],
    ['a bearer of no shape', { bearer: 'Robert"); DROP TABLE', cookies: {} }],
    ['a made-up visitor token', { bearer: 'x'.repeat(43), cookies: {} }],
    ['a made-up JWT', { bearer: 'a.b.c', cookies: {} }],
    ['a stale visitor cookie', { bearer: undefined, cookies: { visitor_session: 'x'.repeat(43) } }],
    ['a stale console cookie', { bearer: undefined, cookies: { console_session: 'x'.repeat(43) } }],
  ])('refuses: %s', async (_, credentials) => {
    await expect(auth.identify(credentials)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  it('never falls back to the next one', async () => {
    const cookies = { console_session: ana.cookie, visitor_session: visitorToken }
    await expect(auth.identify({ bearer: 'bad', cookies })).rejects.toMatchObject({ code: 'invalid_token' })
    const stale = { ...nothing, cookies: { ...cookies, console_session: 'bad' } }
    await expect(auth.identify(stale)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  it('is a visitor token in the console’s cookie, and the other way round', async () => {
    const swapped = { console_session: visitorToken }
    await expect(auth.identify({ ...nothing, cookies: swapped })).rejects.toMatchObject({
      code: 'invalid_token',
    })
    await expect(
      auth.identify({ ...nothing, cookies: { visitor_session: ana.cookie } }),
    ).rejects.toMatchObject({
      code: 'invalid_token',
    })
  })

  it('is what was good yesterday', async () => {
    auth.clock.at += 60_000
    await expect(auth.identify({ ...nothing, bearer: visitorToken })).rejects.toMatchObject({
      code: 'invalid_token',
    })
    auth.clock.at += 900_000
    await expect(auth.identify({ ...nothing, bearer: ana.accessToken })).rejects.toMatchObject({
      code: 'token_expired',
    })
  })

  it('C12: is refused again from the cache, once its session has ended', async () => {
    const session = await auth.identify({ ...nothing, bearer: ana.accessToken })
    await auth.storage.endConsoleSession(session?.identity.sessionId ?? '')
    await expect(auth.identify({ ...nothing, bearer: ana.accessToken })).rejects.toMatchObject({
      code: 'invalid_token',
    })
  })
})

describe('an Authorization header', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['Basic dXNlcjpwYXNz', undefined],
    ['Bearerx', undefined],
    ['Bearer', ''],
    ['Bearer ', ''],
    ['Bearer abc', 'abc'],
    ['bearer   abc', 'abc'],
    ['BEARER abc def', 'abc def'],
  ])('%o carries %o', (header, bearer) => {
    expect(readBearer(header)).toBe(bearer)
  })
})
