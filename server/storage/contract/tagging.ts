import { describe, expect, it } from 'vitest'
import type { Identity } from '../../domain/identity.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

export function testTagging(open: OpenStorage): void {
  describe('tags', () => {
    it('replace those before, and change nothing when they are the same', async () => {
      const world = await createWorld(open)
      const [ana, { chatId }] = [await world.commercial(), await world.chat()]
      const tagged = await world.storage.tagChat(ana, chatId, ['billing', 'vip'])
      expect(tagged).toMatchObject({ isChanged: true, chat: { tags: ['billing', 'vip'] } })
      expect((await world.storage.tagChat(ana, chatId, ['billing', 'vip'])).isChanged).toBe(false)
      expect((await world.storage.tagChat(ana, chatId, ['vip'])).chat.tags).toEqual(['vip'])
      expect((await world.storage.chat(ana, chatId)).tags).toEqual(['vip'])
    })

    it('leave the visitor’s clock where it was', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'hello')
      const before = await world.storage.chat(visitor, chatId)
      world.clock.move(5_000)
      const { chat } = await world.storage.tagChat(ana, chatId, ['vip'])
      expect(chat.publicUpdatedAt).toBe(before.publicUpdatedAt)
      expect(chat.updatedAt).toBeGreaterThan(before.updatedAt)
    })

    it('are counted over the sites of whoever asks, and forgotten when no chat has them', async () => {
      const world = await createWorld(open)
      const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      const [ana, admin] = [await world.commercial(), await world.admin()]
      const [first, second] = [await world.chat(), await world.chat()]
      const { chat: elsewhere } = await world.storage.openChat(await world.visitor(other.siteId), null)
      await world.storage.tagChat(ana, first.chatId, ['vip', 'víveres'])
      await world.storage.tagChat(ana, second.chatId, ['vip'])
      await world.storage.tagChat(admin, elsewhere.chatId, ['vip', 'other'])
      const tags = (reader: typeof ana, filter = {}) => world.storage.tags(reader, { limit: 10, ...filter })
      expect(await tags(ana)).toEqual([
        { tag: 'vip', count: 2 },
        { tag: 'víveres', count: 1 },
      ])
      expect((await tags(admin))[0]).toEqual({ tag: 'vip', count: 3 })
      expect(await tags(admin, { prefix: 'o' })).toEqual([{ tag: 'other', count: 1 }])
      expect(await tags(ana, { siteId: other.siteId })).toEqual([])
      await world.storage.tagChat(ana, first.chatId, [])
      expect(await tags(ana)).toEqual([{ tag: 'vip', count: 1 }])
    })

    it('are not for visitors, nor for those who cannot see the chat', async () => {
      const world = await createWorld(open)
      const [{ visitor, chatId }, outsider] = [await world.chat(), await world.commercial('Out', [])]
      await expectRefusal(world.storage.tagChat(visitor, chatId, ['x']), 'forbidden')
      await expectRefusal(world.storage.tagChat(outsider, chatId, ['x']), 'chat_not_found')
      await expectRefusal(world.storage.snoozeChat(visitor, chatId, null), 'forbidden')
      await expectRefusal(world.storage.snoozeChat(outsider, chatId, null), 'chat_not_found')
    })

    it('filter the lists, in the order of the lists, while chats move and close', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const chats = []
      for (let index = 0; index < 4; index += 1) {
        chats.push(await world.chat())
        world.clock.move(1_000)
      }
      for (const { chatId } of chats.slice(0, 3)) await world.storage.tagChat(ana, chatId, ['vip'])
      const [first, second, third] = chats
      if (first === undefined || second === undefined || third === undefined) throw new Error('Too few')
      world.clock.move(1_000)
      await world.say(first.visitor, first.chatId, 'hello?')
      const list = (filter: object) => listed(world, ana, { tag: 'vip', ...filter })
      expect(await list({})).toEqual([first.chatId, third.chatId, second.chatId])
      await world.storage.assignChat(ana, third.chatId, { assigneeId: ana.userId, ifUnassigned: false })
      expect(await list({ assigneeId: ana.userId })).toEqual([third.chatId])
      expect(await list({ assigneeId: null, order: 'waiting' })).toEqual([first.chatId, second.chatId])
      await world.storage.closeChat(ana, first.chatId)
      expect(await list({ statuses: ['CLOSED'] })).toEqual([first.chatId])
      expect(await list({ statuses: ['PENDING'] })).toEqual([third.chatId, second.chatId])
    })
  })
}

export function testSnoozing(open: OpenStorage): void {
  describe('putting a chat off', () => {
    it('takes it out of every list but that of the snoozed, until its time has come', async () => {
      const world = await createWorld(open)
      const [ana, { chatId }] = [await world.commercial(), await world.chat()]
      const { chatId: other } = await world.chat()
      const until = world.clock.now() + 60_000
      expect((await world.storage.snoozeChat(ana, chatId, until)).chat.snoozedUntil).toBe(until)
      expect((await world.storage.snoozeChat(ana, chatId, until)).isChanged).toBe(false)
      expect(await listed(world, ana, {})).toEqual([other])
      expect(await listed(world, ana, { order: 'waiting' })).toEqual([other])
      expect(await listed(world, ana, { isSnoozed: true })).toEqual([chatId])
      expect(await listed(world, ana, { isSnoozed: true, statuses: ['IN_PROGRESS'] })).toEqual([])
      expect(await world.storage.chatCounts(ana)).toMatchObject({ unassigned: 1, all: 1, snoozed: 1 })
      world.clock.move(59_999)
      expect(await world.storage.wakeChats()).toEqual([])
      world.clock.move(1)
      expect(await world.storage.wakeChats()).toMatchObject([{ chatId, snoozedUntil: null }])
      expect(await world.storage.wakeChats()).toEqual([])
      expect(await listed(world, ana, {})).toEqual([chatId, other])
      expect(await world.storage.chatCounts(ana)).toMatchObject({ unassigned: 2, all: 2, snoozed: 0 })
    })

    it('ends when the visitor writes, not when the team does', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.storage.snoozeChat(ana, chatId, world.clock.now() + 60_000)
      await world.note(ana, chatId, 'later')
      expect((await world.say(ana, chatId, 'I will ask')).chat.snoozedUntil).not.toBeNull()
      expect((await world.say(visitor, chatId, 'and?')).chat.snoozedUntil).toBeNull()
      expect(await listed(world, ana, {})).toEqual([chatId])
    })

    it('ends by hand, and when the chat is closed', async () => {
      const world = await createWorld(open)
      const [ana, { chatId }] = [await world.commercial(), await world.chat()]
      const until = world.clock.now() + 60_000
      await world.storage.snoozeChat(ana, chatId, until)
      expect((await world.storage.snoozeChat(ana, chatId, null)).chat.snoozedUntil).toBeNull()
      await world.storage.snoozeChat(ana, chatId, until)
      expect((await world.storage.closeChat(ana, chatId)).chat.snoozedUntil).toBeNull()
      await expectRefusal(world.storage.snoozeChat(ana, chatId, until), 'chat_closed')
    })

    it('is to a time to come, at most a year ahead', async () => {
      const world = await createWorld(open)
      const [ana, { chatId }] = [await world.commercial(), await world.chat()]
      const now = world.clock.now()
      for (const until of [now, now - 1, now + 400 * 24 * 3_600_000]) {
        await expectRefusal(world.storage.snoozeChat(ana, chatId, until), 'invalid')
      }
    })

    it('is nothing that its visitor could notice', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const before = await world.storage.chat(visitor, chatId)
      world.clock.move(1_000)
      await world.storage.snoozeChat(ana, chatId, world.clock.now() + 60_000)
      expect(await listed(world, visitor, {})).toEqual([chatId])
      expect((await world.storage.chat(visitor, chatId)).publicUpdatedAt).toBe(before.publicUpdatedAt)
      expect(await world.storage.chatCounts(visitor)).toMatchObject({ all: 1, snoozed: 0 })
    })
  })
}

export function testWaitingOrder(open: OpenStorage): void {
  describe('the list in the order of waiting', () => {
    it('begins with who has waited longest and ends with those who do not wait', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const chats = []
      for (let index = 0; index < 5; index += 1) {
        const chat = await world.chat()
        await world.say(chat.visitor, chat.chatId, 'hello')
        chats.push(chat.chatId)
        world.clock.move(1_000)
      }
      const [a = '', b = '', c = '', d = '', e = ''] = chats
      for (const chatId of [d, b]) {
        world.clock.move(1_000)
        await world.say(ana, chatId as never, 'yes?')
      }
      await world.note(ana, a as never, 'aside')
      for (const limit of [1, 2, 3, 10]) {
        expect(await listed(world, ana, { order: 'waiting', limit })).toEqual([a, c, e, b, d])
      }
    })

    it('repeats and leaves out nothing that stands still while others move', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const chats = []
      for (let index = 0; index < 9; index += 1) {
        const chat = await world.chat()
        if (index % 3 > 0) await world.say(chat.visitor, chat.chatId, 'hello')
        chats.push(chat)
      }
      for (const order of ['latest', 'waiting'] as const) {
        const found: string[] = []
        let cursor: string | undefined
        let moved = 0
        do {
          const page = await world.storage.chats(ana, { limit: 2, order, cursor })
          found.push(...page.chats.map(({ chatId }) => chatId as string))
          cursor = page.nextCursor ?? undefined
          const mover = chats[moved % 3]
          if (mover !== undefined) await world.say(ana, mover.chatId, 'moving')
          moved += 1
        } while (cursor !== undefined)
        for (const { chatId } of chats.slice(3)) expect(found.filter((id) => id === chatId)).toHaveLength(1)
      }
    })

    it('does not take the cursor of the other order', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      for (let index = 0; index < 2; index += 1) await world.chat()
      const { nextCursor } = await world.storage.chats(ana, { limit: 1 })
      await expectRefusal(
        world.storage.chats(ana, { limit: 1, order: 'waiting', cursor: nextCursor ?? '' }),
        'invalid',
      )
    })
  })
}

/** Every page of a list, one after the other. */
async function listed(world: World, reader: Identity, filter: object): Promise<string[]> {
  const found = []
  let cursor: string | undefined
  do {
    const page = await world.storage.chats(reader, { limit: 2, ...filter, cursor })
    found.push(...page.chats.map(({ chatId }) => chatId as string))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return found
}
