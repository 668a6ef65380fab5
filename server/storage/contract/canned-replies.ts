import { describe, expect, it } from 'vitest'
import type { ReplyId } from '#shared/ids.ts'
import type { NewCannedReply } from '../../domain/desk-storage.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

function reply(shortcut: string, more: Partial<NewCannedReply> = {}): NewCannedReply {
  return { shortcut, title: `The ${shortcut}`, content: 'Hola', siteId: null, isShared: false, ...more }
}

async function createDesk(open: OpenStorage) {
  const world = await createWorld(open)
  const other = await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
  const [ana, ben, admin] = [
    await world.commercial('Ana'),
    await world.commercial('Ben', [other.siteId]),
    await world.admin(),
  ]
  const shortcuts = async (who: typeof ana, siteId?: typeof other.siteId) =>
    (await world.storage.cannedReplies(who, siteId)).map(({ shortcut }) => shortcut)
  return { world, other, ana, ben, admin, shortcuts }
}

export function testCannedReplies(open: OpenStorage): void {
  describe('canned replies', () => {
    it('are one’s own, or shared by an admin on a site or on all', async () => {
      const { world, other, ana, ben, admin, shortcuts } = await createDesk(open)
      const { storage } = world
      await storage.createCannedReply(ana, reply('mine'))
      await storage.createCannedReply(admin, reply('all', { isShared: true }))
      await storage.createCannedReply(admin, reply('here', { isShared: true, siteId: world.site.siteId }))
      await storage.createCannedReply(admin, reply('there', { isShared: true, siteId: other.siteId }))
      expect(await shortcuts(ana)).toEqual(['all', 'here', 'mine'])
      expect(await shortcuts(ben)).toEqual(['all', 'there'])
      expect(await shortcuts(admin)).toEqual(['all', 'here', 'there'])
      expect(await shortcuts(admin, other.siteId)).toEqual(['all', 'there'])
      expect(await shortcuts(ana, other.siteId)).toEqual(['all', 'mine'])
      await expectRefusal(storage.createCannedReply(ana, reply('x', { isShared: true })), 'forbidden')
      await expectRefusal(
        storage.createCannedReply(ana, reply('x', { siteId: other.siteId })),
        'site_not_found',
      )
      const nowhere = reply('x', { siteId: 'none' as never })
      await expectRefusal(storage.createCannedReply(admin, nowhere), 'site_not_found')
    })

    it('have a shortcut that means one of them wherever it is typed', async () => {
      const { world, other, ana, ben, admin } = await createDesk(open)
      const { storage } = world
      const here = { isShared: true, siteId: world.site.siteId }
      const first = await storage.createCannedReply(admin, reply('hi', here))
      await expectRefusal(storage.createCannedReply(admin, reply('hi', here)), 'shortcut_taken')
      await expectRefusal(storage.createCannedReply(admin, reply('hi', { isShared: true })), 'shortcut_taken')
      await storage.createCannedReply(admin, reply('hi', { isShared: true, siteId: other.siteId }))
      // One's own goes before a shared one, and two people's never meet.
      for (const who of [ana, ben]) await storage.createCannedReply(who, reply('hi'))
      await expectRefusal(storage.createCannedReply(ana, reply('hi')), 'shortcut_taken')
      const changed = storage.changeCannedReply(admin, first.replyId, { siteId: null })
      await expectRefusal(changed, 'shortcut_taken')
      expect((await storage.changeCannedReply(admin, first.replyId, { content: 'Buenas' })).content).toBe(
        'Buenas',
      )
    })

    it('are changed and thrown away by their owner, or by an admin where they are shared', async () => {
      const { world, ana, ben, admin, shortcuts } = await createDesk(open)
      const { storage } = world
      const own = await storage.createCannedReply(ana, reply('own'))
      const shared = await storage.createCannedReply(admin, reply('shared', { isShared: true }))
      await expectRefusal(storage.changeCannedReply(ben, own.replyId, { title: 'x' }), 'reply_not_found')
      await expectRefusal(storage.deleteCannedReply(admin, own.replyId), 'reply_not_found')
      await expectRefusal(storage.changeCannedReply(ana, shared.replyId, { title: 'x' }), 'forbidden')
      await expectRefusal(storage.changeCannedReply(ana, own.replyId, { isShared: true }), 'forbidden')
      await expectRefusal(storage.deleteCannedReply(ana, 'none' as ReplyId), 'reply_not_found')
      await storage.deleteCannedReply(ana, own.replyId)
      await storage.deleteCannedReply(admin, shared.replyId)
      expect(await shortcuts(ana)).toEqual([])
    })
  })
}
