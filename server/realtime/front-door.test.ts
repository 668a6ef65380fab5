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

function rawSocket(): WebSocket {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  open.push(() => socket.close())
  return socket
}

function opened(socket: WebSocket): Promise<unknown> {
  return new Promise((resolve) => socket.addEventListener('open', resolve))
}

/** By WebSocket, and then silence. */
function upgrade(): Promise<'open' | 'refused'> {
  const socket = rawSocket()
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

/** That are open, whatever they have said. */
const connections = () => gateway.gateway.io.engine.clientsCount

describe('connections that never say who they are', () => {
  beforeEach(async () => {
    gateway = await openTestGateway({ trustedProxies: 1 })
  })

  it('G04: have three seconds to say it; after that fifty at most stay for one address, and others do not notice', async () => {
    expect(await statuses(many(80, () => shake()))).toEqual(many(80, () => 200))
    expect((await shake('8.8.8.8')).status).toBe(200)
    gateway.time.advance(2_999)
    expect(connections()).toBe(81)
    gateway.time.advance(1)
    await expect.poll(connections).toBe(51)
  })

  it('G04: are fifty at most over WebSocket too', async () => {
    expect(await Promise.all(many(80, upgrade))).toEqual(many(80, () => 'open'))
    gateway.time.advance(3_000)
    await expect.poll(connections).toBe(50)
  })

  it('G04: are two hundred at most within those seconds, for one address', async () => {
    expect(await statuses(many(200, () => shake()))).toEqual(many(200, () => 200))
    const refused = await shake()
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('2')
    expect((await shake('8.8.8.8')).status).toBe(200)
    expect(gateway.counted).toEqual(['turned away'])
  })

  it('are no longer counted once they are gone, or have said so', async () => {
    const sockets = many(200, rawSocket)
    await Promise.all(sockets.map(opened))
    expect(await upgrade()).toBe('refused')
    sockets[0]?.send('40{}')
    await expect.poll(upgrade).toBe('open')
    sockets[1]?.close()
    await expect.poll(upgrade).toBe('open')
  })
})

describe('people behind one address', () => {
  it('all come back at once, however many they are, for they say who they are', async () => {
    gateway = await openTestGateway({ trustedProxies: 1 })
    const visitors = await Promise.all(many(150, () => gateway.visitor()))
    await Promise.all(
      visitors.map(async ({ token }) => {
        const socket = rawSocket()
        await opened(socket)
        socket.send(`40${JSON.stringify({ token })}`)
      }),
    )
    await expect.poll(() => gateway.gateway.sockets()).toEqual({ visitor: 150, commercial: 0, anonymous: 0 })
    gateway.time.advance(3_000)
    expect(gateway.gateway.sockets().visitor).toBe(150)
    expect(gateway.counted).toEqual([])
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
    const socket = rawSocket()
    const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
    await opened(socket)
    socket.send('40{}')
    await expect.poll(() => gateway.gateway.io.sockets.sockets.size).toBe(1)
    socket.send('41')
    await closed
  })
})
