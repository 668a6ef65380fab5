import { beforeEach, describe, expect, it } from 'vitest'
import type { SiteId } from '#shared/ids.ts'
import { expectRow, openTestApp, type Asked, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let admin: Person
let marta: Person
let siteId: string
beforeEach(async () => {
  app = await openTestApp()
  admin = await app.admin()
  marta = await app.commercial('Marta')
  siteId = (await app.storage.site())?.siteId ?? ''
})

const check = (row: Row) => expectRow(app, row)
const patch = (body: object, as: Person = admin): Asked => ({
  method: 'PATCH',
  path: `/v2/sites/${siteId}`,
  body,
  as,
})
const tells = { SiteChanged: 1 }
const look = async (query = '', headers: Record<string, string> = {}) =>
  app.ask({ path: `/v2/sites/default/public${query}`, headers })

describe('a site', () => {
  it('is added by an admin, works at once on this machine, and has a key nobody else has', async () => {
    const body = { name: 'Panadería' }
    const { body: site } = await check({
      asked: { method: 'POST', path: '/v2/sites', body, as: admin },
      status: 201,
      contains: {
        name: 'Panadería',
        siteKey: expect.stringMatching(/^[2-9a-z]{12}$/),
        origins: ['http://localhost:*', 'http://127.0.0.1:*'],
        locale: 'es',
        retentionDays: null,
      },
      tells: { SiteCreated: 1 },
    })
    await check({
      asked: { method: 'POST', path: '/v2/sites', body: { ...body, siteKey: site['siteKey'] }, as: admin },
      status: 409,
      contains: { code: 'site_key_taken' },
    })
  })

  it('is read by those who answer it, and does not exist for others', async () => {
    const { siteId: other } = await app.storage.createSite({
      siteKey: 'other',
      name: 'Other',
      origins: [],
      locale: 'en',
    })
    const one = (id: string, as: Person) => ({ path: `/v2/sites/${id}`, as })
    await check({ asked: one(siteId, marta), status: 200, contains: { siteId, name: 'Olmo' } })
    await check({ asked: one(other, marta), status: 404, contains: { code: 'site_not_found' } })
    await check({ asked: one(other, admin), status: 200 })
    await check({ asked: one('none', admin), status: 404, contains: { code: 'site_not_found' } })
    const list = await app.ask({ path: '/v2/sites', as: marta })
    expect(list.body['sites']).toMatchObject([{ siteId }])
    expect((await app.ask({ path: '/v2/sites', as: admin })).body['sites']).toHaveLength(2)
  })

  it('is changed in what is said and nothing else', async () => {
    await check({
      asked: patch({ appearance: { accent: '#FF5A5F' }, texts: { es: { greeting: ' Hola ' } } }),
      status: 200,
      contains: { appearance: { accent: '#ff5a5f', theme: 'host' }, texts: { es: { greeting: 'Hola' } } },
      tells,
    })
    await check({
      asked: patch({ appearance: { theme: 'dark' }, name: 'Olmo & Hijas' }),
      status: 200,
      contains: {
        name: 'Olmo & Hijas',
        appearance: { accent: '#ff5a5f', theme: 'dark' },
        texts: { es: { greeting: 'Hola' } },
      },
      tells,
    })
  })

  it.each([
    [{ appearance: { accent: 'red' } }, 'appearance.accent'],
    [{ origins: ['https://shop.example/'] }, 'origins.0'],
    [{ origins: ['https://shop.example:443'] }, 'origins.0'],
    [{ origins: ['*'] }, 'origins.0'],
    [{ origins: ['null'] }, 'origins.0'],
    [{ origins: ['https://*.shop.example'] }, 'origins.0'],
    [{ origins: ['https://shop.example@evil.example'] }, 'origins.0'],
    [{ siteKey: 'Not a key' }, 'siteKey'],
    [{ name: 'a\u202Eb' }, 'name'],
    [{ texts: { es: { greeting: 'x'.repeat(501) } } }, 'texts.es.greeting'],
    [{ texts: { 'not a tag': {} } }, 'texts.not a tag'],
    [{ texts: [] }, 'texts'],
    [{ officeHours: { timeZone: 'Mars/Olympus', week: {} } }, 'officeHours.timeZone'],
    [{ officeHours: { timeZone: '+02:00', week: {} } }, 'officeHours.timeZone'],
    [{ officeHours: week([{ from: '09:00', to: '09:00' }]) }, 'officeHours.week.mon.0'],
    [{ officeHours: week([{ from: '9:00', to: '10:00' }]) }, 'officeHours.week.mon.0.from'],
    [
      {
        officeHours: week([
          { from: '09:00', to: '14:00' },
          { from: '13:00', to: '15:00' },
        ]),
      },
      'officeHours.week.mon',
    ],
    [{ officeHours: { ...week([]), holidays: [{ date: '2026-02-30' }] } }, 'officeHours.holidays.0.date'],
    [{ preChat: { fields: [{ key: 'topic' }] } }, 'preChat.fields.0.options'],
    [{ preChat: { fields: ['name', 'name'].map((key) => ({ key })) } }, 'preChat.fields'],
    [
      { preChat: { fields: [], consent: { version: '1', text: {}, privacyUrl: 'javascript:x' } } },
      'preChat.consent.privacyUrl',
    ],
    [{ teasers: [{ url: 'javascript:alert(1)' }] }, 'teasers.0.url'],
    [{ features: { undoSendSeconds: 11 } }, 'features.undoSendSeconds'],
    [{ retentionDays: 0 }, 'retentionDays'],
    [{ autoReturnMinutes: 1.5 }, 'autoReturnMinutes'],
  ])('refuses %o and says where', async (body, path) => {
    const answer = await check({ asked: patch(body), status: 422, contains: { code: 'invalid' } })
    expect((answer.body['issues'] as { path: string }[]).map((issue) => issue.path)).toContain(path)
  })

  it('is not a commercial’s to change', async () => {
    await check({ asked: patch({ name: 'x' }, marta), status: 403, contains: { code: 'forbidden' } })
  })

  it('gets another key, and the old one stops', async () => {
    const rotated = await check({
      asked: { method: 'POST', path: `/v2/sites/${siteId}/rotate-key`, as: admin },
      status: 200,
      tells,
    })
    expect(rotated.body['siteKey']).not.toBe('default')
    expect((await look()).status).toBe(404)
    const path = `/v2/sites/${String(rotated.body['siteKey'])}/public`
    await check({ asked: { path }, status: 200, contains: { name: 'Olmo' } })
  })

  it('talks to the pages of its new list at once, and to no others', async () => {
    const from = (origin: string) => ({
      method: 'POST',
      path: '/v2/visitors/session',
      body: {},
      headers: { origin },
    })
    await check({ asked: from('https://shop.example'), status: 403 })
    await app.ask(patch({ origins: ['https://shop.example'] }))
    const answer = await check({ asked: from('https://shop.example'), status: 200 })
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    const before = await check({ asked: from('http://localhost:8080'), status: 403 })
    expect(before.headers.get('access-control-allow-origin')).toBeNull()
  })
})

function week(mon: object[]) {
  return { timeZone: 'Europe/Madrid', week: { mon, tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } }
}

describe('what a visitor’s page may know of a site', () => {
  it('is an allow-list', async () => {
    await app.ask(
      patch({
        appearance: { accent: '#ff5a5f' },
        officeHours: week([]),
        preChat: { fields: [{ key: 'email', isRequired: true }] },
        retentionDays: 30,
      }),
    )
    expect((await look()).body).toEqual({
      name: 'Olmo',
      locale: 'es',
      appearance: {
        accent: '#ff5a5f',
        onAccent: '#16241e',
        accentInk: '#db3642',
        accentInkDark: '#ff5a5f',
        position: 'end',
        theme: 'host',
        launcher: 'corner',
      },
      texts: {},
      preChat: { fields: [{ key: 'email', isRequired: true }], consent: null },
      teasers: [],
      features: {
        files: expect.any(Boolean),
        sound: true,
        undoSendSeconds: 0,
        rating: true,
        transcript: true,
        drafts: true,
        presence: false,
      },
      limits: { maxFileBytes: 20 * 1024 * 1024, maxImageEdge: null },
      online: false,
      team: expect.any(Array),
    })
  })

  it('speaks the visitor’s language, else the site’s', async () => {
    await app.ask(
      patch({
        texts: { es: { greeting: 'Hola', teaser: '¿Ayudo?' }, 'pt-BR': { greeting: 'Oi' } },
        teasers: [{ text: { es: '¿Dudas?', fr: 'Des questions ?' }, url: '/precios*' }, { delaySeconds: 5 }],
      }),
    )
    const greeting = async (query: string) => (await look(query)).body['texts']
    expect(await greeting('')).toMatchObject({ greeting: 'Hola' })
    expect(await greeting('?locale=pt-br')).toEqual({ greeting: 'Oi' })
    expect(await greeting('?locale=de-AT')).toMatchObject({ greeting: 'Hola' })
    const teasers = async (query: string) =>
      ((await look(query)).body['teasers'] as { text: string }[]).map(({ text }) => text)
    expect(await teasers('')).toEqual(['¿Dudas?', '¿Ayudo?'])
    expect(await teasers('?locale=fr-FR')).toEqual(['Des questions ?', '¿Ayudo?'])
    // No words of the site's own are left to say in a language that has some.
    expect(await teasers('?locale=pt-BR')).toEqual(['¿Dudas?'])
    expect((await look('?locale=not a tag')).status).toBe(422)
  })

  it('is kept by a browser for a moment, and not sent again unchanged', async () => {
    const first = await look()
    expect(first.headers.get('cache-control')).toBe('public, max-age=30')
    const tag = first.headers.get('etag') ?? ''
    const origin = 'http://localhost:8080'
    const again = await look('', { 'if-none-match': tag, origin })
    expect(again.status).toBe(304)
    expect(again.headers.get('access-control-allow-origin')).toBe(origin)
    await app.ask(patch({ name: 'Otra' }))
    expect((await look('', { 'if-none-match': tag })).status).toBe(200)
  })

  it('says when office hours begin again', async () => {
    await app.ask(patch({ officeHours: week([{ from: '09:00', to: '14:00' }]) }))
    // The clock of these tests stands at a Thursday in January.
    expect((await look()).body['nextOpening']).toBe('2026-01-19T08:00:00.000Z')
  })

  it('shows no faces where the site shows none', async () => {
    expect((await look()).body['team']).toHaveLength(2)
    await app.ask(patch({ appearance: { showTeam: false } }))
    expect((await look()).body['team']).toEqual([])
  })

  it('tells the true median of the first answers of a week, once there are five', async () => {
    const answer = async (minutes: number) => {
      const { chatId } = await app.chatOf(await app.visitor())
      app.clock.advance(minutes * 60_000)
      const body = { chatId, content: 'hola' }
      const as = await app.commercial(`Marta ${minutes}`)
      await check({
        asked: { method: 'POST', path: '/v2/messages', body, as },
        status: 201,
        tells: { MessageSent: 1, ChatStatusChanged: 1, ChatAssigned: 1, MessagesRead: 1, ChatChanged: 1 },
      })
      app.clock.advance(60_000)
    }
    for (const minutes of [1, 2, 90, 3.2]) await answer(minutes)
    expect((await look()).body).not.toHaveProperty('expectedReplyMinutes')
    await answer(500)
    expect((await look()).body['expectedReplyMinutes']).toBe(4)
    // A commercial who writes first has kept nobody waiting.
    const { id } = await app.visitor()
    const body = { visitorId: id, message: { content: '¿Ayudo?' } }
    const as = await app.commercial('Joan')
    await app.ask({ method: 'POST', path: '/v2/chats', body, as })
    app.clock.advance(60_000)
    expect((await look()).body['expectedReplyMinutes']).toBe(4)
    app.clock.advance(8 * 24 * 60 * 60_000)
    expect((await look()).body).not.toHaveProperty('expectedReplyMinutes')
  })

  it('is the same in the answer that begins a session', async () => {
    await app.ask(patch({ texts: { en: { greeting: 'Hi' } } }))
    const begun = await app.ask({ method: 'POST', path: '/v2/visitors/session', body: { locale: 'en-GB' } })
    expect(begun.body['site']).toEqual((await look('?locale=en-GB')).body)
  })

  it('is nothing of a site that does not exist', async () => {
    expect(await app.storage.siteById('none' as SiteId)).toBeNull()
    await check({
      asked: { path: '/v2/sites/none/public' },
      status: 404,
      contains: { code: 'site_not_found' },
    })
  })
})

describe('PATCH /v2/sites/:siteId on a revision', () => {
  it('takes the change of whoever was first, and tells the other', async () => {
    const read = await app.ask({ path: `/v2/sites/${siteId}`, as: admin })
    const { revision } = read.body
    await check({ asked: patch({ retentionDays: 30, revision }), status: 200, tells })
    await check({
      asked: patch({ retentionDays: 90, revision }),
      status: 409,
      contains: { code: 'site_changed' },
    })
  })
})

describe('GET /v2/sites/:siteId/check', () => {
  const checked = async () => (await app.ask({ path: `/v2/sites/${siteId}/check`, as: admin })).body

  it('tells where somebody looked at the site, and whether that page is on the list', async () => {
    expect(await checked()).toMatchObject({ now: '2026-01-15T10:00:00.000Z', sightings: [] })
    await look('', { origin: 'https://shop.example' })
    app.clock.advance(1_000)
    await look('', { origin: 'http://localhost:8080' })
    expect((await checked())['sightings']).toEqual([
      { origin: 'http://localhost:8080', isAllowed: true, openedAt: '2026-01-15T10:00:01.000Z' },
      { origin: 'https://shop.example', isAllowed: false, openedAt: '2026-01-15T10:00:00.000Z' },
    ])
  })

  it('is for admins', async () => {
    await check({ asked: { path: `/v2/sites/${siteId}/check`, as: marta }, status: 403 })
  })
})
