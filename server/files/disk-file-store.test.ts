import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDiskFileStore } from './disk-file-store.ts'
import { testFileStore } from './file-store.contract.ts'

testFileStore('on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return openDiskFileStore(folder)
})
