import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let visitor: Person
let marta: Person
let joan: Person
let chatId: string

beforeEach(async () => {
  app = await openTestApp()
  visitor = await app.visitor()
  marta = await app.commercial('Marta')
  joan = await app.commercial('Joan')
  ;({ chatId } = await app.chatOf(visitor))
})

const check = (row: Row) => expectRow(app, row)
const post = (as: Person, path: string, body: object) => ({ method: 'POST', path: `/v2/${path}`, body, as })
const put = (as: Person, path: string, body: object) => ({ method: 'PUT', path: `/v2/${path}`, body, as })

describe('views', () => {
  it('are filters of the list, exactly as the list takes them', async () => {
    const filter = { status: 'PENDING,IN_PROGRESS', assignee: 'none', order: 'waiting', tag: 'VIP' }
    const { body } = await check({
      asked: post(marta, 'views', { name: 'Esperando', filter }),
      status: 201,
      contains: { name: 'Esperando', filter, isShared: false, ownerId: marta.id },
    })
    const query = new URLSearchParams(body['filter'] as Record<string, string>).toString()
    await check({ asked: { path: `/v2/chats?${query}`, as: marta }, status: 200 })
    await check({ asked: { path: '/v2/views', as: joan }, status: 200, contains: { views: [] } })
  })

  it.each([{ status: 'OPEN' }, { order: 'oldest' }, { snoozed: 'perhaps' }, { tag: ' ' }, { status: 7 }])(
    'refuse %j',
    async (filter) => {
      await check({
        asked: post(marta, 'views', { name: 'x', filter }),
        status: 422,
        contains: { code: 'invalid' },
      })
    },
  )
})

describe('drafts', () => {
  it('are kept and thrown away, each told once', async () => {
    const path = `chats/${chatId}/draft`
    const draft = { content: 'Buenos d', isInternal: false }
    const tells = { DraftChanged: 1 }
    await check({
      asked: put(marta, path, { ...draft, deviceId: 'phone' }),
      status: 200,
      contains: { draft },
      tells,
    })
    await check({ asked: put(marta, path, draft), status: 200, contains: { draft } })
    await check({ asked: { path: `/v2/${path}`, as: marta }, status: 200, contains: { draft } })
    await check({ asked: { path: `/v2/${path}`, as: joan }, status: 200, contains: { draft: null } })
    await check({ asked: { method: 'DELETE', path: `/v2/${path}`, as: marta }, status: 204, tells })
    await check({ asked: { method: 'DELETE', path: `/v2/${path}`, as: marta }, status: 204 })
    await check({ asked: put(visitor, path, draft), status: 403 })
  })
})

describe('marking as unread', () => {
  it('is for one person, told once, and leaves how far they have read as it is', async () => {
    const path = `chats/${chatId}/unread`
    const mark = (isUnread: boolean) => put(marta, path, { isUnread })
    const of = async (as: Person) =>
      (await check({ asked: { path: `/v2/chats/${chatId}`, as }, status: 200 })).body
    const read = { asked: put(marta, 'messages/mark-as-read', { chatId, seq: 1 }), status: 204 }
    await check({ ...read, tells: { MessagesRead: 1, ChatChanged: 1 } })
    const before = await of(marta)
    const tells = { UnreadMarked: 1 }
    const { body } = await check({ asked: mark(true), status: 200, tells })
    expect(body).toEqual({ ...before, isMarkedUnread: true })
    await check({ asked: mark(true), status: 200, contains: { isMarkedUnread: true } })
    expect(await of(joan)).not.toHaveProperty('isMarkedUnread')
    expect(await of(visitor)).not.toHaveProperty('isMarkedUnread')
    await check(read)
    expect(await of(marta)).toEqual(body)
    await check({ asked: mark(false), status: 200, tells })
    expect(await of(marta)).toEqual(before)
    await check({ asked: put(marta, path, {}), status: 422 })
    await check({ asked: put(visitor, path, { isUnread: true }), status: 403 })
  })

  it('is over once its owner writes there', async () => {
    await app.ask(put(marta, `chats/${chatId}/unread`, { isUnread: true }))
    await app.ask(post(joan, 'messages', { chatId, content: 'Hola' }))
    const path = `/v2/chats/${chatId}`
    await check({ asked: { path, as: marta }, status: 200, contains: { isMarkedUnread: true } })
    await app.ask(post(marta, 'messages', { chatId, content: 'Hola' }))
    const { body } = await check({ asked: { path, as: marta }, status: 200 })
    expect(body).not.toHaveProperty('isMarkedUnread')
  })
})

describe('mentions', () => {
  const note = (mentions: unknown, more: object = {}) =>
    post(marta, 'messages', { chatId, content: '@Joan', isInternal: true, mentions, ...more })

  it('are told to whom a note names, and listed until seen and after', async () => {
    await check({
      asked: note([joan.id]),
      status: 201,
      contains: { mentions: [joan.id] },
      tells: { MessageSent: 1, CommercialsMentioned: 1, MessagesRead: 1, ChatChanged: 1 },
    })
    await check({
      asked: { path: '/v2/mentions?unseen=true', as: joan },
      status: 200,
      contains: {
        mentions: [{ message: { content: '@Joan' }, visitor: { visitorId: visitor.id }, seenAt: null }],
        unseenCount: 1,
        nextCursor: null,
      },
    })
    await check({ asked: put(joan, 'mentions/seen', {}), status: 204, tells: { MentionsSeen: 1 } })
    await check({ asked: put(joan, 'mentions/seen', {}), status: 204 })
    await check({
      asked: { path: '/v2/mentions', as: joan },
      status: 200,
      contains: { mentions: [{ seenAt: expect.any(String) }], unseenCount: 0 },
    })
  })

  it('are seen by reading', async () => {
    await app.ask(note([joan.id]))
    await check({
      asked: put(joan, 'messages/mark-as-read', { chatId, seq: 2 }),
      status: 204,
      tells: { MessagesRead: 1, ChatChanged: 1, MentionsSeen: 1 },
    })
  })

  it('name only colleagues, and only in notes', async () => {
    await check({ asked: note(['nobody']), status: 422, contains: { code: 'mention_unknown' } })
    await check({
      asked: note([joan.id], { isInternal: false }),
      status: 422,
      contains: { code: 'invalid', issues: [{ path: 'mentions' }] },
    })
    const tooMany = Array.from({ length: 21 }, () => joan.id)
    await check({ asked: note(tooMany), status: 422, contains: { code: 'invalid' } })
    const byVisitor = post(visitor, 'messages', { chatId, content: 'x', mentions: [joan.id] })
    await check({ asked: byVisitor, status: 422, contains: { code: 'invalid' } })
  })

  it('are nothing that a visitor reads', async () => {
    await app.ask(note([joan.id]))
    await check({
      asked: { path: `/v2/messages/chat/${chatId}`, as: visitor },
      status: 200,
      lacks: ['mentions', joan.id],
    })
    await check({ asked: { path: '/v2/mentions', as: visitor }, status: 403 })
  })
})

it('nobody looks at anything before a console says so', async () => {
  await check({ asked: { path: '/v2/viewers', as: marta }, status: 200, contains: { chats: [] } })
})

describe('personal settings', () => {
  const path = '/v2/commercials/me/settings'
  const patch = (body: object, as = marta) => ({ method: 'PATCH', path, body, as })
  const quietHours = { from: '20:00', to: '08:00', timeZone: 'Europe/Madrid' }

  it('are one’s own, and replaced part by part', async () => {
    const { body } = await check({ asked: { path, as: marta }, status: 200, contains: { shortcuts: {} } })
    const notifying = { ...(body['notifying'] as object), quietHours }
    await check({ asked: patch({ notifying }), status: 200, contains: { notifying, shortcuts: {} } })
    await check({
      asked: patch({ shortcuts: { claim: '' } }),
      status: 200,
      contains: { notifying, shortcuts: { claim: '' } },
    })
    await check({ asked: { path, as: joan }, status: 200, contains: { notifying: { quietHours: null } } })
    await check({ asked: { path, as: visitor }, status: 403 })
  })

  it.each([
    ['notifying.quietHours.from', { notifying: { quietHours: { ...quietHours, from: '24:00' } } }],
    ['notifying.quietHours.timeZone', { notifying: { quietHours: { ...quietHours, timeZone: '+02:00' } } }],
    ['notifying.volume', { notifying: { volume: 101 } }],
    ['notifying.kinds.mention', { notifying: { kinds: { newChat: { isShown: true, isHeard: true } } } }],
    ['shortcuts.Not a name', { shortcuts: { 'Not a name': 'x' } }],
    ['shortcuts.claim', { shortcuts: { claim: 'x'.repeat(41) } }],
  ])('refuse %s', async (where, body) => {
    const { body: answer } = await check({ asked: patch(body), status: 422, contains: { code: 'invalid' } })
    expect((answer['issues'] as { path: string }[]).map((issue) => issue.path)).toContain(where)
  })
})
