import { describe, expect, it } from 'vitest'
import type { Identity } from '../../domain/identity.ts'
import type { ChatFilter } from '../../domain/storage.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

async function pages(world: World, reader: Identity, filter: Partial<ChatFilter>): Promise<string[][]> {
  const found = []
  let cursor: string | undefined
  do {
    const page = await world.storage.chats(reader, { limit: 2, ...filter, cursor })
    found.push(page.chats.map(({ chatId }) => chatId as string))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return found
}

/** Chats of two sites in every state, each a second younger than the one before. */
async function createInbox(open: OpenStorage) {
  const world = await createWorld(open)
  const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
  const [ana, both, admin] = [
    await world.commercial('Ana'),
    await world.commercial('Both', [world.site.siteId, other.siteId]),
    await world.admin(),
  ]
  const ids: Record<string, string> = {}
  for (const name of ['waiting', 'mine', 'closed', 'elsewhere', 'fresh']) {
    const visitor = await world.visitor(name === 'elsewhere' ? other.siteId : world.site.siteId)
    const { chat } = await world.storage.openChat(visitor, { content: name, clientMessageId: undefined })
    world.clock.move(1_000)
    if (name === 'mine') await world.say(ana, chat.chatId, 'yes?')
    if (name === 'closed') await world.storage.closeChat(ana, chat.chatId)
    ids[name] = chat.chatId
  }
  const named = (names: readonly string[]) => names.map((name) => ids[name])
  return { world, other, ana, both, admin, named }
}

export function testListing(open: OpenStorage): void {
  describe('the list of chats', () => {
    it('shows each reader their sites’ chats, newest activity first, page after page', async () => {
      const { world, ana, both, admin, named } = await createInbox(open)
      const everything = named(['fresh', 'elsewhere', 'closed', 'mine', 'waiting'])
      expect((await pages(world, admin, {})).flat()).toEqual(everything)
      expect(await pages(world, both, {})).toEqual([
        everything.slice(0, 2),
        everything.slice(2, 4),
        everything.slice(4),
      ])
      expect((await pages(world, ana, {})).flat()).toEqual(named(['fresh', 'closed', 'mine', 'waiting']))
      expect(await pages(world, await world.commercial('New', []), {})).toEqual([[]])
    })

    it('filters by status, assignee and site', async () => {
      const { world, other, ana, admin, named } = await createInbox(open)
      const list = async (filter: Partial<ChatFilter>) => (await pages(world, admin, filter)).flat()
      expect(await list({ statuses: ['CLOSED'] })).toEqual(named(['closed']))
      expect(await list({ statuses: ['PENDING', 'IN_PROGRESS', 'PENDING'] })).toEqual(
        named(['fresh', 'elsewhere', 'mine', 'waiting']),
      )
      expect(await list({ assigneeId: ana.userId })).toEqual(named(['mine']))
      expect(await list({ assigneeId: null, statuses: ['PENDING'] })).toEqual(
        named(['fresh', 'elsewhere', 'waiting']),
      )
      expect(await list({ siteId: other.siteId })).toEqual(named(['elsewhere']))
      expect((await pages(world, ana, { siteId: other.siteId })).flat()).toEqual([])
    })

    it('puts whatever moves on top', async () => {
      const { world, ana, named } = await createInbox(open)
      const [waiting] = named(['waiting'])
      const [[first]] = (await pages(world, ana, {})) as [[string]]
      expect(first).not.toBe(waiting)
      const [chat] = (await world.storage.chats(ana, { limit: 1, statuses: ['PENDING'], assigneeId: null }))
        .chats
      if (chat === undefined) throw new Error('No chat waits')
      await world.note(ana, chat.chatId, 'aside')
      expect((await pages(world, ana, {})).flat()[0]).toBe(chat.chatId)
    })

    it('holds each chat once when all of them moved in the same millisecond', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const visitor = await world.visitor()
      const [own, everybodys]: [string[], string[]] = [[], []]
      for (let index = 0; index < 5; index += 1) {
        const { chat } = await world.storage.openChat(visitor, null)
        await world.storage.closeChat(ana, chat.chatId)
        own.push(chat.chatId)
        everybodys.push(chat.chatId, (await world.chat()).chatId)
      }
      expect((await pages(world, visitor, {})).flat()).toEqual(own.toReversed())
      expect((await pages(world, ana, {})).flat()).toEqual(everybodys.toReversed())
    })

    it('refuses a cursor that is none', async () => {
      const { world, ana } = await createInbox(open)
      for (const cursor of ['', 'x', 'MTIz', '🙂', Buffer.from("1.' OR 1=1 --").toString('base64url')]) {
        await expectRefusal(world.storage.chats(ana, { limit: 2, cursor }), 'invalid')
      }
    })
  })
}

export function testCounting(open: OpenStorage): void {
  describe('the counts of the lists', () => {
    it('cover all the sites of the reader', async () => {
      const { world, ana, both, admin } = await createInbox(open)
      const counts = (reader: Identity) => world.storage.chatCounts(reader)
      expect(await counts(ana)).toEqual({ mine: 1, unassigned: 2, all: 3, closed: 1, snoozed: 0 })
      expect(await counts(both)).toEqual({ mine: 0, unassigned: 3, all: 4, closed: 1, snoozed: 0 })
      expect(await counts(admin)).toEqual({ mine: 0, unassigned: 3, all: 4, closed: 1, snoozed: 0 })
    })
  })

  describe('a visitor’s list', () => {
    it('holds their own chats, in an order that no note can change', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.storage.closeChat(ana, chatId)
      world.clock.move(1_000)
      const { chat } = await world.storage.openChat(visitor, null)
      await world.chat()
      world.clock.move(1_000)
      await world.note(ana, chatId, 'aside')
      expect(await pages(world, visitor, { limit: 1 })).toEqual([[chat.chatId], [chatId]])
      expect(await pages(world, visitor, { statuses: ['CLOSED'] })).toEqual([[chatId]])
      const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      expect(await pages(world, visitor, { siteId: other.siteId })).toEqual([[]])
      expect(await world.storage.chatCounts(visitor)).toEqual({
        mine: 0,
        unassigned: 0,
        all: 1,
        closed: 1,
        snoozed: 0,
      })
    })
  })

  describe('heads', () => {
    it('tell where chats stand and leave out unknown ones', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const { message } = await world.say(visitor, chatId, 'hello')
      await world.note(ana, chatId, 'aside')
      const { chat } = await world.storage.editMessage(visitor, message.messageId, 'hello!')
      const stranger = await world.visitor()
      const heads = await world.storage.chatHeads([chatId, stranger.userId as never])
      const at = chat.lastChangeAt
      expect(heads).toEqual([
        { chatId, lastSeq: 2, lastPublicSeq: 1, lastChangeAt: at, lastPublicChangeAt: at },
      ])
    })
  })
}
