import { expect, it } from 'vitest'
import type { Timers } from './realtime/timers.ts'
import { startRounds } from './rounds.ts'
import { createEventBus } from './domain/events.ts'
import { createPresence } from './domain/presence.ts'
import { testSeals } from './storage/seals.fixture.ts'
import { openSqliteStorage } from './storage/sqlite.ts'

/** Timers that a test rings by hand. */
function handBell(): Timers & { ring(): void } {
  const tasks = new Set<() => void>()
  const add = (task: () => void) => {
    tasks.add(task)
    return () => void tasks.delete(task)
  }
  return {
    after: (_, task) => add(task),
    every: (_, task) => add(task),
    ring: () => tasks.forEach((task) => task()),
  }
}

it('brings a chat back when its time has come and tells it once, and stops when told to', async () => {
  let now = Date.UTC(2026, 0, 1)
  const report = (cause: unknown) => {
    throw cause
  }
  const storage = openSqliteStorage({ path: ':memory:', seals: testSeals, clock: { now: () => now }, report })
  const site = await storage.createSite({ siteKey: 'a', name: 'A', origins: [], locale: 'es' })
  const { visitor } = await storage.createVisitorSession(site.siteId, 'hash', {}, now + 1)
  const { chat } = await storage.openChat(
    { role: 'visitor', userId: visitor.visitorId, siteId: site.siteId, sessionId: 's', name: '' },
    null,
  )
  const admin = { role: 'admin', userId: 'x', siteIds: [], sessionId: 's', name: '' } as never
  await storage.snoozeChat(admin, chat.chatId, now + 1_000)
  const events = createEventBus(report)
  const told: string[] = []
  events.onAny((name) => void told.push(name))
  const timers = handBell()
  const stop = startRounds({ storage, events, presence: createPresence() }, { timers, report })
  now += 1_000
  timers.ring()
  timers.ring()
  await expect.poll(() => told).toEqual(['ChatChanged'])
  await stop()
  timers.ring()
  expect(await storage.chat(admin, chat.chatId)).toMatchObject({ snoozedUntil: null })
  await storage.close()
})

it('gives a waiting chat to whoever is online, and takes it back when they do not answer', async () => {
  let now = Date.UTC(2026, 0, 1)
  const report = (cause: unknown) => {
    throw cause
  }
  const storage = openSqliteStorage({ path: ':memory:', seals: testSeals, clock: { now: () => now }, report })
  const settings = { routing: { mode: 'leastBusy' as const }, autoReturnMinutes: 5 }
  const site = await storage.createSite({ siteKey: 'a', name: 'A', origins: [], locale: 'es', settings })
  const ana = { name: 'Ana', email: 'ana@a.example', passwordHash: '', role: 'commercial' as const }
  const { commercialId } = await storage.createCommercial({ ...ana, siteIds: [site.siteId] })
  const { visitor } = await storage.createVisitorSession(site.siteId, 'hash', {}, now + 1)
  const who = {
    role: 'visitor',
    userId: visitor.visitorId,
    siteId: site.siteId,
    sessionId: 's',
    name: '',
  } as const
  await storage.openChat(who, { content: 'hola', clientMessageId: undefined })
  const events = createEventBus(report)
  const assignees: (string | null)[] = []
  events.onAny((name, event) => {
    if (name === 'ChatAssigned' && 'chat' in event) {
      assignees.push((event.chat as { assignee: { name: string } | null }).assignee?.name ?? null)
    }
  })
  const presence = createPresence()
  const timers = handBell()
  const stop = startRounds({ storage, events, presence }, { timers, report })
  timers.ring()
  presence.connect({ commercialId, siteIds: [site.siteId] })
  await expect
    .poll(() => {
      timers.ring()
      return assignees
    })
    .toEqual(['Ana'])
  now += 6 * 60_000
  await expect
    .poll(() => {
      timers.ring()
      return assignees
    })
    .toEqual(['Ana', null])
  await stop()
  await storage.close()
})
