import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createTempFolder } from './temp-folder.fixture.ts'
import { createTestClock } from './contract/world.ts'
import { testSeals } from './seals.fixture.ts'
import { openSqliteStorage } from './sqlite.ts'

function open(path: string) {
  return openSqliteStorage({ path, seals: testSeals, clock: createTestClock(), report: () => {} })
}

const site = { siteKey: 'shop', name: 'Shop', origins: [], locale: 'es' }

describe('a data file', () => {
  it('keeps what was written and its epoch, and is one whole file when closed', async () => {
    const path = join(createTempFolder(), 'chat.db')
    const first = open(path)
    const created = await first.createSite(site)
    await first.close()
    const copy = join(createTempFolder(), 'copy.db')
    copyFileSync(path, copy)
    for (const place of [path, copy]) {
      const storage = open(place)
      expect(storage.epoch).toBe(first.epoch)
      expect(await storage.site()).toEqual(created)
      await storage.close()
    }
  })

  it('has another epoch than any other', async () => {
    const [first, second] = [open(join(createTempFolder(), 'a.db')), open(join(createTempFolder(), 'b.db'))]
    expect(first.epoch).not.toBe(second.epoch)
    await Promise.all([first.close(), second.close()])
  })

  it('of another program is refused, and not a byte of it changes', () => {
    const folder = createTempFolder()
    const [database, text] = [join(folder, 'other.db'), join(folder, 'letter.txt')]
    const other = new Database(database)
    other.exec('CREATE TABLE photos (id INTEGER)')
    other.close()
    writeFileSync(text, 'Dear all,\n'.repeat(100))
    for (const path of [database, text]) {
      const before = readFileSync(path)
      expect(() => open(path)).toThrow(path)
      expect(readFileSync(path)).toEqual(before)
    }
  })

  it('that is damaged is found out after an unclean stop, at every start until it is mended', async () => {
    const path = join(createTempFolder(), 'chat.db')
    const storage = open(path)
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => storage.createSite({ ...site, siteKey: `${index}` })),
    )
    await storage.close()
    const bytes = readFileSync(path)
    bytes.fill(0xff, bytes.length - 3 * 4096)
    writeFileSync(path, bytes)
    writeFileSync(`${path}-owner.json`, '{}')
    for (const _ of [1, 2]) expect(() => open(path)).toThrow(/damaged/)
  })

  it('answers no more once it is closed', async () => {
    const storage = open(join(createTempFolder(), 'chat.db'))
    await storage.ping()
    await storage.close()
    await storage.close()
    await expect(storage.ping()).rejects.toMatchObject({ code: 'not_ready' })
    await expect(storage.site()).rejects.toMatchObject({ code: 'not_ready' })
    await expect(storage.createSite(site)).rejects.toMatchObject({ code: 'not_ready' })
  })
})
