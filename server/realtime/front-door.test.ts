import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestGateway, type TestGateway } from './gateway.fixture.ts'

const open: (() => void)[] = []
let gateway: TestGateway
afterEach(async () => {
  for (const close of open.splice(0)) close()
  await gateway.close()
})

/** A handshake by polling, from the address that a trusted proxy says it has. */
function shake(address = '9.9.9.9'): Promise<Response> {
  return fetch(`${gateway.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { 'x-forwarded-for': address },
  })
}

/** By WebSocket, and then silence. */
function upgrade(): Promise<'open' | 'refused'> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  open.push(() => socket.close())
  return new Promise((resolve) => {
    socket.addEventListener('open', () => resolve('open'))
    socket.addEventListener('error', () => resolve('refused'))
  })
}

async function statuses(shakes: Iterable<Promise<Response>>): Promise<number[]> {
  return (await Promise.all(shakes)).map(({ status }) => status)
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

describe('connections that never say who they are', () => {
  beforeEach(async () => {
    gateway = await openTestGateway({ trustedProxies: 1 })
  })

  it('are fifty at most for one address, and others do not notice', async () => {
    expect(await statuses(many(50, () => shake()))).toEqual(many(50, () => 200))
    const refused = await shake()
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect((await shake('8.8.8.8')).status).toBe(200)
  })

  it('are fifty at most over WebSocket too', async () => {
    expect(await Promise.all(many(50, upgrade))).toEqual(many(50, () => 'open'))
    expect(await upgrade()).toBe('refused')
  })

  it('are no longer counted once they are gone, or have said so', async () => {
    const sockets = many(
      50,
      () => new WebSocket(`${gateway.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`),
    )
    await Promise.all(
      sockets.map((socket) => new Promise((resolve) => socket.addEventListener('open', resolve))),
    )
    expect(await upgrade()).toBe('refused')
    sockets[0]?.send('40{}')
    await expect.poll(upgrade).toBe('open')
    sockets[1]?.close()
    await expect.poll(upgrade).toBe('open')
    for (const socket of sockets) socket.close()
  })
})

describe('everybody at once', () => {
  it('gets in four hundred at a time and two hundred more each second; the rest is told to wait', async () => {
    gateway = await openTestGateway({ trustedProxies: 1 })
    const crowd = await statuses(many(450, (index) => shake(`10.0.${index >> 8}.${index & 255}`)))
    expect(crowd.filter((status) => status === 200)).toHaveLength(400)
    expect(crowd.filter((status) => status === 503)).toHaveLength(50)
    gateway.time.advance(1_000)
    const next = await statuses(many(250, (index) => shake(`10.1.0.${index & 255}`)))
    expect(next.filter((status) => status === 200)).toHaveLength(200)
  })
})

describe('a connection whose client has left', () => {
  it('is closed, instead of being kept and counted by nobody', async () => {
    gateway = await openTestGateway()
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
    await new Promise((resolve) => socket.addEventListener('open', resolve))
    socket.send('40{}')
    await expect.poll(() => gateway.gateway.io.sockets.sockets.size).toBe(1)
    socket.send('41')
    await closed
  })
})
