import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createTestClock, World } from './contract/world.ts'
import { testSeals } from './seals.fixture.ts'
import { openSqliteStorage } from './sqlite.ts'
import { createTempFolder } from './temp-folder.fixture.ts'

/** How often a text stands in the files of a data folder, whatever part of them it is in. */
function countIn(folder: string, text: string): number {
  return readdirSync(folder).reduce(
    (count, name) => count + readFileSync(join(folder, name)).toString('latin1').split(text).length - 1,
    0,
  )
}

it('H04: an erased visitor is in no byte of the data: not in the file, not in its log, not in pages that became free', async () => {
  const folder = createTempFolder()
  const clock = createTestClock()
  const storage = openSqliteStorage({
    path: join(folder, 'chat.db'),
    seals: testSeals,
    clock,
    report: () => {},
  })
  const site = await storage.createSite({ siteKey: 'shop', name: 'Shop', origins: [], locale: 'es' })
  const world = new World(storage, clock, site)
  const ana = await world.commercial()
  const bystander = await world.chat()
  await world.say(bystander.visitor, bystander.chatId, 'BYSTANDER')
  const { visitor, chatId } = await world.chat()
  await storage.describeVisitor(visitor.userId, { name: 'CANARY', attributes: { key: 'CANARY' } })
  // Enough for the index of the search to take them in.
  for (let n = 0; n < 120; n += 1) {
    await storage.addToTrail(visitor.userId, { kind: 'page', url: `https://a.example/CANARY/${n}` })
    // Longer than a page of the file, so that some of it overflows into pages of its own.
    await world.say(visitor, chatId, `CANARY${'x'.repeat(6_000)}CANARY`, { clientMessageId: `CANARY-${n}` })
    await world.note(ana, chatId, `CANARY ${n}`)
  }
  await storage.keepDraft(ana, chatId, { content: 'CANARY in a draft', isInternal: true })
  await storage.indexMessages()
  expect(countIn(folder, 'canary')).toBeGreaterThan(0)
  expect(countIn(folder, 'CANARY')).toBeGreaterThan(100)
  await storage.eraseVisitor(visitor, visitor.userId)
  expect(countIn(folder, 'CANARY')).toBe(0)
  expect(countIn(folder, 'canary')).toBe(0)
  expect(countIn(folder, 'BYSTANDER')).toBeGreaterThan(0)
  await storage.close()
})
