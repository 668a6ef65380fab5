import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Connection } from '../../widget/build/stand-ins/socket.io-manager.ts'
import { startServer, type TestServer } from '../server.ts'

const TRANSPORTS = ['websocket', 'polling'] as const
const PATIENCE_MS = 5_000

let running: TestServer
beforeAll(async () => {
  running = await startServer()
})
afterAll(() => running.close())

const connections: Connection[] = []
afterEach(() => connections.splice(0).forEach((connection) => connection._destroy()))

/** A connection that is opening, and what it has told so far: packets as `3 ["…"]`, their type and their data. */
function connect(url: string, transports: readonly (typeof TRANSPORTS)[number][]) {
  const connection = new Connection(url, { transports })
  connections.push(connection)
  const told: string[] = []
  for (const event of ['open', 'error', 'close', 'ping'] as const)
    connection.on(event, () => void told.push(event))
  connection.on('packet', ({ type, data }) => void told.push(`${type} ${JSON.stringify(data)}`))
  connection.open()
  return {
    connection,
    told,
    until: (isThere: (told: readonly string[]) => boolean) => poll(() => isThere(told)),
  }
}

const CONNECT = { type: 0, nsp: '/' }

async function poll(isThere: () => boolean): Promise<void> {
  await expect.poll(isThere, { timeout: PATIENCE_MS, interval: 5 }).toBe(true)
}

describe.each(TRANSPORTS)('the visitor’s connection over %s', (transport) => {
  it('says and hears packets, in order and whole', async () => {
    const { connection, told, until } = connect(running.url, [transport])
    await until(() => told[0] === 'open')
    connection._packet(CONNECT)
    await until(() => told.some((text) => text.startsWith('0 {"sid"')))
    const texts = Array.from({ length: 35 }, (_, index) => `${index} – ${'ñ漢🙂'.repeat(index)}`)
    texts.forEach((message, id) => connection._packet({ type: 2, nsp: '/', id, data: ['test', { message }] }))
    await until(() => told.filter((text) => text.startsWith('3')).length === texts.length)
    const echoes = told.filter((text) => text.startsWith('3')).map((text) => JSON.parse(text.slice(2)))
    expect(echoes.map(([{ message }]) => message)).toEqual(texts)
  })

  it('tells once that the server is gone, and nothing after', async () => {
    const own = await startServer()
    const { connection, told, until } = connect(own.url, [transport])
    await until(() => told[0] === 'open')
    await own.close()
    await until(() => told.includes('close'))
    connection._packet(CONNECT)
    connection._destroy()
    expect(told.filter((text) => text === 'close' || text === 'error')).toEqual(['close'])
  })

  it('tells nothing more once it was closed from here', async () => {
    const { connection, told, until } = connect(running.url, [transport])
    await until(() => told[0] === 'open')
    const before = [...told]
    connection._packet(CONNECT)
    connection._destroy()
    // Another one of its kind, opened later, has come all the way: what the first one would tell has had its time.
    const other = connect(running.url, [transport])
    await other.until(() => other.told[0] === 'open')
    expect(told).toEqual(before)
  })

  it('reports an address where nobody listens as an error, never as an exception', async () => {
    const free = await startServer()
    await free.close()
    const { told, until } = connect(free.url, [transport])
    await until(() => told.length > 0)
    expect(told).toEqual(['error'])
  })
})

describe('where a proxy stands between', () => {
  let proxy: Server
  let url: string
  let posts: string[]
  let answer: (asked: IncomingMessage, response: ServerResponse) => boolean

  beforeEach(async () => {
    posts = []
    answer = () => false
    proxy = createHttpServer((asked, response) => {
      if (!answer(asked, response)) response.writeHead(502).end()
    })
    proxy.on('upgrade', (_, socket) => socket.destroy())
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
  })
  afterEach(async () => {
    proxy.closeAllConnections()
    await new Promise((resolve) => proxy.close(resolve))
  })

  it('goes on to the next transport, once, and fails when none is left', async () => {
    const asked: string[] = []
    answer = ({ url: path = '' }) => {
      asked.push(new URL(path, url).searchParams.get('transport') ?? '')
      return false
    }
    const { told, until } = connect(url, TRANSPORTS)
    await until(() => told.includes('error'))
    expect({ told, asked }).toEqual({ told: ['error'], asked: ['polling'] })
  })

  it('tries none after it was closed while opening', async () => {
    const { connection, told } = connect(url, TRANSPORTS)
    const refused = new Promise((resolve) => proxy.once('upgrade', resolve))
    connection._destroy()
    const other = connect(url, ['polling'])
    await Promise.race([refused, other.until(() => other.told.includes('error'))])
    await other.until(() => other.told.includes('error'))
    expect(told).toEqual([])
  })

  it('never has two posts on the way, and takes leave when it is closed', async () => {
    let underWay = 0
    answer = (asked, response) => {
      if (asked.method === 'GET' && !asked.url?.includes('sid')) response.end('0{"sid":"abc"}')
      else if (asked.method === 'POST') {
        underWay += 1
        if (underWay > 1) posts.push('overlap')
        asked.setEncoding('utf8')
        let body = ''
        asked.on('data', (part: string) => (body += part))
        asked.on('end', () =>
          setImmediate(() => {
            posts.push(body)
            underWay -= 1
            response.end('ok')
          }),
        )
      }
      // A poll stays open, as where nothing happens.
      return true
    }
    const { connection, until } = connect(url, ['polling'])
    await until((told) => told[0] === 'open')
    const say = (data: string) => connection._packet({ type: 2, nsp: '/', data: [data] })
    for (const text of ['a', 'b', 'c']) say(text)
    await poll(() => posts.join('\x1e') === ['42["a"]', '42["b"]', '42["c"]'].join('\x1e'))
    say('d')
    connection._destroy()
    await poll(() => posts.join('\x1e').endsWith('42["d"]\x1e1'))
    expect(posts).not.toContain('overlap')
  })
})
