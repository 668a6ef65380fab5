import { expect, it } from 'vitest'
import { createEventBus } from './domain/events.ts'
import { createTestClock, World } from './storage/contract/world.ts'
import { createFakeTime } from './realtime/fake-time.fixture.ts'
import { startRetention } from './retention.ts'
import { testSeals } from './storage/seals.fixture.ts'
import { openSqliteStorage } from './storage/sqlite.ts'

const DAY_MS = 24 * 60 * 60_000

it('H05: visitors whom their site wants forgotten are erased, and those who came back or are talked with are not', async () => {
  const failures: unknown[] = []
  const report = (cause: unknown) => void failures.push(cause)
  const clock = createTestClock()
  const storage = openSqliteStorage({ path: ':memory:', seals: testSeals, clock, report })
  const site = await storage.createSite({
    siteKey: 'shop',
    name: 'Shop',
    origins: [],
    locale: 'es',
    settings: { retentionDays: 30 },
  })
  const forever = await storage.createSite({ siteKey: 'bakery', name: 'B', origins: [], locale: 'es' })
  const world = new World(storage, clock, site)
  const ana = await world.commercial()
  const gone = await world.chat()
  const [kept, talking, open] = [await world.visitor(forever.siteId), await world.chat(), await world.chat()]
  const back = await world.visitor()
  for (const { visitor, chatId } of [gone, talking]) {
    await world.say(visitor, chatId, 'hola')
    await storage.closeChat(ana, chatId)
  }
  clock.move(20 * DAY_MS)
  await storage.describeVisitor(back.userId, { locale: 'es' })
  await storage.reopenChat(ana, talking.chatId)
  await storage.closeChat(ana, talking.chatId)

  const events = createEventBus(report)
  const erased: unknown[] = []
  events.onAny((name, event) => {
    if (name === 'VisitorErased' && 'visitorId' in event) erased.push(event.visitorId)
  })
  const time = createFakeTime(0)
  const stop = startRetention({ storage, events, clock }, { timers: time.timers, report })
  clock.move(9 * DAY_MS)
  time.advance(10 * 60_000)
  // Reads are answered in order: when these are, the first look is over.
  for (let n = 0; n < 4; n += 1) await storage.sites()
  clock.move(2 * DAY_MS)
  time.advance(10 * 60_000)
  await expect.poll(() => erased).toEqual([gone.visitor.userId])
  await stop()
  for (const { userId } of [kept, talking.visitor, open.visitor, back]) {
    expect((await storage.visitorSelf(userId)).erasedAt).toBeNull()
  }
  expect(failures).toEqual([])
  await storage.close()
})
