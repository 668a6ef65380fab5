import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SiteId, VisitorId } from '#shared/ids.ts'
import { createOpaqueToken, hashToken } from '../auth/opaque-token.ts'
import type { Sign } from '../domain/onlookers.ts'
import { welcomeOnlooker } from '../domain/welcome-onlooker.ts'
import { openTestGateway, record, settled, type Client, type TestGateway } from './gateway.fixture.ts'

let gateway: TestGateway
let siteId: SiteId
let watcher: Client
let visitors: Client

beforeEach(async () => {
  gateway = await openTestGateway()
  siteId = (await gateway.storage.site('shop'))?.siteId ?? ('' as SiteId)
  watcher = await gateway.as(await gateway.commercial('ana'))
  visitors = await gateway.as(await gateway.visitor())
  await settled(watcher, visitors)
})
afterEach(() => gateway.close())

const visitorId = '01890000-0000-7000-8000-000000000001' as VisitorId

function sign(path: string): Sign {
  const page = { url: `https://shop.example${path}` }
  return { siteId, page, referrer: undefined, locale: null, timeZone: null, nextInMs: 12_000 }
}

it('the team hears who comes, which page they turn to, and who goes; other visitors hear nothing', async () => {
  const heard = { team: record(watcher), visitor: record(visitors) }
  gateway.onlookers.come(sign('/'), { visitorId, token: { hash: 'a', expiresAt: 0 } })
  gateway.onlookers.look('a', sign('/tables'))
  gateway.onlookers.leave('a')
  gateway.time.advance(12_000)
  await settled(watcher, visitors)
  expect(heard.team.map(({ event, payload }) => [event, payload])).toEqual([
    ['presence:changed', expect.objectContaining({ userId: visitorId, status: 'online' })],
    ['visitor:updated', expect.objectContaining({ visitorId, page: { url: 'https://shop.example/tables' } })],
    ['presence:changed', expect.objectContaining({ userId: visitorId, status: 'offline' })],
  ])
  expect(heard.visitor).toEqual([])
})

it('who has a connection by now is not gone when their page falls silent', async () => {
  const heard = record(watcher)
  const secret = createOpaqueToken()
  const token = { hash: hashToken(secret), expiresAt: gateway.time.now() + 86_400_000 }
  gateway.onlookers.come(sign('/'), { visitorId, token })
  const onlooker = gateway.onlookers.byId(visitorId)
  if (onlooker === null) throw new Error('Nobody came')
  await welcomeOnlooker(gateway, onlooker)
  await gateway.as({ token: secret })
  gateway.time.advance(60_000)
  await settled(watcher)
  const told = heard.filter(({ event }) => event === 'presence:changed').map(({ payload }) => payload)
  expect(told).toMatchObject([{ userId: visitorId, status: 'online' }])
})
