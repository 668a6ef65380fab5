import { describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

export function testSending(open: OpenStorage): void {
  describe('sending', () => {
    it('numbers public messages for both audiences and notes for commercials only', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const first = await world.say(visitor, chatId, 'one')
      const note = await world.note(ana, chatId, 'aside')
      const second = await world.say(ana, chatId, 'two')
      expect([first, note, second].map(({ message }) => [message.seq, message.publicSeq])).toEqual([
        [1, 1],
        [2, null],
        [3, 2],
      ])
      expect(second.chat).toMatchObject({ lastSeq: 3, lastPublicSeq: 2 })
    })

    it('stamps every message later than the one before, also when the clock steps back', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const start = world.clock.now()
      const sent = []
      for (const step of [0, 0, -60_000, 10, 120_000]) {
        world.clock.move(step)
        sent.push((await world.say(visitor, chatId, 'hello')).message.sentAt - start)
      }
      expect(sent).toEqual([0, 1, 2, 3, 60_010])
    })

    it('stores any text as it was given', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const texts = ["'; DROP TABLE messages; --", '👩‍👩‍👧 ñandú 要求', '  two\r\nlines\t', '{"a":$1}', '']
      for (const text of texts) await world.say(visitor, chatId, text)
      expect(await world.texts(visitor, chatId)).toEqual(texts)
    })

    it('names the sender as the store knows them now', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial('Ana'), await world.chat()]
      await world.storage.describeVisitor(visitor.userId, { name: 'Vera' })
      expect((await world.say(visitor, chatId, 'hello')).message).toMatchObject({
        senderName: 'Vera',
        senderType: 'visitor',
      })
      expect((await world.say(ana, chatId, 'hello')).message).toMatchObject({
        senderName: 'Ana',
        senderType: 'commercial',
      })
    })

    it('refuses whoever may not see the chat as if it did not exist', async () => {
      const world = await createWorld(open)
      const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      const { chatId } = await world.chat()
      const stranger = await world.visitor()
      const outsider = await world.commercial('Out', [other.siteId])
      for (const sender of [stranger, outsider]) {
        await expectRefusal(world.say(sender, chatId, 'hello'), 'chat_not_found')
        await expectRefusal(world.say(sender, 'no such chat' as ChatId, 'hello'), 'chat_not_found')
        await expectRefusal(world.storage.history(sender, chatId, { limit: 1 }), 'chat_not_found')
        await expectRefusal(world.storage.chat(sender, chatId), 'chat_not_found')
        await expectRefusal(world.storage.markAsRead(sender, chatId, { seq: 1 }), 'chat_not_found')
      }
      expect((await world.storage.chat(await world.admin(), chatId)).lastSeq).toBe(0)
    })

    it('refuses a note by a visitor', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      await expectRefusal(world.note(visitor, chatId, 'aside'), 'internal_not_allowed')
      expect(await world.texts(await world.commercial(), chatId)).toEqual([])
    })
  })
}

export function testFirstResponse(open: OpenStorage): void {
  describe('the first answer', () => {
    it('starts the chat, assigns it to its author and ends the waiting', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const asked = await world.say(visitor, chatId, 'anybody?')
      expect(asked.chat).toMatchObject({ status: 'PENDING', waitingSince: asked.message.sentAt })
      const answered = await world.say(ana, chatId, 'yes')
      expect(answered).toMatchObject({ statusChanged: true, assigneeChanged: true })
      expect(answered.message.isFirstResponse).toBe(true)
      expect(answered.chat).toMatchObject({
        status: 'IN_PROGRESS',
        assignee: { commercialId: ana.userId, name: 'Ana' },
        firstResponseAt: answered.message.sentAt,
        waitingSince: null,
      })
    })

    it('is one of many when several answer at once', async () => {
      const world = await createWorld(open)
      const { chatId } = await world.chat()
      const team = [await world.commercial('A'), await world.commercial('B'), await world.commercial('C')]
      const answers = await Promise.all(team.map((one) => world.say(one, chatId, 'me')))
      expect(answers.map(({ message }) => message.isFirstResponse)).toEqual([true, false, false])
      expect(answers.map(({ statusChanged }) => statusChanged)).toEqual([true, false, false])
      expect((await world.storage.chat(await world.admin(), chatId)).assignee?.name).toBe('A')
    })

    it('is no note, and leaves the chat with whoever has it', async () => {
      const world = await createWorld(open)
      const { chatId } = await world.chat()
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      expect((await world.note(ana, chatId, 'mine?')).chat).toMatchObject({
        status: 'PENDING',
        assignee: null,
      })
      await world.storage.assignChat(ana, chatId, { assigneeId: ana.userId, ifUnassigned: false })
      const answered = await world.say(ben, chatId, 'hello')
      expect(answered).toMatchObject({ statusChanged: true, assigneeChanged: false })
      expect(answered.message.isFirstResponse).toBe(true)
      expect(answered.chat.assignee?.commercialId).toBe(ana.userId)
    })
  })
}

export function testClosedChats(open: OpenStorage): void {
  describe('a closed chat', () => {
    it('opens again when the visitor writes, and refuses a commercial', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.storage.closeChat(ana, chatId)
      await expectRefusal(world.say(ana, chatId, 'one more thing'), 'chat_closed')
      const written = await world.say(visitor, chatId, 'hello?')
      expect(written).toMatchObject({ statusChanged: true, isNew: true })
      expect(written.chat).toMatchObject({ status: 'PENDING', closedAt: null, lastSeq: 1 })
    })

    it('takes a note and stays closed', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'hello')
      const { chat: closed } = await world.storage.closeChat(ana, chatId)
      const noted = await world.note(ana, chatId, 'was a wrong number')
      expect(noted.statusChanged).toBe(false)
      expect(noted.chat).toMatchObject({ status: 'CLOSED', closedAt: closed.closedAt })
    })

    it('stays closed while the visitor has another that is open', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.storage.closeChat(ana, chatId)
      const second = await world.storage.openChat(visitor, null)
      await expectRefusal(world.say(visitor, chatId, 'here'), 'other_chat_open')
      await expectRefusal(world.storage.reopenChat(ana, chatId), 'other_chat_open')
      await world.storage.closeChat(ana, second.chat.chatId)
      expect((await world.say(visitor, chatId, 'here')).chat.status).toBe('PENDING')
    })
  })
}
