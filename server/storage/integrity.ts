import { statSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Connection } from './connection.ts'

interface Looking {
  readonly path: string
  /** Hears of damage that was found while the server already worked. */
  readonly report: (cause: unknown) => void
  readonly maxWaitBytes?: number
}

// Read in about a second. Whoever has more data would wait too long for a server that is most likely well.
const MAX_WAIT_BYTES = 256 * 1024 * 1024

/** After an unclean stop: refuses a damaged file; a large one is looked through in a thread of its own, and damage only told. */
export function checkIsWhole(db: Connection, { path, report, maxWaitBytes = MAX_WAIT_BYTES }: Looking): void {
  if (statSync(path).size > maxWaitBytes) {
    lookThrough(path, report)
    return
  }
  const found = db.pragma('quick_check')
  if (found !== 'ok') throw damage(path, found)
}

function lookThrough(path: string, report: (cause: unknown) => void): void {
  const worker = new Worker(new URL('./integrity-worker.ts', import.meta.url), { workerData: path })
  worker.unref()
  worker.once('error', report)
  worker.once('message', (found) => {
    if (found !== 'ok') report(damage(path, found))
  })
}

function damage(path: string, found: unknown): Error {
  return new Error(`${path} is damaged (${String(found)}). Restore it from a backup.`)
}
