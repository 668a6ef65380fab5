import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openTestAuth, PASSWORD, type TestAuth } from './auth.fixture.ts'
import { hashToken } from './opaque-token.ts'
import { setUp } from './set-up.ts'
import { createLinkToken } from './link-token.ts'
import { signIn } from './sign-in.ts'

// Hashing is slow on purpose, and slower still beside other tests.
vi.setConfig({ testTimeout: 30_000 })

let auth: TestAuth
let setupToken: string

beforeEach(async () => {
  auth = await openTestAuth()
  setupToken = createLinkToken()
  await auth.storage.keepSetupToken(hashToken(setupToken), auth.clock.at + 1_800_000)
})
afterEach(() => auth.storage.close())

const account = () => ({ setupToken, name: 'Rosa', email: 'rosa@shop.example', password: PASSWORD })

it('makes the first admin, signed in, of every site', async () => {
  const { accessToken, commercial } = await setUp(auth, account())
  expect(commercial).toMatchObject({ name: 'Rosa', role: 'admin', siteIds: [auth.site.siteId] })
  expect(await auth.identify({ bearer: accessToken, cookies: {} })).toMatchObject({
    identity: { role: 'admin' },
  })
  await expect(signIn(auth, { email: 'rosa@shop.example', password: PASSWORD })).resolves.toBeDefined()
})

it('is not there any more once it is done, for whatever token', async () => {
  await setUp(auth, account())
  await expect(setUp(auth, account())).rejects.toMatchObject({ code: 'not_found' })
  await expect(setUp(auth, { ...account(), setupToken: 'x' })).rejects.toMatchObject({ code: 'not_found' })
})

it('C12: refuses a wrong token and a late one, and stays open for the right one', async () => {
  await expect(setUp(auth, { ...account(), setupToken: createLinkToken() })).rejects.toMatchObject({
    code: 'invalid_token',
  })
  await expect(setUp(auth, { ...account(), setupToken: ` ${setupToken}\n` })).resolves.toBeDefined()
})

it('refuses a token that is half an hour old', async () => {
  auth.clock.at += 1_800_000
  await expect(setUp(auth, account())).rejects.toMatchObject({ code: 'token_expired' })
})

it('lets one of two win who do it at once', async () => {
  const tries = await Promise.allSettled([
    setUp(auth, account()),
    setUp(auth, { ...account(), email: 'eva@shop.example' }),
  ])
  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
