import { beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from './app.fixture.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp({ rateLimits: true })
})

const begin = (token?: string) =>
  app.ask({ method: 'POST', path: '/v2/visitors/session', body: token === undefined ? {} : { token } })

describe('an address', () => {
  it('brings sixty new visitors a minute, and those who come back are no new ones', async () => {
    const first = await begin()
    for (let n = 1; n < 60; n += 1) expect((await begin()).status).toBe(200)
    const refused = await begin()
    expect(refused.status).toBe(429)
    expect(refused.body['code']).toBe('rate_limited')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await begin(String(first.body['token']))).status).toBe(200)
  })
})

describe('a visitor', () => {
  it('who asks for far more than any client does is told to wait, and nobody else is', async () => {
    const [flooder, other] = [await app.visitor(), await app.visitor()]
    const statuses: number[] = []
    for (let n = 0; n < 210; n += 1) {
      statuses.push((await app.ask({ path: '/v2/chats', as: flooder })).status)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(200)
    expect(statuses.slice(200)).toEqual(Array(10).fill(429))
    expect((await app.ask({ path: '/v2/chats', as: other })).status).toBe(200)
    // Coming back counts too: each time something is written.
    expect((await begin(flooder.token)).status).toBe(429)
  })

  it('G07: who floods with messages leaves the team all it needs', async () => {
    const flooder = await app.visitor()
    const { chatId } = await app.chatOf(flooder)
    const write = (as = flooder) =>
      app.ask({ method: 'POST', path: '/v2/messages', body: { chatId, content: 'x' }, as })
    const statuses: number[] = []
    for (let n = 0; n < 15; n += 1) statuses.push((await write()).status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(9)
    expect(statuses.at(-1)).toBe(429)
    const team = await app.commercial('Marta')
    for (let n = 0; n < 30; n += 1) expect((await write(team)).status).toBe(201)
  })
})
