import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calculateJwkThumbprint } from 'jose'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openKeys, readSealingKeys } from './keys.ts'

let parent: string
let folder: string

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'keys-'))
  folder = join(parent, 'data')
})
afterEach(() => rm(parent, { recursive: true }))

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

it('C03: makes the keys on the first start, for nobody else to read, and leaves no draft behind', async () => {
  await openKeys(folder)
  expect(await modeOf(folder)).toBe(0o700)
  expect(await modeOf(join(folder, 'secrets.json'))).toBe(0o600)
  expect(await readdir(folder)).toEqual(['secrets.json'])
})

it('finds the same keys on the second start', async () => {
  const first = await openKeys(folder)
  const second = await openKeys(folder)
  expect(second.signing.kid).toBe(first.signing.kid)
  expect(second.jwks).toEqual(first.jwks)
})

it('gives keys of a release that knew no files and no pushes what they lack, and keeps the rest', async () => {
  const { signing } = await openKeys(folder)
  const path = join(folder, 'secrets.json')
  const { signingKeys } = JSON.parse(await readFile(path, 'utf8')) as { signingKeys: unknown }
  await writeFile(path, JSON.stringify({ signingKeys }))
  const first = await openKeys(folder)
  expect(first.signing.kid).toBe(signing.kid)
  expect(first.fileLinkKey).toHaveLength(32)
  const second = await openKeys(folder)
  expect(second.fileLinkKey).toEqual(first.fileLinkKey)
  expect(second.push.publicKey).toBe(first.push.publicKey)
  expect(Buffer.from(first.push.publicKey, 'base64url')).toHaveLength(65)
})

it('makes a key for seals, once, and finds it on the next start', async () => {
  expect(await readSealingKeys(folder)).toEqual([])
  const { sealing } = await openKeys(folder)
  expect(sealing.map((key) => key.length)).toEqual([32])
  expect((await openKeys(folder)).sealing).toEqual(sealing)
  expect(await readSealingKeys(folder)).toEqual(sealing)
})

it('makes no key for seals in the folder where one is kept elsewhere', async () => {
  const elsewhere = randomBytes(32)
  expect((await openKeys(folder, [elsewhere])).sealing).toEqual([elsewhere])
  expect(await readSealingKeys(folder)).toEqual([])
})

it('goes on opening what the folder’s own key has sealed, once another is kept elsewhere', async () => {
  const { sealing } = await openKeys(folder)
  const elsewhere = randomBytes(32)
  expect((await openKeys(folder, [elsewhere])).sealing).toEqual([elsewhere, ...sealing])
})

it('takes back rights that a restored copy gave away', async () => {
  await openKeys(folder)
  await chmod(join(folder, 'secrets.json'), 0o644)
  await openKeys(folder)
  expect(await modeOf(join(folder, 'secrets.json'))).toBe(0o600)
})

it('publishes only the public part, under its thumbprint', async () => {
  const { jwks, signing } = await openKeys(folder)
  const [key = {}] = jwks.keys
  expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  expect(key).toMatchObject({ kid: signing.kid, alg: 'ES256', use: 'sig' })
  expect(await calculateJwkThumbprint(key)).toBe(signing.kid)
})

it('verifies by every key in the file and signs by the first', async () => {
  const old = await openKeys(folder)
  const path = join(folder, 'secrets.json')
  const { signingKeys } = JSON.parse(await readFile(path, 'utf8')) as { signingKeys: object[] }
  await rm(path)
  const fresh = await openKeys(folder)
  const freshFile = JSON.parse(await readFile(path, 'utf8')) as { signingKeys: object[] }
  await writeFile(path, JSON.stringify({ signingKeys: [...freshFile.signingKeys, ...signingKeys] }))
  const both = await openKeys(folder)
  expect(both.signing.kid).toBe(fresh.signing.kid)
  expect([...both.verifying.keys()]).toEqual([fresh.signing.kid, old.signing.kid])
})

it.each([
  '',
  '{',
  '[]',
  '{"signingKeys":[]}',
  'null',
  '{"signingKeys":[{}],"fileLinkKey":"short"}',
  '{"signingKeys":[{}],"sealingKeys":["short"]}',
])('names the file, and keeps it, when it holds %o instead of keys', async (content) => {
  await openKeys(folder)
  const path = join(folder, 'secrets.json')
  await writeFile(path, content)
  await expect(openKeys(folder)).rejects.toThrow(path)
  expect(await readFile(path, 'utf8')).toBe(content)
})
