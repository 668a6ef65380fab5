import { describe, expect, it } from 'vitest'
import type { CommercialId, ViewId } from '#shared/ids.ts'
import { initialPersonalSettings } from '../../domain/personal-settings.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

export function testViews(open: OpenStorage): void {
  describe('views', () => {
    it('are one’s own until they are shared, and then everybody’s to use', async () => {
      const { storage, commercial } = await team(open)
      const [ana, ben] = [await commercial('Ana'), await commercial('Ben')]
      const own = await storage.createView(ana, { name: 'B', filter: { tag: 'vip' }, isShared: false })
      const shared = await storage.createView(ana, {
        name: 'A',
        filter: { order: 'waiting' },
        isShared: true,
      })
      const names = async (who: typeof ana) => (await storage.views(who)).map(({ name }) => name)
      expect([await names(ana), await names(ben)]).toEqual([['A', 'B'], ['A']])
      const changed = await storage.changeView(ana, own.viewId, { name: 'C', isShared: true })
      expect(changed).toMatchObject({ name: 'C', filter: { tag: 'vip' }, isShared: true })
      expect(await names(ben)).toEqual(['A', 'C'])
      await storage.deleteView(ana, shared.viewId)
      expect(await names(ben)).toEqual(['C'])
    })

    it('are changed by their owner, or by an admin where they are shared', async () => {
      const { storage, commercial, admin } = await team(open)
      const [ana, ben] = [await commercial('Ana'), await commercial('Ben')]
      const own = await storage.createView(ana, { name: 'A', filter: {}, isShared: false })
      const shared = await storage.createView(ana, { name: 'B', filter: {}, isShared: true })
      await expectRefusal(storage.changeView(ben, own.viewId, { name: 'x' }), 'view_not_found')
      await expectRefusal(storage.deleteView(admin, own.viewId), 'view_not_found')
      await expectRefusal(storage.deleteView(ben, shared.viewId), 'forbidden')
      await expectRefusal(storage.deleteView(ben, 'none' as ViewId), 'view_not_found')
      await storage.deleteView(admin, shared.viewId)
    })
  })
}

export function testDrafts(open: OpenStorage): void {
  describe('drafts', () => {
    it('are kept for each person and chat, and gone when they are empty', async () => {
      const world = await createWorld(open)
      const [ana, ben, { chatId }] = [
        await world.commercial('Ana'),
        await world.commercial('Ben'),
        await world.chat(),
      ]
      const draft = { content: 'Buenos d', isInternal: false }
      expect(await world.storage.draft(ana, chatId)).toBeNull()
      expect(await world.storage.keepDraft(ana, chatId, draft)).toMatchObject({ isChanged: true, draft })
      expect((await world.storage.keepDraft(ana, chatId, draft)).isChanged).toBe(false)
      expect(await world.storage.draft(ana, chatId)).toMatchObject(draft)
      expect(await world.storage.draft(ben, chatId)).toBeNull()
      const note = { content: 'Buenos d', isInternal: true }
      expect((await world.storage.keepDraft(ana, chatId, note)).draft).toMatchObject(note)
      const none = { content: '', isInternal: false }
      expect(await world.storage.keepDraft(ana, chatId, none)).toMatchObject({ isChanged: true, draft: null })
      expect((await world.storage.keepDraft(ana, chatId, none)).isChanged).toBe(false)
    })

    it('change nothing of the chat, and are not for those who cannot see it', async () => {
      const world = await createWorld(open)
      const [ana, outsider, { visitor, chatId }] = [
        await world.commercial(),
        await world.commercial('Out', []),
        await world.chat(),
      ]
      const before = await world.storage.chat(ana, chatId)
      const draft = { content: 'x', isInternal: false }
      await world.storage.keepDraft(ana, chatId, draft)
      expect(await world.storage.chat(ana, chatId)).toEqual(before)
      await expectRefusal(world.storage.keepDraft(outsider, chatId, draft), 'chat_not_found')
      await expectRefusal(world.storage.draft(outsider, chatId), 'chat_not_found')
      await expectRefusal(world.storage.keepDraft(visitor as never, chatId, draft), 'forbidden')
    })
  })
}

export function testUnreadMarks(open: OpenStorage): void {
  describe('unread marks', () => {
    it('are each person’s own, and change nothing else of the chat', async () => {
      const world = await createWorld(open)
      const [ana, ben, outsider, { visitor, chatId }] = [
        await world.commercial('Ana'),
        await world.commercial('Ben'),
        await world.commercial('Out', []),
        await world.chat(),
      ]
      await world.say(visitor, chatId, 'Hola')
      const { unread, ...before } = await world.storage.chat(ana, chatId)
      const { chat, isChanged } = await world.storage.markUnread(ana, chatId, true)
      const own = { seq: 0, count: unread.otherCommercials, isMarked: true }
      expect(isChanged).toBe(true)
      expect(chat).toEqual({ ...before, unread: { ...unread, commercials: new Map([[ana.userId, own]]) } })
      expect((await world.storage.markUnread(ana, chatId, true)).isChanged).toBe(false)
      expect((await world.storage.markUnread(ben, chatId, false)).isChanged).toBe(false)
      await world.storage.markAsRead(ana, chatId, { seq: 1 })
      const marksOf = async () => {
        const { commercials } = (await world.storage.chat(ana, chatId)).unread
        return commercials.get(ana.userId)
      }
      expect(await marksOf()).toEqual({ seq: 1, count: 0, isMarked: true })
      expect((await world.storage.markUnread(ana, chatId, false)).isChanged).toBe(true)
      expect(await marksOf()).toMatchObject({ seq: 1, isMarked: false })
      await expectRefusal(world.storage.markUnread(outsider, chatId, true), 'chat_not_found')
      await expectRefusal(world.storage.markUnread(visitor as never, chatId, true), 'forbidden')
    })
  })
}

export function testMentions(open: OpenStorage): void {
  describe('mentions', () => {
    const everything = { isUnseen: false, limit: 10 }

    it('are kept for whom a note names, until they have seen them', async () => {
      const world = await createWorld(open)
      const [ana, ben, { chatId }] = [
        await world.commercial('Ana'),
        await world.commercial('Ben'),
        await world.chat(),
      ]
      const mentions = [ben.userId, ana.userId, ben.userId]
      const { message, mentioned } = await world.note(ana, chatId, '@Ben ¿lo miras?', { mentions })
      expect(mentioned).toEqual([ben.userId])
      expect(message.mentions).toEqual([ben.userId, ana.userId])
      expect(await world.storage.mentions(ana, everything)).toMatchObject({ mentions: [], unseenCount: 0 })
      const { mentions: kept, unseenCount } = await world.storage.mentions(ben, everything)
      expect(kept).toMatchObject([{ message: { messageId: message.messageId }, seenAt: null }])
      expect(unseenCount).toBe(1)
      expect(await world.storage.seeMentions(ben, { messageId: message.messageId })).toBe(0)
      expect(await world.storage.seeMentions(ben, {})).toBeNull()
      const after = await world.storage.mentions(ben, everything)
      expect(after).toMatchObject({ mentions: [{ seenAt: world.clock.now() }], unseenCount: 0 })
      expect((await world.storage.mentions(ben, { ...everything, isUnseen: true })).mentions).toEqual([])
    })

    it('are seen by reading on in their chat, as far as that goes, and by writing there', async () => {
      const world = await createWorld(open)
      const [ana, ben, { chatId }] = [
        await world.commercial('Ana'),
        await world.commercial('Ben'),
        await world.chat(),
      ]
      const { chatId: other } = await world.chat()
      for (const chat of [chatId, chatId, other]) {
        await world.note(ana, chat, '@Ben', { mentions: [ben.userId] })
      }
      expect((await world.storage.markAsRead(ben, chatId, { seq: 1 })).unseenMentions).toBe(2)
      expect((await world.storage.markAsRead(ben, chatId, { seq: 1 })).unseenMentions).toBeNull()
      await world.note(ben, chatId, 'voy')
      expect((await world.storage.mentions(ben, everything)).unseenCount).toBe(1)
      expect(await world.storage.seeMentions(ben, { chatId: other })).toBe(0)
    })

    it('name only people who answer the site; otherwise nothing is stored', async () => {
      const world = await createWorld(open)
      const [ana, outsider, admin, { chatId }] = [
        await world.commercial(),
        await world.commercial('Out', []),
        await world.admin(),
        await world.chat(),
      ]
      for (const named of [outsider.userId, 'nobody' as CommercialId]) {
        await expectRefusal(world.note(ana, chatId, '@', { mentions: [named] }), 'mention_unknown')
      }
      expect(await world.texts(ana, chatId)).toEqual([])
      expect((await world.note(ana, chatId, '@', { mentions: [admin.userId] })).mentioned).toEqual([
        admin.userId,
      ])
      // What is no note names nobody, whatever comes with it.
      const said = await world.say(ana, chatId, 'hello', { mentions: [admin.userId] })
      expect([said.mentioned, said.message.mentions]).toEqual([[], []])
    })

    it('are told once for a repeated note, and are gone with a deleted one', async () => {
      const world = await createWorld(open)
      const [ana, ben, { chatId }] = [
        await world.commercial('Ana'),
        await world.commercial('Ben'),
        await world.chat(),
      ]
      const note = () => world.note(ana, chatId, '@Ben', { mentions: [ben.userId], clientMessageId: 'k' })
      const [{ message }, again] = [await note(), await note()]
      expect(again.mentioned).toEqual([])
      expect((await world.storage.mentions(ben, everything)).mentions).toHaveLength(1)
      await world.storage.deleteMessage(ana, message.messageId)
      expect(await world.storage.mentions(ben, everything)).toMatchObject({ mentions: [], unseenCount: 0 })
    })

    it('come in pages, newest first', async () => {
      const world = await createWorld(open)
      const [ana, ben, { chatId }] = [
        await world.commercial('Ana'),
        await world.commercial('Ben'),
        await world.chat(),
      ]
      for (let index = 0; index < 5; index += 1) {
        await world.note(ana, chatId, `nota ${index}`, { mentions: [ben.userId] })
      }
      const found: string[] = []
      let cursor: string | undefined
      do {
        const page = await world.storage.mentions(ben, { isUnseen: true, limit: 2, cursor })
        found.push(...page.mentions.map(({ message }) => message.content))
        cursor = page.nextCursor ?? undefined
      } while (cursor !== undefined)
      expect(found).toEqual([4, 3, 2, 1, 0].map((index) => `nota ${index}`))
    })
  })
}

export function testPersonalSettings(open: OpenStorage): void {
  describe('personal settings', () => {
    it('are the usual until somebody chooses otherwise, each for themself', async () => {
      const { storage, commercial } = await team(open)
      const [ana, ben] = [await commercial('Ana'), await commercial('Ben')]
      expect(await storage.personalSettings(ana)).toEqual(initialPersonalSettings)
      await storage.changePersonalSettings(ana, { shortcuts: { claim: 'x' } })
      const notifying = { ...initialPersonalSettings.notifying, volume: 5 }
      const changed = await storage.changePersonalSettings(ana, { notifying })
      expect(changed).toEqual({ notifying, shortcuts: { claim: 'x' } })
      expect(await storage.personalSettings(ana)).toEqual(changed)
      expect(await storage.personalSettings(ben)).toEqual(initialPersonalSettings)
    })
  })
}

async function team(open: OpenStorage) {
  const world = await createWorld(open)
  const commercial = (name: string) => world.commercial(name)
  return { storage: world.storage, commercial, admin: await world.admin() }
}
