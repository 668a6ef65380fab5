import { describe, expect, it } from 'vitest'
import type { VisitorIdentity } from '../../domain/identity.ts'
import type { IdentifiedVisitor, VisitorDescription } from '../../domain/visitor-storage.ts'
import type { VouchedIdentity } from '../../domain/records.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

interface Browser {
  /** Of the session it holds; changes when it gets another. */
  tokenHash: string | null
}

let tokens = 0

async function identify(
  { storage, site, clock }: World,
  browser: Browser,
  { description = {}, ...vouched }: VouchedIdentity & { description?: VisitorDescription },
): Promise<IdentifiedVisitor> {
  tokens += 1
  const tokenHash = `identified-${tokens}`
  const identified = await storage.identifyVisitor({
    siteId: site.siteId,
    vouched,
    description,
    keptTokenHash: browser.tokenHash,
    tokenHash,
    expiresAt: clock.now() + 1_000_000,
  })
  if (!identified.isKept) browser.tokenHash = tokenHash
  return identified
}

async function anonymous({ storage, site, clock }: World): Promise<Browser & { visitor: VisitorIdentity }> {
  tokens += 1
  const tokenHash = `anonymous-${tokens}`
  const expiresAt = clock.now() + 1_000_000
  const { visitor, sessionId } = await storage.createVisitorSession(site.siteId, tokenHash, {}, expiresAt)
  const identity = { userId: visitor.visitorId, siteId: site.siteId, sessionId, name: '' }
  return { tokenHash, visitor: { role: 'visitor', ...identity } }
}

const asVisitor = ({ visitor, sessionId }: IdentifiedVisitor): VisitorIdentity => ({
  role: 'visitor',
  userId: visitor.visitorId,
  siteId: visitor.siteId,
  sessionId,
  name: visitor.name ?? '',
})

export function testIdentifying(open: OpenStorage): void {
  describe('a visitor for whom the site vouches', () => {
    it('is made when nobody knew them, and found again from any browser', async () => {
      const world = await createWorld(open)
      const [phone, laptop]: Browser[] = [{ tokenHash: null }, { tokenHash: null }]
      const first = await identify(world, phone as Browser, { userId: 'c7', name: 'Núria' })
      expect(first).toMatchObject({ isKept: false, endedSessionIds: [], mergedId: null, chats: [] })
      expect(first.visitor).toMatchObject({ name: 'Núria', verified: { userId: 'c7', name: 'Núria' } })
      const second = await identify(world, laptop as Browser, { userId: 'c7' })
      expect(second.visitor.visitorId).toBe(first.visitor.visitorId)
      const again = await identify(world, phone as Browser, { userId: 'c7', email: 'n@example.com' })
      expect(again).toMatchObject({ isKept: true, sessionId: first.sessionId, endedSessionIds: [] })
      expect(again.visitor).toMatchObject({ email: 'n@example.com', verified: { email: 'n@example.com' } })
    })

    it('goes on as who they were, under another session: a planted one is worth nothing', async () => {
      const world = await createWorld(open)
      const browser = await anonymous(world)
      const planted = String(browser.tokenHash)
      const { chat } = await world.storage.openChat(browser.visitor, null)
      await world.say(browser.visitor, chat.chatId, 'hola')
      const identified = await identify(world, browser, { userId: 'c7' })
      expect(identified.visitor.visitorId).toBe(browser.visitor.userId)
      expect(identified.endedSessionIds).toEqual([browser.visitor.sessionId])
      expect(await world.storage.visitorSession(planted)).toBeNull()
      expect(await world.texts(asVisitor(identified), chat.chatId)).toEqual(['hola'])
    })

    it('takes along what they said and wrote before they were known', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const customer = asVisitor(await identify(world, { tokenHash: null }, { userId: 'c7', name: 'Núria' }))
      const old = await world.storage.openChat(customer, null)
      await world.say(customer, old.chat.chatId, 'antes')
      await world.storage.closeChat(ana, old.chat.chatId)

      const browser = await anonymous(world)
      await world.storage.describeVisitor(browser.visitor.userId, {
        name: 'Nuri',
        phone: '600',
        attributes: { cesta: 3 },
        consent: { version: '2' },
      })
      await world.storage.addToTrail(browser.visitor.userId, { kind: 'page', url: 'https://a.example/' })
      const { chat } = await world.storage.openChat(browser.visitor, null)
      await world.say(browser.visitor, chat.chatId, 'ahora', { clientMessageId: 'k' })
      await world.note(ana, chat.chatId, 'nota')

      const identified = await identify(world, browser, { userId: 'c7', name: 'Núria' })
      expect(identified).toMatchObject({
        mergedId: browser.visitor.userId,
        endedSessionIds: [browser.visitor.sessionId],
        closed: [],
      })
      expect(identified.chats.map(({ chatId, visitor }) => [chatId, visitor.visitorId])).toEqual([
        [chat.chatId, customer.userId],
      ])
      expect(identified.visitor).toMatchObject({
        visitorId: customer.userId,
        name: 'Núria',
        phone: '600',
        attributes: { cesta: 3 },
        consent: { version: '2' },
      })
      const now = asVisitor(identified)
      expect(await world.texts(now, chat.chatId)).toEqual(['ahora'])
      expect(await world.texts(now, old.chat.chatId)).toEqual(['antes'])
      expect(await world.storage.trail(now.userId)).toMatchObject([{ url: 'https://a.example/' }])
      // Theirs to edit, and known again when it is sent again.
      const repeat = await world.say(now, chat.chatId, 'ahora', { clientMessageId: 'k' })
      expect(repeat.isNew).toBe(false)
      expect((await world.storage.editMessage(now, repeat.message.messageId, 'mejor')).isChanged).toBe(true)
      await expectRefusal(world.storage.visitorSelf(browser.visitor.userId), 'visitor_not_found')
    })

    it.each([
      ['that waits for an answer', true],
      ['in which something was said last, where neither waits', false],
    ])('with two open chats keeps the one %s', async (_, waits) => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const customer = asVisitor(await identify(world, { tokenHash: null }, { userId: 'c7' }))
      const known = await world.storage.openChat(customer, null)
      await world.say(customer, known.chat.chatId, '¿Y mi pedido?')
      if (!waits) await world.say(ana, known.chat.chatId, 'En camino')
      world.clock.move(1_000)
      const browser = await anonymous(world)
      const fresh = await world.storage.openChat(browser.visitor, null)
      await world.say(browser.visitor, fresh.chat.chatId, 'hola')
      await world.say(ana, fresh.chat.chatId, 'hola')
      const identified = await identify(world, browser, { userId: 'c7' })
      const [kept, closed] = waits ? [known, fresh] : [fresh, known]
      expect(identified.closed.map(({ chatId }) => chatId)).toEqual([closed.chat.chatId])
      expect((await world.storage.openChatOf(customer.userId))?.chatId).toBe(kept.chat.chatId)
      expect((await world.storage.chat(ana, closed.chat.chatId)).status).toBe('CLOSED')
    })

    it('who was another customer leaves that one alone, and ends only this browser’s session', async () => {
      const world = await createWorld(open)
      const shared: Browser = { tokenHash: null }
      const a = await identify(world, shared, { userId: 'a' })
      const elsewhere = await identify(world, { tokenHash: null }, { userId: 'a' })
      const { chat } = await world.storage.openChat(asVisitor(a), null)
      const b = await identify(world, shared, { userId: 'b' })
      expect(b.visitor.visitorId).not.toBe(a.visitor.visitorId)
      expect(b).toMatchObject({ endedSessionIds: [a.sessionId], mergedId: null, chats: [] })
      await expectRefusal(world.storage.chat(asVisitor(b), chat.chatId), 'chat_not_found')
      expect((await world.storage.openChatOf(elsewhere.visitor.visitorId))?.chatId).toBe(chat.chatId)
    })

    it('is what the site says and not what the page says', async () => {
      const world = await createWorld(open)
      const { visitor } = await identify(
        world,
        { tokenHash: null },
        { userId: 'c7', email: 'true@example.com', attributes: { plan: 'pro' } },
      )
      const described = await world.storage.describeVisitor(visitor.visitorId, {
        name: 'Said',
        email: 'false@example.com',
        attributes: { plan: 'free', cesta: 1 },
      })
      expect(described).toMatchObject({
        name: 'Said',
        email: 'true@example.com',
        attributes: { plan: 'pro', cesta: 1 },
        verified: { userId: 'c7', email: 'true@example.com', attributes: { plan: 'pro' } },
      })
    })

    it('stays blocked who was', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      await identify(world, { tokenHash: null }, { userId: 'c7' })
      const browser = await anonymous(world)
      await world.storage.changeVisitor(ana, browser.visitor.userId, { isBlocked: true })
      const identified = await identify(world, browser, { userId: 'c7' })
      await expectRefusal(world.storage.openChat(asVisitor(identified), null), 'visitor_blocked')
    })
  })

  describe('identity keys', () => {
    it('belong to a site, ten at most', async () => {
      const { storage, site } = await createWorld(open)
      const other = await storage.createSite({ siteKey: 'b', name: 'B', origins: [], locale: 'es' })
      const key = { kid: 'k', algorithm: 'HS256', key: 'secret' } as const
      const added = await storage.addIdentityKey(site.siteId, key)
      expect(await storage.identityKeys(site.siteId)).toEqual([added])
      expect(await storage.identityKeys(other.siteId)).toEqual([])
      await expectRefusal(storage.removeIdentityKey(other.siteId, 'k'), 'not_found')
      for (let n = 1; n < 10; n += 1) await storage.addIdentityKey(site.siteId, { ...key, kid: `k${n}` })
      await expectRefusal(storage.addIdentityKey(site.siteId, { ...key, kid: 'k10' }), 'invalid')
      await storage.removeIdentityKey(site.siteId, 'k')
      expect(await storage.identityKeys(site.siteId)).toHaveLength(9)
    })
  })
}
