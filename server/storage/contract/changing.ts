import { describe, expect, it } from 'vitest'
import type { MessageId } from '#shared/ids.ts'
import { EDIT_WINDOW_MS } from '#shared/limits.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

export function testEditing(open: OpenStorage): void {
  describe('editing', () => {
    it('changes the content with a stamp of the chat’s clock', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const { message } = await world.say(visitor, chatId, 'helo')
      world.clock.move(-5_000)
      const edited = await world.storage.editMessage(visitor, message.messageId, 'hello')
      const at = message.sentAt + 1
      expect(edited).toMatchObject({ isChanged: true, message: { content: 'hello', editedAt: at, seq: 1 } })
      expect(edited.chat).toMatchObject({ lastChangeAt: at, lastPublicChangeAt: at, publicUpdatedAt: at })
      expect(edited.chat.lastMessage?.content).toBe('hello')
      expect((await world.say(ana, chatId, 'hi')).message.sentAt).toBe(at + 1)
      expect(await world.storage.message(visitor, message.messageId)).toEqual(edited.message)
    })

    it('to the same text changes nothing', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const { message } = await world.say(visitor, chatId, 'hello')
      const edited = await world.storage.editMessage(visitor, message.messageId, 'hello')
      expect(edited).toMatchObject({ isChanged: false, message })
      expect(edited.chat.lastChangeAt).toBeNull()
    })

    it('is for the author, for a quarter of an hour, while the message is there', async () => {
      const world = await createWorld(open)
      const [admin, { visitor, chatId }] = [await world.admin(), await world.chat()]
      const { message } = await world.say(visitor, chatId, 'hello')
      const edit = () => world.storage.editMessage(visitor, message.messageId, 'bye')
      await expectRefusal(world.storage.editMessage(admin, message.messageId, 'bye'), 'forbidden')
      world.clock.move(EDIT_WINDOW_MS)
      expect((await edit()).isChanged).toBe(true)
      world.clock.move(1)
      await expectRefusal(edit(), 'edit_window_over')
      await world.storage.deleteMessage(visitor, message.messageId)
      await expectRefusal(edit(), 'forbidden')
    })

    it('of what one may not see is refused as if it did not exist', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const note = (await world.note(ana, chatId, 'aside')).message.messageId
      const message = (await world.say(visitor, chatId, 'hello')).message.messageId
      const stranger = await world.visitor()
      const hidden = [
        [visitor, note],
        [stranger, message],
        [visitor, 'no such message' as MessageId],
      ] as const
      for (const [reader, id] of hidden) {
        await expectRefusal(world.storage.message(reader, id), 'message_not_found')
        await expectRefusal(world.storage.editMessage(reader, id, 'x'), 'message_not_found')
        await expectRefusal(world.storage.deleteMessage(reader, id), 'message_not_found')
        await expectRefusal(
          world.storage.markAsRead(reader, chatId, { messageId: id }),
          reader === stranger ? 'chat_not_found' : 'message_not_found',
        )
      }
    })

    it('a note leaves the visitor’s side as it was', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const { chat: before } = await world.say(visitor, chatId, 'hello')
      const { message } = await world.note(ana, chatId, 'aside')
      await world.storage.editMessage(ana, message.messageId, 'an aside')
      const { chat } = await world.storage.deleteMessage(ana, message.messageId)
      expect(chat).toMatchObject({
        publicUpdatedAt: before.publicUpdatedAt,
        lastPublicSeq: 1,
        lastPublicChangeAt: null,
        lastPublicMessage: before.lastPublicMessage,
        lastMessage: { messageId: message.messageId, content: '' },
      })
      expect(chat.lastChangeAt).toBeGreaterThan(message.sentAt)
    })
  })
}

export function testDeleting(open: OpenStorage): void {
  describe('deleting', () => {
    it('empties the message and keeps its place', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'one')
      const { message } = await world.say(visitor, chatId, 'two')
      const deleted = await world.storage.deleteMessage(visitor, message.messageId)
      expect(deleted).toMatchObject({ isChanged: true, message: { content: '', seq: 2 } })
      expect(deleted.message.deletedAt).toBe(message.sentAt + 1)
      expect(deleted.chat.lastMessage).toEqual(deleted.message)
      expect(await world.texts(visitor, chatId)).toEqual(['one', ''])
    })

    it('twice changes nothing', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const { message } = await world.say(visitor, chatId, 'one')
      const first = await world.storage.deleteMessage(visitor, message.messageId)
      world.clock.move(1_000)
      const second = await world.storage.deleteMessage(visitor, message.messageId)
      expect(second).toMatchObject({ isChanged: false, message: first.message })
      expect(second.chat).toEqual(first.chat)
    })

    it('is for the author or an admin', async () => {
      const world = await createWorld(open)
      const [ana, admin] = [await world.commercial(), await world.admin()]
      const { visitor, chatId } = await world.chat()
      const { message } = await world.say(visitor, chatId, 'one')
      await expectRefusal(world.storage.deleteMessage(ana, message.messageId), 'forbidden')
      expect((await world.storage.deleteMessage(admin, message.messageId)).isChanged).toBe(true)
    })
  })
}
