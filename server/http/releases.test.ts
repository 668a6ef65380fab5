import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Env } from './env.ts'
import { keepRelease, mountReleases } from './releases.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What a build of this version leaves. */
function build(version: string, loader = `loader ${version}`): string {
  const dist = mkdtempSync(join(folder, 'dist-'))
  mkdirSync(join(dist, 'widget', version), { recursive: true })
  writeFileSync(join(dist, 'widget.js'), loader)
  writeFileSync(join(dist, 'widget', version, 'panel-a1b2c3d4.js'), `panel ${version}`)
  return dist
}

const kept = () => join(folder, 'kept')

function serve(version: string): Hono<Env> {
  const app = new Hono<Env>()
  mountReleases(app, { folder: kept(), version })
  return app
}

async function ask(app: Hono<Env>, path: string): Promise<[number, string, string | null]> {
  const answer = await app.request(path)
  return [answer.status, await answer.text(), answer.headers.get('cache-control')]
}

describe('a pinned widget', () => {
  it('stays what it was, with all that it needs, when the server is upgraded', async () => {
    for (const version of ['1.4.2', '1.5.0']) keepRelease({ dist: build(version), folder: kept(), version })
    const app = serve('1.5.0')
    const forEver = 'public, immutable, max-age=31536000'
    expect(await ask(app, '/widget@1.4.2.js')).toEqual([200, 'loader 1.4.2', forEver])
    expect(await ask(app, '/widget/1.4.2/panel-a1b2c3d4.js')).toEqual([200, 'panel 1.4.2', forEver])
    expect(await ask(app, '/widget@1.5.0.js')).toEqual([200, 'loader 1.5.0', forEver])
  })

  it('is the newest of a range, checked again within minutes', async () => {
    keepRelease({ dist: build('1.5.0'), folder: kept(), version: '1.5.0' })
    const app = serve('1.5.0')
    for (const path of ['/widget@1.js', '/widget@1.5.js']) {
      expect(await ask(app, path)).toEqual([200, 'loader 1.5.0', expect.stringContaining('max-age=300')])
    }
  })

  it.each([
    '/widget@2.js',
    '/widget@1.4.js',
    '/widget@1.5.0.1.js',
    '/widget@..%2f..%2fetc.js',
    '/widget/9.9.9/x.js',
  ])('is not found at %s', async (path) => {
    keepRelease({ dist: build('1.5.0'), folder: kept(), version: '1.5.0' })
    expect((await serve('1.5.0').request(path)).status).toBe(404)
  })

  it('may be loaded by any page, with an integrity hash', async () => {
    keepRelease({ dist: build('1.5.0'), folder: kept(), version: '1.5.0' })
    const { headers } = await serve('1.5.0').request('/widget@1.5.0.js')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
  })

  it('is the later one of a version that was built twice', async () => {
    keepRelease({ dist: build('1.5.0'), folder: kept(), version: '1.5.0' })
    keepRelease({ dist: build('1.5.0', 'again'), folder: kept(), version: '1.5.0' })
    expect((await ask(serve('1.5.0'), '/widget@1.5.0.js'))[1]).toBe('again')
  })
})
