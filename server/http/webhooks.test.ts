import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isSignedWith, openReceiver } from '../webhooks/receiver.fixture.ts'
import { expectRow, openTestApp, type Person, type TestApp } from './app.fixture.ts'

let app: TestApp
let admin: Person
beforeEach(async () => {
  app = await openTestApp()
  admin = await app.admin()
})
afterEach(() => app.close())

const url = 'https://crm.example/in'

async function add(
  body: object = { url, events: ['chat.created'] },
): Promise<{ webhookId: string; secret: string }> {
  const answer = await app.ask({ method: 'POST', path: '/v2/webhooks', body, as: admin })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body as { webhookId: string; secret: string }
}

describe('webhooks', () => {
  it('are added with a secret that is told once', async () => {
    const { webhookId, secret } = await add({ url, events: ['note.created', 'chat.created', 'chat.created'] })
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/)
    const webhook = {
      webhookId,
      url,
      siteId: null,
      events: ['chat.created', 'note.created'],
      isEnabled: true,
      createdAt: '2026-01-15T10:00:00.000Z',
    }
    const { body } = await expectRow(app, {
      asked: { path: '/v2/webhooks', as: admin },
      status: 200,
      lacks: [secret, 'secret'],
    })
    expect(body).toEqual({ webhooks: [webhook] })
  })

  it('are changed, get another secret, and are removed', async () => {
    const { webhookId, secret } = await add()
    const path = `/v2/webhooks/${webhookId}`
    const asked = { method: 'PATCH', path, as: admin }
    const body = { url: 'https://other.example:8443/in', events: ['chat.closed'], isEnabled: false }
    await expectRow(app, { asked: { ...asked, body }, status: 200, contains: body, lacks: [secret] })
    const rotated = await app.ask({ method: 'POST', path: `${path}/rotate-secret`, as: admin })
    expect(rotated.body['secret']).not.toBe(secret)
    await expectRow(app, { asked: { method: 'DELETE', path, as: admin }, status: 204 })
    const code = 'webhook_not_found'
    await expectRow(app, { asked: { ...asked, body }, status: 404, contains: { code } })
    for (const [method, more] of [
      ['POST', '/rotate-secret'],
      ['POST', '/test'],
      ['GET', '/deliveries'],
      ['POST', '/deliveries/none/redeliver'],
      ['DELETE', ''],
    ] as const) {
      const gone = { method, path: `${path}${more}`, as: admin }
      await expectRow(app, { asked: gone, status: 404, contains: { code } })
    }
  })

  it.each([
    ['an address that is none', { url: 'nothing' }, 'url'],
    ['http', { url: 'http://crm.example/in' }, 'url'],
    ['this machine', { url: 'https://127.0.0.1/in' }, 'url'],
    ['where clouds keep their secrets', { url: 'https://169.254.169.254/latest' }, 'url'],
    ['a name of one’s own network', { url: 'https://crm.internal/in' }, 'url'],
    ['a password', { url: 'https://user:pass@crm.example/in' }, 'url'],
    ['no event', { events: [] }, 'events'],
    ['an event that there is not', { events: ['chat.exploded'] }, 'events.0'],
  ])('F09: refuse %s, and ask nobody', async (_, wrong, path) => {
    const body = { url, events: ['chat.created'], ...wrong }
    const issues = [expect.objectContaining({ path })]
    const contains = { code: 'invalid', issues }
    const asked = { method: 'POST', path: '/v2/webhooks', body, as: admin }
    await expectRow(app, { asked, status: 422, contains })
    const { webhookId } = await add()
    const change = { method: 'PATCH', path: `/v2/webhooks/${webhookId}`, body: wrong, as: admin }
    await expectRow(app, { asked: change, status: 422, contains })
  })

  it('are of no site that there is not', async () => {
    const body = { url, events: ['chat.created'], siteId: 'none' }
    const asked = { method: 'POST', path: '/v2/webhooks', body, as: admin }
    await expectRow(app, { asked, status: 404, contains: { code: 'site_not_found' } })
  })

  it('leave in the audit log who did what to which, and neither addresses nor secrets', async () => {
    const { webhookId, secret } = await add()
    const path = `/v2/webhooks/${webhookId}`
    await app.ask({ method: 'PATCH', path, body: { isEnabled: false }, as: admin })
    await app.ask({ method: 'POST', path: `${path}/rotate-secret`, as: admin })
    await app.ask({ method: 'DELETE', path, as: admin })
    const { body } = await app.ask({ path: '/v2/audit', as: admin })
    const entries = body['entries'] as { action: string; subjectId: string }[]
    expect(entries.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ['webhook_removed', webhookId],
      ['webhook_secret_rotated', webhookId],
      ['webhook_changed', webhookId],
      ['webhook_added', webhookId],
    ])
    expect(JSON.stringify(entries)).not.toContain('crm.example')
    expect(JSON.stringify(entries)).not.toContain(secret)
  })
})

describe('what webhooks were told', () => {
  it('is listed, page by page, tried at will, and told once more', async () => {
    const inside = await openTestApp({ privateWebhooks: true })
    const receiver = await openReceiver()
    const as = await inside.admin()
    const body = { url: receiver.url, events: ['chat.created', 'message.created'] }
    const added = await inside.ask({ method: 'POST', path: '/v2/webhooks', body, as })
    const { webhookId, secret } = added.body as { webhookId: string; secret: string }
    const path = `/v2/webhooks/${webhookId}`
    const { chatId } = await inside.chatOf(await inside.visitor())
    await receiver.count(2)
    receiver.answer({ status: 418, body: '<b>teapot</b>' })
    const tested = await inside.ask({ method: 'POST', path: `${path}/test`, as })
    expect(tested.body).toMatchObject({
      event: 'test',
      state: 'failed',
      status: 418,
      answer: '<b>teapot</b>',
    })
    const page = (query = '') => inside.ask({ path: `${path}/deliveries${query}`, as })
    const stateOf = async () => {
      const { deliveries } = (await page()).body as { deliveries: { event: string; state: string }[] }
      return deliveries.map(({ event, state }) => `${event} ${state}`)
    }
    await expect.poll(stateOf).toEqual(['test failed', 'message.created delivered', 'chat.created delivered'])
    const first = (await page('?limit=2')).body as {
      deliveries: { deliveryId: string }[]
      nextBefore: string
    }
    const rest = (await page(`?limit=2&before=${first.nextBefore}`)).body
    expect(rest).toMatchObject({ deliveries: [{ event: 'chat.created', chatId }], nextBefore: null })
    const again = { method: 'POST', path: `${path}/deliveries/${first.nextBefore}/redeliver`, as }
    expect((await inside.ask(again)).body).toMatchObject({
      event: 'message.created',
      state: 'pending',
      attempts: 0,
    })
    await inside.chatOf(await inside.visitor())
    await receiver.count(6)
    const ids = receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(ids.filter((id) => id === first.nextBefore)).toHaveLength(2)
    expect(receiver.received.every((received) => isSignedWith(secret, received))).toBe(true)
    receiver.close()
    await inside.close()
  })
})
