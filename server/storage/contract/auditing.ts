import { describe, expect, it } from 'vitest'
import { createWorld, type OpenStorage } from './world.ts'

export function testAudit(open: OpenStorage): void {
  describe('the audit log', () => {
    it('tells who did what, when and from where, newest first, page by page', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const { userId } = await world.admin()
      const actor = { type: 'commercial', id: userId } as const
      for (const subjectId of ['a', 'b', 'c']) {
        clock.move(1_000)
        const addressPrefix = '203.0.113.0/24'
        await storage.appendAudit({
          action: 'site_changed',
          outcome: 'done',
          actor,
          subjectId,
          addressPrefix,
        })
      }
      const first = await storage.auditLog({ limit: 2 })
      expect(first.map(({ subjectId }) => subjectId)).toEqual(['c', 'b'])
      expect(first[0]).toEqual({
        auditId: first[0]?.auditId,
        at: clock.now(),
        action: 'site_changed',
        outcome: 'done',
        actorType: 'commercial',
        actorId: userId,
        subjectId: 'c',
        addressPrefix: '203.0.113.0/24',
      })
      const second = await storage.auditLog({ before: first[1]?.auditId, limit: 2 })
      expect(second.map(({ subjectId }) => subjectId)).toEqual(['a'])
    })

    it('tells what one did, of one kind, in a time', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const [eva, ana] = [await world.admin(), await world.commercial('Ana')]
      const times: number[] = []
      for (const { userId } of [eva, ana]) {
        for (const action of ['signed_out', 'site_changed'] as const) {
          clock.move(1_000)
          times.push(clock.now())
          const actor = { type: 'commercial', id: userId } as const
          const nothing = { subjectId: undefined, addressPrefix: undefined }
          await storage.appendAudit({ action, outcome: 'done', actor, ...nothing })
        }
      }
      const found = async (wanted: object) =>
        (await storage.auditLog({ limit: 10, ...wanted })).map(({ actorId, action }) => [actorId, action])
      expect(await found({ actorId: ana.userId })).toEqual([
        [ana.userId, 'site_changed'],
        [ana.userId, 'signed_out'],
      ])
      expect(await found({ actorId: eva.userId, action: 'signed_out' })).toEqual([[eva.userId, 'signed_out']])
      expect(await found({ from: times[1], to: times[2] })).toEqual([[eva.userId, 'site_changed']])
      expect(await found({ action: 'visitor_erased' })).toEqual([])
    })

    it('knows nothing of what was not there to know', async () => {
      const { storage } = await createWorld(open)
      const nothing = { actor: null, subjectId: undefined, addressPrefix: undefined }
      await storage.appendAudit({ action: 'signed_in', outcome: 'wrong_credentials', ...nothing })
      expect(await storage.auditLog({ limit: 1 })).toMatchObject([
        {
          outcome: 'wrong_credentials',
          actorType: null,
          actorId: null,
          subjectId: null,
          addressPrefix: null,
        },
      ])
    })
  })
}
