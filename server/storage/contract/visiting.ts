import { describe, expect, it } from 'vitest'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

export function testTrail(open: OpenStorage): void {
  describe('a visitor’s trail', () => {
    const page = (n: number) => ({ kind: 'page', url: `https://a.example/${n}`, title: `Page ${n}` }) as const

    it('holds pages and events, the newest first, and the page they are on', async () => {
      const { storage, clock, ...world } = await createWorld(open)
      const { userId } = await worldVisitor({ storage, clock, site: world.site })
      await storage.addToTrail(userId, page(1))
      clock.move(5)
      await storage.addToTrail(userId, { kind: 'event', name: 'added', props: { price: 3 } })
      const visitor = await storage.addToTrail(userId, { ...page(2), referrer: 'https://b.example/' })
      expect(visitor).toMatchObject({
        page: { url: 'https://a.example/2', title: 'Page 2' },
        seenAt: clock.now(),
      })
      expect(await storage.trail(userId)).toEqual([
        { ...page(2), referrer: 'https://b.example/', at: clock.now() },
        { kind: 'event', name: 'added', props: { price: 3 }, at: clock.now() },
        { ...page(1), at: clock.now() - 5 },
      ])
    })

    it('forgets what is older than a hundred steps, and counts a page once while it is shown', async () => {
      const { storage, clock, site } = await createWorld(open)
      const { userId } = await worldVisitor({ storage, clock, site })
      for (let n = 0; n < 105; n += 1) {
        await storage.addToTrail(userId, page(n))
        await storage.addToTrail(userId, page(n))
      }
      const trail = await storage.trail(userId)
      expect(trail).toHaveLength(100)
      expect(trail[0]).toMatchObject(page(104))
      expect(trail.at(-1)).toMatchObject(page(5))
    })
  })
}

type Opened = Pick<Awaited<ReturnType<typeof createWorld>>, 'storage' | 'clock' | 'site'>

async function worldVisitor({ storage, clock, site }: Opened) {
  const { visitor } = await storage.createVisitorSession(site.siteId, 'token', {}, clock.now() + 1_000)
  return { userId: visitor.visitorId }
}

export function testVisitorList(open: OpenStorage): void {
  describe('the visitors of a person’s sites', () => {
    it('are listed page by page, who was seen last first', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const ana = await world.commercial()
      const other = await storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'es' })
      const root = await world.admin()
      const ids = []
      for (let n = 0; n < 5; n += 1) {
        clock.move(10)
        ids.push((await world.visitor(n === 2 ? other.siteId : undefined)).userId)
      }
      const [first, second, third, fourth, fifth] = ids
      clock.move(10)
      if (first !== undefined) await storage.describeVisitor(first, { name: 'Vera' })
      const all = async (reader: typeof ana, limit: number) => {
        const seen = []
        for (let cursor: string | null | undefined; cursor !== null;) {
          const page = await storage.visitors(reader, { limit, ...(cursor !== undefined && { cursor }) })
          seen.push(...page.visitors.map(({ visitor }) => visitor.visitorId))
          cursor = page.nextCursor
        }
        return seen
      }
      expect(await all(ana, 2)).toEqual([first, fifth, fourth, second])
      expect(await all(root, 2)).toEqual([first, fifth, fourth, third, second])
      expect(await all(root, 100)).toHaveLength(5)
      await expectRefusal(storage.visitors(ana, { limit: 1, cursor: 'forged' }), 'invalid')
      const byId = await storage.visitorsById(ana, ids)
      expect(byId.map(({ visitor }) => visitor.visitorId)).toEqual([first, second, fourth, fifth])
    })

    it('come with their chats and where they went, and not to those who answer other sites', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const other = await storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'es' })
      const [ana, berta] = [await world.commercial(), await world.commercial('Berta', [other.siteId])]
      const { visitor, chatId } = await world.chat()
      await storage.closeChat(ana, chatId)
      const { chat } = await storage.openChat(visitor, null)
      const details = await storage.visitor(ana, visitor.userId)
      expect(details).toMatchObject({ openChatId: chat.chatId, trail: [] })
      expect(new Set(details.chats.map((past) => past.chatId))).toEqual(new Set([chatId, chat.chatId]))
      await expectRefusal(storage.visitor(berta, visitor.userId), 'visitor_not_found')
      await expectRefusal(storage.changeVisitor(berta, visitor.userId, {}), 'visitor_not_found')
      await expectRefusal(storage.eraseVisitor(berta, visitor.userId), 'visitor_not_found')
    })
  })

  describe('a blocked visitor', () => {
    it('reads on, and writes no more until somebody lets them', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const ana = await world.commercial()
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'antes', { clientMessageId: 'k' })
      const blocked = await storage.changeVisitor(ana, visitor.userId, { isBlocked: true, name: 'Spam' })
      expect(blocked).toMatchObject({ name: 'Spam', blockedAt: world.clock.now() })
      await expectRefusal(world.say(visitor, chatId, 'spam'), 'visitor_blocked')
      // What was stored before is acknowledged again, not refused: it is there.
      expect((await world.say(visitor, chatId, 'antes', { clientMessageId: 'k' })).isNew).toBe(false)
      expect(await world.texts(visitor, chatId)).toEqual(['antes'])
      await storage.closeChat(ana, chatId)
      await expectRefusal(storage.openChat(visitor, null), 'visitor_blocked')
      await storage.changeVisitor(ana, visitor.userId, { isBlocked: false })
      expect((await world.say(visitor, chatId, 'después')).isNew).toBe(true)
    })
  })

  describe('what a visitor agreed to', () => {
    it('is kept with its time, which a repeat does not move, and can be taken back', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const { userId } = await world.visitor()
      const at = clock.now()
      await storage.describeVisitor(userId, { topic: 'Envíos', consent: { version: '1' } })
      clock.move(1_000)
      const again = await storage.describeVisitor(userId, { consent: { version: '1' } })
      expect(again).toMatchObject({ topic: 'Envíos', consent: { version: '1', at } })
      const newer = await storage.describeVisitor(userId, { consent: { version: '2' } })
      expect(newer.consent).toEqual({ version: '2', at: at + 1_000 })
      expect((await storage.describeVisitor(userId, { consent: null, topic: null })).consent).toBeNull()
    })
  })
}
