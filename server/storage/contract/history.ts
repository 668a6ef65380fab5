import { describe, expect, it } from 'vitest'
import type { Identity } from '../../domain/identity.ts'
import { resync, seqFor } from './follow.ts'
import { createWorld, type OpenStorage } from './world.ts'

/** A chat of six public messages p1…p6 with a note n before each, half a second apart. */
async function createThread(open: OpenStorage) {
  const world = await createWorld(open)
  const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
  const start = world.clock.now()
  for (let index = 1; index <= 6; index += 1) {
    await world.note(ana, chatId, `n${index}`)
    world.clock.move(500)
    await world.say(visitor, chatId, `p${index}`)
    world.clock.move(500)
  }
  return { world, ana, visitor, chatId, start }
}

export function testHistory(open: OpenStorage): void {
  describe('history', () => {
    it('is the newest page when nothing is said, oldest first', async () => {
      const { world, ana, visitor, chatId } = await createThread(open)
      expect(await world.storage.history(visitor, chatId, { limit: 2 })).toMatchObject({
        messages: [{ content: 'p5' }, { content: 'p6' }],
        hasMore: true,
        chat: { chatId, lastSeq: 12, lastPublicSeq: 6 },
      })
      expect(await world.texts(ana, chatId, { limit: 3 })).toEqual(['p5', 'n6', 'p6'])
      const whole = await world.storage.history(visitor, chatId, { limit: 6 })
      expect([whole.messages.length, whole.hasMore]).toEqual([6, false])
    })

    it('goes back with `before` and on with `after`, in the reader’s numbering', async () => {
      const { world, ana, visitor, chatId } = await createThread(open)
      expect(await world.texts(visitor, chatId, { before: 5, limit: 2 })).toEqual(['p3', 'p4'])
      expect(await world.texts(ana, chatId, { before: 5, limit: 2 })).toEqual(['n2', 'p2'])
      expect(await world.texts(visitor, chatId, { after: 4 })).toEqual(['p5', 'p6'])
      expect(await world.texts(ana, chatId, { after: 10 })).toEqual(['n6', 'p6'])
      expect(await world.texts(visitor, chatId, { after: 1, before: 4 })).toEqual(['p2', 'p3'])
      expect(await world.texts(visitor, chatId, { after: 99 })).toEqual([])
      expect(await world.texts(visitor, chatId, { before: 0 })).toEqual([])
    })

    it('says whether there is more in the direction of the page', async () => {
      const { world, visitor, chatId } = await createThread(open)
      const hasMore = async (page: object) =>
        (await world.storage.history(visitor, chatId, { limit: 3, ...page })).hasMore
      expect(await hasMore({ after: 2 })).toBe(true)
      expect(await hasMore({ after: 3 })).toBe(false)
      expect(await hasMore({ before: 5 })).toBe(true)
      expect(await hasMore({ before: 4 })).toBe(false)
      expect(await hasMore({ after: 0, before: 4 })).toBe(false)
    })

    it('takes `dateFrom` inclusively, unless `after` is given too', async () => {
      const { world, visitor, chatId, start } = await createThread(open)
      const sentAtP3 = start + 2_500
      expect(await world.texts(visitor, chatId, { dateFrom: sentAtP3 })).toEqual(['p3', 'p4', 'p5', 'p6'])
      expect(await world.texts(visitor, chatId, { dateFrom: sentAtP3 + 1, limit: 1 })).toEqual(['p4'])
      expect(await world.texts(visitor, chatId, { dateFrom: sentAtP3, before: 5 })).toEqual(['p3', 'p4'])
      expect(await world.texts(visitor, chatId, { dateFrom: start - 1_000_000, limit: 1 })).toEqual(['p1'])
      expect(await world.texts(visitor, chatId, { dateFrom: start + 1_000_000 })).toEqual([])
      expect(await world.texts(visitor, chatId, { dateFrom: sentAtP3, after: 5 })).toEqual(['p6'])
    })

    it('fills a visitor’s page however many notes lie between', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'first')
      await Promise.all(Array.from({ length: 120 }, () => world.note(ana, chatId, 'aside')))
      await world.say(visitor, chatId, 'last')
      const page = await world.storage.history(visitor, chatId, { limit: 2 })
      expect(page.messages.map(({ publicSeq }) => publicSeq)).toEqual([1, 2])
      expect(page.hasMore).toBe(false)
    })
  })
}

export function testResync(open: OpenStorage): void {
  describe('a reader who was away', () => {
    it.each([1, 2, 3, 50])('gets every change and every new message through pages of %i', async (limit) => {
      const { world, ana, visitor, chatId } = await createThread(open)
      const { messages } = await world.storage.history(ana, chatId, { limit: 100 })
      const [n1, p1, , p2, , p3] = messages
      if (!n1 || !p1 || !p2 || !p3) throw new Error('The thread is too short')
      await world.storage.editMessage(visitor, p1.messageId, 'before')
      const changedAfter = (await world.storage.chat(ana, chatId)).lastChangeAt ?? 0
      await world.storage.editMessage(visitor, p3.messageId, 'p3!')
      await world.storage.deleteMessage(visitor, p2.messageId)
      await world.storage.editMessage(ana, n1.messageId, 'n1!')
      await world.say(visitor, chatId, 'p7')
      const heard = async (reader: Identity, after: number) => {
        const reading = { storage: world.storage, reader, chatId, limit }
        const messages = await resync(reading, { after, changedAfter })
        return messages.map((message) => `${seqFor(reader, message)}:${message.content}`).toSorted()
      }
      expect(await heard(visitor, 5)).toEqual(['2:', '3:p3!', '6:p6', '7:p7'])
      expect(await heard(ana, 11)).toEqual(['12:p6', '13:p7', '1:n1!', '4:', '6:p3!'])
    })

    it('gets each page sorted, changes counted in its limit', async () => {
      const { world, visitor, chatId } = await createThread(open)
      const { messages } = await world.storage.history(visitor, chatId, { limit: 2, before: 3 })
      for (const { messageId } of messages.toReversed()) await world.storage.deleteMessage(visitor, messageId)
      const page = await world.storage.history(visitor, chatId, { limit: 3, after: 4, changedAfter: 0 })
      expect(page.messages.map(({ publicSeq }) => publicSeq)).toEqual([1, 2, 5])
      expect(page.hasMore).toBe(true)
    })

    it('hears that there is more when only changes remain, and of none beyond `before`', async () => {
      const { world, visitor, chatId } = await createThread(open)
      const { messages } = await world.storage.history(visitor, chatId, { limit: 2, before: 4 })
      for (const { messageId } of messages) await world.storage.deleteMessage(visitor, messageId)
      const changed = (limit: number, before?: number) =>
        world.storage.history(visitor, chatId, { limit, before, after: 6, changedAfter: 0 })
      expect(await changed(1)).toMatchObject({ messages: [{ publicSeq: 2 }], hasMore: true })
      expect(await changed(2)).toMatchObject({
        messages: [{ publicSeq: 2 }, { publicSeq: 3 }],
        hasMore: false,
      })
      expect(await changed(2, 3)).toMatchObject({ messages: [{ publicSeq: 2 }], hasMore: false })
    })
  })
}
