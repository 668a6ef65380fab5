import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Person, type TestApp } from './app.fixture.ts'

let app: TestApp
let ana: Person
beforeEach(async () => {
  app = await openTestApp()
  ana = await app.commercial('Ana')
})
afterEach(() => app.close())

const merging = (from: Person, into: unknown) => ({
  method: 'POST',
  path: `/v2/visitors/${from.id}/merge`,
  body: { into },
  as: ana,
})

describe('merging two visitors', () => {
  it('leaves one, tells the team, ends the other’s sessions, and stands in the audit log', async () => {
    const [phone, laptop] = [await app.visitor(), await app.visitor()]
    const { chatId } = await app.chatOf(phone)
    await expectRow(app, {
      asked: merging(phone, laptop.id),
      status: 200,
      contains: { visitorId: laptop.id, isVerified: false },
      tells: { SessionEnded: 1, VisitorMerged: 1, ChatChanged: 1, VisitorChanged: 1, ChatRevealed: 1 },
    })
    const code = 'invalid_token'
    await expectRow(app, { asked: { path: '/v2/chats', as: phone }, status: 401, contains: { code } })
    const { body } = await app.ask({ path: '/v2/chats', as: laptop })
    expect(body).toMatchObject({ chats: [{ chatId, visitor: { visitorId: laptop.id } }] })
    const log = await app.ask({ path: '/v2/audit', as: await app.admin() })
    const subjectId = `${phone.id}/${laptop.id}`
    expect(log.body).toMatchObject({ entries: [{ action: 'visitor_merged', actorId: ana.id, subjectId }] })
  })

  it('closes one of two open chats, as when the site says who somebody is', async () => {
    const [phone, laptop] = [await app.visitor(), await app.visitor()]
    await app.chatOf(laptop)
    app.clock.advance(1_000)
    await app.chatOf(phone)
    await expectRow(app, {
      asked: merging(phone, laptop.id),
      status: 200,
      tells: {
        SessionEnded: 1,
        VisitorMerged: 1,
        ChatStatusChanged: 1,
        ChatChanged: 2,
        VisitorChanged: 1,
        ChatRevealed: 1,
      },
    })
  })

  it('is refused with themself, with nobody, and to visitors', async () => {
    const visitor = await app.visitor()
    await expectRow(app, {
      asked: merging(visitor, visitor.id),
      status: 422,
      contains: { code: 'invalid', issues: [{ path: 'into', message: 'Somebody else' }] },
    })
    const missing = { code: 'visitor_not_found' }
    await expectRow(app, { asked: merging(visitor, 'none'), status: 404, contains: missing })
    await expectRow(app, { asked: merging(visitor, 7), status: 422, contains: { code: 'invalid' } })
    await expectRow(app, { asked: { ...merging(visitor, 'none'), as: visitor }, status: 403 })
  })
})
