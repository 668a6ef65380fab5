import { beforeEach, describe, expect, it } from 'vitest'
import { expectRow, openTestApp, type Person, type Row, type TestApp } from './app.fixture.ts'

let app: TestApp
let marta: Person
let joan: Person

beforeEach(async () => {
  app = await openTestApp()
  marta = await app.commercial('Marta')
  joan = await app.commercial('Joan')
})

const check = (row: Row) => expectRow(app, row)
const endpoint = 'https://push.example.com/abc'
const keys = { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) }
const put = (as: Person, change: object = {}) => ({
  method: 'PUT',
  path: '/v2/push/devices',
  body: { endpoint, keys, label: 'Firefox on Android', ...change },
  as,
})

describe('browsers that are told', () => {
  it('are listed for their owner, without how they are reached', async () => {
    const { body } = await check({
      asked: put(marta),
      status: 200,
      contains: { label: 'Firefox on Android' },
    })
    await check({
      asked: put(marta, { label: 'Telephone' }),
      status: 200,
      contains: { ...body, label: 'Telephone' },
    })
    const asked = { path: '/v2/push', as: marta }
    const listed = {
      publicKey: expect.stringMatching(/^B[\w-]{86}$/),
      devices: [{ ...body, label: 'Telephone' }],
    }
    await check({ asked, status: 200, contains: listed, lacks: [endpoint, keys.auth] })
    await check({ asked: { ...asked, as: joan }, status: 200, contains: { devices: [] } })
  })

  it('are forgotten by their owner alone', async () => {
    const { body } = await check({ asked: put(marta), status: 200 })
    const gone = { method: 'DELETE', path: `/v2/push/devices/${String(body['deviceId'])}` }
    await check({ asked: { ...gone, as: joan }, status: 204 })
    await check({ asked: { path: '/v2/push', as: marta }, status: 200, contains: { devices: [body] } })
    await check({ asked: { ...gone, as: marta }, status: 204 })
    await check({ asked: { path: '/v2/push', as: marta }, status: 200, contains: { devices: [] } })
  })

  it.each(['http://push.example.com/x', 'https://127.0.0.1/x', 'https://localhost/x', 'https://db/x'])(
    'are at no such address as %s',
    async (wrong) => {
      const contains = { code: 'invalid', issues: [{ path: 'endpoint' }] }
      await check({ asked: put(marta, { endpoint: wrong }), status: 422, contains })
    },
  )

  it.each([
    ['keys.p256dh', { keys: { ...keys, p256dh: 'B' } }],
    ['keys.auth', { keys: { ...keys, auth: `${keys.auth}A` } }],
    ['label', { label: '' }],
  ])('need a proper %s', async (path, change) => {
    const contains = { code: 'invalid', issues: [{ path }] }
    await check({ asked: put(marta, change), status: 422, contains })
  })

  it('are the team’s', async () => {
    const visitor = await app.visitor()
    await check({ asked: put(visitor), status: 403 })
    await check({ asked: { path: '/v2/push', as: visitor }, status: 403 })
  })
})
