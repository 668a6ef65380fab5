import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { FileStore } from './file-store.ts'

const KEY = '0123456789abcdef0123456789abcdef'

/** What every file store promises. `open` gives an empty one. */
export function testFileStore(name: string, open: () => Promise<FileStore>): void {
  function draft(content: string): { path: string; size: number } {
    const folder = mkdtempSync(join(tmpdir(), 'draft-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'draft')
    writeFileSync(path, content)
    return { path, size: Buffer.byteLength(content) }
  }

  async function content(store: FileStore, range?: { start: number; end: number }): Promise<string | null> {
    const body = await store.read(KEY, range)
    return body === null ? null : new Response(body).text()
  }

  describe(name, () => {
    it('gives back what it keeps, whole and in parts', async () => {
      const store = await open()
      await store.keep(KEY, draft('0123456789'))
      expect(await content(store)).toBe('0123456789')
      expect(await content(store, { start: 2, end: 4 })).toBe('234')
      expect(await content(store, { start: 9, end: 9 })).toBe('9')
      expect(await store.size(KEY)).toBe(10)
    })

    it('has nothing that was not kept, or was removed', async () => {
      const store = await open()
      expect([await content(store), await store.size(KEY)]).toEqual([null, null])
      await store.remove(KEY)
      await store.keep(KEY, draft('gone soon'))
      await store.remove(KEY)
      expect([await content(store), await store.size(KEY)]).toEqual([null, null])
    })

    it.each(['', '../secrets.json', 'a/b', '0123', `${KEY}/..`, `${KEY}\0`, KEY.toUpperCase()])(
      'never looks for a name that is not one of its own: %j',
      async (key) => {
        const store = await open()
        await expect(async () => store.read(key)).rejects.toThrow('Not a storage key')
        await expect(async () => store.keep(key, draft('x'))).rejects.toThrow('Not a storage key')
        await expect(async () => store.remove(key)).rejects.toThrow('Not a storage key')
      },
    )
  })
}
