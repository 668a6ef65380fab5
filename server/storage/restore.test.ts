import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Storage } from '../domain/storage.ts'
import { backUp } from './backup.ts'
import { createTestClock } from './contract/world.ts'
import { APPLICATION_ID } from './migrations.ts'
import { restore } from './restore.ts'
import { testSeals } from './seals.fixture.ts'
import { openSqliteStorage } from './sqlite.ts'
import { createTempFolder } from './temp-folder.fixture.ts'

const now = new Date('2026-11-25T10:00:00Z')

function open(path: string): Storage {
  const storage = openSqliteStorage({ path, seals: testSeals, clock: createTestClock(), report: () => {} })
  onTestFinished(() => storage.close())
  return storage
}

function addSite(storage: Storage, siteKey: string) {
  return storage.createSite({ siteKey, name: siteKey, origins: [], locale: 'es' })
}

async function siteKeys(storage: Storage): Promise<string[]> {
  return (await storage.sites()).map(({ siteKey }) => siteKey)
}

function places() {
  const folder = createTempFolder()
  return { folder, data: join(folder, 'chat.db'), copy: join(folder, 'copy.db') }
}

describe('a backup', () => {
  it('is one whole file, made while the server works', async () => {
    const { folder, data, copy } = places()
    const storage = open(data)
    await addSite(storage, 'shop')
    const counts = await backUp(data, copy)
    expect(counts).toMatchObject({ messages: 0, chats: 0 })
    await addSite(storage, 'later')
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.db'])
    expect(await siteKeys(open(copy))).toEqual(['shop'])
  })

  it('takes no name that is taken, and copies nothing that is not there', async () => {
    const { data, copy } = places()
    await expect(backUp(data, copy)).rejects.toThrow('There is no')
    open(data)
    writeFileSync(copy, 'a letter')
    await expect(backUp(data, copy)).rejects.toThrow('exists already')
    expect(readFileSync(copy, 'utf8')).toBe('a letter')
  })
})

describe('restoring', () => {
  it('brings back what was, under another epoch, and keeps what was there', async () => {
    const { data, copy } = places()
    const before = open(data)
    await addSite(before, 'shop')
    await backUp(data, copy)
    await addSite(before, 'later')
    await before.close()
    const { aside } = restore(copy, data, now)
    const after = open(data)
    expect(await siteKeys(after)).toEqual(['shop'])
    expect(after.epoch).not.toBe(before.epoch)
    expect(await siteKeys(open(String(aside)))).toEqual(['shop', 'later'])
  })

  it('keeps damaged data aside as it is, its log too', async () => {
    const { data, copy } = places()
    const before = open(data)
    await addSite(before, 'shop')
    await backUp(data, copy)
    await before.close()
    writeFileSync(data, 'rubbish')
    writeFileSync(`${data}-wal`, 'a log')
    const { aside } = restore(copy, data, now)
    expect(readFileSync(String(aside), 'utf8')).toBe('rubbish')
    expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('a log')
    expect(await siteKeys(open(data))).toEqual(['shop'])
  })

  it('is refused while a server holds the data', async () => {
    const { data, copy } = places()
    const running = open(data)
    await addSite(running, 'shop')
    await backUp(data, copy)
    expect(() => restore(copy, data, now)).toThrow('in use by process')
    expect(await siteKeys(running)).toEqual(['shop'])
  })

  it.each([
    ['nothing', () => undefined, 'There is no backup'],
    ['a letter', (path: string) => writeFileSync(path, 'a letter'), 'cannot be read as a database'],
    ['an empty database', (path: string) => new Database(path).exec('VACUUM').close(), 'holds no data'],
    [
      'a newer release',
      (path: string) => {
        const database = new Database(path)
        database.pragma(`application_id = ${APPLICATION_ID}`)
        database.pragma('user_version = 9999')
        database.close()
      },
      'newer release',
    ],
  ])('refuses %s, and touches nothing', async (_, make, sentence) => {
    const { data, copy } = places()
    const storage = open(data)
    await addSite(storage, 'shop')
    await storage.close()
    make(copy)
    expect(() => restore(copy, data, now)).toThrow(sentence)
    expect(await siteKeys(open(data))).toEqual(['shop'])
    expect(existsSync(`${data}.restoring`)).toBe(false)
  })

  it('refuses a backup with damage in it', async () => {
    const { data, copy } = places()
    const storage = open(data)
    await addSite(storage, 'shop')
    await backUp(data, copy)
    await storage.close()
    const bytes = readFileSync(copy)
    bytes.fill(0x5a, 4_096 * 3, 4_096 * 12)
    writeFileSync(copy, bytes)
    expect(() => restore(copy, data, now)).toThrow()
    expect(await siteKeys(open(data))).toEqual(['shop'])
    expect(existsSync(`${data}.restoring`)).toBe(false)
  })
})
