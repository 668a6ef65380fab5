import { describe, expect, it } from 'vitest'
import type { Identity } from '../../domain/identity.ts'
import { parsePersonKeyword } from '../../domain/person-words.ts'
import { parseKeyword } from '../../domain/search-text.ts'
import type { ChatFilter, MessageSearch } from '../../domain/storage.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

type Reader = Parameters<World['storage']['searchMessages']>[0]

async function find(world: World, reader: Reader, keyword: string, more: Partial<MessageSearch> = {}) {
  const phrases = parseKeyword(keyword)
  const { found } = await world.storage.searchMessages(reader, { limit: 50, ...more, phrases })
  return found.map(({ message }) => message.content)
}

async function findChats(world: World, reader: Identity, keyword: string, more: Partial<ChatFilter> = {}) {
  const people = parsePersonKeyword(keyword)
  const found = []
  let cursor: string | undefined
  do {
    const page = await world.storage.chats(reader, { limit: 2, ...more, people, cursor })
    found.push(...page.chats.map(({ chatId }) => chatId as string))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return found
}

/** Enough other messages that everything so far has its place in the index. */
async function fillIndex(world: World): Promise<void> {
  const { visitor, chatId } = await world.chat()
  await Promise.all(Array.from({ length: 250 }, (_, index) => world.say(visitor, chatId, `relleno ${index}`)))
  await world.storage.indexMessages()
}

export function testSearching(open: OpenStorage): void {
  describe.each([
    ['as soon as they are sent', () => Promise.resolve()],
    ['once they are in the index', fillIndex],
  ])('searching messages %s', (_, settle: (world: World) => Promise<void>) => {
    it('finds words whatever their case and accents, begun ones, and Chinese ones of two characters', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'Quiero una COTIZACIÓN')
      await world.say(visitor, chatId, '你好，我要退款')
      await world.say(ana, chatId, 'La cotización, mañana: A-1029/B')
      await settle(world)
      expect(await find(world, ana, 'cotizacion')).toEqual([
        'La cotización, mañana: A-1029/B',
        'Quiero una COTIZACIÓN',
      ])
      expect(await find(world, ana, 'manana cotiz')).toHaveLength(1)
      expect(await find(world, ana, '退款')).toEqual(['你好，我要退款'])
      expect(await find(world, ana, '款退')).toEqual([])
      expect(await find(world, ana, 'a-1029/b')).toHaveLength(1)
    })

    it.each([
      'AND',
      'NOT',
      'NEAR(a b)',
      'words : x',
      '"',
      "d'accord",
      '* OR *',
      'a:b',
      '%',
      'x'.repeat(1_000),
    ])('takes %s for text, not for a query', async (keyword) => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const text = `antes ${keyword} después`
      await world.say(visitor, chatId, text)
      await world.say(visitor, chatId, 'something else entirely')
      if (parseKeyword(keyword).length > 0) expect(await find(world, ana, keyword)).toEqual([text])
    })

    it('follows edits and deletions', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const { message } = await world.say(visitor, chatId, 'uno')
      await settle(world)
      await world.storage.editMessage(visitor, message.messageId, 'dos')
      expect([await find(world, ana, 'uno'), await find(world, ana, 'dos')]).toEqual([[], ['dos']])
      await world.storage.deleteMessage(visitor, message.messageId)
      expect(await find(world, ana, 'dos')).toEqual([])
    })

    it('does not store a message twice for a repeat', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      for (let time = 0; time < 2; time += 1) {
        await world.say(visitor, chatId, 'una vez', { clientMessageId: 'k' })
      }
      await settle(world)
      expect(await find(world, ana, 'una vez')).toEqual(['una vez'])
    })

    it('shows only chats of the reader’s sites, notes too', async () => {
      const world = await createWorld(open)
      const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      const [ana, admin, nobody] = [
        await world.commercial(),
        await world.admin(),
        await world.commercial('New', []),
      ]
      const both = await world.commercial('Both', [world.site.siteId, other.siteId])
      const { visitor, chatId } = await world.chat()
      const foreign = await world.visitor(other.siteId)
      const { chat } = await world.storage.openChat(foreign, null)
      await world.say(visitor, chatId, 'palabra aquí')
      await world.note(ana, chatId, 'palabra en nota')
      await world.say(foreign, chat.chatId, 'palabra allí')
      await settle(world)
      expect(await find(world, ana, 'palabra')).toEqual(['palabra en nota', 'palabra aquí'])
      expect(await find(world, admin, 'palabra')).toHaveLength(3)
      expect(await find(world, both, 'palabra')).toHaveLength(3)
      expect(await find(world, both, 'palabra', { siteId: other.siteId })).toEqual(['palabra allí'])
      expect(await find(world, ana, 'palabra', { siteId: other.siteId })).toEqual([])
      expect(await find(world, nobody, 'palabra')).toEqual([])
      expect(await find(world, admin, 'palabra', { chatId })).toHaveLength(2)
      await expectRefusal(find(world, ana, 'palabra', { chatId: chat.chatId }), 'chat_not_found')
    })

    it('pages from the newest to the oldest, each once, while more come', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      for (let index = 0; index < 7; index += 1) await world.say(visitor, chatId, `aguja ${index}`)
      await settle(world)
      for (let index = 7; index < 10; index += 1) await world.say(visitor, chatId, `aguja ${index}`)
      const pages: string[] = []
      let cursor: string | null = null
      do {
        const phrases = parseKeyword('aguja')
        const search: MessageSearch = { phrases, limit: 3, ...(cursor !== null && { cursor }) }
        const page = await world.storage.searchMessages(ana, search)
        pages.push(...page.found.map(({ message }) => message.content))
        cursor = page.nextCursor
        await world.say(visitor, chatId, 'aguja nueva')
      } while (cursor !== null)
      expect(pages).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((index) => `aguja ${index}`))
      const forged = world.storage.searchMessages(ana, {
        phrases: parseKeyword('aguja'),
        limit: 1,
        cursor: 'x',
      })
      await expectRefusal(forged, 'invalid')
    })
  })

  describe('searching people', () => {
    it('finds the chats of whoever is called so, or has that address or number', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const [first, second] = [await world.chat(), await world.chat()]
      const about = { name: 'José Núñez', email: 'pepe@olmo.example', phone: '+34 612 34 56 78' }
      await world.storage.describeVisitor(first.visitor.userId, about)
      await world.storage.describeVisitor(second.visitor.userId, { name: 'Josefa' })
      for (const keyword of ['nunez', 'jose nun', 'PEPE@OLMO', '612345', '5678', '34 612']) {
        expect(await findChats(world, ana, keyword), keyword).toEqual([first.chatId])
      }
      expect(await findChats(world, ana, 'jos')).toEqual([second.chatId, first.chatId])
      // A name and an address are two things, however they stand beside each other.
      for (const keyword of ['nunez@pepe', 'nadie', '', '"']) {
        expect(await findChats(world, ana, keyword), keyword).toEqual([])
      }
    })

    it('goes together with the other filters, and looks among what is put off too', async () => {
      const world = await createWorld(open)
      const [ana, outsider] = [await world.commercial(), await world.commercial('Out', [])]
      const chats = []
      for (let index = 0; index < 4; index += 1) {
        const chat = await world.chat()
        await world.storage.describeVisitor(chat.visitor.userId, { name: 'Núria' })
        world.clock.move(1_000)
        chats.push(chat.chatId)
      }
      const [a, b, c, d] = chats as [never, never, never, never]
      await world.storage.closeChat(ana, a)
      await world.storage.snoozeChat(ana, b, world.clock.now() + 60_000)
      await world.storage.tagChat(ana, c, ['vip'])
      expect(new Set(await findChats(world, ana, 'nuria'))).toEqual(new Set([a, b, c, d]))
      expect(await findChats(world, ana, 'nuria', { statuses: ['CLOSED'] })).toEqual([a])
      expect(await findChats(world, ana, 'nuria', { isSnoozed: true })).toEqual([b])
      expect(await findChats(world, ana, 'nuria', { isSnoozed: false, tag: 'vip' })).toEqual([c])
      expect(await findChats(world, ana, 'nuria', { assigneeId: ana.userId })).toEqual([])
      expect(await findChats(world, ana, 'nuria', { order: 'waiting' })).toHaveLength(4)
      expect(await findChats(world, outsider, 'nuria')).toEqual([])
    })

    it('forgets what a visitor takes back', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.storage.describeVisitor(visitor.userId, { name: 'Núria', phone: '612345678' })
      await world.storage.describeVisitor(visitor.userId, { name: null })
      expect(await findChats(world, ana, 'nuria')).toEqual([])
      expect(await findChats(world, ana, '612')).toEqual([chatId])
    })
  })
}
