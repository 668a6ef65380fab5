import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Asked, type Person, type Row, type TestApp } from './app.fixture.ts'

const HOUR = 60 * 60_000

let app: TestApp
let marta: Person
let visitor: Person
let chatId: string
beforeEach(async () => {
  app = await openTestApp()
  marta = await app.commercial('Marta')
  visitor = await app.visitor()
  chatId = (await app.chatOf(visitor)).chatId
})

const check = (row: Row) => expectRow(app, row)
const rate = (body: object, as: Person = visitor): Asked => ({
  method: 'PUT',
  path: `/v2/chats/${chatId}/rating`,
  body,
  as,
})
/** Signed in anew: an access token lasts a quarter of an hour, and these tests last days. */
async function close(): Promise<void> {
  const as = await app.commercial(`Joan ${app.clock.now()}`)
  expect((await app.ask({ method: 'PUT', path: `/v2/chats/${chatId}/close`, as })).status).toBe(200)
}
const tells = { ChatChanged: 1 }

describe('rating a chat', () => {
  it('waits until it is closed', async () => {
    await check({ asked: rate({ score: 5 }), status: 409, contains: { code: 'chat_open' } })
  })

  it('is told to the inbox, and repeating it changes nothing', async () => {
    await close()
    const rating = { score: 4, comment: 'Muy bien', ratedAt: expect.stringMatching(/^2026-01-15T10:00:00/) }
    await check({
      asked: rate({ score: 4, comment: ' Muy bien ' }),
      status: 200,
      contains: { rating },
      tells,
    })
    await check({ asked: rate({ score: 4, comment: 'Muy bien' }), status: 200, contains: { rating } })
    await check({ asked: { path: `/v2/chats/${chatId}`, as: marta }, status: 200, contains: { rating } })
  })

  it('may be changed for a day, counted from the first time', async () => {
    await close()
    await app.ask(rate({ score: 1, comment: 'Mal' }))
    app.clock.advance(23 * HOUR)
    const changed = await check({ asked: rate({ score: 5 }), status: 200, tells })
    expect(changed.body['rating']).toEqual({
      score: 5,
      ratedAt: expect.stringMatching(/^2026-01-15T10:00:00/),
    })
    app.clock.advance(2 * HOUR)
    await check({ asked: rate({ score: 1 }), status: 403, contains: { code: 'edit_window_over' } })
  })

  it('begins anew when the chat went on and was closed again', async () => {
    await close()
    await app.ask(rate({ score: 1 }))
    app.clock.advance(48 * HOUR)
    await app.ask({
      method: 'POST',
      path: '/v2/messages',
      body: { chatId, content: 'otra cosa' },
      as: visitor,
    })
    await check({ asked: rate({ score: 5 }), status: 409, contains: { code: 'chat_open' } })
    app.clock.advance(HOUR)
    await close()
    await check({ asked: rate({ score: 5 }), status: 200, contains: { rating: { score: 5 } }, tells })
  })

  it.each([
    [{ score: 0 }, 'score'],
    [{ score: 6 }, 'score'],
    [{ score: 4.5 }, 'score'],
    [{ score: '5' }, 'score'],
    [{}, 'score'],
    [{ score: 5, comment: 'x'.repeat(1_001) }, 'comment'],
  ])('refuses %o', async (body, path) => {
    await close()
    await check({ asked: rate(body), status: 422, contains: { code: 'invalid', issues: [{ path }] } })
  })

  it('is the visitor’s alone', async () => {
    await close()
    await check({ asked: rate({ score: 5 }, marta), status: 403, contains: { code: 'forbidden' } })
    await check({
      asked: rate({ score: 5 }, await app.visitor()),
      status: 404,
      contains: { code: 'chat_not_found' },
    })
  })
})

describe('a visitor who comes back', () => {
  const resume = async () => {
    const body = { token: visitor.token }
    return (await app.ask({ method: 'POST', path: '/v2/visitors/session', body })).body['chat']
  }

  it('finds the chat that ended within the last day, and none that ended earlier', async () => {
    await close()
    app.clock.advance(23 * HOUR)
    expect(await resume()).toMatchObject({ chatId, status: 'CLOSED', lastMessage: { content: 'hola' } })
    app.clock.advance(2 * HOUR)
    expect(await resume()).toBeNull()
  })

  it('finds the open chat rather than a closed one', async () => {
    await close()
    const opened = await app.ask({ method: 'POST', path: '/v2/chats', body: {}, as: visitor })
    expect(opened.status).toBe(201)
    expect(await resume()).toMatchObject({ chatId: opened.body['chatId'], status: 'PENDING' })
  })

  it('goes on with it by writing', async () => {
    await close()
    await app.ask({ method: 'POST', path: '/v2/messages', body: { chatId, content: 'otra' }, as: visitor })
    expect(await resume()).toMatchObject({ chatId, status: 'PENDING' })
  })

  it('finds every chat of theirs in the list', async () => {
    await close()
    app.clock.advance(48 * HOUR)
    const { body } = await app.ask({ path: '/v2/chats?status=CLOSED', as: visitor })
    expect(body['chats']).toMatchObject([{ chatId }])
  })
})

describe('a transcript', () => {
  async function askText({ path, as, headers = {} }: Asked) {
    const answer = await app.fetch(path, { headers: { authorization: `Bearer ${as?.token}`, ...headers } })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  const transcript = (as: Person, query = ''): Asked => ({
    path: `/v2/chats/${chatId}/transcript${query}`,
    as,
  })

  beforeEach(async () => {
    const write = (body: object) => ({
      method: 'POST',
      path: '/v2/messages',
      body: { chatId, ...body },
      as: marta,
    })
    await app.ask(write({ content: 'NOTA', isInternal: true }))
    await app.ask(write({ content: '¿En qué puedo ayudar?' }))
  })

  it('of a visitor has no notes and nothing private of those who answered', async () => {
    const { body, headers } = await check({
      asked: transcript(visitor),
      status: 200,
      contains: { chatId, site: 'Olmo', messages: [{ seq: 1 }, { seq: 2, senderName: 'Marta' }] },
      lacks: ['NOTA', 'marta@olmo.example'],
    })
    expect(body['messages']).toHaveLength(2)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Olmo 2026-01-15.json"; filename*=UTF-8''Olmo%202026-01-15.json`,
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
  })

  it('of a commercial has them, marked', async () => {
    const { text } = await askText(transcript(marta, '?format=txt'))
    expect(text).toContain('NOTA')
    expect(text).toContain('Note, seen by the team only')
  })

  it.each(['txt', 'html'])('as %s has none for a visitor either', async (format) => {
    const asked = transcript(visitor, `?format=${format}&timeZone=Europe/Madrid`)
    const { status, text, headers } = await askText({ ...asked, headers: { 'accept-language': 'es' } })
    expect(status).toBe(200)
    expect(text).not.toContain('NOTA')
    expect(text).toContain('15 ene 2026, 11:00:00')
    expect(text).toContain('Conversación con')
    expect(headers.get('content-type')).toBe(`text/${format === 'txt' ? 'plain' : 'html'}; charset=utf-8`)
  })

  it('is told by the visitor’s clock, and by none that nobody knows', async () => {
    const path = '/v2/visitors/session'
    await app.ask({ method: 'POST', path, body: { token: visitor.token, timeZone: 'Mars/Olympus' } })
    expect((await askText(transcript(marta, '?format=txt'))).text).toContain('(UTC)')
    await app.ask({ method: 'POST', path, body: { token: visitor.token, timeZone: 'Asia/Tokyo' } })
    expect((await askText(transcript(marta, '?format=txt'))).text).toContain('(Asia/Tokyo)')
  })

  it('is refused in other forms, zones and hands', async () => {
    await check({ asked: transcript(visitor, '?format=pdf'), status: 422, contains: { code: 'invalid' } })
    await check({ asked: transcript(visitor, '?timeZone=Mars/Olympus'), status: 422 })
    await check({ asked: transcript(await app.visitor()), status: 404, contains: { code: 'chat_not_found' } })
  })
})
