import { describe, expect, it } from 'vitest'
import { createApi, type Api } from './api.ts'
import { createLifetime } from './lifetime.ts'
import { createTestEnvironment } from './model/test-environment.ts'

interface Asked {
  readonly url: string
  readonly init: RequestInit
}

function arrange(reply: (init: RequestInit) => Promise<Response>, locale?: string) {
  const environment = createTestEnvironment()
  const life = createLifetime(environment)
  const asked: Asked[] = []
  const api = createApi({
    apiUrl: 'https://chat.example',
    locale,
    credentials: 'omit',
    life,
    fetch: (url, init = {}) => {
      asked.push({ url: url as string, init })
      return reply(init)
    },
  }) as Api
  return { api, asked, environment, life }
}

/** A server that never answers, as a real `fetch` behaves when it is aborted. */
function silence({ signal }: RequestInit): Promise<Response> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))))
}

const json =
  (status: number, body: unknown, headers = {}) =>
  async () =>
    new Response(JSON.stringify(body), { status, headers })

describe('api', () => {
  it('fills in the path, asks the query and sends the body, in the language asked for', async () => {
    const { api, asked } = arrange(json(200, {}), 'es')
    await api('GET /v2/messages/chat/:chatId', { params: { chatId: 'a/b' }, query: { after: '3' } })
    await api('PATCH /v2/messages/:messageId', {
      params: { messageId: 'm' },
      body: { content: 'sí' },
    })
    const [read, edit] = asked
    expect(read?.url).toBe('https://chat.example/v2/messages/chat/a%2Fb?after=3')
    expect(read?.init).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      headers: { 'accept-language': 'es' },
    })
    expect(read?.init.body).toBeUndefined()
    expect(edit?.init).toMatchObject({ method: 'PATCH', body: '{"content":"sí"}' })
  })

  it('answers an empty answer with nothing', async () => {
    const { api } = arrange(async () => new Response(null, { status: 204 }))
    expect(await api('PUT /v2/messages/mark-as-read', { body: { chatId: 'c', seq: 1 } })).toBeUndefined()
  })

  it('rejects with the server’s own code, sentence and details', async () => {
    const body = { code: 'stale_reply', message: 'Hay más', unseen: [] }
    const { api } = arrange(json(409, body))
    await expect(api('GET /v2/auth/me')).rejects.toMatchObject({
      status: 409,
      code: 'stale_reply',
      message: 'Hay más',
      body,
    })
  })

  it('reads how long to wait, and takes no nonsense for it', async () => {
    const slow = (after: string) => arrange(json(429, { code: 'rate_limited' }, { 'retry-after': after })).api
    await expect(slow('7')('GET /v2/auth/me')).rejects.toMatchObject({ retryAfterMs: 7_000 })
    await expect(slow('soon')('GET /v2/auth/me')).rejects.toMatchObject({ retryAfterMs: 0 })
    await expect(slow('-5')('GET /v2/auth/me')).rejects.toMatchObject({ retryAfterMs: 0 })
  })

  it.each([
    [413, 'too_large'],
    [429, 'rate_limited'],
    [502, 'not_ready'],
    [507, 'disk_full'],
    [418, 'malformed'],
  ])('makes sense of a proxy’s own page with status %i', async (status, code) => {
    const { api } = arrange(async () => new Response('<h1>nginx</h1>', { status }))
    await expect(api('GET /v2/auth/me')).rejects.toMatchObject({ status, code })
  })

  it('takes a stranger’s page with status 200 for no answer at all', async () => {
    const { api } = arrange(async () => new Response('<h1>Hotel Wi-Fi</h1>'))
    await expect(api('GET /v2/auth/me')).rejects.toMatchObject({ status: 0, code: 'network' })
  })

  it('gives up on a server that does not answer for 15 seconds', async () => {
    const { api, environment } = arrange(silence)
    const answer = expect(api('GET /v2/auth/me')).rejects.toMatchObject({ code: 'network' })
    await environment.advance(15_000)
    await answer
    expect(environment.timers()).toBe(0)
  })

  it('drops what is under way when the client is closed', async () => {
    const { api, life } = arrange(silence)
    const answer = expect(api('GET /v2/auth/me')).rejects.toMatchObject({ code: 'network' })
    life.end()
    await answer
  })
})
