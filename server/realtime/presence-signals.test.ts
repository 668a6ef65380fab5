import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  once,
  openTestGateway,
  record,
  settled,
  type Client,
  type Heard,
  type TestCommercial,
  type TestGateway,
} from './gateway.fixture.ts'

let gateway: TestGateway
let ana: TestCommercial
let watcher: Client
let visitors: Client

beforeEach(async () => {
  gateway = await openTestGateway()
  ana = await gateway.commercial('ana')
  const berta = await gateway.commercial('berta')
  visitors = await gateway.as(await gateway.visitor())
  watcher = await gateway.as(berta)
  // Somebody who watches without being there to answer, so that what visitors hear is ana's alone.
  gateway.gateway.choosePresence(berta.identity, 'away')
  await settled(watcher, visitors)
})
afterEach(() => gateway.close())

const payloads = (heard: Heard[]) =>
  heard.filter(({ event }) => event === 'presence:changed').map(({ payload }) => payload)
const statuses = (heard: Heard[]) => payloads(heard).map((payload) => (payload as { status: string }).status)
const gone = async (client: Client) => {
  const { sockets } = gateway.gateway.io.sockets
  const before = sockets.size
  client.disconnect()
  await expect.poll(() => sockets.size).toBe(before - 1)
}
/** The connection breaks, as when a page is reloaded. */
const broken = async (client: Client) => {
  const { sockets } = gateway.gateway.io.sockets
  const before = sockets.size
  client.io.engine.close()
  await expect.poll(() => sockets.size).toBe(before - 1)
}

describe('a commercial', () => {
  it('who comes and goes is named to colleagues; visitors only hear whether anybody is there', async () => {
    const heard = { colleague: record(watcher), visitor: record(visitors) }
    const client = await gateway.as(ana)
    await gone(client)
    await settled(watcher, visitors)
    const { userId } = ana.identity
    const timestamp = '2026-03-01T10:00:00.000Z'
    expect(payloads(heard.colleague)).toEqual([
      { userId, userType: 'commercial', status: 'online', timestamp },
      { userId, userType: 'commercial', status: 'offline', timestamp },
    ])
    expect(heard.visitor).toEqual([
      { event: 'presence:changed', payload: { online: true } },
      { event: 'presence:changed', payload: { online: false } },
    ])
  })

  it('with two connections is there until both are gone', async () => {
    const heard = record(watcher)
    const [one, other] = [await gateway.as(ana), await gateway.as(ana)]
    await gone(one)
    await settled(watcher)
    expect(statuses(heard)).toEqual(['online'])
    await gone(other)
    await settled(watcher)
    expect(statuses(heard)).toEqual(['online', 'offline'])
  })

  it('who reloads the page was never gone', async () => {
    const heard = { colleague: record(watcher), visitor: record(visitors) }
    await broken(await gateway.as(ana))
    gateway.time.advance(2_000)
    await gateway.as(ana)
    gateway.time.advance(10_000)
    await settled(watcher, visitors)
    expect(statuses(heard.colleague)).toEqual(['online'])
    expect(payloads(heard.visitor)).toEqual([{ online: true }])
  })

  it('whose connection broke is gone when it does not come back', async () => {
    const heard = record(watcher)
    await broken(await gateway.as(ana))
    await settled(watcher)
    expect(statuses(heard)).toEqual(['online'])
    gateway.time.advance(3_000)
    await settled(watcher)
    expect(statuses(heard)).toEqual(['online', 'offline'])
  })

  it('who says to be away is away to colleagues, and to visitors nobody is there', async () => {
    await gateway.as(ana)
    await settled(watcher, visitors)
    const heard = { colleague: record(watcher), visitor: record(visitors) }
    gateway.gateway.choosePresence(ana.identity, 'away')
    gateway.gateway.choosePresence(ana.identity, 'away')
    gateway.gateway.choosePresence(ana.identity, 'online')
    await settled(watcher, visitors)
    expect(statuses(heard.colleague)).toEqual(['away', 'online'])
    expect(payloads(heard.visitor)).toEqual([{ online: false }, { online: true }])
  })

  it('who is second to come changes nothing for visitors', async () => {
    await gateway.as(ana)
    await settled(visitors)
    const heard = record(visitors)
    const carla = await gateway.as(await gateway.commercial('carla'))
    await gone(carla)
    await settled(visitors)
    expect(heard).toEqual([])
  })

  it('of another site is nothing to this one', async () => {
    const bakery = await gateway.createSite('bakery', [])
    const heard = { colleague: record(watcher), visitor: record(visitors) }
    await gateway.as(await gateway.commercial('dora', [bakery.siteId]))
    await settled(watcher, visitors)
    expect(heard).toEqual({ colleague: [], visitor: [] })
  })
})

describe('a visitor', () => {
  it('is told to commercials with the first connection and without the last, and to no other visitor', async () => {
    const visitor = await gateway.visitor()
    const heard = { colleague: record(watcher), visitor: record(visitors) }
    const [one, other] = [await gateway.as(visitor), await gateway.as(visitor)]
    await gone(one)
    await gone(other)
    await settled(watcher, visitors)
    const { userId } = visitor.identity
    expect(payloads(heard.colleague)).toMatchObject([
      { userId, userType: 'visitor', status: 'online' },
      { userId, userType: 'visitor', status: 'offline' },
    ])
    expect(heard.visitor).toEqual([])
  })
})

describe('a commercial who connects', () => {
  it('is told who is there already, and a visitor is not', async () => {
    const visitor = await gateway.visitor()
    const heard = record(gateway.dial({ auth: { token: visitor.token } }))
    await gateway.as(ana)
    const client = gateway.dial({ auth: { token: ana.accessToken } })
    const { present } = await once(client, 'presence:state')
    const timestamp = '2026-03-01T10:00:00.000Z'
    const ids = present.map(({ userId, status }) => [userId, status])
    expect(ids).toContainEqual([ana.identity.userId, 'online'])
    expect(ids).toContainEqual([visitor.identity.userId, 'online'])
    expect(present.map(({ status }) => status)).toContain('away')
    expect(present.every((person) => person.timestamp === timestamp)).toBe(true)
    expect(heard.map(({ event }) => event)).not.toContain('presence:state')
  })

  it('hears nothing of other sites’ visitors', async () => {
    const other = await gateway.createSite('other', [])
    const olga = await gateway.commercial('olga', [other.siteId])
    const client = gateway.dial({ auth: { token: olga.accessToken } })
    const { present } = await once(client, 'presence:state')
    expect(present.map(({ userId }) => userId)).toEqual([olga.identity.userId])
  })
})
