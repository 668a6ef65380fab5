import { describe, expect, it } from 'vitest'
import type { DeliveryId } from '#shared/ids.ts'
import { WEBHOOK_EVENTS } from '#shared/webhook-events.ts'
import type { Attempt, NewWebhook, WebhookRecord } from '../../domain/webhook-storage.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

const NOTHING: ReadonlySet<DeliveryId> = new Set()

export function testWebhooks(open: OpenStorage): void {
  describe('webhooks', () => {
    it('are kept, changed and removed, and of one site only where that is there', async () => {
      const world = await createWorld(open)
      const { storage, site } = world
      const one = await hook(world)
      expect(await storage.webhooks()).toEqual([one])
      const changed = await storage.changeWebhook(one.webhookId, {
        siteId: site.siteId,
        events: ['chat.closed'],
      })
      expect(changed).toEqual({ ...one, siteId: site.siteId, events: ['chat.closed'] })
      await storage.removeWebhook(one.webhookId)
      expect(await storage.webhooks()).toEqual([])
      await expectRefusal(storage.removeWebhook(one.webhookId), 'webhook_not_found')
      await expectRefusal(storage.changeWebhook(one.webhookId, {}), 'webhook_not_found')
      await expectRefusal(hook(world, { siteId: 'none' as WebhookRecord['siteId'] }), 'site_not_found')
    })

    it('sign with the secret before the last, too, until a time', async () => {
      const world = await createWorld(open)
      const { webhookId } = await hook(world)
      expect(await world.storage.replaceWebhookSecret(webhookId, 'whsec_b', 99)).toMatchObject({
        secret: 'whsec_b',
        previousSecret: 'whsec_a',
        previousUntil: 99,
      })
    })

    it('are at most fifty', async () => {
      const world = await createWorld(open)
      for (let index = 0; index < 50; index += 1) await hook(world)
      await expectRefusal(hook(world), 'invalid')
    })
  })

  describe('what webhooks are told', () => {
    it('is whatever happens to a chat, in its order, however it came about', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const { webhookId } = await hook(world)
      const ana = await world.commercial()
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'hola')
      const answer = await world.say(ana, chatId, 'Buenas')
      await storage.editMessage(ana, answer.message.messageId, 'Buenos días')
      await storage.deleteMessage(ana, answer.message.messageId)
      const note = await world.note(ana, chatId, 'Ojo')
      await storage.editMessage(ana, note.message.messageId, 'Ojo con este')
      await storage.deleteMessage(ana, note.message.messageId)
      await storage.closeChat(ana, chatId)
      await storage.rateChat(visitor, chatId, { score: 4 })
      await storage.rateChat(visitor, chatId, { score: 5 })
      await storage.reopenChat(ana, chatId)
      expect(await eventsOf(world, webhookId)).toEqual([
        'chat.created',
        'message.created',
        'message.created',
        'chat.assigned',
        'message.updated',
        'message.deleted',
        'note.created',
        'note.updated',
        'note.deleted',
        'chat.closed',
        'chat.rated',
        'chat.rated',
        'chat.reopened',
      ])
    })

    it('is nothing that changed nothing, and no reading, tag or snooze', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const ana = await world.commercial()
      const { visitor, chatId } = await world.chat()
      const { webhookId } = await hook(world)
      await world.say(visitor, chatId, 'hola', { clientMessageId: 'one' })
      await world.say(visitor, chatId, 'hola', { clientMessageId: 'one' })
      await storage.markAsRead(ana, chatId, { seq: 1 })
      await storage.tagChat(ana, chatId, ['vip'])
      await storage.snoozeChat(ana, chatId, world.clock.now() + 60_000)
      await storage.closeChat(ana, chatId)
      await storage.closeChat(ana, chatId)
      expect(await eventsOf(world, webhookId)).toEqual(['message.created', 'chat.closed'])
    })

    it('is only what it has chosen, of its site, while it is enabled', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const other = await storage.createSite({ siteKey: 'other', name: 'O', origins: [], locale: 'es' })
      const closings = await hook(world, { events: ['chat.closed'] })
      const elsewhere = await hook(world, { siteId: other.siteId })
      const disabled = await hook(world, { isEnabled: false })
      const ana = await world.commercial()
      const { chatId } = await world.chat()
      await world.note(ana, chatId, 'Ojo')
      await storage.closeChat(ana, chatId)
      expect(await eventsOf(world, closings.webhookId)).toEqual(['chat.closed'])
      expect(await eventsOf(world, elsewhere.webhookId)).toEqual([])
      expect(await eventsOf(world, disabled.webhookId)).toEqual([])
    })

    it('is undone with what was refused', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const { webhookId } = await hook(world)
      const message = world.say(visitor, chatId, 'hola', { fileId: 'none' as never })
      await expectRefusal(message, 'attachment_unknown')
      expect(await eventsOf(world, webhookId)).toEqual([])
    })

    it('is that a visitor is known, and as whom from then on', async () => {
      const world = await createWorld(open)
      const { webhookId } = await hook(world)
      const { visitor: known } = await identify(world, null)
      const expiresAt = world.clock.now() + 1_000_000
      const { visitor: anonymous } = await world.storage.createVisitorSession(
        world.site.siteId,
        'anonymous',
        {},
        expiresAt,
      )
      const { visitorId: userId, siteId } = anonymous
      const identity = { role: 'visitor', userId, siteId, sessionId: '', name: '' } as const
      const { chat } = await world.storage.openChat(identity, null)
      const again = await identify(world, 'anonymous')
      expect(again.visitor.visitorId).toBe(known.visitorId)
      expect(await eventsOf(world, webhookId)).toEqual([
        'visitor.identified',
        'chat.created',
        'visitor.merged',
      ])
      const due = await dueOf(world, webhookId)
      expect(due.map(({ subject }) => subject)).toMatchObject([
        { kind: 'visitor', formerId: null },
        { kind: 'chat', chat: { chatId: chat.chatId, visitor: { visitorId: known.visitorId } } },
        { kind: 'visitor', formerId: anonymous.visitorId },
      ])
    })

    it('is, of somebody erased, that they were, and nothing else any more', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const { webhookId } = await hook(world)
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'hola')
      await storage.eraseVisitor(null, visitor.userId)
      const passerBy = await world.visitor()
      await storage.eraseVisitor(passerBy, passerBy.userId)
      const due = await dueOf(world, webhookId)
      expect(due.map(({ delivery: { event }, subject }) => ({ event, subject }))).toEqual([
        { event: 'visitor.erased', subject: { kind: 'erased', visitorId: visitor.userId } },
        { event: 'visitor.erased', subject: { kind: 'erased', visitorId: passerBy.userId } },
      ])
      expect(await eventsOf(world, webhookId)).toEqual(['visitor.erased', 'visitor.erased'])
    })

    it('is how it stands when it is told', async () => {
      const world = await createWorld(open)
      const { webhookId } = await hook(world)
      const { visitor, chatId } = await world.chat()
      const { message } = await world.say(visitor, chatId, 'mi tarjeta es 1234')
      await world.storage.deleteMessage(visitor, message.messageId)
      const [, written] = await dueOf(world, webhookId, 10)
      expect(written).toBeUndefined()
      await settleFirst(world, webhookId)
      const [next] = await dueOf(world, webhookId)
      expect(next?.delivery.event).toBe('message.created')
      expect(next?.subject).toMatchObject({ message: { content: '', deletedAt: expect.any(Number) } })
    })
  })

  describe('deliveries', () => {
    it('are due in the order in which things happened, and one at a time of each chat', async () => {
      const world = await createWorld(open)
      const { webhookId } = await hook(world)
      const [one, other] = [await world.chat(), await world.chat()]
      await world.say(one.visitor, one.chatId, 'hola')
      const first = await dueOf(world, webhookId, 10)
      expect(first.map(({ delivery }) => delivery.chatId)).toEqual([one.chatId, other.chatId])
      const underWay = new Set(first.slice(0, 1).map(({ delivery }) => delivery.deliveryId))
      const rest = await world.storage.dueDeliveries(webhookId, { limit: 10, underWay })
      expect(rest.map(({ delivery }) => delivery.chatId)).toEqual([other.chatId])
    })

    it('wait for what has failed before them, until that has had its chances', async () => {
      const world = await createWorld(open)
      const { clock, storage } = world
      const { webhookId } = await hook(world)
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'hola')
      for (let tries = 1; tries <= 5; tries += 1) {
        const [first, ...others] = await dueOf(world, webhookId, 10)
        expect([first?.delivery.event, first?.delivery.attempts, others]).toEqual([
          'chat.created',
          tries - 1,
          [],
        ])
        await storage.settleDelivery(first?.delivery.deliveryId as DeliveryId, {
          attempt: refusedAt(clock.now()),
          next: { state: 'pending', dueAt: clock.now() + 1_000 },
        })
        const isPatient = tries < 5
        expect((await dueOf(world, webhookId, 10)).length).toBe(isPatient ? 0 : 1)
        clock.move(1_000)
      }
      expect((await dueOf(world, webhookId, 10)).map(({ delivery }) => delivery.event)).toEqual([
        'message.created',
        'chat.created',
      ])
    })

    it('say how the last try went, and stop the webhook when it was the last of many or the address is gone', async () => {
      const world = await createWorld(open)
      const { clock, storage } = world
      const { webhookId } = await hook(world)
      await world.chat()
      await world.chat()
      await world.chat()
      const [one, two, three] = (await dueOf(world, webhookId, 10)).map(({ delivery }) => delivery.deliveryId)
      const settle = (id: DeliveryId | undefined, why: 'failing' | 'gone', since: number) =>
        storage.settleDelivery(id as DeliveryId, {
          attempt: refusedAt(clock.now()),
          next: { state: 'failed', stop: why === 'gone' ? { why } : { why, since } },
        })
      const begun = clock.now()
      expect(await settle(one, 'failing', begun - 1)).toEqual({ stopped: null })
      expect(await storage.webhooks()).toMatchObject([{ failingSince: begun, isEnabled: true }])
      clock.move(1_000)
      expect((await settle(two, 'failing', begun)).stopped).toMatchObject({ webhookId, stopped: 'failing' })
      expect(await settle(three, 'gone', 0)).toEqual({ stopped: null })
      expect(await storage.webhooks()).toMatchObject([{ isEnabled: false, stopped: 'failing' }])
      expect((await storage.deliveries(webhookId, { before: undefined, limit: 1 }))[0]).toMatchObject({
        state: 'failed',
        attempts: 1,
        attempt: { status: 500, problem: 'refused', durationMs: 12, answer: 'no' },
      })
      expect(await storage.changeWebhook(webhookId, { isEnabled: true })).toMatchObject({
        isEnabled: true,
        stopped: null,
        failingSince: null,
      })
    })

    it('make a webhook well again when one is taken', async () => {
      const world = await createWorld(open)
      const { webhookId } = await hook(world)
      await world.chat()
      await settleFirst(world, webhookId, 'pending')
      await world.chat()
      await settleFirst(world, webhookId)
      expect(await world.storage.webhooks()).toMatchObject([{ failingSince: null }])
    })

    it('are made once more, and pages of them are read back in time', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const { webhookId } = await hook(world)
      const other = await hook(world)
      await world.chat()
      await world.chat()
      const first = await settleFirst(world, webhookId)
      expect(await storage.redeliver(webhookId, first)).toMatchObject({ state: 'pending', attempts: 0 })
      await expectRefusal(storage.redeliver(other.webhookId, first), 'not_found')
      const [newest] = await storage.deliveries(webhookId, { before: undefined, limit: 1 })
      const older = await storage.deliveries(webhookId, { before: newest?.deliveryId, limit: 10 })
      expect(older.map(({ deliveryId }) => deliveryId)).toEqual([first])
      await expectRefusal(
        storage.deliveries('none' as never, { before: undefined, limit: 1 }),
        'webhook_not_found',
      )
    })

    it('are kept when they were tests, which say nothing of how the webhook is doing', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const { webhookId } = await hook(world, { isEnabled: false })
      const tested = {
        deliveryId: 'evt_1' as DeliveryId,
        state: 'failed',
        attempt: refusedAt(clock.now()),
      } as const
      expect(await storage.keepTestDelivery(webhookId, tested)).toMatchObject({
        event: 'test',
        state: 'failed',
      })
      expect(await storage.webhooks()).toMatchObject([{ failingSince: null }])
      await expectRefusal(storage.redeliver(webhookId, tested.deliveryId), 'not_found')
    })

    it('are forgotten in time, and with their webhook', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const { webhookId } = await hook(world)
      await world.chat()
      clock.move(10)
      await world.chat()
      expect(await storage.forgetDeliveries(clock.now())).toBe(1)
      expect(await storage.forgetDeliveries(clock.now())).toBe(0)
      const [left] = await dueOf(world, webhookId)
      await storage.removeWebhook(webhookId)
      const settled = { attempt: refusedAt(clock.now()), next: { state: 'delivered' } } as const
      const deliveryId = left?.delivery.deliveryId as DeliveryId
      expect(await storage.settleDelivery(deliveryId, settled)).toEqual({ stopped: null })
    })
  })
}

function hook({ storage }: World, more: Partial<NewWebhook> = {}): Promise<WebhookRecord> {
  const plain = { siteId: null, events: WEBHOOK_EVENTS, secret: 'whsec_a', isEnabled: true }
  return storage.addWebhook({ url: 'https://crm.example/in', ...plain, ...more })
}

/** Oldest first. */
async function eventsOf({ storage }: World, webhookId: WebhookRecord['webhookId']): Promise<string[]> {
  const deliveries = await storage.deliveries(webhookId, { before: undefined, limit: 100 })
  return deliveries.map(({ event }) => event).toReversed()
}

function dueOf({ storage }: World, webhookId: WebhookRecord['webhookId'], limit = 100) {
  return storage.dueDeliveries(webhookId, { limit, underWay: NOTHING })
}

async function settleFirst(
  world: World,
  webhookId: WebhookRecord['webhookId'],
  state: 'delivered' | 'pending' = 'delivered',
): Promise<DeliveryId> {
  const { clock, storage } = world
  const [first] = await dueOf(world, webhookId, 1)
  const deliveryId = first?.delivery.deliveryId as DeliveryId
  const next = state === 'pending' ? { state, dueAt: clock.now() + 60_000 } : { state }
  await storage.settleDelivery(deliveryId, { attempt: refusedAt(clock.now()), next })
  return deliveryId
}

function refusedAt(at: number): Attempt {
  return { at, durationMs: 12, status: 500, problem: 'refused', answer: 'no' }
}

/** Núria, for whom the site's server vouches; with a token, whoever holds it becomes her. */
function identify({ storage, site, clock }: World, keptTokenHash: string | null) {
  return storage.identifyVisitor({
    siteId: site.siteId,
    vouched: { userId: 'nuria' },
    description: {},
    keptTokenHash,
    tokenHash: `after ${keptTokenHash}`,
    expiresAt: clock.now() + 1_000_000,
  })
}
