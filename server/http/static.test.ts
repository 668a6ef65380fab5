import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Env } from './env.ts'
import { mountStatic } from './static.ts'

let folder: string
let app: Hono<Env>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'static-'))
  for (const name of ['widget', 'console', 'demo']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'widget.js'), 'loader')
  writeFileSync(join(folder, 'widget.js.br'), brotliCompressSync('loader'))
  writeFileSync(join(folder, 'widget.js.gz'), gzipSync('loader'))
  writeFileSync(join(folder, 'widget/panel-a1b2c3d4.js'), 'panel')
  writeFileSync(join(folder, 'console/index.html'), '<head></head>console')
  writeFileSync(join(folder, 'console/worker.js'), 'worker')
  writeFileSync(join(folder, 'console/manifest.webmanifest'), '{}')
  writeFileSync(join(folder, 'demo/index.html'), '<head></head>demo')
  writeFileSync(join(folder, 'build.map'), 'of no declared type')
  app = new Hono<Env>()
  mountStatic(app, { folder, dev: false })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the built files', () => {
  it('go out compressed as well as the browser understands', async () => {
    const brotli = await app.request('/widget.js', { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe('loader')
    expect(
      (await app.request('/widget.js', { headers: { 'accept-encoding': 'gzip, br;q=0' } })).headers.get(
        'content-encoding',
      ),
    ).toBe('gzip')
    const plain = await app.request('/widget.js')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe('loader')
    expect(plain.headers.get('vary')).toBe('accept-encoding')
  })

  it('are kept for ever under a hashed name, minutes under the loader’s, and checked each time for a page', async () => {
    const control = async (path: string) => (await app.request(path)).headers.get('cache-control')
    expect(await control('/widget/panel-a1b2c3d4.js')).toContain('immutable')
    expect(await control('/widget.js')).toBe('public, max-age=300, stale-while-revalidate=86400')
    expect(await control('/console')).toBe('no-cache')
  })

  it('are not sent again to whoever has them', async () => {
    const etag = (await app.request('/widget.js')).headers.get('etag') ?? ''
    const again = await app.request('/widget.js', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
  })

  it('D06: are the widget for every site, and pages for themselves alone', async () => {
    const widget = await app.request('/widget.js')
    expect(widget.headers.get('access-control-allow-origin')).toBe('*')
    expect(widget.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const page = await app.request('/console')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
    expect(page.headers.get('x-frame-options')).toBe('DENY')
  })

  it('are the console’s worker, for the page above it, which may ask this server and nobody else', async () => {
    const { headers } = await app.request('/console/worker.js')
    expect(headers.get('service-worker-allowed')).toBe('/console')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; connect-src 'self'; img-src 'self'",
    )
    expect(headers.get('access-control-allow-origin')).toBeNull()
    const manifest = await app.request('/console/manifest.webmanifest')
    expect(manifest.headers.get('content-type')).toBe('application/manifest+json')
  })

  it.each([
    '/widget/../console/index.html.br',
    '/widget.js.br',
    '/build.map',
    '/console/nothing',
    '/%2e%2e/package.json',
    '/../package.json',
    '//widget.js',
  ])('do not include %s', async (path) => {
    expect((await app.request(path)).status).toBe(404)
  })
})
