import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Answer, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let visitor: Person
let marta: Person
let joan: Person
let admin: Person
let chatId: string
let messageId: string

beforeEach(async () => {
  app = await openTestApp()
  visitor = await app.visitor()
  marta = await app.commercial('Marta')
  joan = await app.commercial('Joan')
  admin = await app.admin()
  ;({ chatId, messageId } = await app.chatOf(visitor))
})

function send(as: Person, fields: object = {}): { method: string; path: string; body: object; as: Person } {
  return { method: 'POST', path: '/v2/messages', body: { chatId, content: 'un mensaje', ...fields }, as }
}

async function sent(as: Person, fields: object = {}): Promise<Answer['body']> {
  const { status, body } = await app.ask(send(as, fields))
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

async function history(as: Person, query = ''): Promise<{ content: string; seq: number }[]> {
  const { body } = await app.ask({ path: `/v2/messages/chat/${chatId}${query}`, as })
  return body['messages'] as { content: string; seq: number }[]
}

const check = (row: Row) => expectRow(app, row)

describe('GET /v2/messages/search', () => {
  const search = (as: Person, query: string) => ({ path: `/v2/messages/search?${query}`, as })

  it('says what was found where, as data', async () => {
    const visitor = await app.visitor()
    const marta = await app.commercial('Búho')
    const { chatId } = await app.chatOf(visitor)
    const content = '<b>Quiero</b> una cotización'
    await app.ask({ method: 'POST', path: '/v2/messages', body: { chatId, content }, as: visitor })
    const { body } = await check({
      asked: search(marta, 'keyword=COTIZACION'),
      status: 200,
      contains: {
        hits: [
          {
            chatId,
            seq: 2,
            senderType: 'visitor',
            isInternal: false,
            status: 'PENDING',
            visitor: { visitorId: visitor.id },
            excerpt: { text: content, highlights: [{ start: 18, end: 28 }] },
          },
        ],
        nextCursor: null,
      },
    })
    expect((body['hits'] as unknown[]).length).toBe(1)
  })

  it.each(['', '%20', '%22', '%28', '%25', 'AND', 'a:b', '*'])('answers %j with nothing', async (keyword) => {
    const marta = await app.commercial('Búho')
    await check({
      asked: search(marta, `keyword=${keyword}`),
      status: 200,
      contains: { hits: [], nextCursor: null },
    })
  })

  it('A08: refuses what is no search, and visitors', async () => {
    const marta = await app.commercial('Búho')
    for (const query of ['', 'keyword=x&cursor=y', `keyword=${'x'.repeat(1_001)}`]) {
      await check({ asked: search(marta, query), status: 422, contains: { code: 'invalid' } })
    }
    await check({
      asked: search(marta, 'keyword=x&chatId=none'),
      status: 404,
      contains: { code: 'chat_not_found' },
    })
    await check({
      asked: search(await app.visitor(), 'keyword=x'),
      status: 403,
      contains: { code: 'forbidden' },
    })
  })
})

describe('POST /v2/messages', () => {
  it('stores what a visitor writes and tells it', () =>
    check({
      asked: send(visitor),
      status: 201,
      contains: {
        chatId,
        seq: 2,
        senderId: visitor.id,
        senderType: 'visitor',
        type: 'text',
        isInternal: false,
        isFirstResponse: false,
      },
      tells: { MessageSent: 1, ChatChanged: 1 },
    }))

  it('decides by itself who wrote, when and where in the order', () =>
    check({
      asked: send(visitor, {
        senderId: marta.id,
        senderType: 'commercial',
        seq: 99,
        sentAt: '1999-01-01T00:00:00.000Z',
        isFirstResponse: true,
      }),
      status: 201,
      contains: { senderId: visitor.id, senderType: 'visitor', seq: 2, isFirstResponse: false },
      lacks: ['1999'],
      tells: { MessageSent: 1, ChatChanged: 1 },
    }))

  it('makes the first public message of a commercial the first response: status, assignee and all', async () => {
    await check({
      asked: send(marta),
      status: 201,
      contains: { isFirstResponse: true, senderName: 'Marta' },
      // The visitor's "hola" has been read by being answered.
      tells: { MessageSent: 1, ChatStatusChanged: 1, ChatAssigned: 1, MessagesRead: 1, ChatChanged: 1 },
    })
    const { body } = await app.ask({ path: `/v2/chats/${chatId}`, as: visitor })
    expect(body).toMatchObject({ status: 'IN_PROGRESS', assignee: { commercialId: marta.id, name: 'Marta' } })
    await check({
      asked: send(joan),
      status: 201,
      contains: { isFirstResponse: false },
      tells: { MessageSent: 1, MessagesRead: 1, ChatChanged: 1 },
    })
  })

  it('does not take a note for a response', async () => {
    await check({
      asked: send(marta, { isInternal: true }),
      status: 201,
      contains: { isInternal: true, isFirstResponse: false, seq: 2 },
      // Colleagues hear that Marta has read; what the visitor hears is `test/contract/notes.test.ts`.
      tells: { MessageSent: 1, MessagesRead: 1, ChatChanged: 1 },
    })
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: marta },
      status: 200,
      contains: { status: 'PENDING', assignee: null },
    })
  })

  it('answers a repeat with the stored message and tells nothing', async () => {
    const first = await sent(visitor, { clientMessageId: 'k1' })
    await check({
      asked: send(visitor, { clientMessageId: 'k1' }),
      status: 200,
      contains: { messageId: first['messageId'] },
    })
    await check({
      asked: { ...send(visitor), headers: { 'idempotency-key': 'k1' } },
      status: 200,
      contains: { messageId: first['messageId'] },
    })
    expect(await history(visitor)).toHaveLength(2)
  })

  it('refuses a repeat that says something else', async () => {
    await sent(visitor, { clientMessageId: 'k1' })
    await check({
      asked: send(visitor, { clientMessageId: 'k1', content: 'otro' }),
      status: 409,
      contains: { code: 'idempotency_conflict' },
    })
  })

  it('takes the same key of another sender for another message', async () => {
    await sent(visitor, { clientMessageId: 'k1' })
    expect((await app.ask(send(marta, { clientMessageId: 'k1' }))).status).toBe(201)
  })

  it('holds back a reply to something that its writer has not seen, until they have', async () => {
    await sent(visitor, { content: 'espera' })
    const refused = await check({
      asked: send(marta, { seenSeq: 1, clientMessageId: 'k' }),
      status: 409,
      contains: { code: 'stale_reply' },
    })
    expect(refused.body['unseen']).toMatchObject([{ content: 'espera', seq: 2 }])
    expect(await history(visitor)).toHaveLength(2)
    expect((await app.ask(send(marta, { seenSeq: 2, clientMessageId: 'k' }))).status).toBe(201)
    // One's own message from a moment ago is not news.
    expect((await app.ask(send(marta, { seenSeq: 2 }))).status).toBe(201)
    expect((await app.ask(send(joan, { seenSeq: 0, isInternal: true }))).status).toBe(201)
  })

  it('opens a closed chat when the visitor writes, and refuses the commercial', async () => {
    await app.ask({ method: 'PUT', path: `/v2/chats/${chatId}/close`, as: marta })
    await check({ asked: send(marta), status: 409, contains: { code: 'chat_closed' } })
    await check({
      asked: send(visitor),
      status: 201,
      tells: { MessageSent: 1, ChatStatusChanged: 1, ChatChanged: 1 },
    })
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: visitor },
      status: 200,
      contains: { status: 'PENDING' },
    })
  })

  it.each([
    ['nothing', { content: '' }, 'content'],
    ['only white space', { content: ' \n\t\u200B' }, 'content'],
    ['8,001 units', { content: 'x'.repeat(8_001) }, 'content'],
    ['more than 16 KiB', { content: '👨‍👩‍👧‍👦'.repeat(700) }, 'content'],
    ['an unknown type', { type: 'video' }, 'type'],
    ['a key of 65 characters', { clientMessageId: 'k'.repeat(65) }, 'clientMessageId'],
    ['a negative seenSeq', { seenSeq: -1 }, 'seenSeq'],
  ])('refuses %s', async (_what, fields, path) => {
    await check({
      asked: send(visitor, fields),
      status: 422,
      contains: { code: 'invalid', issues: [{ path }] },
      lacks: ['xxxx', '👨'],
    })
  })

  it('F07: refuses an attachment that nobody uploaded', () =>
    check({
      asked: send(visitor, { attachment: { url: 'https://evil.example/x.png' } }),
      status: 422,
      contains: { code: 'attachment_unknown' },
    }))

  it('tells text exactly as it was written', async () => {
    const texts = [
      '<test> hola',
      'a < b && c > d',
      '&amp; &lt;',
      '</script><img src=x onerror=1>',
      '{{7*7}} ${1}',
      'مرحبا، السعر 25.50€؟',
      '退款申请',
      '👨‍👩‍👧‍👦 \u202E abc',
      'z̷̧̢a̸l̶g̴o',
    ]
    for (const content of texts) expect(await sent(visitor, { content })).toMatchObject({ content })
    expect((await history(marta, '?after=1')).map(({ content }) => content)).toEqual(texts)
  })
})

describe('GET /v2/messages/chat/:chatId', () => {
  it('numbers a visitor’s history without the notes', async () => {
    await sent(marta, { content: 'nota', isInternal: true })
    await sent(marta, { content: 'respuesta' })
    expect(await history(visitor)).toMatchObject([{ seq: 1 }, { seq: 2, content: 'respuesta' }])
    expect(await history(marta)).toMatchObject([
      { seq: 1 },
      { seq: 2, content: 'nota' },
      { seq: 3, content: 'respuesta' },
    ])
  })

  it('reaches everything from any bound', async () => {
    for (let n = 2; n <= 7; n += 1) await sent(visitor, { content: `${n}` })
    const seqs = async (query: string) => (await history(visitor, query)).map(({ seq }) => seq)
    expect(await seqs('?limit=3')).toEqual([5, 6, 7])
    expect(await seqs('?limit=3&before=5')).toEqual([2, 3, 4])
    expect(await seqs('?limit=3&after=2')).toEqual([3, 4, 5])
    expect(await seqs('?limit=0')).toEqual([7])
    expect(await seqs('?limit=1000')).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(await seqs('?limit=-5&unknown=1')).toEqual([7])
  })

  it.each([
    'limit=abc',
    'limit=1e9',
    'dateFrom=yesterday',
    'dateFrom=2026-01-15T10:00:00',
    'after=x',
    'dateFrom=99999-01-01T00:00:00Z',
  ])('refuses ?%s', async (query) => {
    await check({
      asked: { path: `/v2/messages/chat/${chatId}?${query}`, as: visitor },
      status: 422,
      contains: { code: 'invalid' },
    })
  })

  it('takes a time with any zone', async () => {
    expect(
      await history(visitor, `?dateFrom=${encodeURIComponent('2026-01-15T12:00:00.000+02:00')}`),
    ).toHaveLength(1)
    expect(
      await history(visitor, `?dateFrom=${encodeURIComponent('2026-01-15T12:00:00.001+02:00')}`),
    ).toHaveLength(0)
  })
})

describe('changing a message', () => {
  const path = () => `/v2/messages/${messageId}`

  it('lets its author edit it for a quarter of an hour', async () => {
    await check({
      asked: { method: 'PATCH', path: path(), body: { content: 'mejor' }, as: visitor },
      status: 200,
      contains: { content: 'mejor', editedAt: expect.any(String) },
      tells: { MessageChanged: 1, ChatChanged: 1 },
    })
    app.clock.advance(16 * 60_000)
    await check({
      asked: { method: 'PATCH', path: path(), body: { content: 'tarde' }, as: visitor },
      status: 403,
      contains: { code: 'edit_window_over' },
    })
  })

  it('lets its author or an admin delete it, and keeps its place', async () => {
    await check({
      asked: { method: 'DELETE', path: path(), as: marta },
      status: 403,
      contains: { code: 'forbidden' },
    })
    await check({
      asked: { method: 'DELETE', path: path(), as: admin },
      status: 200,
      contains: { content: '', deletedAt: expect.any(String), seq: 1 },
      tells: { MessageChanged: 1, ChatChanged: 1 },
    })
    await check({
      asked: { method: 'DELETE', path: path(), as: visitor },
      status: 200,
      contains: { content: '' },
    })
    expect(await history(visitor)).toMatchObject([{ seq: 1, content: '' }])
  })

  it('lets nobody else edit, not even an admin', async () => {
    for (const as of [marta, admin]) {
      await check({
        asked: { method: 'PATCH', path: path(), body: { content: 'falso' }, as },
        status: 403,
        contains: { code: 'forbidden' },
      })
    }
  })
})

describe('PUT /v2/messages/mark-as-read', () => {
  const read = (as: Person, body: object) => ({
    method: 'PUT',
    path: '/v2/messages/mark-as-read',
    body: { chatId, ...body },
    as,
  })

  it('moves forward only, and tells only a move', async () => {
    await sent(visitor)
    await check({ asked: read(marta, { seq: 2 }), status: 204, tells: { MessagesRead: 1, ChatChanged: 1 } })
    await check({ asked: read(marta, { seq: 1 }), status: 204 })
    await check({ asked: read(marta, { messageId }), status: 204 })
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: marta },
      status: 200,
      contains: { unreadCount: 0, readSeq: 2 },
    })
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: joan },
      status: 200,
      contains: { unreadCount: 2, readSeq: 0 },
    })
    await check({
      asked: { path: `/v2/chats/${chatId}`, as: visitor },
      status: 200,
      contains: { otherReadSeq: 2 },
    })
  })

  it('wants to know up to where', () =>
    check({ asked: read(marta, {}), status: 422, contains: { code: 'invalid' } }))
})
