import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import type { UploadOptions } from './chat-client.ts'
import { createChatClient } from './create-chat-client.ts'
import { FakeRequest } from './model/fake-request.ts'
import { createTestEnvironment } from './model/test-environment.ts'

const CHAT = 'chat' as ChatId
const answered = { fileId: 'f', url: 'https://chat.example/files/f', fileName: 'a.txt', fileSize: 4 }
const file = (content = 'hola', name = 'a.txt') => new File([content], name)

beforeEach(() => {
  FakeRequest.sent.length = 0
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})
afterEach(() => void vi.unstubAllGlobals())

/** A commercial's client whose uploads end as the test says. */
function arrange() {
  const navigator = { onLine: true }
  const window = new EventTarget()
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' })
  const environment = createTestEnvironment({ page: { window, document, navigator } })
  let token = 'first'
  const client = createChatClient(
    {
      role: 'commercial',
      apiUrl: 'https://chat.example',
      locale: 'es',
      getToken: async () => token,
      fetch: async () => new Response(JSON.stringify({ commercialId: 'ana', name: 'Ana' })),
    },
    environment,
  )
  const until = (count: number) =>
    vi.waitFor(async () => {
      await environment.advance(0)
      expect(FakeRequest.sent).toHaveLength(count)
      return FakeRequest.sent.at(-1) as FakeRequest
    })
  const start = (options: UploadOptions = {}, what = file()) => {
    const done = client.upload(CHAT, what, options)
    done.catch(() => {})
    return done
  }
  const setToken = (now: string) => void (token = now)
  return { client, environment, navigator, window, start, until, setToken }
}

describe('upload', () => {
  it('sends the chat before the file, as who it is, and gives back what the server found', async () => {
    const { start, until } = arrange()
    const done = start()
    const request = await until(1)
    expect(request.url).toBe('https://chat.example/v2/files/upload')
    expect(request.headers).toEqual({ authorization: 'Bearer first', 'accept-language': 'es' })
    expect(request.withCredentials).toBe(false)
    expect([...(request.form?.keys() ?? [])]).toEqual(['chatId', 'file'])
    expect(request.form?.get('chatId')).toBe(CHAT)
    request.answer(201, answered)
    expect(await done).toEqual(answered)
  })

  it('tells how much is on its way, in bytes of the file', async () => {
    const { start, until } = arrange()
    const heard: number[] = []
    const done = start({ onProgress: ({ sent }) => heard.push(sent) }, file('x'.repeat(100)))
    const request = await until(1)
    request.progress(150, 300)
    request.progress(300, 300)
    request.answer(201, answered)
    await done
    expect(heard).toEqual([50, 100, 100])
  })

  it('begins again when the connection is lost or the server is in trouble, and says that it waits', async () => {
    const { environment, start, until } = arrange()
    const waits: string[] = []
    const done = start({ onWait: ({ code }) => waits.push(code) })
    ;(await until(1)).fail()
    await vi.waitFor(() => expect(waits).toEqual(['network']))
    await environment.advance(30_000)
    ;(await until(2)).answer(503, { code: 'not_ready' }, { 'retry-after': '2' })
    await vi.waitFor(() => expect(waits).toEqual(['network', 'not_ready']))
    await environment.advance(30_000)
    ;(await until(3)).answer(201, answered)
    expect(await done).toEqual(answered)
  })

  it('does not repeat what was refused for good', async () => {
    for (const [status, code] of [
      [413, 'too_large'],
      [415, 'file_type_not_allowed'],
      [422, 'file_damaged'],
      [429, 'quota_exceeded'],
    ] as const) {
      const { start, until } = arrange()
      const done = start()
      ;(await until(1)).answer(status, { code, message: 'No' })
      await expect(done).rejects.toMatchObject({ name: 'ApiError', status, code })
      FakeRequest.sent.length = 0
    }
  })

  it('knows what a proxy’s own page means', async () => {
    const { start, until } = arrange()
    const done = start()
    ;(await until(1)).answer(413, '<html>Request Entity Too Large</html>')
    await expect(done).rejects.toMatchObject({ code: 'too_large' })
  })

  it('renews a token that has run out, once', async () => {
    const { start, until, setToken } = arrange()
    const done = start()
    const first = await until(1)
    setToken('second')
    first.answer(401, { code: 'token_expired' })
    const second = await until(2)
    expect(second.headers['authorization']).toBe('Bearer second')
    second.answer(201, answered)
    expect(await done).toEqual(answered)
  })

  it('is called off by its signal: at once, also while it waits, and never afterwards', async () => {
    const { environment, start, until } = arrange()
    const early = new AbortController()
    const done = start({ signal: early.signal })
    const request = await until(1)
    early.abort()
    await expect(done).rejects.toMatchObject({ name: 'AbortError' })
    expect(request.isAborted).toBe(true)

    const waiting = new AbortController()
    const second = start({ signal: waiting.signal })
    ;(await until(2)).fail()
    await environment.advance(0)
    waiting.abort()
    await expect(second).rejects.toMatchObject({ name: 'AbortError' })
    await environment.advance(60_000)
    expect(FakeRequest.sent).toHaveLength(2)

    await expect(start({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    expect(FakeRequest.sent).toHaveLength(2)
  })

  it('ends with its client', async () => {
    const { client, start, until } = arrange()
    const done = start()
    const request = await until(1)
    client.close()
    await expect(done).rejects.toMatchObject({ code: 'network' })
    expect(request.isAborted).toBe(true)
  })

  it('waits while the device is offline', async () => {
    const { environment, navigator, window, start, until } = arrange()
    navigator.onLine = false
    const done = start()
    await vi.dynamicImportSettled()
    await environment.advance(120_000)
    expect(FakeRequest.sent).toHaveLength(0)
    navigator.onLine = true
    window.dispatchEvent(new Event('online'))
    ;(await until(1)).answer(201, answered)
    expect(await done).toEqual(answered)
  })

  it('takes a connection on which nothing moves for lost', async () => {
    const { environment, start, until } = arrange()
    const done = start()
    const request = await until(1)
    await environment.advance(59_000)
    request.progress(1, 10)
    await environment.advance(59_000)
    expect(request.isAborted).toBe(false)
    await environment.advance(2_000)
    expect(request.isAborted).toBe(true)
    await environment.advance(30_000)
    ;(await until(2)).answer(201, answered)
    expect(await done).toEqual(answered)
  })

  it('sends two at once, and the others in their turn', async () => {
    const { start, until } = arrange()
    const all = ['a', 'b', 'c', 'd'].map((content) => start({}, file(content)))
    await until(2)
    FakeRequest.sent[0]?.answer(201, answered)
    await until(3)
    FakeRequest.sent[1]?.answer(415, { code: 'file_type_not_allowed' })
    await until(4)
    for (const request of FakeRequest.sent.slice(2)) request.answer(201, answered)
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
  })

  it('refuses an empty file before anything is sent', async () => {
    const { start } = arrange()
    await expect(start({}, file(''))).rejects.toMatchObject({ code: 'file_empty' })
    expect(FakeRequest.sent).toHaveLength(0)
  })

  it('tells a file that cannot be read any more from a network that failed', async () => {
    const { start, until } = arrange()
    const gone = file()
    gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as never
    const done = start({}, gone)
    ;(await until(1)).fail()
    await expect(done).rejects.toMatchObject({ code: 'file_unreadable' })
  })
})
