import { describe, expect, it } from 'vitest'
import type { VisitorId } from '#shared/ids.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

const opening = { content: 'hello', clientMessageId: 'k' }

export function testOpening(open: OpenStorage): void {
  describe('opening a chat', () => {
    it('makes one and gives the same one back, also when asked twice at once', async () => {
      const world = await createWorld(open)
      const visitor = await world.visitor()
      const opened = await Promise.all([
        world.storage.openChat(visitor, null),
        world.storage.openChat(visitor, null),
      ])
      expect(opened.map(({ isNew }) => isNew)).toEqual([true, false])
      expect(new Set(opened.map(({ chat }) => chat.chatId)).size).toBe(1)
      expect(opened[0].chat).toMatchObject({
        status: 'PENDING',
        lastSeq: 0,
        lastMessage: null,
        closedAt: null,
      })
      expect(await world.storage.openChatOf(visitor.userId)).toEqual(opened[0].chat)
    })

    it('stores its first message once', async () => {
      const world = await createWorld(open)
      const visitor = await world.visitor()
      const first = await world.storage.openChat(visitor, opening)
      const again = await world.storage.openChat(visitor, opening)
      expect(first).toMatchObject({ isNew: true, appended: { isNew: true, message: { seq: 1 } } })
      expect(again).toMatchObject({
        isNew: false,
        appended: { isNew: false, message: first.appended?.message },
      })
      const other = world.storage.openChat(visitor, { ...opening, content: 'bye' })
      await expectRefusal(other, 'idempotency_conflict')
    })

    it('finds the chat again that the same call had opened, though it was closed since', async () => {
      const world = await createWorld(open)
      const [ana, visitor] = [await world.commercial(), await world.visitor()]
      const first = await world.storage.openChat(visitor, opening)
      await world.storage.closeChat(ana, first.chat.chatId)
      const retried = await world.storage.openChat(visitor, opening)
      expect(retried).toMatchObject({ isNew: false, chat: { chatId: first.chat.chatId, status: 'CLOSED' } })
      expect(await world.storage.openChatOf(visitor.userId)).toBeNull()
      const next = await world.storage.openChat(visitor, { ...opening, clientMessageId: 'another' })
      expect(next.isNew).toBe(true)
    })

    it('opens another though an ordinary message of a closed one looked the same', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'before')
      await world.say(visitor, chatId, opening.content, { clientMessageId: opening.clientMessageId })
      await world.storage.closeChat(ana, chatId)
      expect(await world.storage.openChat(visitor, opening)).toMatchObject({
        isNew: true,
        appended: { isNew: true },
      })
    })

    it('leaves nothing behind when its message is refused', async () => {
      const world = await createWorld(open)
      const unknown = { ...(await world.visitor()), userId: 'nobody' as VisitorId }
      await expectRefusal(world.storage.openChat(unknown, opening), 'visitor_not_found')
      expect((await world.storage.chatCounts(await world.admin())).all).toBe(0)
    })
  })
}

export function testStarting(open: OpenStorage): void {
  describe('a commercial who writes first', () => {
    it('starts a chat that is theirs and answered', async () => {
      const world = await createWorld(open)
      const [ana, visitor] = [await world.commercial(), await world.visitor()]
      const started = await world.storage.startChat(ana, visitor.userId, opening)
      expect(started).toMatchObject({ isNew: true, appended: { statusChanged: true, assigneeChanged: true } })
      expect(started.chat).toMatchObject({
        status: 'IN_PROGRESS',
        assignee: { commercialId: ana.userId },
        unread: { visitor: 1 },
      })
      const again = await world.storage.startChat(ana, visitor.userId, opening)
      expect(again).toMatchObject({ isNew: false, appended: { isNew: false } })
    })

    it('writes into the chat that is open', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const started = await world.storage.startChat(ana, visitor.userId, opening)
      expect(started).toMatchObject({ isNew: false, chat: { chatId }, appended: { isNew: true } })
    })

    it('finds only visitors of their own sites', async () => {
      const world = await createWorld(open)
      const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      const [ana, admin] = [await world.commercial(), await world.admin()]
      const foreign = await world.visitor(other.siteId)
      await expectRefusal(world.storage.startChat(ana, foreign.userId, opening), 'visitor_not_found')
      await expectRefusal(world.storage.startChat(admin, 'nobody' as VisitorId, opening), 'visitor_not_found')
      expect((await world.storage.startChat(admin, foreign.userId, opening)).isNew).toBe(true)
    })
  })
}
