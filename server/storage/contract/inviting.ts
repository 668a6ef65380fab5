import { describe, expect, it } from 'vitest'
import type { InvitationId, SiteId } from '#shared/ids.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000
const member = { name: 'Nuria', email: 'nuria@example.com', passwordHash: 'h' }

function invitationTo(world: World, more: { role?: 'admin'; email?: string } = {}) {
  const { clock, site } = world
  return {
    tokenHash: 'token',
    expiresAt: clock.now() + WEEK_MS,
    role: 'commercial' as const,
    siteIds: [site.siteId],
    email: null,
    ...more,
  }
}

export function testInvitations(open: OpenStorage): void {
  describe('an invitation', () => {
    it('makes one account, of the sites that it says', async () => {
      const world = await createWorld(open)
      const { storage, clock, site } = world
      const { userId } = await world.admin('Root')
      const invitation = await storage.createInvitation(userId, invitationTo(world))
      expect(invitation).toEqual({
        invitationId: invitation.invitationId,
        role: 'commercial',
        siteIds: [site.siteId],
        email: null,
        invitedBy: { commercialId: userId, name: 'Root' },
        createdAt: clock.now(),
        expiresAt: clock.now() + WEEK_MS,
      })
      expect(await storage.invitation('token')).toEqual(invitation)
      const person = await storage.acceptInvitation('token', member)
      expect(person).toMatchObject({ name: 'Nuria', role: 'commercial', siteIds: [site.siteId] })
      expect(await storage.commercialByEmail(member.email)).toEqual({ commercial: person, passwordHash: 'h' })
      await expectRefusal(storage.acceptInvitation('token', { ...member, email: 'b@x.es' }), 'invalid_token')
      expect(await storage.invitations()).toEqual([])
    })

    it('is accepted by one of two at once', async () => {
      const world = await createWorld(open)
      const { userId } = await world.admin()
      await world.storage.createInvitation(userId, invitationTo(world))
      const outcomes = await Promise.allSettled(
        ['a@x.es', 'b@x.es'].map((email) => world.storage.acceptInvitation('token', { ...member, email })),
      )
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    })

    it('keeps to the e-mail that it names; without one, the person says theirs', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const { userId } = await world.admin()
      await storage.createInvitation(userId, invitationTo(world, { email: 'named@example.com' }))
      expect(await storage.acceptInvitation('token', member)).toMatchObject({ email: 'named@example.com' })
      await storage.createInvitation(userId, invitationTo(world))
      await expectRefusal(storage.acceptInvitation('token', { ...member, email: null }), 'invalid')
      const taken = { ...member, email: 'named@example.com' }
      await expectRefusal(storage.acceptInvitation('token', taken), 'email_taken')
      expect(await storage.invitations()).toHaveLength(1)
      const again = invitationTo(world, { email: 'named@example.com' })
      await expectRefusal(storage.createInvitation(userId, again), 'email_taken')
    })

    it('ends by itself, or when it is taken back', async () => {
      const world = await createWorld(open)
      const { storage, clock } = world
      const { userId } = await world.admin()
      await storage.createInvitation(userId, { ...invitationTo(world), tokenHash: 'early' })
      clock.move(1)
      const late = await storage.createInvitation(userId, { ...invitationTo(world), tokenHash: 'late' })
      clock.move(WEEK_MS - 1)
      await expectRefusal(storage.acceptInvitation('early', member), 'token_expired')
      expect(await storage.invitations()).toEqual([late])
      await storage.revokeInvitation(late.invitationId)
      await expectRefusal(storage.invitation('late'), 'invalid_token')
      await expectRefusal(storage.revokeInvitation('none' as InvitationId), 'invitation_not_found')
    })

    it('is worth what whoever made it may do', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const [{ userId: inviterId }] = [await world.admin('Eva'), await world.admin('Root')]
      const invitation = await storage.createInvitation(inviterId, invitationTo(world, { role: 'admin' }))
      expect(invitation.siteIds).toEqual([])
      await storage.changeCommercial(inviterId, { role: 'commercial' })
      expect(await storage.invitations()).toEqual([])
      await expectRefusal(storage.acceptInvitation('token', member), 'invalid_token')
      await storage.changeCommercial(inviterId, { role: 'admin' })
      expect(await storage.acceptInvitation('token', member)).toMatchObject({ role: 'admin' })
    })

    it('is for sites that exist, and not for a crowd', async () => {
      const world = await createWorld(open)
      const { storage } = world
      const { userId } = await world.admin()
      const nowhere = { ...invitationTo(world), siteIds: ['none' as SiteId] }
      await expectRefusal(storage.createInvitation(userId, nowhere), 'site_not_found')
      const many = Array.from({ length: 101 }, (_, index) =>
        storage.createInvitation(userId, { ...invitationTo(world), tokenHash: `token ${index}` }),
      )
      const outcomes = await Promise.allSettled(many)
      expect(outcomes.map(({ status }) => status).lastIndexOf('fulfilled')).toBe(99)
    })
  })
}
