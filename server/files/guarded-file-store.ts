import { Refusal } from '../domain/refusal.ts'
import type { FileStore } from './file-store.ts'

/** The same store; what goes wrong in it is told to us, and to whoever asked only that it did. */
export function guardFileStore(store: FileStore, report: (cause: unknown) => void): FileStore {
  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (cause) {
      report(cause)
      throw new Refusal(isFull(cause) ? 'disk_full' : 'not_ready')
    }
  }

  return {
    keep: (key, file) => guarded(() => store.keep(key, file)),
    read: (key, range) => guarded(() => store.read(key, range)),
    size: (key) => guarded(() => store.size(key)),
    remove: (key) => guarded(() => store.remove(key)),
  }
}

/** A disk that is full is not a bug. */
export function isFull(cause: unknown): boolean {
  const code = (cause as NodeJS.ErrnoException | null)?.code
  return code === 'ENOSPC' || code === 'EDQUOT'
}
