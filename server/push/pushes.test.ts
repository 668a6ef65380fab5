import { compactVerify, importJWK } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { INITIAL_NOTIFYING } from '#shared/notifying.ts'
import { createKeys } from '../auth/keys.ts'
import { createEventBus } from '../domain/events.ts'
import type { CommercialIdentity, VisitorIdentity } from '../domain/identity.ts'
import { eraseVisitor } from '../domain/erase-visitor.ts'
import { assignChat, closeChat } from '../domain/manage-chat.ts'
import { markAsRead } from '../domain/mark-as-read.ts'
import { openChat } from '../domain/open-chat.ts'
import { createOnlookers } from '../domain/onlookers.ts'
import { createPresence } from '../domain/presence.ts'
import { sendMessage } from '../domain/send-message.ts'
import { createViewers } from '../domain/viewers.ts'
import { createFileLinks } from '../files/file-links.ts'
import { createFakeTime } from '../realtime/fake-time.fixture.ts'
import { testSeals } from '../storage/seals.fixture.ts'
import { openSqliteStorage } from '../storage/sqlite.ts'
import { createDeliver } from './deliver.ts'
import { createTestBrowser, openPushService } from './push-service.fixture.ts'
import { startPushes } from './pushes.ts'
import { createVapid } from './vapid.ts'

let world: Awaited<ReturnType<typeof openWorld>>
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const SOON = 2_000
const ATTENDED = 20_000

/** A store, a team with a browser each, a visitor, and a push service of our own; time passes when told to. */
async function openWorld() {
  const time = createFakeTime(Date.parse('2026-03-02T10:00:00.000Z'))
  const failures: unknown[] = []
  const report = (cause: unknown) => void failures.push(cause)
  const storage = openSqliteStorage({ path: ':memory:', seals: testSeals, clock: time, report })
  const events = createEventBus(report)
  const [presence, viewers] = [createPresence(), createViewers()]
  const site = await storage.createSite({ siteKey: 'olmo', name: 'Olmo', origins: [], locale: 'es' })
  const service = await openPushService()
  const keys = await createKeys()
  const vapid = createVapid({ key: keys.push, subject: 'https://chat.example', clock: time })
  const pushes = startPushes({
    storage,
    events,
    presence,
    viewers,
    clock: time,
    after: time.timers.after,
    publicKey: vapid.publicKey,
    deliver: createDeliver(vapid, { allowPrivate: true }),
    allowPrivate: true,
    report,
  })
  const links = createFileLinks({
    key: keys.fileLinkKey,
    clock: time,
    origin: () => '',
    hasThumbnails: false,
  })
  const deps = { storage, events, links, onlookers: createOnlookers(time) }
  const browser = createTestBrowser()

  async function person(name: string): Promise<CommercialIdentity> {
    const siteIds = [site.siteId]
    const email = `${name.toLowerCase()}@olmo.example`
    const { commercialId } = await storage.createCommercial({
      name,
      email,
      passwordHash: '',
      role: 'commercial',
      siteIds,
    })
    const session = await storage.createConsoleSession(commercialId, `hash of ${name}`, {
      expiresAt: Number.MAX_SAFE_INTEGER,
    })
    const identity = { role: 'commercial', userId: commercialId, siteIds, name } as const
    const by = { ...identity, sessionId: session.sessionId }
    await storage.keepPushDevice(by, {
      endpoint: `${service.origin}/${name}`,
      p256dh: browser.p256dh,
      auth: browser.auth,
      label: 'Phone',
    })
    return by
  }

  const { visitor, sessionId } = await storage.createVisitorSession(
    site.siteId,
    'hash',
    {},
    Number.MAX_SAFE_INTEGER,
  )
  const { visitorId: userId, siteId } = visitor
  const guest: VisitorIdentity = { role: 'visitor', userId, siteId, sessionId, name: '' }

  return {
    ...deps,
    time,
    presence,
    viewers,
    service,
    pushes,
    browser,
    keys,
    guest,
    failures,
    person,
    /** The visitor writes, in the chat that is opened by the first message. */
    async say(content: string) {
      const { chat } = await openChat(deps, guest, {})
      await sendMessage(deps, guest, { chatId: chat.chatId, content, type: 'text', isInternal: false })
      await settle()
      return chat.chatId
    },
    async pass(ms: number) {
      time.advance(ms)
      await settle()
    },
    /** Who was told, and what, so far. */
    told: () =>
      service.received.map(({ path, body }) => {
        const { title, body: text } = JSON.parse(browser.open(body)) as { title: string; body: string }
        return `${path.slice(1)}: ${title}: ${text}`
      }),
    /** Nothing but this has reached the service, nor is anything on its way: what is sent now comes after it. */
    async expectTold(...told: string[]) {
      time.advance(60 * 60_000)
      await settle()
      const { userId } = await person('Last')
      await pushes.test(userId)
      expect(this.told()).toEqual([...told, 'Last: Sobremesa: 👋'])
    },
    /** Time passes until the service has been asked so often. */
    async untilAsked(count: number) {
      while (service.received.length < count) {
        time.advance(1_000)
        await settle()
      }
    },
    async close() {
      pushes.stop()
      service.close()
      await storage.close()
      expect(failures).toEqual([])
    },
  }
}

/** What was begun has asked the store. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}

describe('a push', () => {
  it('tells everybody of a chat that nobody has, once for a burst, encrypted and signed', async () => {
    await world.person('Marta')
    await world.person('Joan')
    await world.say('hola')
    await world.say('¿hay alguien?')
    await world.pass(SOON)
    await world.service.count(2)
    expect(world.told().toSorted()).toEqual(['Joan: Olmo: ¿hay alguien?', 'Marta: Olmo: ¿hay alguien?'])
    const headers = world.service.received[0]?.headers ?? {}
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high', ttl: '900' })
    expect(headers['topic']).toMatch(/^[\w-]{1,32}$/)
    const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? []
    expect(key).toBe(world.keys.push.publicKey)
    const point = Buffer.from(key, 'base64url')
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'))
    const jwk = await importJWK({ kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, 'ES256')
    const { payload } = await compactVerify(token, jwk)
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
      aud: world.service.origin,
      sub: 'https://chat.example',
      exp: expect.any(Number),
    })
    await world.pass(ATTENDED * 3)
    expect(world.service.received).toHaveLength(2)
  })

  it('tells whoever has the chat, and nobody else', async () => {
    const marta = await world.person('Marta')
    await world.person('Joan')
    const chatId = await world.say('hola')
    await assignChat(world, marta, { chatId, to: 'me', ifUnassigned: true })
    await world.expectTold('Marta: Olmo: hola')
  })

  it('waits while a console is open, and says nothing when it was read there', async () => {
    const marta = await world.person('Marta')
    world.presence.connect({ commercialId: marta.userId, siteIds: marta.siteIds })
    const chatId = await world.say('hola')
    await world.pass(SOON)
    await markAsRead(world, marta, { chatId, seq: 1 })
    await world.say('¿seguís ahí?')
    await world.expectTold('Marta: Olmo: ¿seguís ahí?')
  })

  it('says nothing to whoever looks at the chat, nor of one that is over, nor of an erased visitor', async () => {
    const marta = await world.person('Marta')
    const chatId = await world.say('hola')
    world.viewers.enter({ chatId, siteId: world.guest.siteId }, { commercialId: marta.userId, name: 'Marta' })
    await world.pass(SOON)
    world.viewers.leave(chatId, marta.userId)
    await world.say('adiós')
    await closeChat(world, marta, chatId)
    await world.pass(SOON)
    await world.say('una cosa más')
    await eraseVisitor(world, marta, world.guest.userId)
    await world.expectTold()
  })

  it('tells whom a note names, whoever has the chat', async () => {
    const [marta, joan] = [await world.person('Marta'), await world.person('Joan')]
    const chatId = await world.say('hola')
    await assignChat(world, marta, { chatId, to: 'me', ifUnassigned: true })
    await markAsRead(world, marta, { chatId, seq: 2 })
    const note = { chatId, content: '@Joan ¿puedes?', type: 'text', isInternal: true } as const
    await sendMessage(world, marta, { ...note, mentions: [joan.userId] })
    await world.expectTold('Joan: @ Marta: @Joan ¿puedes?')
  })

  it('is what its receiver has chosen: not in quiet hours, not for this kind, nothing new while away', async () => {
    const [marta, joan, pau] = [
      await world.person('Marta'),
      await world.person('Joan'),
      await world.person('Pau'),
    ]
    const quietHours = { from: '09:00', to: '12:00', timeZone: 'UTC' }
    const newChat = { isShown: false, isHeard: true }
    const kinds = { ...INITIAL_NOTIFYING.kinds, newChat }
    const change = (who: CommercialIdentity, notifying: object) =>
      world.storage.changePersonalSettings(who, { notifying: { ...INITIAL_NOTIFYING, ...notifying } })
    await change(marta, { quietHours })
    await change(joan, { kinds })
    world.presence.choose(pau.userId, 'away')
    await world.say('hola')
    await world.expectTold()
  })

  it('forgets a browser that its service knows no more, and tries once more what it could not take', async () => {
    const marta = await world.person('Marta')
    world.service.answer({ status: 503, headers: { 'retry-after': '7' } }, { status: 410 })
    await world.say('hola')
    await world.untilAsked(2)
    await expect.poll(() => world.storage.pushDevices(marta.userId), { timeout: 10_000 }).toEqual([])
  })

  it('gives up after two tries, and follows nobody elsewhere', async () => {
    await world.person('Marta')
    world.service.answer({ status: 500 }, { status: 500 })
    await world.say('hola')
    await world.untilAsked(2)
    await world.pass(60_000)
    world.service.answer({ status: 307, headers: { location: `${world.service.origin}/elsewhere` } })
    await world.say('¿hola?')
    await world.expectTold('Marta: Olmo: hola', 'Marta: Olmo: hola', 'Marta: Olmo: ¿hola?')
  })

  it('ends with the session, and changes hands with the browser', async () => {
    const [marta, joan] = [await world.person('Marta'), await world.person('Joan')]
    const endpoint = `${world.service.origin}/Marta`
    await world.storage.keepPushDevice(joan, {
      endpoint,
      p256dh: world.browser.p256dh,
      auth: 'x',
      label: 'x',
    })
    expect(await world.storage.pushDevices(marta.userId)).toEqual([])
    expect(await world.storage.pushDevices(joan.userId)).toHaveLength(2)
    await world.storage.endConsoleSession(joan.sessionId)
    expect(await world.storage.pushDevices(joan.userId)).toEqual([])
  })

  it('can be tried', async () => {
    const marta = await world.person('Marta')
    await world.pushes.test(marta.userId)
    expect(world.told()).toEqual(['Marta: Sobremesa: 👋'])
  })
})
