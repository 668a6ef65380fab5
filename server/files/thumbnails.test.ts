import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Metadata } from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDiskFileStore } from './disk-file-store.ts'
import { jpeg } from './pictures/pictures.fixture.ts'
import { thumbnailKey } from './rendition.ts'
import { openThumbnails, type Thumbnails } from './thumbnails.ts'

const KEY = '0123456789abcdef0123456789abcdef'
let folder: string
let thumbnails: Thumbnails
let store: ReturnType<typeof openDiskFileStore>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thumbnails-'))
  store = openDiskFileStore(folder)
  const opened = openThumbnails(store, folder)
  if (opened === null) throw new Error('sharp is not installed')
  thumbnails = opened
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function keep(bytes: Buffer): Promise<void> {
  const path = join(folder, 'draft')
  writeFileSync(path, bytes)
  await store.keep(KEY, { path, size: bytes.length })
}

async function kept(): Promise<Metadata> {
  const body = await store.read(thumbnailKey(KEY))
  return sharp(Buffer.from(await new Response(body).arrayBuffer())).metadata()
}

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } })

/** What lies there besides what is kept. */
const leftBehind = () => readdirSync(folder).filter((name) => name.length > 2)

describe('a thumbnail', () => {
  it('is the picture, small, turned the right way up', async () => {
    await keep(await picture(2_000, 1_000).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    expect(await thumbnails.ensure(KEY)).toBe(true)
    expect(await kept()).toMatchObject({ format: 'webp', width: 320, height: 640 })
    expect(leftBehind()).toEqual([])
  })

  it('of a small picture is no larger', async () => {
    await keep(await picture(20, 10).png().toBuffer())
    expect(await thumbnails.ensure(KEY)).toBe(true)
    expect(await kept()).toMatchObject({ width: 20, height: 10 })
  })

  it('is made once for all who ask at the same moment', async () => {
    await keep(await picture(800, 800).png().toBuffer())
    expect(await Promise.all(Array.from({ length: 20 }, () => thumbnails.ensure(KEY)))).toEqual(
      Array.from({ length: 20 }, () => true),
    )
  })

  it('is not made of what cannot be read, is too large, or is not there', async () => {
    expect(await thumbnails.ensure(KEY)).toBe(false)
    const [broken, bomb] = [KEY.replace('0', '1'), KEY.replace('0', '2')]
    for (const [key, bytes] of [
      [broken, jpeg()],
      [bomb, await picture(8_000, 8_000).png().toBuffer()],
    ] as const) {
      const path = join(folder, 'draft')
      writeFileSync(path, bytes)
      await store.keep(key, { path, size: bytes.length })
      expect(await thumbnails.ensure(key)).toBe(false)
      expect(await store.size(thumbnailKey(key))).toBeNull()
    }
    expect(leftBehind()).toEqual([])
  })
})
