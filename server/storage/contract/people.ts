import { describe, expect, it } from 'vitest'
import type { CommercialId, SiteId, VisitorId } from '#shared/ids.ts'
import { completeSettings } from '../../domain/site-settings.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

const admin = {
  name: 'Root',
  email: 'Root@Example.com',
  passwordHash: 'h',
  role: 'admin',
  siteIds: [],
} as const

export function testSites(open: OpenStorage): void {
  describe('sites', () => {
    it('are found by key; without one it is the first', async () => {
      const world = await createWorld(open)
      const second = { siteKey: 'b', name: 'B', origins: ['https://b.example'], locale: 'en' }
      const created = await world.storage.createSite(second)
      expect(created).toMatchObject({ ...second, settings: completeSettings({}) })
      expect(await world.storage.site()).toEqual(world.site)
      expect(await world.storage.site('b')).toEqual(created)
      expect(await world.storage.site('c')).toBeNull()
      expect(await world.storage.sites()).toEqual([world.site, created])
      await expectRefusal(world.storage.createSite(second), 'site_key_taken')
    })

    it('are found by id, and change in what is said', async () => {
      const { storage, site } = await createWorld(open)
      const { siteId } = site
      const settings = { appearance: { theme: 'dark' }, retentionDays: 30 } as const
      const changed = await storage.updateSite(siteId, { siteKey: 'new-key', locale: 'en', settings })
      expect(changed).toEqual({
        ...site,
        siteKey: 'new-key',
        locale: 'en',
        revision: changed.revision,
        settings: completeSettings(settings),
      })
      expect(changed.revision).not.toBe(site.revision)
      expect(await storage.siteById(siteId)).toEqual(changed)
      expect(await storage.siteById('none' as SiteId)).toBeNull()
      await storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })
      await expectRefusal(storage.updateSite(siteId, { siteKey: 'b', name: 'C' }), 'site_key_taken')
      expect(await storage.siteById(siteId)).toEqual(changed)
      expect(await storage.updateSite(siteId, { siteKey: 'new-key' })).toEqual(changed)
    })

    it('refuse a change of what has changed meanwhile, and change nothing', async () => {
      const { storage, site } = await createWorld(open)
      const { siteId, revision } = site
      const first = await storage.updateSite(siteId, { name: 'First', revision })
      await expectRefusal(storage.updateSite(siteId, { name: 'Second', revision }), 'site_changed')
      expect(await storage.siteById(siteId)).toEqual(first)
      const second = await storage.updateSite(siteId, { name: 'Second', revision: first.revision })
      expect(second).toMatchObject({ name: 'Second' })
    })

    it('know how long their visitors waited for a first answer', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const since = world.clock.now()
      for (const waited of [5_000, 1_000]) {
        const { visitor, chatId } = await world.chat()
        world.clock.move(60_000)
        await world.say(visitor, chatId, 'hola')
        world.clock.move(waited)
        await world.note(ana, chatId, 'nota')
        await world.say(ana, chatId, 'respuesta')
        await world.say(ana, chatId, 'otra')
      }
      const silent = await world.chat()
      await world.say(silent.visitor, silent.chatId, 'hola')
      const started = await world.visitor()
      const opening = { content: '¿Ayudo?', clientMessageId: undefined }
      await world.storage.startChat(ana, started.userId, opening)
      // The note took a millisecond of the chat's own clock.
      expect(await world.storage.replyTimes(world.site.siteId, since)).toEqual([1_001, 5_001])
      expect(await world.storage.replyTimes(world.site.siteId, world.clock.now())).toEqual([1_001])
      expect(await world.storage.replyTimes(world.site.siteId, world.clock.now() + 2)).toEqual([])
    })

    it('take another list of origins', async () => {
      const world = await createWorld(open)
      await world.storage.updateSite(world.site.siteId, { origins: ['https://shop.example'] })
      expect((await world.storage.site())?.origins).toEqual(['https://shop.example'])
      await expectRefusal(world.storage.updateSite('no site' as SiteId, {}), 'site_not_found')
    })
  })
}

export function testPeople(open: OpenStorage): void {
  describe('people who answer', () => {
    it('are found by e-mail in any case, and have it alone', async () => {
      const world = await createWorld(open)
      const created = await world.storage.createCommercial(admin)
      const found = await world.storage.commercialByEmail('ROOT@example.com')
      expect(found).toEqual({ commercial: created, passwordHash: 'h' })
      expect(await world.storage.commercial(created.commercialId)).toEqual(created)
      expect(await world.storage.commercialByEmail('nobody@example.com')).toBeNull()
      expect(await world.storage.commercial('nobody' as CommercialId)).toBeNull()
      const same = { ...admin, email: 'root@EXAMPLE.com' }
      await expectRefusal(world.storage.createCommercial(same), 'email_taken')
    })

    it('answer the sites they were given, an admin every one', async () => {
      const world = await createWorld(open)
      const [first, second] = [
        world.site.siteId,
        (await world.storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'en' })).siteId,
      ]
      const [zoe, ana] = [
        await world.commercial('Zoe', [first]),
        await world.commercial('Ána', [second, first]),
      ]
      const root = await world.admin('Root')
      expect([zoe.siteIds, ana.siteIds, root.siteIds]).toEqual([[first], [first, second], [first, second]])
      const names = async (ids: SiteId[]) => (await world.storage.commercialsOf(ids)).map(({ name }) => name)
      expect(await names([first])).toEqual(['Ána', 'Root', 'Zoe'])
      expect(await names([second, first])).toEqual(['Ána', 'Root', 'Zoe'])
      expect(await names([second])).toEqual(['Ána', 'Root'])
    })

    it('are not created for a site that does not exist', async () => {
      const world = await createWorld(open)
      const person = { ...admin, role: 'commercial', siteIds: ['no site' as SiteId] } as const
      await expectRefusal(world.storage.createCommercial(person), 'site_not_found')
      expect(await world.storage.commercialByEmail(admin.email)).toBeNull()
    })
  })

  describe('the first admin', () => {
    it('is created once, by the set-up token that waits', async () => {
      const world = await createWorld(open)
      expect(await world.storage.hasAdmin()).toBe(false)
      await expectRefusal(world.storage.createFirstAdmin('none', admin), 'invalid_token')
      await world.storage.keepSetupToken('old', world.clock.now() + 1_000)
      await world.storage.keepSetupToken('new', world.clock.now() + 1_000)
      await expectRefusal(world.storage.createFirstAdmin('old', admin), 'invalid_token')
      const two = [
        world.storage.createFirstAdmin('new', admin),
        world.storage.createFirstAdmin('new', { ...admin, email: 'other@example.com' }),
      ] as const
      expect((await two[0]).role).toBe('admin')
      await expectRefusal(two[1], 'not_found')
      expect(await world.storage.hasAdmin()).toBe(true)
    })

    it('comes too late when the token has expired', async () => {
      const world = await createWorld(open)
      await world.storage.keepSetupToken('token', world.clock.now() + 1_000)
      world.clock.move(1_000)
      await expectRefusal(world.storage.createFirstAdmin('token', admin), 'token_expired')
      expect(await world.storage.hasAdmin()).toBe(false)
    })
  })
}

export function testVisitors(open: OpenStorage): void {
  describe('a visitor', () => {
    it('is described bit by bit, and can take things back', async () => {
      const world = await createWorld(open)
      const { userId } = await world.visitor()
      const page = { url: 'https://shop.example/', title: 'Shop' }
      await world.storage.describeVisitor(userId, {
        name: 'Vera',
        email: 'v@example.com',
        page,
        locale: 'es',
      })
      await world.storage.describeVisitor(userId, { attributes: { plan: 'pro', seats: 3 } })
      const visitor = await world.storage.describeVisitor(userId, {
        email: null,
        attributes: { seats: null, vip: true },
      })
      expect(visitor).toMatchObject({ name: 'Vera', email: null, phone: null, page, locale: 'es' })
      expect(visitor.attributes).toEqual({ plan: 'pro', vip: true })
      await expectRefusal(world.storage.describeVisitor('nobody' as VisitorId, {}), 'visitor_not_found')
    })

    it('has at most fifty attributes, whatever they are called', async () => {
      const world = await createWorld(open)
      const { userId } = await world.visitor()
      const many = Object.fromEntries(Array.from({ length: 49 }, (_, index) => [`key${index}`, index]))
      const odd = JSON.parse('{"__proto__": "kept"}') as Record<string, string>
      await world.storage.describeVisitor(userId, { attributes: many })
      const full = await world.storage.describeVisitor(userId, { attributes: odd })
      expect(Object.entries(full.attributes)).toContainEqual(['__proto__', 'kept'])
      await expectRefusal(world.storage.describeVisitor(userId, { attributes: { more: 1 } }), 'invalid')
    })

    it('is as the chat shows them', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      await world.storage.describeVisitor(visitor.userId, { name: 'Vera' })
      expect((await world.storage.chat(visitor, chatId)).visitor.name).toBe('Vera')
    })
  })
}
