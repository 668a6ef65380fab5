import { beforeEach, describe, expect, it } from 'vitest'
import type { Looked } from '#shared/looking.ts'
import type { VisitorList } from '#shared/visitor.ts'
import { expectRow, openTestApp, type Asked, type Person, type TestApp } from './app.fixture.ts'

let app: TestApp
let admin: Person
let marta: Person
beforeEach(async () => {
  app = await openTestApp()
  admin = await app.admin()
  marta = await app.commercial('Marta')
  await turn({ presenceBoard: true })
})

async function turn(features: object): Promise<void> {
  const siteId = (await app.storage.site())?.siteId ?? ''
  const asked = { method: 'PATCH', path: `/v2/sites/${siteId}`, body: { features }, as: admin }
  expect((await app.ask(asked)).status).toBe(200)
  app.told()
}

const page = (path: string) => ({ url: `https://olmo.example${path}`, title: `Page ${path}` })
const looking = (more: object = {}, headers = {}): Asked => ({
  method: 'POST',
  path: '/v2/visitors/looking',
  body: { siteKey: 'default', page: page('/'), timeZone: 'Europe/Madrid', ...more },
  headers,
})

async function look(more: object = {}): Promise<Looked> {
  const { status, body } = await app.ask(looking(more))
  expect(status).toBe(200)
  return body as Looked
}

async function board(): Promise<VisitorList['visitors']> {
  const { body } = await app.ask({ path: '/v2/visitors?online=true', as: marta })
  return (body as VisitorList).visitors
}

async function comer(): Promise<{ token: string; visitorId: string }> {
  const { token = '' } = await look()
  const [{ visitorId } = { visitorId: '' }] = await board()
  return { token, visitorId }
}

const speak = (visitorId: string, as = marta): Asked => ({
  method: 'POST',
  path: '/v2/chats',
  body: { visitorId, message: { content: '¿Te ayudo?' } },
  as,
})
const session = (token: string): Asked => ({
  method: 'POST',
  path: '/v2/visitors/session',
  body: { siteKey: 'default', token },
})

async function everybody(): Promise<unknown> {
  return (await app.ask({ path: '/v2/visitors', as: marta })).body['visitors']
}

describe('somebody who looks', () => {
  it('is on the live board, with their page and the country’s time, and is nowhere in the store', async () => {
    const { token, nextInMs, isVisitor } = await look()
    expect({ token: typeof token, nextInMs, isVisitor }).toEqual({
      token: 'string',
      nextInMs: 60_000,
      isVisitor: false,
    })
    expect(await board()).toMatchObject([
      { isOnline: true, isOnlooker: true, isVerified: false, page: page('/'), timeZone: 'Europe/Madrid' },
    ])
    expect(await everybody()).toEqual([])
    expect(app.told()).toEqual({})
  })

  it('stays one as they turn pages, and their way can be read', async () => {
    const { token, visitorId } = await comer()
    app.clock.advance(5_000)
    await look({ token, isLeaving: true })
    await look({ token, page: page('/tables') })
    expect(await board()).toMatchObject([{ visitorId, page: page('/tables') }])
    const { body } = await app.ask({ path: `/v2/visitors/${visitorId}`, as: marta })
    expect(body).toMatchObject({ isOnlooker: true, chats: [], trail: [page('/tables'), page('/')] })
  })

  it('is gone once they have left', async () => {
    const { token } = await look()
    await look({ token, isLeaving: true })
    app.clock.advance(10_000)
    app.onlookers.sweep()
    expect(await board()).toEqual([])
  })

  it('is asked more often while somebody of the team could speak to them', async () => {
    const { siteId } = (await app.storage.site()) ?? {}
    if (siteId === undefined) throw new Error('No site')
    app.presence.connect({ commercialId: marta.id as never, siteIds: [siteId] })
    expect((await look()).nextInMs).toBe(12_000)
  })

  it('is nobody to the team of another site', async () => {
    const { visitorId } = await comer()
    const created = await app.ask({
      method: 'POST',
      path: '/v2/sites',
      body: { name: 'Taller', origins: [] },
      as: admin,
    })
    const { siteId } = created.body as { siteId: string }
    const pau = await app.commercial('Pau')
    await app.ask({
      method: 'PATCH',
      path: `/v2/commercials/${pau.id}`,
      body: { siteIds: [siteId] },
      as: admin,
    })
    const { body } = await app.ask({ path: '/v2/visitors?online=true', as: pau })
    expect(body['visitors']).toEqual([])
    for (const asked of [{ path: `/v2/visitors/${visitorId}`, as: pau }, speak(visitorId, pau)]) {
      await expectRow(app, { asked, status: 404, contains: { code: 'visitor_not_found' } })
    }
  })
})

describe('the team speaks first', () => {
  it('which makes a visitor of them, under the same id, who finds the chat with the secret of their page', async () => {
    const { token, visitorId } = await comer()
    await look({ token, page: page('/tables') })
    await expectRow(app, {
      asked: speak(visitorId),
      status: 201,
      contains: { visitor: { visitorId, page: page('/tables') }, lastMessage: { content: '¿Te ayudo?' } },
      tells: { ChatOpened: 1, ChatStatusChanged: 1, ChatAssigned: 1, ChatChanged: 1, MessageSent: 1 },
    })
    expect(await look({ token })).toMatchObject({ isVisitor: true })
    expect(await board()).toMatchObject([{ visitorId, isOnline: true, isOnlooker: false }])
    const resumed = await app.ask(session(token))
    expect(resumed.body).toMatchObject({ token, visitor: { visitorId }, chat: { unreadCount: 1 } })
    const { body } = await app.ask({ path: `/v2/visitors/${visitorId}`, as: marta })
    expect(body['trail']).toMatchObject([page('/tables'), page('/')])
  })

  it('and a second commercial’s word goes into the same chat', async () => {
    const { visitorId } = await comer()
    const pau = await app.commercial('Pau')
    const [one, other] = await Promise.all([app.ask(speak(visitorId)), app.ask(speak(visitorId, pau))])
    expect([one.status, other.status]).toEqual([201, 200])
    expect(one.body['chatId']).toBe(other.body['chatId'])
  })

  it('is told when they have left meanwhile, and nothing is made of them', async () => {
    const { token, visitorId } = await comer()
    await look({ token, isLeaving: true })
    app.clock.advance(10_000)
    app.onlookers.sweep()
    await expectRow(app, { asked: speak(visitorId), status: 409, contains: { code: 'visitor_left' } })
    expect(await everybody()).toEqual([])
  })

  it('reaches a page that was silent for so long that it was forgotten here', async () => {
    const { token, visitorId } = await comer()
    await app.ask(speak(visitorId))
    app.clock.advance(2 * 60 * 60_000)
    app.onlookers.sweep()
    expect(await look({ token })).toMatchObject({ isVisitor: true })
  })
})

describe('who has only looked and writes', () => {
  it('is the visitor that the team saw', async () => {
    const { token, visitorId } = await comer()
    const { body } = await app.ask(session(token))
    expect(body).toMatchObject({ token, chat: null, visitor: { visitorId } })
    expect(await everybody()).toMatchObject([{ visitorId, isOnlooker: false }])
    expect(await look({ token })).toMatchObject({ isVisitor: true })
  })

  it('begins anew where their secret is not known any more', async () => {
    await expectRow(app, { asked: session('x'.repeat(43)), status: 401, contains: { code: 'invalid_token' } })
  })
})

describe('a site', () => {
  it('that has presence off is told of nobody, and says so', async () => {
    await turn({ presenceBoard: false })
    await expectRow(app, { asked: looking(), status: 403, contains: { code: 'presence_off' } })
    expect(await board()).toEqual([])
  })

  it('is told only by pages of its own', async () => {
    const asked = looking({}, { origin: 'https://strange.example' })
    await expectRow(app, { asked, status: 403, contains: { code: 'origin_not_allowed' } })
    const unknown = looking({ siteKey: 'nobody' })
    await expectRow(app, { asked: unknown, status: 404, contains: { code: 'site_not_found' } })
  })

  it.each([
    [{ page: { url: 'javascript:alert(1)' } }, 'page.url'],
    [{ page: { url: `https://a.example/${'x'.repeat(2_001)}` } }, 'page.url'],
    [{ page: { ...page('/'), title: 'x'.repeat(301) } }, 'page.title'],
    [{ timeZone: 'no zone at all' }, 'timeZone'],
  ])('is told nothing odd: %o', async (more, path) => {
    await expectRow(app, { asked: looking(more), status: 422, contains: { issues: [{ path }] } })
  })

  it('does not let one address fill its board', async () => {
    app = await openTestApp({ rateLimits: true })
    admin = await app.admin()
    await turn({ presenceBoard: true })
    for (let n = 0; n < 120; n += 1) await look()
    await expectRow(app, { asked: looking(), status: 429, contains: { code: 'rate_limited' } })
  })
})
