import { describe, expect, it } from 'vitest'
import { MAX_UNREAD } from '#shared/limits.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

export function testReading(open: OpenStorage): void {
  describe('reading positions', () => {
    it('go forward only, each reader in their own numbering', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(ana, chatId, 'one')
      await world.note(ana, chatId, 'aside')
      await world.say(ana, chatId, 'two')
      const read = await world.storage.markAsRead(visitor, chatId, { seq: 2 })
      expect(read.move).toEqual({
        position: { seq: 3, publicSeq: 2 },
        isPublic: true,
        readAt: world.clock.now(),
      })
      expect(read.chat).toMatchObject({ visitorRead: { seq: 3, publicSeq: 2 }, unread: { visitor: 0 } })
      for (const seq of [2, 1, 0]) {
        expect((await world.storage.markAsRead(visitor, chatId, { seq })).move).toBeNull()
      }
    })

    it('stop at the end of the chat', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      expect((await world.storage.markAsRead(ana, chatId, { seq: 9 })).move).toBeNull()
      await world.say(visitor, chatId, 'one')
      const { move } = await world.storage.markAsRead(ana, chatId, { seq: 9 })
      expect(move?.position).toEqual({ seq: 1, publicSeq: 1 })
      await world.say(visitor, chatId, 'two')
      expect((await world.storage.chat(ana, chatId)).unread.commercials.get(ana.userId)?.count).toBe(1)
    })

    it('go to a message by its id', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const { message } = await world.say(visitor, chatId, 'one')
      await world.say(visitor, chatId, 'two')
      const { chat, move } = await world.storage.markAsRead(ana, chatId, { messageId: message.messageId })
      expect(move?.position).toEqual({ seq: 1, publicSeq: 1 })
      expect(chat.unread.commercials.get(ana.userId)).toEqual({ seq: 1, count: 1, isMarked: false })
      const elsewhere = await world.chat()
      const foreign = world.storage.markAsRead(ana, elsewhere.chatId, { messageId: message.messageId })
      await expectRefusal(foreign, 'message_not_found')
    })

    it('over notes alone are nothing that the visitor’s side could notice', async () => {
      const world = await createWorld(open)
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'one')
      await world.storage.markAsRead(ana, chatId, { seq: 1 })
      await world.note(ben, chatId, 'aside')
      const { move } = await world.storage.markAsRead(ana, chatId, { seq: 2 })
      expect(move).toMatchObject({ position: { seq: 2, publicSeq: 1 }, isPublic: false })
    })

    it('of the team are those of whoever is furthest', async () => {
      const world = await createWorld(open)
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { visitor, chatId } = await world.chat()
      for (const text of ['one', 'two', 'three']) await world.say(visitor, chatId, text)
      await world.storage.markAsRead(ana, chatId, { seq: 2 })
      const { chat, move } = await world.storage.markAsRead(ben, chatId, { seq: 1 })
      expect(move?.position.seq).toBe(1)
      expect(chat.teamRead).toEqual({ seq: 2, publicSeq: 2 })
    })
  })
}

export function testReadingByWriting(open: OpenStorage): void {
  describe('writing', () => {
    it('is reading, told when it passed what somebody else had written', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      expect((await world.say(visitor, chatId, 'one')).read).toBeNull()
      expect((await world.say(visitor, chatId, 'two')).read).toBeNull()
      const answer = await world.say(ana, chatId, 'three')
      expect(answer.read).toMatchObject({ position: { seq: 3, publicSeq: 3 }, isPublic: true })
      expect(answer.chat.unread.commercials.get(ana.userId)).toEqual({ seq: 3, count: 0, isMarked: false })
      expect((await world.say(ana, chatId, 'four')).read).toBeNull()
      expect((await world.say(visitor, chatId, 'five')).read).toMatchObject({ isPublic: true })
    })

    it('past a colleague’s note is told to commercials only, and a visitor passes no notes', async () => {
      const world = await createWorld(open)
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { visitor, chatId } = await world.chat()
      await world.say(ana, chatId, 'one')
      await world.note(ben, chatId, 'aside')
      expect((await world.say(ana, chatId, 'two')).read).toMatchObject({ isPublic: false })
      await world.storage.markAsRead(visitor, chatId, { seq: 2 })
      await world.note(ben, chatId, 'another')
      expect((await world.say(visitor, chatId, 'three')).read).toBeNull()
    })

    it('a note first takes nothing from what the answer after it tells the visitor', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'one')
      await world.note(ana, chatId, 'aside')
      const { read } = await world.say(ana, chatId, 'two')
      expect(read).toMatchObject({ position: { seq: 3, publicSeq: 2 }, isPublic: true })
    })

    it('a note tells the visitor nothing of what its author has read, until they read it', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'one')
      const noted = await world.note(ana, chatId, 'aside')
      expect(noted.read).toMatchObject({ position: { seq: 2, publicSeq: 0 }, isPublic: false })
      expect(noted.chat.teamRead).toEqual({ seq: 2, publicSeq: 0 })
      expect(noted.chat.unread.commercials.get(ana.userId)).toEqual({ seq: 2, count: 0, isMarked: false })
      const { chat, move } = await world.storage.markAsRead(ana, chatId, { seq: 1 })
      expect(move).toMatchObject({ position: { seq: 2, publicSeq: 1 }, isPublic: true })
      expect(chat.teamRead).toEqual({ seq: 2, publicSeq: 1 })
    })
  })
}

export function testUnread(open: OpenStorage): void {
  describe('unread', () => {
    it('counts what the other side and colleagues’ notes add, without what was deleted', async () => {
      const world = await createWorld(open)
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { visitor, chatId } = await world.chat()
      await world.storage.markAsRead(ana, chatId, { seq: 0 })
      await world.say(visitor, chatId, 'one')
      await world.storage.markAsRead(ana, chatId, { seq: 1 })
      const gone = await world.say(visitor, chatId, 'two')
      await world.note(ben, chatId, 'aside')
      const { message } = await world.say(ben, chatId, 'three')
      const { unread } = await world.storage.chat(ana, chatId)
      expect(unread.commercials.get(ana.userId)).toEqual({ seq: 1, count: 2, isMarked: false })
      expect(unread.commercials.get(ben.userId)).toEqual({ seq: 4, count: 0, isMarked: false })
      expect(unread).toMatchObject({ visitor: 1, otherCommercials: 3 })
      await world.storage.deleteMessage(visitor, gone.message.messageId)
      const { chat } = await world.storage.deleteMessage(ben, message.messageId)
      expect(chat.unread.commercials.get(ana.userId)?.count).toBe(1)
      expect(chat.unread).toMatchObject({ visitor: 0, otherCommercials: 2 })
    })

    it('stops counting where nobody needs the exact number', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.storage.markAsRead(ana, chatId, { seq: 0 })
      const many = Array.from({ length: MAX_UNREAD + 5 }, () => world.say(visitor, chatId, 'hello'))
      const { chat } = (await Promise.all(many)).at(-1) ?? {}
      expect(chat?.unread.otherCommercials).toBe(MAX_UNREAD)
    })
  })
}
