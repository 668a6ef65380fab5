import { randomBytes } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sharp, SharpOptions } from 'sharp'
import type { FileStore } from './file-store.ts'
import { THUMBNAIL_SIDE, thumbnailKey } from './rendition.ts'

/** Makes small pictures of large ones. */
export interface Thumbnails {
  /** Made when somebody first asks, then kept. False where it could not be made: the original serves. */
  ensure(storageKey: string): Promise<boolean>
}

type MakeSharp = (options?: SharpOptions) => Sharp

/** What may be unfolded in memory; the upload has refused larger ones already, by what their headers say. */
const MAX_INPUT_PIXELS = 40_000_000
const MAX_SECONDS = 20
/** Pictures that could not be read are not tried again each time somebody looks; as many as are worth remembering. */
const MAX_REMEMBERED = 10_000

/** null where `sharp` is not installed: it is optional, and everything works without it. */
export function openThumbnails(store: FileStore, folder: string): Thumbnails | null {
  if (!isInstalled()) return null
  /** One at a time: unfolding takes memory by the hundred megabytes, and the same picture is asked for by many at once. */
  let queue: Promise<unknown> = Promise.resolve()
  const underWay = new Map<string, Promise<boolean>>()
  const unreadable = new Set<string>()

  async function make(storageKey: string): Promise<boolean> {
    const original = await store.read(storageKey)
    if (original === null) return false
    const path = join(folder, randomBytes(16).toString('hex'))
    try {
      const sharp = await loadSharp()
      const shrink = sharp({ limitInputPixels: MAX_INPUT_PIXELS, pages: 1, failOn: 'error' })
        .rotate()
        .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
        .timeout({ seconds: MAX_SECONDS })
        .webp({ quality: 80 })
      const written = shrink.toFile(path)
      await Promise.all([pipeline(Readable.fromWeb(original as never), shrink), written])
      await store.keep(thumbnailKey(storageKey), { path, size: (await stat(path)).size })
      return true
    } catch {
      // What it cannot read, a browser perhaps can.
      if (unreadable.size >= MAX_REMEMBERED) unreadable.clear()
      unreadable.add(storageKey)
      return false
    } finally {
      await rm(path, { force: true })
    }
  }

  return {
    ensure(storageKey) {
      if (unreadable.has(storageKey)) return Promise.resolve(false)
      const known = underWay.get(storageKey)
      if (known !== undefined) return known
      const making = queue.then(() => make(storageKey))
      queue = making
      underWay.set(storageKey, making)
      return making.finally(() => underWay.delete(storageKey))
    },
  }
}

function isInstalled(): boolean {
  try {
    return createRequire(import.meta.url).resolve('sharp') !== ''
  } catch {
    return false
  }
}

/** With the first picture: 25 MB and a tenth of a second that a server without pictures does not spend. */
async function loadSharp(): Promise<MakeSharp> {
  const { default: sharp } = await import('sharp')
  // Off the event loop anyway; two at a time would be both cores of a small server.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}
