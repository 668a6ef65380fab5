import type { IncomingHttpHeaders } from 'node:http'
import { describe, expect, it } from 'vitest'
import { checkMetricsAccess } from './metrics-access.ts'

const TOKEN = 'a-token-of-this-server'

interface Asking {
  readonly remote?: string | undefined
  readonly headers?: IncomingHttpHeaders
  readonly bearer?: string
  readonly token?: string
  readonly publicUrl?: string
}

/** From this machine, without a proxy, unless said otherwise. */
function ask({ headers = {}, bearer, token, publicUrl, ...from }: Asking): string {
  const remote = 'remote' in from ? from.remote : '127.0.0.1'
  const asking = { remote, headers: { host: 'localhost:3000', ...headers }, bearer }
  try {
    checkMetricsAccess(asking, { token, publicUrl })
    return 'shown'
  } catch (cause) {
    return (cause as { code: string }).code
  }
}

describe('whoever asks from this machine', () => {
  it.each<Asking>([
    {},
    { remote: '::1' },
    { remote: '::ffff:127.0.0.1' },
    { remote: '127.8.9.10', headers: { host: '127.0.0.1:3000' } },
    { headers: { host: '[::1]:3000' } },
    { publicUrl: 'http://localhost:3000' },
    { token: TOKEN },
  ])('G10: is shown the metrics: %o', (asking) => {
    expect(ask(asking)).toBe('shown')
  })
})

describe('whoever only seems to', () => {
  it.each<Asking>([
    { remote: '192.168.1.5' },
    { remote: '2001:db8::1' },
    { remote: '::ffff:10.0.0.1' },
    { remote: undefined },
    { remote: '' },
    { remote: '203.0.113.7', headers: { 'x-forwarded-for': '127.0.0.1' } },
    { headers: { 'x-forwarded-for': '203.0.113.7' } },
    { headers: { 'x-forwarded-for': '127.0.0.1' } },
    { headers: { 'x-forwarded-for': '' } },
    { headers: { forwarded: 'for=127.0.0.1' } },
    { headers: { 'x-real-ip': '127.0.0.1' } },
    { headers: { 'x-forwarded-host': 'localhost' } },
    { headers: { 'x-forwarded-proto': 'https' } },
    { headers: { via: '1.1 proxy' } },
    { headers: { host: 'chat.example' } },
    { headers: { host: 'localhost.evil.example:3000' } },
    { headers: { host: '' } },
    { publicUrl: 'https://chat.example' },
  ])('G10: finds nothing there: %o', (asking) => {
    expect(ask(asking)).toBe('not_found')
    expect(ask({ ...asking, token: TOKEN })).toBe('not_found')
  })
})

describe('a token', () => {
  it('opens them from anywhere, through any proxy', () => {
    const headers = { host: 'chat.example', 'x-forwarded-for': '203.0.113.7' }
    const from = { remote: '10.0.0.1', headers, publicUrl: 'https://chat.example', token: TOKEN }
    expect(ask({ ...from, bearer: TOKEN })).toBe('shown')
  })

  it.each(['', 'wrong', TOKEN.slice(1), `${TOKEN}x`, TOKEN.toUpperCase()])(
    'G10: that is %o is refused, from this machine too',
    (bearer) => {
      expect(ask({ bearer, token: TOKEN })).toBe('invalid_token')
    },
  )

  it('G10: is nothing to a server that has none', () => {
    expect(ask({ bearer: TOKEN })).toBe('invalid_token')
    expect(ask({ bearer: '' })).toBe('invalid_token')
  })
})
