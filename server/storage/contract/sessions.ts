import { describe, expect, it } from 'vitest'
import type { CommercialId, SiteId, VisitorId } from '#shared/ids.ts'
import { createWorld, expectRefusal, type OpenStorage } from './world.ts'

const GRACE_MS = 10_000

async function createConsole(open: OpenStorage) {
  const world = await createWorld(open)
  const ana = await world.commercial()
  const expiresAt = world.clock.now() + 100_000
  const session = await world.storage.createConsoleSession(ana.userId, 'first', { expiresAt })
  return { world, session }
}

export function testVisitorSessions(open: OpenStorage): void {
  describe('a visitor’s session', () => {
    it('is found by its token until it expires', async () => {
      const world = await createWorld(open)
      const { storage, clock, site } = world
      const description = { name: 'Vera', attributes: { plan: 'pro' }, timeZone: 'Europe/Madrid' }
      const session = await storage.createVisitorSession(
        site.siteId,
        'token',
        description,
        clock.now() + 1_000,
      )
      expect(session.visitor).toMatchObject({ siteId: site.siteId, verified: null, ...description })
      expect(await storage.visitorSession('token')).toEqual(session)
      expect(await storage.visitorSession('another')).toBeNull()
      clock.move(1_000)
      expect(await storage.visitorSession('token')).toBeNull()
    })

    it('needs a site', async () => {
      const { storage, clock } = await createWorld(open)
      const session = storage.createVisitorSession('no site' as SiteId, 'token', {}, clock.now() + 1_000)
      await expectRefusal(session, 'site_not_found')
    })

    it('of somebody who had only looked opens with their secret, and has the way that they came', async () => {
      const { storage, clock, site } = await createWorld(open)
      const step = (path: string, at: number) =>
        ({ kind: 'page', at, url: `https://a.example${path}` }) as const
      const onlooker = {
        visitorId: '01890000-0000-7000-8000-000000000001' as VisitorId,
        siteId: site.siteId,
        token: { hash: 'secret', expiresAt: clock.now() + 1_000 },
        page: { url: 'https://a.example/2', title: 'Two' },
        locale: 'ca',
        timeZone: null,
        trail: [step('/2', 2), step('/1', 1)],
      }
      const session = await storage.welcomeOnlooker(onlooker)
      const { visitorId, page, locale, timeZone } = onlooker
      expect(session.visitor).toMatchObject({ visitorId, page, locale, timeZone })
      expect(await storage.trail(visitorId)).toEqual(onlooker.trail)
      expect(await storage.visitorSession('secret')).toEqual(session)
      expect(await storage.welcomeOnlooker(onlooker)).toEqual(session)
    })
  })
}

export function testConsoleSessions(open: OpenStorage): void {
  describe('a console session', () => {
    it('is found by its token and by its id until it expires', async () => {
      const { world, session } = await createConsole(open)
      expect(await world.storage.consoleSession('first', GRACE_MS)).toEqual(session)
      expect(await world.storage.consoleSessionById(session.sessionId)).toEqual(session)
      expect(await world.storage.consoleSession('another', GRACE_MS)).toBeNull()
      world.clock.move(100_000)
      expect(await world.storage.consoleSession('first', GRACE_MS)).toBeNull()
      expect(await world.storage.consoleSessionById(session.sessionId)).toBeNull()
    })

    it('needs a person', async () => {
      const { storage, clock } = await createWorld(open)
      const session = storage.createConsoleSession('nobody' as CommercialId, 'token', {
        expiresAt: clock.now() + 1_000,
      })
      await expectRefusal(session, 'unauthenticated')
    })

    it('ends once', async () => {
      const { world, session } = await createConsole(open)
      const { sessionId } = session
      expect(await world.storage.endConsoleSession(sessionId)).toEqual({ sessionId })
      expect(await world.storage.endConsoleSession(sessionId)).toBeNull()
      expect(await world.storage.consoleSession('first', GRACE_MS)).toBeNull()
      expect(await world.storage.consoleSessionById(sessionId)).toBeNull()
      const rotation = await world.storage.rotateConsoleSession('first', 'second', GRACE_MS)
      expect(rotation).toEqual({ outcome: 'unknown' })
    })
  })
}

export function testOwnSessions(open: OpenStorage): void {
  describe('the sessions of somebody', () => {
    it('are listed as they were used, with where they come from', async () => {
      const { world, session } = await createConsole(open)
      const { storage, clock } = world
      const { commercialId } = session.commercial
      const createdAt = clock.now()
      clock.move(1_000)
      const from = { browser: 'Firefox', system: 'Linux', addressPrefix: '203.0.113.0/24' }
      const expiresAt = clock.now() + 50_000
      const second = await storage.createConsoleSession(commercialId, 'second', { expiresAt, ...from })
      const newer = {
        sessionId: second.sessionId,
        ...from,
        createdAt: clock.now(),
        seenAt: clock.now(),
        expiresAt,
      }
      const older = {
        sessionId: session.sessionId,
        browser: null,
        system: null,
        addressPrefix: null,
        createdAt,
        seenAt: createdAt,
        expiresAt: session.expiresAt,
      }
      expect(await storage.consoleSessionsOf(commercialId)).toEqual([newer, older])
      clock.move(1_000)
      await storage.rotateConsoleSession('first', 'third', GRACE_MS)
      const used = { ...older, seenAt: clock.now() }
      expect(await storage.consoleSessionsOf(commercialId)).toEqual([used, newer])
      clock.move(60_000)
      expect(await storage.consoleSessionsOf(commercialId)).toEqual([used])
      const colleague = await world.commercial('Berta')
      expect(await storage.consoleSessionsOf(colleague.userId)).toEqual([])
    })

    it('are ended by them alone: one, or all others', async () => {
      const { world, session } = await createConsole(open)
      const { storage, clock } = world
      const { commercialId } = session.commercial
      const expiresAt = clock.now() + 50_000
      const [second, third] = [
        await storage.createConsoleSession(commercialId, 'second', { expiresAt }),
        await storage.createConsoleSession(commercialId, 'third', { expiresAt }),
      ]
      const colleague = await world.commercial('Berta')
      await expectRefusal(storage.endSessionOf(colleague.userId, second.sessionId), 'session_not_found')
      expect(await storage.endOtherSessionsOf(colleague.userId, '')).toEqual([])
      await storage.endSessionOf(commercialId, second.sessionId)
      await expectRefusal(storage.endSessionOf(commercialId, second.sessionId), 'session_not_found')
      expect(await storage.consoleSession('second', GRACE_MS)).toBeNull()
      expect(await storage.endOtherSessionsOf(commercialId, third.sessionId)).toEqual([session.sessionId])
      expect(await storage.consoleSession('first', GRACE_MS)).toBeNull()
      expect(await storage.consoleSession('third', GRACE_MS)).not.toBeNull()
    })
  })
}

export function testRotation(open: OpenStorage): void {
  describe('rotating a console session', () => {
    it('replaces its token, and forgives the old one for a moment', async () => {
      const { world, session } = await createConsole(open)
      const rotate = (from: string, to: string) => world.storage.rotateConsoleSession(from, to, GRACE_MS)
      expect(await rotate('first', 'second')).toEqual({ outcome: 'rotated', session })
      world.clock.move(GRACE_MS - 1)
      expect(await rotate('first', 'third')).toEqual({ outcome: 'grace', session })
      expect(await world.storage.consoleSession('first', GRACE_MS)).toEqual(session)
      expect(await world.storage.consoleSession('second', GRACE_MS)).toEqual(session)
      expect(await world.storage.consoleSession('third', GRACE_MS)).toBeNull()
    })

    it('at once from two tabs rotates once', async () => {
      const { world } = await createConsole(open)
      const rotations = await Promise.all([
        world.storage.rotateConsoleSession('first', 'second', GRACE_MS),
        world.storage.rotateConsoleSession('first', 'third', GRACE_MS),
      ])
      expect(rotations.map(({ outcome }) => outcome)).toEqual(['rotated', 'grace'])
    })

    it('with an old token ends the session: somebody has a copy', async () => {
      const { world, session } = await createConsole(open)
      await world.storage.rotateConsoleSession('first', 'second', GRACE_MS)
      world.clock.move(GRACE_MS)
      expect(await world.storage.consoleSession('first', GRACE_MS)).toBeNull()
      const { sessionId } = session
      const reused = await world.storage.rotateConsoleSession('first', 'third', GRACE_MS)
      expect(reused).toEqual({ outcome: 'reused', sessionId })
      expect(await world.storage.consoleSession('second', GRACE_MS)).toBeNull()
      const again = await world.storage.rotateConsoleSession('second', 'third', GRACE_MS)
      expect(again).toEqual({ outcome: 'unknown' })
    })
  })
}
