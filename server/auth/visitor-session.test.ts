import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenVisitorSession } from '#shared/person.ts'
import { openChat } from '../domain/open-chat.ts'
import { openTestAuth, type TestAuth } from './auth.fixture.ts'
import { toVisitorIdentity } from './identify.ts'
import { openVisitorSession } from './visitor-session.ts'

let auth: TestAuth

beforeEach(async () => {
  auth = await openTestAuth()
})
afterEach(() => auth.storage.close())

interface Request {
  readonly cookie?: string
  readonly bearer?: string
  readonly origin?: string
}

function open(body: OpenVisitorSession, { cookie, bearer, origin }: Request = {}) {
  const cookies = cookie === undefined ? {} : { visitor_session: cookie }
  const from = { origin, fetchSite: undefined }
  return openVisitorSession(auth, { body, credentials: { bearer, cookies }, from })
}

const made = 'x'.repeat(43)

describe('beginning', () => {
  it('makes a visitor of the default site, without a chat, described as the page says', async () => {
    const page = { url: 'https://shop.example/cart', title: 'Cart' }
    const { visitor, token, chat, site } = await open({ page, locale: 'es-ES', timeZone: 'Europe/Madrid' })
    expect(site.siteId).toBe(auth.site.siteId)
    expect(chat).toBeNull()
    expect(visitor).toMatchObject({ siteId: site.siteId, page, locale: 'es-ES', timeZone: 'Europe/Madrid' })
    expect(visitor.verified).toBeNull()
    expect(await auth.identify({ bearer: token, cookies: {} })).toMatchObject({
      identity: { role: 'visitor', userId: visitor.visitorId },
    })
  })

  it('finds the site by its key, and refuses one that nobody has', async () => {
    const bakery = await auth.storage.createSite({
      siteKey: 'bakery',
      name: 'Bakery',
      origins: [],
      locale: 'fr',
    })
    expect((await open({ siteKey: 'bakery' })).visitor.siteId).toBe(bakery.siteId)
    await expect(open({ siteKey: 'no-such-site' })).rejects.toMatchObject({ code: 'site_not_found' })
  })

  it('lasts a year', async () => {
    const { token } = await open({})
    auth.clock.at += 365 * 86_400_000 - 1
    await expect(auth.identify({ bearer: token, cookies: {} })).resolves.not.toBeNull()
    auth.clock.at += 1
    await expect(auth.identify({ bearer: token, cookies: {} })).rejects.toMatchObject({
      code: 'invalid_token',
    })
  })

  it('is for pages of the site alone', async () => {
    await auth.storage.createSite({
      siteKey: 'bakery',
      name: 'Bakery',
      origins: ['https://b.example'],
      locale: 'fr',
    })
    const refused = { code: 'origin_not_allowed' }
    await expect(open({}, { origin: 'https://shop.example' })).resolves.toBeDefined()
    await expect(open({}, { origin: 'https://chat.example' })).resolves.toBeDefined()
    await expect(open({}, { origin: 'https://evil.example' })).rejects.toMatchObject(refused)
    await expect(open({}, { origin: 'https://b.example' })).rejects.toMatchObject(refused)
    await expect(open({ siteKey: 'bakery' }, { origin: 'https://shop.example' })).rejects.toMatchObject(
      refused,
    )
  })

  it('refuses whoever a site is said to vouch for, as long as no site can', async () => {
    await expect(open({ identity: 'a.b.c' })).rejects.toMatchObject({ code: 'identity_invalid' })
  })
})

describe('resuming', () => {
  it.each(['token', 'bearer', 'cookie'] as const)(
    'by %s is the same visitor, with the open chat',
    async (way) => {
      const first = await open({})
      const session = await auth.identify({ bearer: first.token, cookies: {} })
      const identity = toVisitorIdentity(first.visitor, session?.identity.sessionId ?? '')
      const { chat } = await openChat(auth, identity, {})
      const again = await (way === 'token' ? open({ token: first.token }) : open({}, { [way]: first.token }))
      expect(again.visitor.visitorId).toBe(first.visitor.visitorId)
      expect(again.token).toBe(first.token)
      expect(again.chat?.chatId).toBe(chat.chatId)
    },
  )

  it('changes what the page says now and keeps what it does not say', async () => {
    const { token } = await open({ locale: 'es', timeZone: 'Europe/Madrid' })
    const { visitor } = await open({ token, locale: 'en' })
    expect(visitor).toMatchObject({ locale: 'en', timeZone: 'Europe/Madrid' })
  })

  it('finds a visitor’s own site when the page does not name one', async () => {
    const bakery = await auth.storage.createSite({
      siteKey: 'bakery',
      name: 'Bakery',
      origins: [],
      locale: 'fr',
    })
    const { token } = await open({ siteKey: 'bakery' })
    expect((await open({ token })).site.siteId).toBe(bakery.siteId)
  })

  it('with a bad token is refused, also where a good cookie is', async () => {
    const { token: good } = await open({})
    await expect(open({ token: made }, { cookie: good })).rejects.toMatchObject({ code: 'invalid_token' })
    await expect(open({ token: '' }, { cookie: good })).rejects.toMatchObject({ code: 'invalid_token' })
    await expect(open({}, { bearer: made, cookie: good })).rejects.toMatchObject({ code: 'invalid_token' })
  })

  it('with a stale cookie begins anew', async () => {
    const { visitor, token } = await open({}, { cookie: made })
    expect(token).not.toBe(made)
    await expect(auth.identify({ bearer: token, cookies: {} })).resolves.toMatchObject({
      identity: { userId: visitor.visitorId },
    })
  })

  it('does not carry a visitor from one site to another', async () => {
    await auth.storage.createSite({ siteKey: 'bakery', name: 'Bakery', origins: [], locale: 'fr' })
    const { visitor, token } = await open({ siteKey: 'shop' })
    await expect(open({ siteKey: 'bakery', token })).rejects.toMatchObject({ code: 'invalid_token' })
    const other = await open({ siteKey: 'bakery' }, { cookie: token })
    expect(other.visitor.visitorId).not.toBe(visitor.visitorId)
  })
})
