import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { STORAGE_KEY, type FileStore } from './file-store.ts'

/** Keeps files in a folder, in 256 folders of their own: a folder with a million entries is slow to everybody. */
export function openDiskFileStore(folder: string): FileStore {
  function pathOf(key: string): string {
    if (!STORAGE_KEY.test(key)) throw new Error('Not a storage key')
    return join(folder, key.slice(0, 2), key)
  }

  return {
    async keep(key, { path }) {
      const place = pathOf(key)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await sync(path)
      await rename(path, place)
      // A name is data of its folder: without this a power cut may leave the bytes without it.
      await sync(dirname(place))
      await sync(folder)
    },
    async read(key, range) {
      const handle = await openIfThere(pathOf(key))
      if (handle === null) return null
      return Readable.toWeb(handle.createReadStream({ ...range })) as ReadableStream<Uint8Array>
    },
    async size(key) {
      const handle = await openIfThere(pathOf(key))
      if (handle === null) return null
      try {
        return (await handle.stat()).size
      } finally {
        await handle.close()
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
}
