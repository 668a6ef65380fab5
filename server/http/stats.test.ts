import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let marta: Person
let joan: Person

beforeEach(async () => {
  app = await openTestApp()
  marta = await app.commercial('Marta')
  joan = await app.commercial('Joan')
})

const check = (row: Row) => expectRow(app, row)
const day = 'from=2026-01-15&to=2026-01-15&timeZone=Europe/Madrid'
const MINUTE = 60_000

async function answer(as: Person, chatId: string): Promise<void> {
  await app.ask({ method: 'POST', path: '/v2/messages', body: { chatId, content: 'Dime' }, as })
}

/** At eleven in Madrid, on a Thursday: answered after two minutes, after four, after none and never. */
async function aMorning() {
  const [first, second, missed, waiting] = [
    await app.visitor(),
    await app.visitor(),
    await app.visitor(),
    await app.visitor(),
  ]
  const chats = []
  for (const visitor of [first, second, missed, waiting]) chats.push((await app.chatOf(visitor)).chatId)
  const [a = '', b = '', c = '', d = ''] = chats
  app.clock.advance(2 * MINUTE)
  await answer(marta, a)
  app.clock.advance(2 * MINUTE)
  // A note is no answer.
  await app.ask({
    method: 'POST',
    path: '/v2/messages',
    body: { chatId: b, content: 'nota', isInternal: true },
    as: marta,
  })
  await answer(joan, b)
  for (const chatId of [a, c]) {
    await app.ask({ method: 'PUT', path: `/v2/chats/${chatId}/close`, as: marta })
  }
  const rating = { score: 4 }
  await app.ask({ method: 'PUT', path: `/v2/chats/${a}/rating`, body: rating, as: first })
  const started = await app.ask({
    method: 'POST',
    path: '/v2/chats',
    body: { visitorId: (await app.visitor()).id, message: { content: '¿Ayudo?' } },
    as: marta,
  })
  return { a, b, c, d, e: String(started.body['chatId']) }
}

describe('GET /v2/stats', () => {
  it('counts conversations, how they went, and how long they waited', async () => {
    await aMorning()
    // A chat in which nothing was said is no conversation.
    await app.ask({ method: 'POST', path: '/v2/chats', body: {}, as: await app.visitor() })
    const { body } = await check({
      asked: { path: `/v2/stats?${day}`, as: marta },
      status: 200,
      contains: {
        conversations: 5,
        outcomes: { answered: 2, missed: 1, waiting: 1, started: 1 },
        firstResponse: { median: 180, p90: 228 },
        resolution: { median: 240, closed: 2 },
        rating: { average: 4, count: 1, scores: [0, 0, 0, 1, 0] },
        byDay: [{ date: '2026-01-15', conversations: 5, answered: 2, missed: 1, firstResponse: 180 }],
        byCommercial: [
          { answered: 1, rating: expect.anything() },
          { answered: 1, rating: expect.anything() },
        ],
      },
    })
    const { distribution } = body['firstResponse'] as { distribution: { count: number }[] }
    expect(distribution.map(({ count }) => count)).toEqual([0, 2, 0, 0, 0, 0])
    const byHour = body['byHour'] as number[][]
    expect(byHour[3]?.[11]).toBe(5)
    expect(byHour.flat().reduce((sum, count) => sum + count, 0)).toBe(5)
    expect(body['byCommercial']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Marta', firstResponse: 120, rating: { average: 4, count: 1 } }),
        expect.objectContaining({ name: 'Joan', firstResponse: 240, rating: { average: null, count: 0 } }),
      ]),
    )
  })

  it('knows whose day it is', async () => {
    await aMorning()
    const of = async (query: string) => (await app.ask({ path: `/v2/stats?${query}`, as: marta })).body
    expect(await of('from=2026-01-16&to=2026-01-16&timeZone=Pacific/Kiritimati')).toMatchObject({
      conversations: 5,
    })
    expect(await of('from=2026-01-15&to=2026-01-15&timeZone=Pacific/Kiritimati')).toMatchObject({
      conversations: 0,
      firstResponse: { median: null },
      rating: { average: null },
    })
  })

  it.each([
    'from=2026-01-15&to=2026-01-14&timeZone=UTC',
    'from=2025-01-01&to=2026-01-14&timeZone=UTC',
    'from=2026-02-30&to=2026-03-14&timeZone=UTC',
    'from=2026-01-15&to=2026-01-15&timeZone=Mars/Base',
    'from=2026-01-15&to=2026-01-15',
    'from=x&to=y&timeZone=UTC',
  ])('refuses %s', async (query) => {
    await check({
      asked: { path: `/v2/stats?${query}`, as: marta },
      status: 422,
      contains: { code: 'invalid' },
    })
  })

  it('is of one’s own sites, and for the team', async () => {
    await check({
      asked: { path: `/v2/stats?${day}&siteId=none`, as: marta },
      status: 404,
      contains: { code: 'site_not_found' },
    })
    await check({ asked: { path: `/v2/stats?${day}`, as: await app.visitor() }, status: 403 })
  })
})

describe('GET /v2/stats/chats', () => {
  it('opens the chats of a bar', async () => {
    const { a, b, c, d, e } = await aMorning()
    const ids = async (query: string) => {
      const { body } = await app.ask({ path: `/v2/stats/chats?${day}&${query}`, as: marta })
      return (body['chats'] as { chatId: string }[]).map(({ chatId }) => chatId)
    }
    expect(new Set(await ids('outcome=answered'))).toEqual(new Set([a, b]))
    expect(await ids('outcome=missed')).toEqual([c])
    expect(await ids('outcome=waiting')).toEqual([d])
    expect(await ids('outcome=started')).toEqual([e])
    expect(await ids(`commercialId=${joan.id}`)).toEqual([b])
    expect(await ids('score=4')).toEqual([a])
    expect(await ids('bucket=1')).toHaveLength(2)
    expect(await ids('weekday=4&hour=11&date=2026-01-15')).toHaveLength(5)
    expect(await ids('weekday=5')).toEqual([])
  })

  it('comes in pages', async () => {
    await aMorning()
    const seen = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const more = cursor === '' ? '' : `&cursor=${cursor}`
      const { body } = await app.ask({ path: `/v2/stats/chats?${day}&limit=2${more}`, as: marta })
      seen.push(...(body['chats'] as { chatId: string }[]).map(({ chatId }) => chatId))
      cursor = body['nextCursor'] as string | null
    }
    expect([seen.length, new Set(seen).size]).toEqual([5, 5])
    await check({
      asked: { path: `/v2/stats/chats?${day}&cursor=x`, as: marta },
      status: 422,
      contains: { code: 'invalid' },
    })
  })
})
