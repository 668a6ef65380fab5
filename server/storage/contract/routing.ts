import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChatId } from '#shared/ids.ts'
import type { ChangeSettings } from '#shared/site-settings.ts'
import type { CommercialIdentity } from '../../domain/identity.ts'
import { createTestClock, createWorld, expectRefusal, World, type OpenStorage } from './world.ts'

type Site = World['site']

async function set(world: World, settings: ChangeSettings): Promise<void> {
  await world.storage.updateSite(world.site.siteId, { settings })
}

/** A chat whose visitor waits. */
async function waitingChat(world: World): Promise<{ chatId: ChatId; say: () => Promise<unknown> }> {
  const { visitor, chatId } = await world.chat()
  await world.say(visitor, chatId, 'hello?')
  world.clock.move(1)
  return { chatId, say: () => world.say(visitor, chatId, 'hello?') }
}

function online({ siteId }: Site, people: readonly CommercialIdentity[]) {
  return new Map([[siteId, people.map(({ userId }) => userId)]])
}

async function assigneeOf(world: World, reader: CommercialIdentity, chatId: ChatId) {
  return (await world.storage.chat(reader, chatId)).assignee?.commercialId ?? null
}

export function testRouting(open: OpenStorage): void {
  describe('routing', () => {
    it('gives waiting chats to those online, one after the other, the longest waiting first', async () => {
      const world = await createWorld(open)
      await set(world, { routing: { mode: 'roundRobin' } })
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const chats = [await waitingChat(world), await waitingChat(world), await waitingChat(world)]
      // Who has said nothing waits for nothing.
      const silent = await world.chat()
      const routed = await world.storage.routeChats(online(world.site, [ana, ben]))
      expect(routed.map(({ chat }) => chat.chatId)).toEqual(chats.map(({ chatId }) => chatId))
      const names = routed.map(({ chat }) => chat.assignee?.name)
      expect(names).toEqual(['Ana', 'Ben', 'Ana'])
      expect(routed.every(({ isChanged }) => isChanged)).toBe(true)
      expect(await world.storage.routeChats(online(world.site, [ana, ben]))).toEqual([])
      expect(await assigneeOf(world, ana, silent.chatId)).toBeNull()
    })

    it('goes on in turn after a pause, and gives to who has fewest where that is asked for', async () => {
      const world = await createWorld(open)
      await set(world, { routing: { mode: 'roundRobin' } })
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const route = async () => {
        const { chatId } = await waitingChat(world)
        await world.storage.routeChats(online(world.site, [ana, ben]))
        return assigneeOf(world, ana, chatId)
      }
      expect([await route(), await route(), await route()]).toEqual([ana.userId, ben.userId, ana.userId])
      await set(world, { routing: { mode: 'leastBusy' } })
      expect(await route()).toBe(ben.userId)
      const { chats } = await world.storage.chats(ana, { limit: 10, assigneeId: ben.userId })
      for (const { chatId } of chats) await world.storage.closeChat(ana, chatId)
      expect([await route(), await route()]).toEqual([ben.userId, ben.userId])
    })

    it('leaves chats where they are by hand, with nobody online, or with all at their cap', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const outsider = await world.commercial('Out', [])
      const first = await waitingChat(world)
      expect(await world.storage.routeChats(online(world.site, [ana]))).toEqual([])
      await set(world, { routing: { mode: 'leastBusy', maxChats: 1 } })
      expect(await world.storage.routeChats(online(world.site, []))).toEqual([])
      expect(await world.storage.routeChats(online(world.site, [outsider]))).toEqual([])
      const second = await waitingChat(world)
      expect(await world.storage.routeChats(online(world.site, [ana]))).toMatchObject([
        { chat: { chatId: first.chatId } },
      ])
      // Taking one by hand is nobody's business but hers; being given another is.
      await world.storage.assignChat(ana, second.chatId, { assigneeId: ana.userId, ifUnassigned: true })
      await waitingChat(world)
      expect(await world.storage.routeChats(online(world.site, [ana]))).toEqual([])
      for (const { chatId } of [first, second]) await world.storage.closeChat(ana, chatId)
      expect(await world.storage.routeChats(online(world.site, [ana]))).toHaveLength(1)
    })

    it('assigns each chat once, however many rounds and claims come at the same moment', async () => {
      const world = await createWorld(open)
      await set(world, { routing: { mode: 'roundRobin' } })
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { chatId } = await waitingChat(world)
      const claim = { assigneeId: ben.userId, ifUnassigned: true }
      const results = await Promise.allSettled([
        world.storage.routeChats(online(world.site, [ana])),
        world.storage.assignChat(ben, chatId, claim),
        world.storage.routeChats(online(world.site, [ana, ben])),
      ])
      const changes = results.flatMap((result) =>
        result.status === 'fulfilled' ? [result.value].flat() : [],
      )
      expect(changes.filter(({ isChanged }) => isChanged)).toHaveLength(1)
      const winner = changes.find(({ isChanged }) => isChanged)?.chat.assignee?.commercialId
      expect(await assigneeOf(world, ana, chatId)).toBe(winner)
    })

    it('never goes beyond a cap, nor takes a chat from anybody, whatever happens', async () => {
      const anyAction = fc.oneof(
        fc.record({ does: fc.constant('write'), which: fc.nat({ max: 30 }) }),
        fc.record({ does: fc.constantFrom('close', 'take', 'snooze'), which: fc.nat({ max: 30 }) }),
        fc.record({ does: fc.constant('route'), which: fc.nat({ max: 7 }) }),
      )
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyAction, { maxLength: 40 }),
          fc.integer({ min: 1, max: 3 }),
          fc.constantFrom('roundRobin' as const, 'leastBusy' as const),
          async (actions, maxChats, mode) => {
            const clock = createTestClock()
            const storage = open(clock)
            try {
              const site = await storage.createSite({ siteKey: 'a', name: 'A', origins: [], locale: 'es' })
              const world = new World(storage, clock, site)
              await set(world, { routing: { mode, maxChats } })
              const team = [
                await world.commercial('A'),
                await world.commercial('B'),
                await world.commercial('C'),
              ]
              const chats: ChatId[] = []
              for (const { does, which } of actions) await act(does, which)

              async function act(does: string, which: number): Promise<void> {
                const [chatId, person] = [chats[which % (chats.length || 1)], team[which % 3]]
                if (does === 'write') chats.push((await waitingChat(world)).chatId)
                else if (does === 'route') await route(team.filter((_, index) => (which & (1 << index)) > 0))
                else if (chatId === undefined || person === undefined) return
                else if (does === 'close') await storage.closeChat(person, chatId)
                else if (does === 'take')
                  await storage.assignChat(person, chatId, { assigneeId: person.userId, ifUnassigned: false })
                else
                  await storage
                    .snoozeChat(person, chatId, clock.now() + 60_000)
                    .catch((cause: unknown) => expect(cause).toMatchObject({ code: 'chat_closed' }))
              }

              async function route(people: readonly CommercialIdentity[]): Promise<void> {
                const [admin] = team
                if (admin === undefined) return
                const before = new Map(
                  await Promise.all(
                    chats.map(async (id) => [id, await assigneeOf(world, admin, id)] as const),
                  ),
                )
                const routed = await storage.routeChats(online(site, people))
                for (const { chat } of routed) {
                  expect(before.get(chat.chatId)).toBeNull()
                  expect(people.map(({ userId }) => userId)).toContain(chat.assignee?.commercialId)
                }
                for (const { assignee } of routed.map(({ chat }) => chat)) {
                  if (assignee === null) throw new Error('Routed to nobody')
                  const open = await storage.chats(admin, {
                    limit: 100,
                    statuses: ['PENDING', 'IN_PROGRESS'],
                    assigneeId: assignee.commercialId,
                  })
                  expect(open.chats.length).toBeLessThanOrEqual(maxChats)
                }
              }
            } finally {
              await storage.close()
            }
          },
        ),
        { numRuns: 40 },
      )
    })
  })
}

export function testReturning(open: OpenStorage): void {
  describe('returning to the queue', () => {
    it('happens when nobody answers for as long as the site allows, with a note that says so', async () => {
      const world = await createWorld(open)
      await set(world, { autoReturnMinutes: 5, routing: { mode: 'roundRobin' } })
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { chatId } = await waitingChat(world)
      await world.storage.routeChats(online(world.site, [ana]))
      world.clock.move(5 * 60_000 - 2)
      expect(await world.storage.returnChats()).toEqual([])
      world.clock.move(2)
      const [returned] = await world.storage.returnChats()
      expect(returned).toMatchObject({
        chat: { chatId, assignee: null },
        note: { senderType: 'system', isInternal: true, content: expect.stringContaining('Ana') },
      })
      expect(await world.storage.returnChats()).toEqual([])
      // To somebody else, if there is anybody; who did not answer is not asked again.
      expect(await world.storage.routeChats(online(world.site, [ana]))).toEqual([])
      expect(await world.storage.routeChats(online(world.site, [ana, ben]))).toHaveLength(1)
      expect(await assigneeOf(world, ana, chatId)).toBe(ben.userId)
    })

    it('gives each new assignee their own time, and ends with an answer', async () => {
      const world = await createWorld(open)
      await set(world, { autoReturnMinutes: 5 })
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { chatId, say } = await waitingChat(world)
      await world.storage.assignChat(ana, chatId, { assigneeId: ana.userId, ifUnassigned: false })
      world.clock.move(4 * 60_000)
      await world.storage.assignChat(ana, chatId, { assigneeId: ben.userId, ifUnassigned: false })
      world.clock.move(4 * 60_000)
      expect(await world.storage.returnChats()).toEqual([])
      await world.say(ben, chatId, 'Yes?')
      world.clock.move(10 * 60_000)
      expect(await world.storage.returnChats()).toEqual([])
      await say()
      world.clock.move(5 * 60_000)
      expect(await world.storage.returnChats()).toHaveLength(1)
    })

    it('does not happen to what is put off, or closed, or on a site that never asked for it', async () => {
      const world = await createWorld(open)
      const ana = await world.commercial()
      const [first, second, third] = [
        await waitingChat(world),
        await waitingChat(world),
        await waitingChat(world),
      ]
      for (const { chatId } of [first, second, third]) {
        await world.storage.assignChat(ana, chatId, { assigneeId: ana.userId, ifUnassigned: false })
      }
      world.clock.move(60 * 60_000)
      expect(await world.storage.returnChats()).toEqual([])
      await world.storage.snoozeChat(ana, first.chatId, world.clock.now() + 60_000)
      await world.storage.closeChat(ana, second.chatId)
      await set(world, { autoReturnMinutes: 5 })
      expect(await world.storage.returnChats()).toMatchObject([{ chat: { chatId: third.chatId } }])
    })
  })
}

export function testHandingOver(open: OpenStorage): void {
  describe('handing over with a reason', () => {
    it('notes it in the chat, for the team alone', async () => {
      const world = await createWorld(open)
      const [ana, ben] = [await world.commercial('Ana'), await world.commercial('Ben')]
      const { visitor, chatId } = await world.chat()
      await world.say(visitor, chatId, 'hello?')
      const reason = 'Habla catalán'
      const given = await world.storage.assignChat(ana, chatId, {
        assigneeId: ben.userId,
        ifUnassigned: false,
        reason,
      })
      expect(given).toMatchObject({
        isChanged: true,
        chat: { assignee: { name: 'Ben' }, lastSeq: 2, lastPublicSeq: 1 },
        note: { content: 'Ana → Ben: Habla catalán', senderType: 'system', isInternal: true, seq: 2 },
      })
      expect(await world.texts(visitor, chatId)).toEqual(['hello?'])
      const back = { assigneeId: null, ifUnassigned: false, reason }
      expect((await world.storage.assignChat(ben, chatId, back)).note?.content).toBe(
        'Ben → la cola: Habla catalán',
      )
      expect((await world.storage.assignChat(ben, chatId, back)).note).toBeUndefined()
      const toNobody = { assigneeId: 'x' as never, ifUnassigned: false, reason }
      await expectRefusal(world.storage.assignChat(ben, chatId, toNobody), 'assignee_unknown')
      expect(await world.texts(ben, chatId)).toHaveLength(3)
    })
  })
}
