import { describe, expect, it } from 'vitest'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

export function testRepeats(open: OpenStorage): void {
  describe('the same clientMessageId', () => {
    it('returns the first message when it is sent twice, also at once', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const draft = { clientMessageId: 'k' }
      const [first, second] = await Promise.all([
        world.say(visitor, chatId, 'hello', draft),
        world.say(visitor, chatId, 'hello', draft),
      ])
      const third = await world.say(visitor, chatId, 'hello', draft)
      expect([first.isNew, second.isNew, third.isNew]).toEqual([true, false, false])
      expect([second.message, third.message]).toEqual([first.message, first.message])
      expect(await world.texts(visitor, chatId)).toEqual(['hello'])
    })

    it('refuses another content, type or secrecy, and changes nothing', async () => {
      const world = await createWorld(open)
      const [ana, { chatId }] = [await world.commercial(), await world.chat()]
      await world.say(ana, chatId, 'hello', { clientMessageId: 'k' })
      const others = [
        world.say(ana, chatId, 'bye', { clientMessageId: 'k' }),
        world.say(ana, chatId, 'hello', { clientMessageId: 'k', type: 'image' }),
        world.note(ana, chatId, 'hello', { clientMessageId: 'k' }),
      ]
      for (const other of others) await expectRefusal(other, 'idempotency_conflict')
      expect(await world.texts(ana, chatId)).toEqual(['hello'])
    })

    it('belongs to one sender and one chat', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }, second] = [
        await world.commercial(),
        await world.chat(),
        await world.chat(),
      ]
      const sent = [
        await world.say(ana, chatId, 'a', { clientMessageId: 'k' }),
        await world.say(visitor, chatId, 'b', { clientMessageId: 'k' }),
        await world.say(ana, second.chatId, 'c', { clientMessageId: 'k' }),
      ]
      expect(sent.map(({ isNew }) => isNew)).toEqual([true, true, true])
    })

    it('is known after an edit and after a deletion, by what was sent at first', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const { message } = await world.say(visitor, chatId, 'hello', { clientMessageId: 'k' })
      await world.storage.editMessage(visitor, message.messageId, 'hullo')
      const edited = await world.say(visitor, chatId, 'hello', { clientMessageId: 'k' })
      expect(edited).toMatchObject({ isNew: false, message: { content: 'hullo' } })
      await expectRefusal(
        world.say(visitor, chatId, 'hullo', { clientMessageId: 'k' }),
        'idempotency_conflict',
      )
      await world.storage.deleteMessage(visitor, message.messageId)
      const deleted = await world.say(visitor, chatId, 'hello', { clientMessageId: 'k' })
      expect(deleted).toMatchObject({ isNew: false, message: { content: '' } })
      expect(deleted.message.deletedAt).not.toBeNull()
    })

    it('is answered before the chat being closed or the reply being stale can matter', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const draft = { clientMessageId: 'k', seenSeq: 0 }
      const { message } = await world.say(ana, chatId, 'hello', draft)
      await world.say(visitor, chatId, 'a question')
      expect((await world.say(ana, chatId, 'hello', draft)).message).toEqual(message)
      await world.storage.closeChat(ana, chatId)
      expect((await world.say(ana, chatId, 'hello', draft)).message).toEqual(message)
    })
  })
}

export function testStaleReplies(open: OpenStorage): void {
  describe('a stale reply', () => {
    it('is refused with what was not seen, and stored once that was', async () => {
      const world = await createWorld(open)
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'seen')
      await world.say(visitor, chatId, 'missed')
      await world.note(ben, chatId, 'aside')
      await world.say(ben, chatId, 'missed too')
      const refused = world.say(ana, chatId, 'reply', { seenSeq: 1 })
      await expect(refused).rejects.toMatchObject({
        code: 'stale_reply',
        details: {
          unseen: [
            { seq: 2, content: 'missed' },
            { seq: 4, content: 'missed too' },
          ],
        },
      })
      expect((await world.storage.chat(ana, chatId)).lastSeq).toBe(4)
      expect((await world.say(ana, chatId, 'reply', { seenSeq: 4 })).message.seq).toBe(5)
    })

    it('is not one because of own messages, of notes, or when nobody says what was seen', async () => {
      const world = await createWorld(open)
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { visitor, chatId } = await world.chat()
      await world.say(ana, chatId, 'mine')
      await world.note(ben, chatId, 'aside')
      expect((await world.say(ana, chatId, 'more', { seenSeq: 0 })).isNew).toBe(true)
      await world.say(visitor, chatId, 'a question')
      expect((await world.note(ana, chatId, 'to myself', { seenSeq: 0 })).isNew).toBe(true)
      expect((await world.say(ana, chatId, 'unguarded')).isNew).toBe(true)
      expect((await world.say(visitor, chatId, 'nor is a visitor', { seenSeq: 0 })).isNew).toBe(true)
    })

    it('brings the newest fifty, in order', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await Promise.all(Array.from({ length: 60 }, (_, index) => world.say(visitor, chatId, `${index + 1}`)))
      const refusal: unknown = await world.say(ana, chatId, 'reply', { seenSeq: 0 }).catch((cause) => cause)
      const expected = Array.from({ length: 50 }, (_, index) => ({ seq: index + 11 }))
      expect(refusal).toMatchObject({ details: { unseen: expected } })
    })
  })
}
