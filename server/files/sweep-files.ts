import type { Clock } from '../domain/clock.ts'
import type { FileStorage } from '../domain/storage.ts'
import type { FileStore } from './file-store.ts'
import { thumbnailKey } from './rendition.ts'

/** How long an upload waits for its message: as long as somebody may look for a signal. */
const WAIT_FOR_MESSAGE_MS = 24 * 60 * 60 * 1_000
/** A deleted message's file is gone at once for everybody, and its bytes within this. */
const EVERY_MS = 30_000

interface Deps {
  readonly storage: Pick<FileStorage, 'abandonedFiles' | 'forgetFile'>
  readonly store: FileStore
  readonly clock: Clock
}

/** Removes what nobody can reach any more: the bytes first, so that what fails half-way is found again. Returns how many. */
export async function sweepFiles({ storage, store, clock }: Deps): Promise<number> {
  const abandoned = await storage.abandonedFiles(clock.now() - WAIT_FOR_MESSAGE_MS)
  for (const { fileId, storageKey } of abandoned) {
    await store.remove(storageKey)
    await store.remove(thumbnailKey(storageKey))
    await storage.forgetFile(fileId)
  }
  return abandoned.length
}

/** Sweeps now and from time to time. Returns how to stop, which waits for a sweep under way. */
export function keepSweeping(deps: Deps, report: (cause: unknown) => void): () => Promise<void> {
  let sweeping = sweep()
  const timer = setInterval(() => {
    sweeping = sweeping.then(sweep)
  }, EVERY_MS)
  timer.unref()

  async function sweep(): Promise<void> {
    try {
      while ((await sweepFiles(deps)) > 0);
    } catch (cause) {
      report(cause)
    }
  }

  return async () => {
    clearInterval(timer)
    await sweeping
  }
}
