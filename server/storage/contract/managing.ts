import { describe, expect, it } from 'vitest'
import type { CommercialId } from '#shared/ids.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

export function testAssigning(open: OpenStorage): void {
  describe('assigning', () => {
    it('lets one of ten claims win and tells the others who it was', async () => {
      const world = await createWorld(open)
      const { chatId } = await world.chat()
      const team = []
      for (let index = 0; index < 10; index += 1) team.push(await world.commercial(`Person ${index}`))
      const claims = await Promise.allSettled(
        team.map((one) =>
          world.storage.assignChat(one, chatId, { assigneeId: one.userId, ifUnassigned: true }),
        ),
      )
      const assignee = { commercialId: team[0]?.userId, name: 'Person 0' }
      expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const claim of claims.slice(1)) {
        expect(claim).toMatchObject({ reason: { code: 'already_assigned', details: { body: { assignee } } } })
      }
    })

    it('changes nothing when the same person has it already', async () => {
      const world = await createWorld(open)
      const [ana, { chatId }] = [await world.commercial(), await world.chat()]
      const claim = { assigneeId: ana.userId, ifUnassigned: true }
      const first = await world.storage.assignChat(ana, chatId, claim)
      world.clock.move(1_000)
      const second = await world.storage.assignChat(ana, chatId, claim)
      expect([first.isChanged, second.isChanged]).toEqual([true, false])
      expect(second.chat).toEqual(first.chat)
    })

    it('hands a chat over, and to nobody', async () => {
      const world = await createWorld(open)
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { chatId } = await world.chat()
      await world.storage.assignChat(ana, chatId, { assigneeId: ana.userId, ifUnassigned: false })
      const given = await world.storage.assignChat(ana, chatId, {
        assigneeId: ben.userId,
        ifUnassigned: false,
      })
      expect(given.chat.assignee).toEqual({ commercialId: ben.userId, name: 'Ben' })
      const freed = await world.storage.assignChat(ben, chatId, { assigneeId: null, ifUnassigned: false })
      expect(freed).toMatchObject({ isChanged: true, chat: { assignee: null } })
      expect(freed.chat).toMatchObject({ updatedAt: freed.at, publicUpdatedAt: freed.at })
    })

    it('is to somebody who answers the site: a member, or an admin', async () => {
      const world = await createWorld(open)
      const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      const [ana, admin] = [await world.commercial(), await world.admin()]
      const outsider = await world.commercial('Out', [other.siteId])
      const { chatId } = await world.chat()
      for (const assigneeId of [outsider.userId, 'nobody' as CommercialId]) {
        const assigned = world.storage.assignChat(ana, chatId, { assigneeId, ifUnassigned: false })
        await expectRefusal(assigned, 'assignee_unknown')
      }
      const assigned = world.storage.assignChat(ana, chatId, { assigneeId: admin.userId, ifUnassigned: true })
      expect((await assigned).isChanged).toBe(true)
    })

    it('is not for visitors, nor for those who cannot see the chat', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const outsider = await world.commercial('Out', [])
      const toNobody = { assigneeId: null, ifUnassigned: false }
      await expectRefusal(world.storage.assignChat(visitor, chatId, toNobody), 'forbidden')
      await expectRefusal(world.storage.closeChat(visitor, chatId), 'forbidden')
      await expectRefusal(world.storage.assignChat(outsider, chatId, toNobody), 'chat_not_found')
      await expectRefusal(world.storage.closeChat(outsider, chatId), 'chat_not_found')
      await expectRefusal(world.storage.reopenChat(outsider, chatId), 'chat_not_found')
    })
  })
}

export function testRating(open: OpenStorage): void {
  describe('a rating', () => {
    it('is kept with the chat, which stays where it stands in its lists', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const ana = await world.commercial()
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'hola')
      const rating = { score: 4, comment: 'bien' }
      await expectRefusal(storage.rateChat(visitor, chatId, rating), 'chat_open')
      await storage.closeChat(ana, chatId)
      clock.move(1_000)
      const before = await storage.chat(ana, chatId)
      const rated = await storage.rateChat(visitor, chatId, rating)
      expect(rated).toMatchObject({ isChanged: true, chat: { rating: { ...rating, ratedAt: clock.now() } } })
      expect(await storage.chat(ana, chatId)).toEqual({ ...before, rating: rated.chat.rating })
      expect((await storage.rateChat(visitor, chatId, rating)).isChanged).toBe(false)
      await expectRefusal(storage.rateChat(await world.visitor(), chatId, rating), 'chat_not_found')
    })
  })

  describe('the chat that a visitor comes back to', () => {
    it('is the open one, else the last that was closed lately, if anything was said in it', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const ana = await world.commercial()
      const { visitor, chatId } = await world.chat()
      const resumed = async (since: number) => (await storage.chatToResume(visitor.userId, since))?.chatId
      const since = clock.now()
      expect(await resumed(since)).toBe(chatId)
      await storage.closeChat(ana, chatId)
      expect(await resumed(since)).toBeUndefined()
      await storage.reopenChat(ana, chatId)
      await world.say(visitor, chatId, 'hola')
      await storage.closeChat(ana, chatId)
      expect(await resumed(since)).toBe(chatId)
      expect(await resumed(clock.now() + 60_000)).toBeUndefined()
      const second = await storage.openChat(visitor, null)
      expect(await resumed(since)).toBe(second.chat.chatId)
    })
  })
}

export function testClosing(open: OpenStorage): void {
  describe('closing and reopening', () => {
    it('keeps the assignee and ends the waiting', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(ana, chatId, 'hello')
      await world.say(visitor, chatId, 'thanks')
      const closed = await world.storage.closeChat(ana, chatId)
      expect(closed).toMatchObject({ isChanged: true, chat: { status: 'CLOSED', closedAt: closed.at } })
      expect(closed.chat).toMatchObject({ assignee: { commercialId: ana.userId }, waitingSince: null })
      expect((await world.storage.closeChat(ana, chatId)).isChanged).toBe(false)
      const reopened = await world.storage.reopenChat(ana, chatId)
      expect(reopened).toMatchObject({
        isChanged: true,
        chat: { status: 'IN_PROGRESS', closedAt: null, waitingSince: null },
      })
      expect((await world.storage.reopenChat(ana, chatId)).isChanged).toBe(false)
    })

    it('lets a visitor who was never answered wait again', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'hello?')
      await world.storage.closeChat(ana, chatId)
      world.clock.move(60_000)
      const { chat, at } = await world.storage.reopenChat(ana, chatId)
      expect(chat).toMatchObject({ status: 'PENDING', waitingSince: at })
    })
  })
}
