import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Answer, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let visitor: Person
let marta: Person
let joan: Person

beforeEach(async () => {
  app = await openTestApp()
  visitor = await app.visitor()
  marta = await app.commercial('Marta')
  joan = await app.commercial('Joan')
})

const check = (row: Row) => expectRow(app, row)
const open = (as: Person, body: object = {}) => ({ method: 'POST', path: '/v2/chats', body, as })
const put = (as: Person, path: string, headers: Record<string, string> = {}) => ({
  method: 'PUT',
  path: `/v2/chats/${path}`,
  as,
  headers,
})

function list(as: Person, query = ''): Promise<Answer> {
  return app.ask({ path: `/v2/chats${query}`, as })
}

describe('POST /v2/chats', () => {
  it('opens a visitor’s chat with its first message', () =>
    check({
      asked: open(visitor, {
        message: { content: 'hola' },
        page: { url: 'https://olmo.example/mesas', title: 'Mesas' },
      }),
      status: 201,
      contains: {
        status: 'PENDING',
        assignee: null,
        lastSeq: 1,
        unreadCount: 0,
        lastMessage: { content: 'hola' },
        visitor: { page: { title: 'Mesas' } },
      },
      // What a visitor's view never has.
      lacks: ['tags', 'waitingSince'],
      tells: { ChatOpened: 1, MessageSent: 1, ChatChanged: 1 },
    }).then(() => undefined))

  it('gives an impatient visitor one chat and one message', async () => {
    const body = { message: { content: 'hola', clientMessageId: 'k' } }
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.ask(open(visitor, body))))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 201])
    expect(new Set(answers.map((answer) => answer.body['chatId'])).size).toBe(1)
    expect(app.told()).toMatchObject({ ChatOpened: 1, MessageSent: 1 })
  })

  it('adds a message to the chat that is open', async () => {
    const { chatId } = await app.chatOf(visitor)
    await check({
      asked: open(visitor, { message: { content: 'otra' } }),
      status: 200,
      contains: { chatId, lastSeq: 2 },
      tells: { MessageSent: 1, ChatChanged: 1 },
    })
  })

  it('lets a commercial write first', () =>
    check({
      asked: open(marta, { visitorId: visitor.id, message: { content: '¿Ayudo?' } }),
      status: 201,
      contains: {
        status: 'IN_PROGRESS',
        assignee: { commercialId: marta.id },
        lastMessage: { isFirstResponse: true },
      },
      tells: { ChatOpened: 1, MessageSent: 1, ChatStatusChanged: 1, ChatAssigned: 1, ChatChanged: 1 },
    }).then(() => undefined))

  it.each([
    [{ message: { content: 'x' } }, 'visitorId'],
    [{ visitorId: 'somebody' }, 'message'],
  ])('wants both of a commercial: %o lacks one', async (body, path) => {
    await check({ asked: open(marta, body), status: 422, contains: { code: 'invalid', issues: [{ path }] } })
  })

  it('does not know a visitor that does not exist', async () => {
    await check({
      asked: open(marta, { visitorId: 'none', message: { content: 'x' } }),
      status: 404,
      contains: { code: 'visitor_not_found' },
    })
  })
})

describe('assigning', () => {
  it('gives a claim to the first of many', async () => {
    const { chatId } = await app.chatOf(visitor)
    const claims = await Promise.all(
      [marta, joan, marta, joan].map((as) =>
        app.ask(put(as, `${chatId}/assign/me`, { 'if-unassigned': 'true' })),
      ),
    )
    expect(claims.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 409, 409])
    const winner = claims.find(({ status }) => status === 200)?.body['assignee']
    const losers = claims.filter(({ status }) => status === 409).map(({ body }) => body)
    for (const body of losers) expect(body).toMatchObject({ code: 'already_assigned', assignee: winner })
    expect(winner).toMatchObject({ name: expect.stringMatching(/^(Marta|Joan)$/) })
    expect(app.told()).toEqual({ ChatAssigned: 1, ChatChanged: 1 })
  })

  it('hands over, takes back and tells each change once', async () => {
    const { chatId } = await app.chatOf(visitor)
    const tells = { ChatAssigned: 1, ChatChanged: 1 }
    await check({
      asked: put(marta, `${chatId}/assign/${joan.id}`),
      status: 200,
      contains: { assignee: { name: 'Joan' } },
      tells,
    })
    await check({ asked: put(marta, `${chatId}/assign/${joan.id}`), status: 200 })
    await check({
      asked: put(joan, `${chatId}/assign/none`),
      status: 200,
      contains: { assignee: null },
      tells,
    })
    await check({
      asked: put(joan, `${chatId}/assign/nobody-we-know`),
      status: 422,
      contains: { code: 'assignee_unknown' },
    })
  })
})

describe('handing over', () => {
  it('says why, in a note that its visitor never sees', async () => {
    const { chatId } = await app.chatOf(visitor)
    await check({
      asked: put(marta, `${chatId}/assign/${joan.id}?reason=Habla%20catal%C3%A1n`),
      status: 200,
      contains: { assignee: { name: 'Joan' }, lastMessage: { content: 'Marta → Joan: Habla catalán' } },
      tells: { MessageSent: 1, ChatAssigned: 1, ChatChanged: 1 },
    })
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: visitor },
      status: 200,
      contains: { lastSeq: 1 },
      lacks: ['catal'],
    })
    await check({
      asked: put(marta, `${chatId}/assign/me?reason=${'x'.repeat(501)}`),
      status: 422,
      contains: { code: 'invalid', issues: [{ path: 'reason' }] },
    })
  })
})

describe('closing and reopening', () => {
  it('tells each change once', async () => {
    const { chatId } = await app.chatOf(visitor)
    const tells = { ChatStatusChanged: 1, ChatChanged: 1 }
    await check({
      asked: put(marta, `${chatId}/close`),
      status: 200,
      contains: { status: 'CLOSED', closedAt: expect.any(String) },
      tells,
    })
    await check({ asked: put(marta, `${chatId}/close`), status: 200 })
    await check({
      asked: put(marta, `${chatId}/reopen`),
      status: 200,
      contains: { status: 'PENDING' },
      lacks: ['closedAt'],
      tells,
    })
    await check({ asked: put(marta, `${chatId}/reopen`), status: 200 })
  })

  it('does not give a visitor two open chats', async () => {
    const { chatId } = await app.chatOf(visitor)
    await app.ask(put(marta, `${chatId}/close`))
    await app.chatOf(visitor)
    await check({ asked: put(marta, `${chatId}/reopen`), status: 409, contains: { code: 'other_chat_open' } })
    const again = { method: 'POST', path: '/v2/messages', body: { chatId, content: 'aquí' }, as: visitor }
    await check({ asked: again, status: 409, contains: { code: 'other_chat_open' } })
  })
})

describe('tagging', () => {
  it('spells tags one way, and tells each change once', async () => {
    const { chatId } = await app.chatOf(visitor)
    const tagging = (tags: unknown) => ({ ...put(marta, `${chatId}/tags`), body: { tags } })
    await check({
      asked: tagging(['  Factura   Pendiente', 'VIP', 'vip']),
      status: 200,
      contains: { tags: ['factura pendiente', 'vip'] },
      tells: { ChatChanged: 1 },
    })
    await check({ asked: tagging(['vip', 'factura pendiente']), status: 200 })
    await check({
      asked: { path: '/v2/tags?prefix=FACT', as: joan },
      status: 200,
      contains: { tags: [{ tag: 'factura pendiente', count: 1 }] },
    })
    await check({ asked: tagging([]), status: 200, contains: { tags: [] }, tells: { ChatChanged: 1 } })
  })

  it.each([
    [['x'.repeat(41)]],
    [['  ']],
    [['a\u202Eb']],
    [Array.from({ length: 21 }, (_, n) => `tag ${n}`)],
    ['vip'],
    [[7]],
  ])('refuses %j', async (tags) => {
    const { chatId } = await app.chatOf(visitor)
    await check({
      asked: { ...put(marta, `${chatId}/tags`), body: { tags } },
      status: 422,
      contains: { code: 'invalid' },
    })
  })

  it('is not in what the visitor reads', async () => {
    const { chatId } = await app.chatOf(visitor)
    await app.ask({ ...put(marta, `${chatId}/tags`), body: { tags: ['moroso'] } })
    await app.ask({ ...put(marta, `${chatId}/snooze`), body: { until: '2026-01-16T10:00:00.000Z' } })
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: visitor },
      status: 200,
      lacks: ['moroso', 'tags', 'snoozedUntil', '2026-01-16'],
    })
  })
})

describe('putting off', () => {
  it('tells each change once, and ends when the visitor writes', async () => {
    const { chatId } = await app.chatOf(visitor)
    const snooze = (until: unknown) => ({ ...put(marta, `${chatId}/snooze`), body: { until } })
    const until = '2026-01-15T11:00:00.000Z'
    await check({
      asked: snooze(until),
      status: 200,
      contains: { snoozedUntil: until },
      tells: { ChatChanged: 1 },
    })
    await check({ asked: snooze(until), status: 200 })
    await check({ asked: snooze(null), status: 200, lacks: ['snoozedUntil'], tells: { ChatChanged: 1 } })
    await app.ask(snooze(until))
    const said = { method: 'POST', path: '/v2/messages', body: { chatId, content: '¿y?' }, as: visitor }
    await check({ asked: said, status: 201, tells: { MessageSent: 1, ChatChanged: 1 } })
    await check({ asked: { path: `/v2/chats/${chatId}`, as: marta }, status: 200, lacks: ['snoozedUntil'] })
  })

  it.each(['2026-01-15T09:59:59Z', '2027-12-01T00:00:00Z', 'tomorrow', 7])('refuses %s', async (until) => {
    const { chatId } = await app.chatOf(visitor)
    await check({
      asked: { ...put(marta, `${chatId}/snooze`), body: { until } },
      status: 422,
      contains: { code: 'invalid', issues: [{ path: 'until' }] },
    })
  })

  it('is not for a closed chat', async () => {
    const { chatId } = await app.chatOf(visitor)
    await app.ask(put(marta, `${chatId}/close`))
    await check({
      asked: { ...put(marta, `${chatId}/snooze`), body: { until: '2026-01-16T10:00:00.000Z' } },
      status: 409,
      contains: { code: 'chat_closed' },
    })
  })
})

describe('GET /v2/chats', () => {
  it('lists what is whose, newest activity first, and counts it', async () => {
    const chats: string[] = []
    for (let n = 0; n < 4; n += 1) {
      app.clock.advance(1_000)
      chats.push((await app.chatOf(await app.visitor())).chatId)
    }
    const [first = '', second = '', third = '', fourth = ''] = chats
    app.clock.advance(1_000)
    await app.ask(put(marta, `${first}/assign/me`))
    app.clock.advance(1_000)
    await app.ask(put(joan, `${second}/assign/me`))
    app.clock.advance(1_000)
    await app.ask(put(marta, `${third}/close`))
    const ids = async (as: Person, query: string) => {
      const { body } = await list(as, query)
      return (body['chats'] as { chatId: string }[]).map(({ chatId }) => chatId)
    }
    expect(await ids(marta, '')).toEqual([third, second, first, fourth])
    expect(await ids(marta, '?status=PENDING,IN_PROGRESS&assignee=me')).toEqual([first])
    expect(await ids(marta, '?status=PENDING,IN_PROGRESS&assignee=none')).toEqual([fourth])
    expect(await ids(marta, `?assignee=${joan.id}`)).toEqual([second])
    expect(await ids(marta, '?status=CLOSED')).toEqual([third])
    expect((await list(marta)).body['counts']).toEqual({
      mine: 1,
      unassigned: 1,
      all: 3,
      closed: 1,
      snoozed: 0,
    })
    expect((await list(joan)).body['counts']).toEqual({
      mine: 1,
      unassigned: 1,
      all: 3,
      closed: 1,
      snoozed: 0,
    })
  })

  it('filters by tag and by what is put off, and orders by waiting', async () => {
    const [first, second] = [await app.chatOf(visitor), await app.chatOf(await app.visitor())]
    await app.ask({ ...put(marta, `${second.chatId}/tags`), body: { tags: ['VIP'] } })
    const ids = async (query: string) =>
      ((await list(marta, query)).body['chats'] as { chatId: string }[]).map(({ chatId }) => chatId)
    expect(await ids('?tag=Vip')).toEqual([second.chatId])
    expect(await ids('?order=waiting')).toEqual([first.chatId, second.chatId])
    const until = '2026-01-15T11:00:00.000Z'
    await app.ask({ ...put(marta, `${second.chatId}/snooze`), body: { until } })
    expect(await ids('')).toEqual([first.chatId])
    expect(await ids('?snoozed=true')).toEqual([second.chatId])
    expect((await list(marta)).body['counts']).toMatchObject({ all: 1, unassigned: 1, snoozed: 1 })
  })

  it('pages by a cursor until there is no more', async () => {
    for (let n = 0; n < 5; n += 1) await app.chatOf(await app.visitor())
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await list(marta, `?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...(body['chats'] as { chatId: string }[]).map(({ chatId }) => chatId))
      cursor = body['nextCursor'] as string | null
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
  })

  it('shows a visitor only their own', async () => {
    const { chatId } = await app.chatOf(visitor)
    await app.chatOf(await app.visitor())
    expect((await list(visitor)).body['chats']).toMatchObject([{ chatId }])
  })

  it.each(['?status=OPEN', '?cursor=forged', '?limit=x'])('refuses %s', async (query) => {
    await check({
      asked: { path: `/v2/chats${query}`, as: marta },
      status: 422,
      contains: { code: 'invalid' },
    })
  })
})
