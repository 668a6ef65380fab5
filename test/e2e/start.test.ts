import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { COMPILE_CACHE } from '../compile-cache.ts'
import { startProduct, type Product } from './product.ts'

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
/** Nobody is given beforehand: the first start prints its link. */
const NO_ADMIN = { ADMIN_EMAIL: '', ADMIN_PASSWORD: '' }

const products: Product[] = []
afterEach(async () => {
  for (const product of products.splice(0)) await product.remove()
})

async function start(env: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct(env)
  products.push(product)
  return product
}

/** A start that is expected to fail, with what it said. */
function startInVain(env: Record<string, string>): { code: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN], {
    env: { ...process.env, ...COMPILE_CACHE, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  })
  return { code: status, said: stdout + stderr }
}

function setupTokenIn(output: string): string {
  return /#setup=(\S+)/.exec(output)?.[1] ?? ''
}

async function setUp(url: string, setupToken: string, email: string): Promise<number> {
  const body = JSON.stringify({ setupToken, name: 'Marta', email, password: 'long enough' })
  const response = await fetch(`${url}/v2/auth/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  return response.status
}

describe('the first start', () => {
  it('prints the set-up link, the demo and the line to paste, and makes the keys for its owner alone', async () => {
    const product = await start(NO_ADMIN)
    const output = product.output()
    expect(output).toContain(`${product.url}/console#setup=`)
    expect(output).toContain(`${product.url}/demo`)
    expect(output).toContain(`<script src="${product.url}/widget.js" data-site="default" async></script>`)
    expect(statSync(join(product.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200)
  })

  it('C15: lets the link create one admin, once, however many try at the same moment', async () => {
    const product = await start(NO_ADMIN)
    const token = setupTokenIn(product.output())
    expect(await setUp(product.url, 'wrong-token', 'thief@olmo.example')).toBe(401)
    const statuses = await Promise.all(
      [1, 2, 3, 4].map((n) => setUp(product.url, token, `admin${n}@olmo.example`)),
    )
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(await setUp(product.url, token, 'late@olmo.example')).toBe(404)
  })

  it('C15: keeps no trace of the token that would open the door', async () => {
    const product = await start(NO_ADMIN)
    const token = setupTokenIn(product.output())
    expect(token.replaceAll('-', '').length).toBeGreaterThanOrEqual(17)
    await product.kill('SIGTERM')
    expect(readFileSync(join(product.dataDir, 'chat.db')).includes(token)).toBe(false)
  })

  it('prints a new link on the next start, and the old one is worth nothing', async () => {
    const product = await start(NO_ADMIN)
    const old = setupTokenIn(product.output())
    await product.kill('SIGKILL')
    await product.start()
    expect(await setUp(product.url, old, 'old@olmo.example')).toBe(401)
    expect(await setUp(product.url, setupTokenIn(product.output()), 'new@olmo.example')).toBe(201)
  })

  it('creates the admin that the environment names, and prints no link', async () => {
    const product = await start({ ADMIN_EMAIL: 'boss@olmo.example', ADMIN_PASSWORD: 'long enough' })
    expect(product.output()).not.toContain('#setup=')
    const body = JSON.stringify({ email: 'boss@olmo.example', password: 'long enough' })
    const login = await fetch(`${product.url}/v2/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    expect(login.status).toBe(200)
  })
})

describe('starting and stopping', () => {
  it.each([
    [{ PORT: 'abc' }, 'PORT is "abc"; allowed: a whole number from 0 to 65535.'],
    [{ RATE_LIMITS: 'maybe' }, 'RATE_LIMITS is "maybe"; allowed: on or off.'],
    [{ ADMIN_EMAIL: 'a@b.es', ADMIN_PASSWORD: '' }, 'ADMIN_PASSWORD is not set'],
  ])('refuses to start with %o, in one sentence', (env, sentence) => {
    const { code, said } = startInVain(env)
    expect(code).toBe(1)
    expect(said).toContain(sentence)
    expect(said.trim().split('\n')).toHaveLength(1)
  })

  it('says that the port is taken', async () => {
    const product = await start()
    const { code, said } = startInVain({
      PORT: new URL(product.url).port,
      DATA_DIR: `${product.dataDir}-second`,
    })
    expect(code).toBe(1)
    expect(said).toContain('is taken')
  })

  it('refuses a second server on the same data, and names the first', async () => {
    const product = await start()
    const { code, said } = startInVain({ PORT: '0', DATA_DIR: product.dataDir })
    expect(code).toBe(1)
    expect(said).toMatch(/process \d+|pid \d+/i)
  })

  it('ends by itself and cleanly when told to', async () => {
    const product = await start()
    expect(await product.kill('SIGTERM')).toBe(0)
  })
})
