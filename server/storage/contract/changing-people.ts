import { describe, expect, it } from 'vitest'
import type { CommercialId, SiteId } from '#shared/ids.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

const admin = {
  name: 'Root',
  email: 'root@example.com',
  passwordHash: 'h',
  role: 'admin',
  siteIds: [],
} as const

export function testChangingPeople(open: OpenStorage): void {
  describe('a person of the team', () => {
    it('changes in what is said, and answers other sites from then on', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const { userId } = await world.commercial()
      const other = await storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      const before = await storage.commercial(userId)
      const { siteId } = other
      const moved = await storage.changeCommercial(userId, { siteIds: [siteId] })
      expect(moved).toEqual({ commercial: { ...before, siteIds: [siteId] }, endedSessions: [] })
      expect(await storage.commercial(userId)).toEqual(moved.commercial)
      const unknown = ['none' as SiteId]
      await expectRefusal(storage.changeCommercial(userId, { siteIds: unknown }), 'site_not_found')
      expect(await storage.commercial(userId)).toEqual(moved.commercial)
      await expectRefusal(storage.changeCommercial('none' as CommercialId, {}), 'commercial_not_found')
    })

    it('who leaves loses every session, keeps their address, and may come back', async () => {
      const world = await createWorld(open)
      const { storage } = world
      await storage.createCommercial(admin)
      const person = await storage.createCommercial({
        ...admin,
        email: 'ana@example.com',
        role: 'commercial',
      })
      const { commercialId } = person
      const ends = world.clock.now() + 1_000_000
      const session = await storage.createConsoleSession(commercialId, 'one', { expiresAt: ends })
      const left = await storage.changeCommercial(commercialId, { isDisabled: true })
      expect(left.endedSessions).toEqual([session.sessionId])
      expect(await storage.commercial(commercialId)).toBeNull()
      expect(await storage.commercialByEmail('ana@example.com')).toBeNull()
      expect(await storage.formerCommercials()).toEqual([left.commercial])
      await expectRefusal(storage.createCommercial({ ...admin, email: 'ana@example.com' }), 'email_taken')
      await storage.changeCommercial(commercialId, { isDisabled: false })
      expect(await storage.formerCommercials()).toEqual([])
      expect(await storage.commercial(commercialId)).toMatchObject({ email: 'ana@example.com' })
      expect(await storage.consoleSession('one', 0)).toBeNull()
    })

    it('who is the last admin stays one, and stays', async () => {
      const { storage } = await createWorld(open)
      const { commercialId } = await storage.createCommercial(admin)
      for (const change of [{ role: 'commercial' }, { isDisabled: true }] as const) {
        await expectRefusal(storage.changeCommercial(commercialId, change), 'last_admin')
      }
      expect(await storage.commercial(commercialId)).toMatchObject({ role: 'admin' })
      await storage.createCommercial({ ...admin, email: 'second@example.com' })
      const { commercial } = await storage.changeCommercial(commercialId, { role: 'commercial' })
      expect(commercial).toMatchObject({ role: 'commercial', siteIds: [] })
      await storage.changeCommercial(commercialId, { role: 'admin' })
      expect((await storage.commercial(commercialId))?.siteIds).toHaveLength(1)
    })

    it('who sets another password keeps the session it was done in, and no other', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const { commercialId } = await storage.createCommercial(admin)
      const ends = world.clock.now() + 1_000_000
      const kept = await storage.createConsoleSession(commercialId, 'kept', { expiresAt: ends })
      const other = await storage.createConsoleSession(commercialId, 'other', { expiresAt: ends })
      expect(await storage.changePassword(commercialId, 'h2', kept.sessionId)).toEqual([other.sessionId])
      expect(await storage.consoleSession('kept', 0)).not.toBeNull()
      expect(await storage.consoleSession('other', 0)).toBeNull()
      expect(await storage.commercialByEmail(admin.email)).toMatchObject({ passwordHash: 'h2' })
    })
  })
}
