import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTestAuth, PASSWORD, type TestAuth } from './auth.fixture.ts'
import { openConsoleSession } from './console-session.ts'
import { hashToken } from './opaque-token.ts'
import { refresh } from './refresh.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'

// Hashing is slow on purpose, and slower still beside other tests.
vi.setConfig({ testTimeout: 30_000 })

let auth: TestAuth

beforeEach(async () => {
  auth = await openTestAuth()
})
afterEach(() => auth.storage.close())

const login = () => openConsoleSession(auth, auth.ana)
const byCookie = (value: string) => ({ bearer: undefined, cookies: { console_session: value } })
const byToken = (bearer: string) => ({ bearer, cookies: {} })
const invalid = { name: 'Refusal', code: 'invalid_token' }

describe('signing in', () => {
  it('opens a session that both the token and the cookie prove', async () => {
    const credentials = { email: 'ana@shop.example', password: PASSWORD }
    const { accessToken, expiresIn, commercial, cookie } = await signIn(auth, credentials)
    expect(expiresIn).toBe(900)
    expect(commercial).toMatchObject({ name: 'Ana', email: 'ana@shop.example', role: 'commercial' })
    const identity = {
      role: 'commercial',
      userId: commercial.commercialId,
      siteIds: [auth.site.siteId],
      name: 'Ana',
    }
    const session = await auth.identify(byToken(accessToken))
    expect(session).toMatchObject({ identity, via: 'bearer', expiresAt: auth.clock.at + 900_000 })
    const thirtyDays = auth.clock.at + 30 * 86_400_000
    expect(await auth.identify(byCookie(cookie))).toEqual({
      identity: session?.identity,
      via: 'cookie',
      expiresAt: thirtyDays,
    })
  })

  it('takes an e-mail however it is written', async () => {
    await expect(signIn(auth, { email: ' ANA@Shop.Example ', password: PASSWORD })).resolves.toBeDefined()
  })

  it.each([
    ['ana@shop.example', 'wrong'],
    ['ana@shop.example', ''],
    ['ana@shop.example', `${PASSWORD} `],
    ['nobody@shop.example', PASSWORD],
    ['', ''],
    ["' OR 1=1 --", PASSWORD],
  ])('tells nobody whether it is the e-mail or the password: %s, %s', async (email, password) => {
    await expect(signIn(auth, { email, password })).rejects.toMatchObject({
      code: 'wrong_credentials',
      details: {},
    })
  })

  it('C05: is a new session each time, so that a planted cookie is worth nothing', async () => {
    const [one, other] = [await login(), await login()]
    expect(one.cookie).not.toBe(other.cookie)
    await signOut(auth, byCookie(one.cookie))
    await expect(auth.identify(byToken(other.accessToken))).resolves.toMatchObject({ via: 'bearer' })
  })

  it('keeps neither the token nor the cookie, only what they hash to', async () => {
    const { cookie } = await login()
    expect(await auth.storage.consoleSession(cookie, 0)).toBeNull()
    expect(await auth.storage.consoleSession(hashToken(cookie), 0)).not.toBeNull()
  })
})

describe('refreshing', () => {
  it('gives a new token and a new cookie of the same session', async () => {
    const first = await login()
    auth.clock.at += 900_000
    const second = await refresh(auth, { console_session: first.cookie })
    expect(second.cookie).not.toBe(first.cookie)
    const before = await auth.identify(byCookie(second.cookie ?? ''))
    const after = await auth.identify(byToken(second.accessToken))
    expect(after?.identity).toEqual(before?.identity)
    await expect(auth.identify(byToken(first.accessToken))).rejects.toMatchObject({ code: 'token_expired' })
  })

  it('serves two tabs that do it at once, of which only one changes the cookie', async () => {
    const { cookie } = await login()
    const answers = await Promise.all([
      refresh(auth, { console_session: cookie }),
      refresh(auth, { console_session: cookie }),
    ])
    expect(answers.filter(({ cookie }) => cookie === null)).toHaveLength(1)
    for (const { accessToken } of answers)
      await expect(auth.identify(byToken(accessToken))).resolves.toBeDefined()
    expect(auth.ended).toEqual([])
  })

  it('lets a request that left with the old cookie still arrive', async () => {
    const { cookie } = await login()
    await refresh(auth, { console_session: cookie })
    auth.clock.at += 9_999
    await expect(auth.identify(byCookie(cookie))).resolves.toMatchObject({ via: 'cookie' })
    auth.clock.at += 1
    await expect(auth.identify(byCookie(cookie))).rejects.toMatchObject(invalid)
  })

  it('C08: with an old cookie ends the whole session, for the thief and for the owner', async () => {
    const first = await login()
    const second = await refresh(auth, { console_session: first.cookie })
    auth.clock.at += 10_000
    const { identity } = (await auth.identify(byToken(second.accessToken))) ?? {}
    await expect(refresh(auth, { console_session: first.cookie })).rejects.toMatchObject(invalid)
    expect(auth.ended).toEqual([{ sessionId: identity?.sessionId, code: 'invalid_token' }])
    expect(auth.reused).toEqual([identity?.sessionId])
    await expect(auth.identify(byToken(second.accessToken))).rejects.toMatchObject(invalid)
    await expect(auth.identify(byCookie(second.cookie ?? ''))).rejects.toMatchObject(invalid)
    await expect(refresh(auth, { console_session: second.cookie ?? '' })).rejects.toMatchObject(invalid)
  })

  it('needs a cookie, and a good one', async () => {
    await expect(refresh(auth, {})).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(refresh(auth, { console_session: 'made-up' })).rejects.toMatchObject(invalid)
    await expect(refresh(auth, { visitor_session: (await login()).cookie })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
  })

  it('ends with the session, thirty days after it began', async () => {
    const { cookie } = await login()
    auth.clock.at += 30 * 86_400_000
    await expect(refresh(auth, { console_session: cookie })).rejects.toMatchObject(invalid)
  })
})

describe('signing out', () => {
  it('ends the session everywhere and says so once', async () => {
    const { accessToken, cookie } = await login()
    await signOut(auth, byCookie(cookie))
    await signOut(auth, byCookie(cookie))
    expect(auth.ended).toMatchObject([{ code: 'invalid_token' }])
    await expect(auth.identify(byToken(accessToken))).rejects.toMatchObject(invalid)
    await expect(auth.identify(byCookie(cookie))).rejects.toMatchObject(invalid)
  })

  it('works by token alone, and by cookie when the token has run out', async () => {
    const [one, other] = [await login(), await login()]
    await signOut(auth, byToken(one.accessToken))
    auth.clock.at += 900_000
    await signOut(auth, { ...byCookie(other.cookie), bearer: other.accessToken })
    expect(auth.ended).toHaveLength(2)
  })

  it('of nobody, of a visitor or with rubbish ends nothing and is no failure', async () => {
    await signOut(auth, { bearer: undefined, cookies: {} })
    await signOut(auth, {
      bearer: 'rubbish',
      cookies: { console_session: 'rubbish', visitor_session: 'rubbish' },
    })
    expect(auth.ended).toEqual([])
  })
})
