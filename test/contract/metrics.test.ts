import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../server.ts'
import { call } from './call.ts'

const TOKEN = 'metrics-token-of-this-test'

interface Sample {
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

/** Prometheus' text format, read strictly: a line that does not belong to it fails the test. */
function parse(text: string): Map<string, Sample[]> {
  expect(text.endsWith('\n')).toBe(true)
  const samples = new Map<string, Sample[]>()
  const typed = new Set<string>()
  for (const line of text.split('\n').filter(Boolean)) {
    const comment = /^# (HELP|TYPE) ([a-z_:][\w:]*) (.+)$/i.exec(line)
    if (comment !== null) {
      const [, kind, name = '', rest = ''] = comment
      if (kind === 'TYPE') {
        expect(['counter', 'gauge', 'histogram', 'summary']).toContain(rest)
        expect(typed.has(name), `${name} is described twice`).toBe(false)
        typed.add(name)
      }
      continue
    }
    const [, name = '', , labels = '', value = ''] =
      /^([a-z_:][\w:]*)(\{([^}]*)\})? (-?[\d.e+-]+|NaN|[+-]Inf)$/i.exec(line) ?? []
    expect(name, line).not.toBe('')
    expect(
      [...typed].some((known) => name.startsWith(known)),
      line,
    ).toBe(true)
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key = '', text = '']) => [
      key,
      text,
    ])
    const sample = { labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) }
    samples.set(name, [...(samples.get(name) ?? []), sample])
  }
  return samples
}

let product: TestServer
beforeAll(async () => {
  product = await startServer({ METRICS_TOKEN: TOKEN, RATE_LIMITS: 'on' })
})
afterAll(() => product.close())

async function scrape(): Promise<Map<string, Sample[]>> {
  const response = await fetch(`${product.url}/metrics`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  return parse(await response.text())
}

function valueOf(samples: Map<string, Sample[]>, name: string, labels: Record<string, string> = {}): number {
  const matching = (samples.get(name) ?? []).filter((sample) =>
    Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
  )
  return matching.reduce((sum, { value }) => sum + value, 0)
}

async function startChat() {
  const opened = await call(product.url, 'POST /v2/visitors/session', { body: { siteKey: 'default' } })
  const headers = { authorization: `Bearer ${String(opened.body['token'])}` }
  const chat = await call(product.url, 'POST /v2/chats', {
    headers,
    body: { message: { content: 'CANARY in a message' } },
  })
  return {
    headers,
    chatId: String(chat.body['chatId']),
    visitor: opened.body['visitor'] as { visitorId: string },
  }
}

describe('a scrape', () => {
  it('counts what happened since the one before', async () => {
    const before = await scrape()
    const { headers, chatId } = await startChat()
    await call(product.url, 'POST /v2/messages', { headers, body: { chatId, content: 'hola' } })
    await call(product.url, 'POST /v2/messages', { headers, body: { chatId, content: '' } })
    await call(product.url, 'GET /v2/chats')
    const form = new FormData()
    form.append('chatId', chatId)
    form.append('file', new File(['a,b\n1,2\n'], 'figures.csv', { type: 'text/csv' }))
    await fetch(`${product.url}/v2/files/upload`, { method: 'POST', body: form, headers })
    const after = await scrape()
    const grew = (name: string, labels: Record<string, string> = {}) =>
      valueOf(after, name, labels) - valueOf(before, name, labels)
    expect(grew('sobremesa_messages_total', { sender: 'visitor', kind: 'message' })).toBe(2)
    expect(grew('sobremesa_chats_opened_total', { by: 'visitor' })).toBe(1)
    expect(grew('sobremesa_refusals_total', { over: 'http', code: 'invalid' })).toBe(1)
    expect(grew('sobremesa_refusals_total', { over: 'http', code: 'unauthenticated' })).toBe(1)
    expect(grew('sobremesa_uploads_total')).toBe(1)
    expect(grew('sobremesa_upload_bytes_total')).toBe(8)
    expect(grew('sobremesa_http_request_seconds_count', { method: 'POST', status: '2xx' })).toBe(4)
    expect(grew('sobremesa_http_request_seconds_count', { method: 'POST', status: '4xx' })).toBe(1)
    expect(grew('sobremesa_commit_seconds_count')).toBeGreaterThanOrEqual(4)
    expect(grew('sobremesa_commit_writes_sum')).toBeGreaterThanOrEqual(4)
  })

  it('says how the process is, and how large the data', async () => {
    const samples = await scrape()
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
    expect(samples.get('nodejs_eventloop_lag_p99_seconds')).toHaveLength(1)
    expect(valueOf(samples, 'sobremesa_data_bytes', { file: 'database' })).toBeGreaterThan(0)
    expect(samples.get('sobremesa_data_bytes')).toHaveLength(2)
    expect(samples.get('sobremesa_sockets')?.map(({ labels }) => labels['principal'])).toEqual([
      'visitor',
      'commercial',
      'anonymous',
    ])
    expect(samples.get('sobremesa_writes_waiting')).toHaveLength(1)
  })

  it('keeps every histogram whole: buckets that only rise, up to the count', async () => {
    await startChat()
    const samples = await scrape()
    const buckets = samples.get('sobremesa_commit_seconds_bucket') ?? []
    const counts = buckets.map(({ value }) => value)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(buckets.at(-1)?.labels['le']).toBe('+Inf')
    expect(counts.at(-1)).toBe(valueOf(samples, 'sobremesa_commit_seconds_count'))
  })

  it('G10, H02: has nothing of anybody: no id, no word, no address, and as many lines after a hundred strange requests', async () => {
    const { chatId, visitor } = await startChat()
    const before = await scrape()
    await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        fetch(`${product.url}/v2/chats/CANARY-${n}`, {
          method: 'GET',
          headers: { 'x-request-id': `CANARY-${n}` },
        }),
      ),
    )
    const text = await (await fetch(`${product.url}/metrics`)).text()
    for (const word of ['CANARY', chatId, visitor.visitorId, '127.0.0.1']) expect(text).not.toContain(word)
    const after = parse(text)
    const own = (samples: Map<string, Sample[]>) =>
      [...samples.keys()].filter((name) => name.startsWith('sobremesa_'))
    expect(own(after)).toEqual(own(before))
    for (const [name, samples] of after) expect(samples.length, name).toBeLessThan(200)
  })
})

describe('who may look', () => {
  it.each([
    ['from this machine', {}, 200],
    ['with the token', { authorization: `Bearer ${TOKEN}` }, 200],
    [
      'with the token, through a proxy',
      { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.7' },
      200,
    ],
    ['with another token', { authorization: 'Bearer guessed' }, 401],
    ['through a proxy', { 'x-forwarded-for': '203.0.113.7' }, 404],
    ['through a proxy, as if from here', { 'x-forwarded-for': '127.0.0.1' }, 404],
  ] as [string, Record<string, string>, number][])('G10: %s', async (_, headers, status) => {
    expect((await fetch(`${product.url}/metrics`, { headers })).status).toBe(status)
  })

  it('G10: the table is the same whichever proxies are believed', async () => {
    const proxied = await startServer({ TRUST_PROXY: '1', PUBLIC_URL: 'https://chat.example' })
    const ask = async (headers: Record<string, string>) =>
      (await fetch(`${proxied.url}/metrics`, { headers })).status
    expect(await ask({ 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect(await ask({ 'x-forwarded-for': '127.0.0.1, 127.0.0.1' })).toBe(404)
    expect(await ask({})).toBe(404)
    await proxied.close()
  })

  it('G10: what is not shown is answered like what does not exist', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    const answers = await Promise.all(
      ['/metrics', '/no-such-page'].map(async (path) => {
        const response = await fetch(product.url + path, { headers })
        const { requestId, ...body } = (await response.json()) as { requestId: string }
        return {
          status: response.status,
          body,
          type: response.headers.get('content-type'),
          isId: requestId !== '',
        }
      }),
    )
    expect(answers[0]).toEqual(answers[1])
  })

  it('of a commercial: nobody is more than anybody here', async () => {
    const { headers } = await startChat()
    expect((await fetch(`${product.url}/metrics`, { headers })).status).toBe(401)
  })
})
