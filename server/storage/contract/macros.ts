import { describe, expect, it } from 'vitest'
import type { MacroActions } from '#shared/macro.ts'
import type { CommercialIdentity } from '../../domain/identity.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

async function make(world: World, owner: CommercialIdentity, actions: MacroActions, more = {}) {
  return world.storage.createMacro(owner, { name: 'M', actions, siteId: null, isShared: false, ...more })
}

const plainly = { clientMessageId: undefined, seenSeq: undefined }

export function testMacros(open: OpenStorage): void {
  describe('a macro', () => {
    it('answers, tags, hands over and closes in one step', async () => {
      const world = await createWorld(open)
      const [ana, ben, { visitor, chatId }] = [
        await world.commercial('Ana Ruiz'),
        await world.commercial('Ben'),
        await world.chat(),
      ]
      await world.storage.describeVisitor(visitor.userId, { name: 'Núria Pons' })
      await world.say(visitor, chatId, 'hello?')
      await world.storage.tagChat(ana, chatId, ['new'])
      const { macroId } = await make(world, ana, {
        reply: 'Adiós {{visitor.firstName}}, {{commercial.firstName}} de {{site.name}}',
        addTags: ['done'],
        removeTags: ['new'],
        assignee: ben.userId,
        close: true,
      })
      const applied = await world.storage.applyMacro(ana, chatId, { macroId, ...plainly })
      expect(applied.appended?.message).toMatchObject({
        content: 'Adiós Núria, Ana de Shop',
        isFirstResponse: true,
      })
      expect(applied.chat).toMatchObject({
        isChanged: true,
        chat: {
          status: 'CLOSED',
          tags: ['done'],
          assignee: { commercialId: ben.userId },
          waitingSince: null,
          lastSeq: 2,
        },
      })
    })

    it('does nothing at all when one part of it is refused', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'hello?')
      const before = await world.storage.chat(ana, chatId)
      const { macroId } = await make(world, ana, { reply: 'x', addTags: ['y'], assignee: 'nobody-we-know' })
      const applied = world.storage.applyMacro(ana, chatId, { macroId, ...plainly })
      await expectRefusal(applied, 'assignee_unknown')
      expect(await world.storage.chat(ana, chatId)).toEqual(before)
      expect(await world.texts(ana, chatId)).toEqual(['hello?'])
    })

    it('that is told again answers once, and leaves alone what happened since', async () => {
      const world = await createWorld(open)
      const [ana, { chatId }] = [await world.commercial(), await world.chat()]
      const { macroId } = await make(world, ana, { reply: 'Adiós', close: true })
      const applying = { macroId, clientMessageId: 'k', seenSeq: undefined }
      await world.storage.applyMacro(ana, chatId, applying)
      await world.storage.reopenChat(ana, chatId)
      const again = await world.storage.applyMacro(ana, chatId, applying)
      expect(again).toMatchObject({ appended: { isNew: false }, chat: { isChanged: false } })
      expect(again.chat.chat.status).toBe('IN_PROGRESS')
      expect(await world.texts(ana, chatId)).toEqual(['Adiós'])
    })

    it('minds what its user has not seen', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.say(visitor, chatId, 'one')
      const { macroId } = await make(world, ana, { reply: 'Adiós', close: true })
      const applying = { macroId, clientMessageId: undefined, seenSeq: 0 }
      await expectRefusal(world.storage.applyMacro(ana, chatId, applying), 'stale_reply')
      expect((await world.storage.chat(ana, chatId)).status).toBe('PENDING')
    })

    it('writes a note, and puts the chat off', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const { macroId } = await make(world, ana, { reply: 'Mañana', isInternal: true, snoozeMinutes: 60 })
      const { chat } = await world.storage.applyMacro(ana, chatId, { macroId, ...plainly })
      expect(chat.chat.snoozedUntil).toBe(world.clock.now() + 3_600_000)
      expect(await world.texts(visitor, chatId)).toEqual([])
    })

    it('is for those who may use it, on the site that it is for', async () => {
      const world = await createWorld(open)
      const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      const [ana, ben, admin, { chatId, visitor }] = [
        await world.commercial('Ana'),
        await world.commercial('Ben'),
        await world.admin(),
        await world.chat(),
      ]
      const own = await make(world, ana, { close: true })
      const elsewhere = await make(world, admin, { close: true }, { isShared: true, siteId: other.siteId })
      const shared = await make(world, admin, { assignee: 'me' }, { isShared: true })
      const apply = (who: typeof ana, { macroId }: typeof own) =>
        world.storage.applyMacro(who, chatId, { macroId, ...plainly })
      await expectRefusal(apply(ben, own), 'macro_not_found')
      await expectRefusal(apply(admin, elsewhere), 'macro_not_found')
      await expectRefusal(apply(ben, elsewhere), 'macro_not_found')
      await expectRefusal(apply(visitor as never, shared), 'forbidden')
      expect((await apply(ben, shared)).chat.chat.assignee).toEqual({ commercialId: ben.userId, name: 'Ben' })
      expect((await apply(ben, shared)).chat.isChanged).toBe(false)
      expect((await world.storage.macros(ben, undefined)).map(({ macroId }) => macroId)).toEqual([
        shared.macroId,
      ])
      await expectRefusal(world.storage.changeMacro(ben, shared.macroId, { name: 'x' }), 'forbidden')
      await expectRefusal(world.storage.deleteMacro(ben, own.macroId), 'macro_not_found')
      await expectRefusal(make(world, ana, { close: true }, { isShared: true }), 'forbidden')
      await world.storage.deleteMacro(ana, own.macroId)
      await expectRefusal(apply(ana, own), 'macro_not_found')
    })
  })
}
