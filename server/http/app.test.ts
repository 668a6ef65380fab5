import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
beforeEach(async () => {
  app = await openTestApp()
})

const check = (row: Row) => expectRow(app, row)

describe('every answer', () => {
  it('D06, D08, D10: is nobody else’s to keep, to guess the type of, or to embed', async () => {
    const { headers } = await check({ asked: { path: '/v2/chats' }, status: 401 })
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers.get('permissions-policy')).toContain('geolocation=()')
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  it('binds browsers to https where they come by https', async () => {
    const secure = await openTestApp({ isSecure: true })
    const { headers } = await secure.ask({ path: '/healthz' })
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000')
  })

  it('D03: names only listed origins, and only exactly', async () => {
    const allowed = await check({
      asked: { path: '/healthz', headers: { origin: 'http://localhost:5173' } },
      status: 200,
    })
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:5173')
    expect(allowed.headers.get('access-control-allow-credentials')).toBe('true')
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost.evil.example',
      'http://localhost:5173.evil.example',
      'https://localhost',
      'http://LOCALHOST:5173',
    ]) {
      const { headers } = await check({ asked: { path: '/healthz', headers: { origin } }, status: 200 })
      expect(headers.get('access-control-allow-origin'), origin).toBeNull()
      expect(headers.get('vary')).toContain('Origin')
    }
  })

  it('lets a listed page ask before it sends', async () => {
    const preflight = {
      method: 'OPTIONS',
      path: '/v2/messages',
      headers: { origin: 'http://localhost:5173', 'access-control-request-method': 'POST' },
    }
    const { headers } = await check({ asked: preflight, status: 204 })
    expect(headers.get('access-control-allow-headers')).toContain('Authorization')
    const evil = await check({
      asked: { ...preflight, headers: { ...preflight.headers, origin: 'https://evil.example' } },
      status: 204,
    })
    expect(evil.headers.get('access-control-allow-headers')).toBeNull()
  })

  it('keeps a bug to itself', async () => {
    await app.storage.close()
    const { body, status } = await app.ask({ path: '/readyz' })
    expect(status).toBe(503)
    expect(JSON.stringify(body)).not.toMatch(/sqlite|database|\.ts/i)
  })
})

describe('a path that does not exist', () => {
  it.each(['/v2/nothing', '/', '/v2/chats/x/y/z', '/../etc/passwd', '//evil.example/v2/chats', '/%00'])(
    '%s is 404',
    async (path) => {
      await check({ asked: { path }, status: 404, contains: { code: 'not_found' } })
    },
  )

  it('is told apart from a method that does not', async () => {
    const { headers } = await check({
      asked: { method: 'DELETE', path: '/v2/messages' },
      status: 405,
      contains: { code: 'method_not_allowed' },
    })
    expect(headers.get('allow')).toBe('POST')
  })
})

describe('the server’s health', () => {
  it('G10: is alive, ready, and shows its public key', async () => {
    await check({ asked: { path: '/healthz' }, status: 200, contains: { status: 'ok' } })
    await check({ asked: { path: '/readyz' }, status: 200, contains: { status: 'ready' } })
    const { body } = await check({ asked: { path: '/.well-known/jwks.json' }, status: 200 })
    const [key] = body['keys'] as Record<string, unknown>[]
    expect(key).toMatchObject({ kty: 'EC', crv: 'P-256' })
    expect(key).not.toHaveProperty('d')
  })

  it('is not ready while the server stops, though what is asked is still answered', async () => {
    const stopping = await openTestApp({ isDraining: true })
    const { status, headers, body } = await stopping.ask({ path: '/readyz' })
    expect([status, body['code']]).toEqual([503, 'not_ready'])
    expect(headers.get('retry-after')).toBe('2')
    expect(headers.get('connection')).toBe('close')
    expect((await stopping.ask({ path: '/healthz' })).status).toBe(200)
  })
})
