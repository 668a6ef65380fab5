import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer } from '../server.ts'
import { startWorld, type World } from './actors.ts'
import { bearer, call } from './call.ts'
import { uploadOf } from './requests.ts'

const MIB = 1024 * 1024
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const BOUNDARY = 'cut-here'
const head = (chatId: string, name = 'grande.txt') =>
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="chatId"\r\n\r\n${chatId}\r\n` +
  `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
const END = `\r\n--${BOUNDARY}--\r\n`

function post(headers: Record<string, string> = {}): ClientRequest {
  return request(`${world.url}/v2/files/upload`, {
    method: 'POST',
    headers: {
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
      ...world.actors.visitor.headers,
      ...headers,
    },
  })
}

async function answerOf(asked: ClientRequest): Promise<{ status: number; code: unknown }> {
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  const body = JSON.parse(Buffer.concat(chunks).toString()) as { code?: string }
  return { status: response.statusCode ?? 0, code: body.code }
}

function incoming(): string[] {
  return readdirSync(join(world.dataDir, 'files', 'incoming'))
}

describe('F01, F05: an upload over the wire', () => {
  it('of unknown length comes in whole', async () => {
    const asked = post({ 'transfer-encoding': 'chunked' })
    asked.write(head(world.chatId))
    for (let n = 0; n < 32; n += 1) asked.write('x'.repeat(65_536))
    asked.end(END)
    expect(await answerOf(asked)).toMatchObject({ status: 201 })
    expect(incoming()).toEqual([])
  })

  it('F05: of unknown length is refused once it is too large, while its sender is still sending', async () => {
    const asked = post({ 'transfer-encoding': 'chunked' })
    asked.on('error', () => {})
    asked.write(head(world.chatId))
    const answer = answerOf(asked)
    for (let n = 0; n < 21; n += 1) asked.write(Buffer.alloc(MIB, 'x'))
    expect(await answer).toEqual({ status: 413, code: 'too_large' })
    asked.destroy()
    await vi.waitFor(() => expect(incoming()).toEqual([]))
  })

  it('that says it is too large is refused before anything of it was sent', async () => {
    const asked = post({ 'content-length': String(26 * MIB) })
    asked.on('error', () => {})
    asked.flushHeaders()
    expect(await answerOf(asked)).toEqual({ status: 413, code: 'too_large' })
    asked.destroy()
  })

  it.each([
    ['nobody', () => ({ authorization: '' }), 401],
    ['a stranger', () => world.actors.otherVisitor.headers, 404],
  ])('by %s is refused before its file was sent', async (_, headersOf, status) => {
    const { authorization, ...rest } = headersOf() as Record<string, string>
    const asked = post({ 'content-length': String(MIB), ...rest, ...(authorization && { authorization }) })
    if (!authorization) asked.removeHeader('authorization')
    asked.on('error', () => {})
    // A parser may wait for a part's first bytes before it tells of the part.
    asked.write(`${head(world.chatId)}the beginning`)
    expect((await answerOf(asked)).status).toBe(status)
    asked.destroy()
  })

  it('F05: that breaks off half-way leaves nothing', async () => {
    for (let n = 0; n < 10; n += 1) {
      const asked = post({ 'content-length': String(MIB) })
      asked.on('error', () => {})
      asked.write(head(world.chatId))
      asked.write('x'.repeat(200_000))
      await vi.waitFor(() => expect(incoming().length).toBeGreaterThan(0))
      asked.destroy()
      await vi.waitFor(() => expect(incoming()).toEqual([]))
    }
  })

  it('is one of four that one person may have under way; places come back when they end', async () => {
    const slow = Array.from({ length: 4 }, () => {
      const asked = post({ 'content-length': String(MIB) })
      asked.on('error', () => {})
      asked.write(`${head(world.chatId)}the beginning`)
      return asked
    })
    await vi.waitFor(() => expect(incoming()).toHaveLength(4))
    const send = () => {
      const { headers } = world.actors.visitor
      return call(world.url, 'POST /v2/files/upload', { body: uploadOf(world.chatId), headers })
    }
    const refused = await send()
    expect([refused.status, refused.body['code'], refused.headers.get('retry-after')]).toEqual([
      429,
      'rate_limited',
      '5',
    ])
    for (const asked of slow) asked.destroy()
    await vi.waitFor(async () => expect((await send()).status).toBe(201))
  })

  it('whose form breaks off is malformed', async () => {
    const asked = post()
    asked.end(head(world.chatId))
    expect(await answerOf(asked)).toEqual({ status: 400, code: 'malformed' })
    expect(incoming()).toEqual([])
  })

  it('goes on to work on the same connection after a refusal', async () => {
    for (const [file, status] of [
      [new File(['<html>'], 'x.html'), 415],
      [new File(['hola'], 'x.txt'), 201],
    ] as const) {
      const body = uploadOf(world.chatId, file)
      const { headers } = world.actors.visitor
      expect((await call(world.url, 'POST /v2/files/upload', { body, headers })).status).toBe(status)
    }
  })

  it('D02: by a page with a cookie must come from a page of the site', async () => {
    const body = () => uploadOf(world.chatId)
    const cookie = `visitor_session=${world.actors.visitor.token}`
    const from = (origin: string) =>
      call(world.url, 'POST /v2/files/upload', { body: body(), headers: { cookie, origin } })
    expect(await from('https://evil.example')).toMatchObject({
      status: 403,
      body: { code: 'origin_not_allowed' },
    })
    expect((await from('http://localhost:5173')).status).toBe(201)
  })
})

describe('a download over the wire', () => {
  it('that is left half-way lets go of the file', async () => {
    const file = new File([new Uint8Array(8 * MIB).fill(97)], 'grande.txt')
    const { headers } = world.actors.visitor
    const { body } = await call(world.url, 'POST /v2/files/upload', {
      body: uploadOf(world.chatId, file),
      headers,
    })
    const open = () => readdirSync('/proc/self/fd').length
    const before = existsSync('/proc/self/fd') ? open() : 0
    for (let n = 0; n < 20; n += 1) {
      const abort = new AbortController()
      const response = await fetch(String(body['url']), { signal: abort.signal })
      await response.body?.getReader().read()
      abort.abort()
    }
    // Sockets that are kept for the next request stay; twenty files would not fit in between.
    if (existsSync('/proc/self/fd')) await vi.waitFor(() => expect(open()).toBeLessThan(before + 10))
    const whole = await fetch(String(body['url']))
    expect((await whole.arrayBuffer()).byteLength).toBe(8 * MIB)
  })
})

describe('what an ended process leaves in the incoming folder', () => {
  it('is gone when the server starts again', async () => {
    const first = await startServer()
    const folder = join(first.dataDir, 'files', 'incoming')
    writeFileSync(join(folder, 'left-behind'), 'half a file')
    await first.server.close()
    const second = await startServer({ DATA_DIR: first.dataDir })
    expect(readdirSync(folder)).toEqual([])
    await second.close()
    await first.close()
  })
})

describe('a file’s address after a restart', () => {
  it('still opens: its key is kept', async () => {
    const first = await startServer({ PUBLIC_URL: 'http://chat.example' })
    const session = await call(first.url, 'POST /v2/visitors/session', { body: {} })
    const headers = bearer(String(session.body['token']))
    const opened = await call(first.url, 'POST /v2/chats', {
      body: { message: { content: 'hola' } },
      headers,
    })
    const body = uploadOf(String(opened.body['chatId']))
    const uploaded = await call(first.url, 'POST /v2/files/upload', { body, headers })
    const { pathname, search } = new URL(String(uploaded.body['url']))
    await first.server.close()
    const second = await startServer({ DATA_DIR: first.dataDir, PUBLIC_URL: 'http://chat.example' })
    expect((await fetch(`${second.url}${pathname}${search}`)).status).toBe(200)
    await second.close()
    await first.close()
  })
})
