import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeys } from '../auth/keys.ts'
import { createOnlookers } from '../domain/onlookers.ts'
import { createEventBus } from '../domain/events.ts'
import type { VisitorIdentity } from '../domain/identity.ts'
import { openChat } from '../domain/open-chat.ts'
import { sendMessage } from '../domain/send-message.ts'
import { createFileLinks } from '../files/file-links.ts'
import { createFakeTime } from '../realtime/fake-time.fixture.ts'
import { testSeals } from '../storage/seals.fixture.ts'
import { openSqliteStorage } from '../storage/sqlite.ts'
import { WEBHOOK_EVENTS } from '#shared/webhook-events.ts'
import { startCourier } from './courier.ts'
import { createDeliver } from './deliver.ts'
import { isSignedWith, openReceiver } from './receiver.fixture.ts'

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const HOUR = 3_600_000

let world: Awaited<ReturnType<typeof openWorld>>
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

/** A store, a visitor who writes, a system that is told; time passes when told to. */
async function openWorld() {
  const time = createFakeTime(Date.parse('2026-03-02T10:00:00.000Z'))
  const failures: unknown[] = []
  const report = (cause: unknown) => void failures.push(cause)
  const storage = openSqliteStorage({ path: ':memory:', clock: time, seals: testSeals, report })
  const events = createEventBus(report)
  const stopped: string[] = []
  events.onAny((name) => void (name === 'WebhookStopped' && stopped.push(name)))
  const { fileLinkKey: key } = await createKeys()
  const links = createFileLinks({ key, clock: time, origin: () => '', hasThumbnails: false })
  const site = await storage.createSite({ siteKey: 'olmo', name: 'Olmo', origins: [], locale: 'es' })
  const receiver = await openReceiver()
  const start = () =>
    startCourier({
      storage,
      events,
      links,
      clock: time,
      every: time.timers.every,
      deliver: createDeliver({ clock: time, allowPrivate: true, patienceMs: 5_000 }),
      allowPrivate: true,
      random: () => 0.5,
      report,
    })
  let courier = start()
  const deps = { storage, events, links, onlookers: createOnlookers(time) }

  async function guest(): Promise<VisitorIdentity> {
    const token = crypto.randomUUID()
    const made = await storage.createVisitorSession(site.siteId, token, {}, Number.MAX_SAFE_INTEGER)
    const { visitorId: userId, siteId } = made.visitor
    return { role: 'visitor', userId, siteId, sessionId: made.sessionId, name: '' }
  }

  return {
    storage,
    time,
    receiver,
    stopped,
    get courier() {
      return courier
    },
    hook: (url = receiver.url) =>
      storage.addWebhook({ url, siteId: null, events: WEBHOOK_EVENTS, secret: SECRET, isEnabled: true }),
    /** Somebody new writes; the chat is theirs. */
    async write(content = 'hola') {
      const visitor = await guest()
      const { chat } = await openChat(deps, visitor, {})
      const say = (text: string) =>
        sendMessage(deps, visitor, { chatId: chat.chatId, content: text, type: 'text', isInternal: false })
      await say(content)
      return { chatId: chat.chatId, say }
    },
    /** Time passes, second by second, until so much was received. */
    async untilReceived(count: number) {
      await expect
        .poll(
          () => {
            time.advance(1_000)
            return receiver.received.length
          },
          { timeout: 10_000, interval: 1 },
        )
        .toBeGreaterThanOrEqual(count)
    },
    async deliveries() {
      const [webhook] = await storage.webhooks()
      return webhook === undefined
        ? []
        : storage.deliveries(webhook.webhookId, { before: undefined, limit: 100 })
    },
    /** As a server that ends, and another one that begins with what it finds. */
    async restart() {
      await courier.stop()
      courier = start()
    },
    async close() {
      receiver.close()
      await courier.stop()
      await storage.close()
      expect(failures).toEqual([])
    },
  }
}

const settled = async () => (await world.deliveries()).every(({ state }) => state !== 'pending')

describe('the courier', () => {
  it('tells what has just happened, at once and in its order, as the contract says', async () => {
    await world.hook()
    const { chatId } = await world.write('¿Tenéis mesas de roble?')
    await world.receiver.count(2)
    await expect.poll(settled).toBe(true)
    expect(world.receiver.told()).toEqual(['chat.created', 'message.created'])
    const [, written] = world.receiver.received.map(({ body }) => JSON.parse(body) as object)
    expect(written).toEqual({
      type: 'message.created',
      timestamp: expect.stringMatching(/^2026-03-02T10:00:00\.\d{3}Z$/),
      data: {
        message: expect.objectContaining({ chatId, seq: 1, content: '¿Tenéis mesas de roble?' }),
        chat: expect.objectContaining({ chatId, status: 'PENDING', tags: [], assignee: null }),
      },
    })
    for (const received of world.receiver.received) expect(isSignedWith(SECRET, received)).toBe(true)
    expect(await world.deliveries()).toMatchObject([
      { event: 'message.created', state: 'delivered', attempts: 1, attempt: { status: 204 } },
      { event: 'chat.created', state: 'delivered', attempts: 1 },
    ])
  })

  it('tells what was not told yet when the server comes back', async () => {
    await world.courier.stop()
    await world.hook()
    await world.write()
    expect(world.receiver.received).toEqual([])
    await world.restart()
    await world.receiver.count(2)
    expect(world.receiver.told()).toEqual(['chat.created', 'message.created'])
  })

  it('tells again, under the same id, what was under way when the server ended', async () => {
    world.receiver.answer(() => {})
    await world.hook()
    await world.write()
    await world.receiver.count(1)
    await world.restart()
    await world.receiver.count(3)
    expect(world.receiver.told()).toEqual(['chat.created', 'chat.created', 'message.created'])
    const [one, other] = world.receiver.received.map(({ headers }) => headers['webhook-id'])
    expect(one).toBe(other)
  })

  it('tries again what was not taken, keeps the order of a chat, and lets other chats pass', async () => {
    world.receiver.answer({ status: 500 }, { status: 204 })
    await world.hook()
    const one = await world.write('uno')
    await world.receiver.count(1)
    await world.write('dos')
    await world.receiver.count(3)
    await world.untilReceived(5)
    await expect.poll(settled).toBe(true)
    const ofOne = world.receiver.received
      .map(({ body }) => JSON.parse(body) as { type: string; data: { chat: { chatId: string } } })
      .filter(({ data }) => data.chat.chatId === one.chatId)
    expect(ofOne.map(({ type }) => type)).toEqual(['chat.created', 'chat.created', 'message.created'])
  })

  it('stops telling an address that says it is gone, and says so', async () => {
    world.receiver.answerAlways({ status: 410 })
    await world.hook()
    await world.write()
    await expect.poll(() => world.stopped).toEqual(['WebhookStopped'])
    expect(await world.storage.webhooks()).toMatchObject([{ isEnabled: false, stopped: 'gone' }])
    const [entry] = await world.storage.auditLog({ limit: 1 })
    const [webhook] = await world.storage.webhooks()
    expect(entry).toMatchObject({ action: 'webhook_stopped', actorId: null, subjectId: webhook?.webhookId })
    await world.write()
    expect((await world.deliveries()).length).toBe(2)
  })

  it('gives one up after a day of trying, and the address with it when it took nothing in that time', async () => {
    world.receiver.answerAlways({ status: 503 })
    await world.hook()
    const { say } = await world.write()
    await world.receiver.count(1)
    for (let tries = 2; tries <= 11; tries += 1) {
      await expect.poll(async () => (await world.deliveries()).at(-1)?.attempts).toBe(tries - 1)
      world.time.advance(9 * HOUR)
    }
    await expect.poll(() => world.stopped).toEqual(['WebhookStopped'])
    expect(await world.storage.webhooks()).toMatchObject([{ isEnabled: false, stopped: 'failing' }])
    const told = world.receiver.received.length
    await say('¿hola?')
    world.time.advance(HOUR)
    expect(world.receiver.received.length).toBe(told)
  })

  it('is held up by no slow address: it asks four times at once, and the others meanwhile', async () => {
    world.receiver.answerAlways(() => {})
    const other = await openReceiver()
    await world.hook()
    await world.hook(other.url)
    for (let index = 0; index < 6; index += 1) await world.write()
    await other.count(12)
    await world.receiver.count(4)
    expect(world.receiver.received.length).toBe(4)
    other.close()
  })

  it('signs with the old secret too after a change, for as long as that is good', async () => {
    const { webhookId } = await world.hook()
    const next = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
    await world.storage.replaceWebhookSecret(webhookId, next, world.time.now() + HOUR)
    await world.write()
    await world.receiver.count(2)
    world.time.advance(HOUR)
    await world.write()
    await world.receiver.count(4)
    const good = world.receiver.received.map((one) => [isSignedWith(SECRET, one), isSignedWith(next, one)])
    expect(good).toEqual([
      [true, true],
      [true, true],
      [false, true],
      [false, true],
    ])
  })

  it('can be tried, once, and says what was answered', async () => {
    const { webhookId } = await world.hook()
    expect(await world.courier.test(webhookId)).toMatchObject({ event: 'test', state: 'delivered' })
    world.receiver.answer({ status: 401, body: 'who are you?' })
    expect(await world.courier.test(webhookId)).toMatchObject({
      state: 'failed',
      attempts: 1,
      attempt: { status: 401, answer: 'who are you?' },
    })
    world.time.advance(HOUR)
    expect(world.receiver.told()).toEqual(['test', 'test'])
    await expect(world.courier.test('none' as never)).rejects.toMatchObject({ code: 'webhook_not_found' })
  })

  it('forgets after a week what it told', async () => {
    await world.hook()
    await world.write()
    await expect.poll(settled).toBe(true)
    world.time.advance(8 * 24 * HOUR)
    await expect.poll(world.deliveries).toEqual([])
  })
})
