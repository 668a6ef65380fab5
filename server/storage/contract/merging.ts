import { describe, expect, it } from 'vitest'
import type { VisitorIdentity } from '../../domain/identity.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

export function testMerging(open: OpenStorage): void {
  describe('two visitors of whom somebody of the team says that they are one', () => {
    it('are one, with all that was theirs: the one who remains comes first', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const ana = await world.commercial()
      const [phone, laptop] = [await world.visitor(), await world.visitor()]
      await storage.describeVisitor(phone.userId, { name: 'Nuri', phone: '600', attributes: { a: 1, b: 1 } })
      await storage.describeVisitor(laptop.userId, { name: 'Núria', attributes: { b: 2, c: 2 } })
      await storage.addToTrail(phone.userId, { kind: 'page', url: 'https://a.example/' })
      const { chat } = await storage.openChat(phone, null)
      await world.say(phone, chat.chatId, 'hola')
      await world.note(ana, chat.chatId, 'nota')
      const merged = await storage.mergeVisitors(ana, phone.userId, laptop.userId)
      expect(merged).toMatchObject({
        mergedId: phone.userId,
        endedSessionIds: [phone.sessionId],
        closed: [],
        visitor: {
          visitorId: laptop.userId,
          name: 'Núria',
          phone: '600',
          attributes: { a: 1, b: 2, c: 2 },
        },
      })
      expect(merged.chats.map(({ chatId, visitor }) => [chatId, visitor.visitorId])).toEqual([
        [chat.chatId, laptop.userId],
      ])
      expect(await world.texts(laptop, chat.chatId)).toEqual(['hola'])
      expect(await storage.trail(laptop.userId)).toMatchObject([{ url: 'https://a.example/' }])
      await expectRefusal(storage.visitorSelf(phone.userId), 'visitor_not_found')
      await expectRefusal(storage.visitor(ana, phone.userId), 'visitor_not_found')
    })

    it('keep one open chat: that which waits for an answer', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const ana = await world.commercial()
      const [one, other] = [await opened(world, 'uno'), await opened(world, 'dos')]
      await world.say(ana, one.chatId, 'Buenas')
      world.clock.move(1_000)
      const merged = await storage.mergeVisitors(ana, other.visitor.userId, one.visitor.userId)
      expect(merged.closed.map(({ chatId }) => chatId)).toEqual([one.chatId])
      expect((await storage.openChatOf(one.visitor.userId))?.chatId).toBe(other.chatId)
    })

    it('are not one with themself, nor with anybody gone, elsewhere or unseen', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const ana = await world.commercial()
      const elsewhere = await storage.createSite({ siteKey: 'other', name: 'O', origins: [], locale: 'es' })
      const root = await world.admin()
      const [here, there, gone] = [
        await world.visitor(),
        await world.visitor(elsewhere.siteId),
        await world.visitor(),
      ]
      await storage.eraseVisitor(null, gone.userId)
      const merge = (by: typeof ana, from: VisitorIdentity, into: VisitorIdentity) =>
        storage.mergeVisitors(by, from.userId, into.userId)
      await expectRefusal(merge(ana, here, here), 'invalid')
      await expectRefusal(merge(ana, here, gone), 'visitor_not_found')
      await expectRefusal(merge(ana, gone, here), 'visitor_not_found')
      await expectRefusal(merge(ana, here, there), 'visitor_not_found')
      await expectRefusal(merge(ana, there, here), 'visitor_not_found')
      await expectRefusal(merge(root, here, there), 'other_site')
    })

    it('stay two where one is blocked, or would lose that the site vouches for them', async () => {
      const world = await createWorld(open)
      const { storage, site } = world
      const ana = await world.commercial()
      const [one, other] = [await world.visitor(), await world.visitor()]
      await storage.changeVisitor(ana, one.userId, { isBlocked: true })
      await expectRefusal(storage.mergeVisitors(ana, one.userId, other.userId), 'visitor_is_blocked')
      await expectRefusal(storage.mergeVisitors(ana, other.userId, one.userId), 'visitor_is_blocked')
      const { visitor: customer } = await storage.identifyVisitor({
        siteId: site.siteId,
        vouched: { userId: 'c7' },
        description: {},
        keptTokenHash: null,
        tokenHash: 'customer',
        expiresAt: world.clock.now() + 1_000,
      })
      const { visitorId } = customer
      await expectRefusal(storage.mergeVisitors(ana, visitorId, other.userId), 'visitor_is_verified')
      const { visitor } = await storage.mergeVisitors(ana, other.userId, visitorId)
      expect(visitor).toMatchObject({ visitorId, verified: { userId: 'c7' } })
    })
  })
}

async function opened(world: World, text: string) {
  const { visitor, chatId } = await world.chat()
  await world.say(visitor, chatId, text)
  return { visitor, chatId }
}
