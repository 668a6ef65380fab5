import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Person, type Row, type TestApp } from './app.fixture.ts'

/** What must never be in the log. */
const CANARY = 'canario-7f3a'
const PASSWORD = 'a password that is long'

let app: TestApp
let admin: Person
beforeEach(async () => {
  app = await openTestApp()
  admin = await app.admin()
})

const check = (row: Row) => expectRow(app, row)

async function entries(query = ''): Promise<readonly Record<string, unknown>[]> {
  const { body } = await check({ asked: { path: `/v2/audit${query}`, as: admin }, status: 200 })
  return body['entries'] as Record<string, unknown>[]
}

const newest = async () => (await entries())[0]

describe('the audit log', () => {
  it('H02: tells who signed in, and whose password was tried', async () => {
    const email = 'eva@olmo.example'
    const eva = await check({
      asked: {
        method: 'POST',
        path: '/v2/commercials',
        as: admin,
        body: { name: 'Eva', email, password: PASSWORD },
      },
      status: 201,
    })
    const subjectId = eva.body['commercialId']
    expect(await newest()).toMatchObject({ action: 'person_added', actorId: admin.id, subjectId })
    await app.ask({ method: 'POST', path: '/v2/auth/login', body: { email, password: PASSWORD } })
    expect(await newest()).toMatchObject({ action: 'signed_in', outcome: 'done', subjectId })
    await app.ask({ method: 'POST', path: '/v2/auth/login', body: { email, password: CANARY } })
    expect(await newest()).toMatchObject({
      action: 'signed_in',
      outcome: 'wrong_credentials',
      subjectId,
    })
    const nobody = { email: `${CANARY}@example.com`, password: CANARY }
    await app.ask({ method: 'POST', path: '/v2/auth/login', body: nobody })
    expect(await newest()).not.toHaveProperty('subjectId')
    expect(JSON.stringify(await entries())).not.toContain(CANARY)
  })

  it('H01: tells what admins change, and never what it is now', async () => {
    const ana = await app.commercial('Ana')
    const path = `/v2/commercials/${ana.id}`
    await check({
      asked: { method: 'PATCH', path, as: admin, body: { name: CANARY } },
      status: 200,
      tells: { CommercialChanged: 1 },
    })
    const by = { actorType: 'commercial', actorId: admin.id }
    expect(await newest()).toMatchObject({
      ...by,
      action: 'person_changed',
      outcome: 'done',
      subjectId: ana.id,
    })
    const site = await check({
      asked: {
        method: 'POST',
        path: '/v2/sites',
        as: admin,
        body: { name: CANARY, locale: 'es', origins: [] },
      },
      status: 201,
      tells: { SiteCreated: 1 },
    })
    const siteId = site.body['siteId']
    expect(await newest()).toMatchObject({ ...by, action: 'site_added', subjectId: siteId })
    await check({ asked: { method: 'POST', path: '/v2/invitations', as: admin, body: {} }, status: 201 })
    expect(await newest()).toMatchObject({ ...by, action: 'invitation_made' })
    expect(JSON.stringify(await entries())).not.toContain(CANARY)
  })

  it('tells who tried what they may not', async () => {
    const ana = await app.commercial('Ana')
    const path = `/v2/commercials/${admin.id}`
    await check({ asked: { method: 'PATCH', path, as: ana, body: { role: 'commercial' } }, status: 403 })
    expect(await newest()).toMatchObject({
      action: 'person_changed',
      outcome: 'forbidden',
      actorId: ana.id,
      subjectId: admin.id,
    })
    await check({ asked: { path: '/v2/audit', as: ana }, status: 403 })
  })

  it('H07: keeps of an address only what is an id', async () => {
    const ana = await app.commercial('Ana')
    await app.ask({
      method: 'PATCH',
      path: `/v2/sites/${encodeURIComponent(`${CANARY} x`)}`,
      as: ana,
      body: {},
    })
    expect(await newest()).toMatchObject({ action: 'site_changed', outcome: 'forbidden' })
    expect(JSON.stringify(await entries())).not.toContain(CANARY)
  })

  it('tells what leaves the house, and what is erased', async () => {
    const visitor = await app.visitor()
    const { chatId } = await app.chatOf(visitor)
    await app.fetch(`/v2/chats/${chatId}/transcript`, { headers: { authorization: `Bearer ${admin.token}` } })
    expect(await newest()).toMatchObject({
      action: 'conversation_saved',
      actorId: admin.id,
      subjectId: chatId,
    })
    await app.ask({ method: 'DELETE', path: `/v2/visitors/${visitor.id}`, as: admin })
    expect(await newest()).toMatchObject({
      action: 'visitor_erased',
      actorId: admin.id,
      subjectId: visitor.id,
    })
  })

  it('says nothing of everyday work, nor of what was only filled in wrongly', async () => {
    const before = await entries()
    const visitor = await app.visitor()
    const { chatId } = await app.chatOf(visitor)
    await app.ask({ method: 'PUT', path: `/v2/chats/${chatId}/assign/me`, as: admin })
    await app.ask({ method: 'POST', path: '/v2/sites', as: admin, body: {} })
    expect(await entries()).toEqual(before)
  })

  it('is narrowed to a person, to a kind and to a time', async () => {
    const ana = await app.commercial('Ana')
    await app.ask({
      method: 'PATCH',
      path: `/v2/commercials/${admin.id}`,
      as: ana,
      body: { role: 'commercial' },
    })
    await app.ask({ method: 'POST', path: '/v2/invitations', as: admin, body: {} })
    const all = await entries()
    expect(await entries(`?actorId=${ana.id}`)).toEqual(all.filter(({ actorId }) => actorId === ana.id))
    expect(await entries('?action=invitation_made')).toEqual(all.slice(0, 1))
    expect(await entries(`?to=${String(all[0]?.['at'])}&action=invitation_made`)).toEqual([])
    expect(await entries(`?from=${String(all.at(-1)?.['at'])}`)).toEqual(all)
    for (const wrong of ['action=dance', 'actorId=a%20b', 'from=yesterday', 'to=2026-13-01']) {
      await check({ asked: { path: `/v2/audit?${wrong}`, as: admin }, status: 422 })
    }
  })

  it('is read page by page, newest first', async () => {
    for (const _ of 'abc') await app.ask({ method: 'POST', path: '/v2/invitations', as: admin, body: {} })
    const all = await entries()
    const first = await check({ asked: { path: '/v2/audit?limit=2', as: admin }, status: 200 })
    expect(first.body['entries']).toEqual(all.slice(0, 2))
    const rest = await check({
      asked: { path: `/v2/audit?before=${String(first.body['nextBefore'])}`, as: admin },
      status: 200,
      contains: { nextBefore: null },
    })
    expect(rest.body['entries']).toEqual(all.slice(2))
    await check({ asked: { path: '/v2/audit?limit=0', as: admin }, status: 422 })
    await check({ asked: { path: '/v2/audit?before=x', as: admin }, status: 422 })
  })
})
