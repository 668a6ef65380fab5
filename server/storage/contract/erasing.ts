import { describe, expect, it } from 'vitest'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

export function testErasing(open: OpenStorage): void {
  describe('erasing a visitor', () => {
    it('leaves numbers, and no word of anybody', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const ana = await world.commercial()
      const { visitor, chatId } = await world.chat()
      await storage.describeVisitor(visitor.userId, { name: 'CANARY', email: 'canary@example.com' })
      await storage.addToTrail(visitor.userId, { kind: 'page', url: 'https://a.example/CANARY' })
      await world.say(visitor, chatId, 'CANARY', { clientMessageId: 'k' })
      const removed = await world.say(ana, chatId, 'Hola, CANARY')
      await storage.deleteMessage(ana, removed.message.messageId)
      await world.note(ana, chatId, 'CANARY paga tarde')
      await storage.closeChat(ana, chatId)
      await storage.rateChat(visitor, chatId, { score: 2, comment: 'CANARY' })
      await storage.reopenChat(ana, chatId)
      clock.move(1_000)
      const before = await storage.chat(ana, chatId)
      const erased = await storage.eraseVisitor(visitor, visitor.userId)
      expect(erased).toMatchObject({ sessionIds: [visitor.sessionId], at: clock.now() })
      expect(erased.closed.map((chat) => chat.chatId)).toEqual([chatId])
      const chat = await storage.chat(ana, chatId)
      const { messages } = await storage.history(ana, chatId, { limit: 100 })
      expect(JSON.stringify([chat, messages])).not.toContain('CANARY')
      expect(chat).toMatchObject({
        status: 'CLOSED',
        lastSeq: 3,
        firstResponseAt: before.firstResponseAt,
        createdAt: before.createdAt,
        rating: { score: 2, comment: null },
        visitor: { visitorId: visitor.userId, name: null, erasedAt: clock.now() },
      })
      expect(messages.map(({ content, deletedAt }) => [content, deletedAt !== null])).toEqual([
        ['', true],
        ['', true],
        ['', true],
      ])
      await expectRefusal(storage.visitor(ana, visitor.userId), 'visitor_not_found')
      await expectRefusal(storage.eraseVisitor(ana, visitor.userId), 'visitor_not_found')
      const opening = { content: 'hola', clientMessageId: undefined }
      await expectRefusal(storage.startChat(ana, visitor.userId, opening), 'visitor_not_found')
      expect((await storage.visitors(ana, { limit: 10 })).visitors).toEqual([])
    })

    it('is found by a reader who was away, message by message', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const { visitor, chatId } = await world.chat()
      for (let n = 0; n < 7; n += 1) await world.say(visitor, chatId, `m${n}`)
      const { lastSeq, lastChangeAt } = await world.storage.chat(ana, chatId)
      await world.storage.eraseVisitor(ana, visitor.userId)
      const found = new Set<number>()
      let changedAfter = lastChangeAt ?? 0
      for (let hasMore = true; hasMore;) {
        const page = await world.storage.history(ana, chatId, { limit: 2, after: lastSeq, changedAfter })
        for (const { seq } of page.messages) found.add(seq)
        changedAfter = Math.max(changedAfter, ...page.messages.map(({ deletedAt }) => deletedAt ?? 0))
        hasMore = page.hasMore
      }
      expect(found.size).toBe(7)
    })

    it('who never opened a chat leaves nothing at all', async () => {
      const world = await createWorld(open)
      const visitor = await world.visitor()
      const erased = await world.storage.eraseVisitor(visitor, visitor.userId)
      expect(erased.chats).toEqual([])
      await expectRefusal(world.storage.visitorSelf(visitor.userId), 'visitor_not_found')
    })
  })
}
