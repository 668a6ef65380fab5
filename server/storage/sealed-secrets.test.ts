import { randomBytes } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { SiteId } from '#shared/ids.ts'
import type { Storage } from '../domain/storage.ts'
import { createTestClock } from './contract/world.ts'
import { countLostSecrets } from './sealed-secrets.ts'
import { createSeals } from './seals.ts'
import { openSqliteStorage } from './sqlite.ts'
import { createTempFolder } from './temp-folder.fixture.ts'

const SECRET = 'CANARY-of-a-shared-secret'
const [old, young] = [randomBytes(32), randomBytes(32)]

function start() {
  const folder = createTempFolder()
  const path = join(folder, 'chat.db')
  const reported: string[] = []
  return {
    path,
    reported,
    open: (...keys: Buffer[]) =>
      openSqliteStorage({
        path,
        clock: createTestClock(),
        seals: createSeals(keys),
        report: (cause) => reported.push(String(cause)),
      }),
    /** In the data, its log and whatever else lies there. */
    countOnDisk: (text: string) =>
      readdirSync(folder).reduce(
        (count, name) => count + readFileSync(join(folder, name)).toString('latin1').split(text).length - 1,
        0,
      ),
  }
}

async function addKey(storage: Storage): Promise<SiteId> {
  const { siteId } = await storage.createSite({ siteKey: 'shop', name: 'Shop', origins: [], locale: 'es' })
  await storage.addIdentityKey(siteId, { kid: 'k', algorithm: 'HS256', key: SECRET })
  await storage.addIdentityKey(siteId, { kid: 'p', algorithm: 'ES256', key: 'A PUBLIC KEY' })
  return siteId
}

async function keysIn(storage: Storage, siteId: SiteId) {
  const keys = await storage.identityKeys(siteId)
  await storage.close()
  return Object.fromEntries(keys.map(({ kid, key }) => [kid, key]))
}

it('C03: a site’s shared secret is in no byte of the data, and opens for the server that has the key', async () => {
  const { open, countOnDisk } = start()
  const storage = open(old)
  const siteId = await addKey(storage)
  expect(countOnDisk(SECRET)).toBe(0)
  expect(countOnDisk('A PUBLIC KEY')).toBeGreaterThan(0)
  await storage.close()
  expect(countOnDisk(SECRET)).toBe(0)
  expect(await keysIn(open(old), siteId)).toEqual({ k: SECRET, p: 'A PUBLIC KEY' })
})

it('C03: what a release before has left readable is sealed at the next start, and no byte of it is left', async () => {
  const { path, open, countOnDisk } = start()
  const first = open(old)
  const siteId = await addKey(first)
  await first.close()
  const database = new Database(path)
  database.prepare("UPDATE identity_keys SET key = ? WHERE kid = 'k'").run(SECRET)
  database.close()
  expect(countOnDisk(SECRET)).toBeGreaterThan(0)
  const storage = open(old)
  expect(countOnDisk(SECRET)).toBe(0)
  expect(await keysIn(storage, siteId)).toEqual({ k: SECRET, p: 'A PUBLIC KEY' })
})

it('another key takes over at the next start, and the one before can then be thrown away', async () => {
  const { open, reported } = start()
  const first = open(old)
  const siteId = await addKey(first)
  await first.close()
  await open(young, old).close()
  expect(await keysIn(open(young), siteId)).toMatchObject({ k: SECRET })
  expect(reported).toEqual([])
})

it('without its key a secret opens nothing, the log says so, and it opens again once the key is back', async () => {
  const { open, reported } = start()
  const first = open(old)
  const siteId = await addKey(first)
  await first.close()
  expect(await keysIn(open(young), siteId)).toEqual({ k: null, p: 'A PUBLIC KEY' })
  expect(reported).toEqual([
    expect.stringContaining('sealed with a key that is not here, or were changed, and open nothing: 1'),
  ])
  expect(await keysIn(open(young, old), siteId)).toMatchObject({ k: SECRET })
})

it('counts, without touching them, the secrets that keys do not open', async () => {
  const { path, open } = start()
  const first = open(old)
  const siteId = await addKey(first)
  await first.close()
  expect(countLostSecrets(path, createSeals([young]))).toBe(1)
  expect(countLostSecrets(path, createSeals([young, old]))).toBe(0)
  expect(await keysIn(open(old), siteId)).toMatchObject({ k: SECRET })
})

it('a sealed secret that somebody has moved to another key of the site is not taken for that one’s', async () => {
  const { path, open, reported } = start()
  const first = open(old)
  const siteId = await addKey(first)
  await first.addIdentityKey(siteId, { kid: 'other', algorithm: 'HS256', key: 'another' })
  await first.close()
  const database = new Database(path)
  database
    .prepare(
      "UPDATE identity_keys SET key = (SELECT key FROM identity_keys WHERE kid = 'other') WHERE kid = 'k'",
    )
    .run()
  database.close()
  expect(await keysIn(open(old), siteId)).toMatchObject({ k: null, other: 'another' })
  // A change of keys leaves it as it is, says so, and goes on.
  expect(await keysIn(open(young, old), siteId)).toMatchObject({ k: null, other: 'another' })
  expect(reported).toEqual([expect.stringContaining('open nothing: 1')])
})
