import { afterAll, beforeAll, expect, it } from 'vitest'
import { newVisitor, startWorld, type World } from './actors.ts'
import { call } from './call.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const today = new Date().toISOString().slice(0, 10)
const query = { from: today, to: today, timeZone: 'UTC' }

it('E08: a table of chats is a file for spreadsheets, in which nothing that a visitor wrote is a formula', async () => {
  const { url, siteKey, actors } = world
  const names = ['=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(1)', 'Núria "la" Pons, S.L.', '退款']
  for (const name of names) {
    const { headers } = await newVisitor(url, siteKey)
    await call(url, 'PATCH /v2/visitors/me', { body: { name }, headers })
    await call(url, 'POST /v2/chats', { body: { message: { content: 'hola' } }, headers })
  }
  const { commercial } = actors
  const answer = await fetch(`${url}/v2/stats/chats.csv?${new URLSearchParams(query).toString()}`, {
    headers: commercial.headers,
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toContain(`chats-${today}-${today}.csv`)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
  const lines = new TextDecoder().decode(bytes).trimEnd().split('\r\n')
  // The world's own chat, and the head.
  expect(lines).toHaveLength(names.length + 2)
  expect(lines[0]).toMatch(/^"chatId","siteId","openedAt"/)
  const table = lines.join('\n')
  expect(table).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
  expect(table).toContain('"Núria ""la"" Pons, S.L."')
  expect(table).toContain('"退款"')
  for (const cell of table.matchAll(/(?:^|,)"([^"]*)/gm)) expect(cell[1]).not.toMatch(/^[=+\-@\t\r]/)
})

it('a table of another team’s site is refused before it begins', async () => {
  const { url, actors, siteId } = world
  const { headers } = actors.otherSitesCommercial
  const answer = await call(url, 'GET /v2/stats/chats.csv', { query: { ...query, siteId }, headers })
  expect(answer.status).toBe(404)
  expect(answer.body).toMatchObject({ code: 'site_not_found' })
})
