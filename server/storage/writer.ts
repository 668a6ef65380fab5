import type { Clock } from '../domain/clock.ts'
import { Refusal } from '../domain/refusal.ts'
import { command, type Connection } from './connection.ts'
import { isLocked, isStoreFailure, storeRefusal } from './store-failure.ts'

/** What a read or a write works with. */
export interface Step {
  readonly db: Connection
  readonly now: number
}

export type Work<T> = (step: Step) => T

interface Item {
  /** Does the work and returns how to tell that it is done: telling waits for the commit. */
  run(step: Step): () => void
  reject(cause: unknown): void
}

/** One group commit, or the try of one. */
export interface Flush {
  /** How long it held the loop. */
  readonly seconds: number
  readonly writes: number
  /** Writes that it left for the next. */
  readonly waiting: number
}

interface WriterOptions {
  readonly db: Connection
  readonly clock: Clock
  /** Hears why the store failed; the caller only learns that it did. */
  readonly report: (cause: unknown) => void
  readonly onFlush?: (flush: Flush) => void
}

// Bounds how long the loop stands still, and how many fail together when the disk does.
const MAX_BATCH = 64

// Another program that writes to the file, a shell or a copy, is soon done. Who waits longer would rather hear that it did not go.
const LOCK_PATIENCE_MS = 250
const LOCK_RETRY_MS = 10

const begin = command('BEGIN IMMEDIATE')
const commit = command('COMMIT')
const rollBack = command('ROLLBACK')
const savepoint = command('SAVEPOINT item')
const release = command('RELEASE item')
const rollBackItem = command('ROLLBACK TO item')

/**
 * Group commit: the writes of one turn of the event loop share one transaction, and so one wait for the disk. Each has a
 * savepoint of its own, so that one that is refused takes nobody along. Promises settle after the commit, in order.
 *
 * Where another program holds the lock, the writes wait for a moment in the queue and not in SQLite, which would stand still and the
 * loop with it.
 */
export class Writer {
  readonly #options: WriterOptions
  #queue: Item[] = []
  #isScheduled = false
  #isClosed = false
  /** Since when the queue waits for it. */
  #lockedSince: number | null = null

  constructor(options: WriterOptions) {
    this.#options = options
    options.db.waitForLocks(0)
  }

  write<T>(work: Work<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Refusal('not_ready'))
    return new Promise((resolve, reject) => {
      this.#queue.push({
        run(step) {
          const result = work(step)
          return () => resolve(result)
        },
        reject,
      })
      this.#schedule()
    })
  }

  /** Writes what is waiting and takes nothing more. */
  close(): void {
    this.#isClosed = true
    this.#options.db.waitForLocks()
    while (this.#queue.length > 0) this.#flush()
  }

  #schedule(delayMs = 0): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    const run = () => {
      this.#isScheduled = false
      this.#flush()
    }
    if (delayMs === 0) setImmediate(run)
    else setTimeout(run, delayMs)
  }

  #flush(): void {
    if (this.#queue.length === 0) return
    const begun = performance.now()
    const failure = this.#begin()
    if (failure !== null && this.#mayWait(failure, begun)) {
      this.#schedule(LOCK_RETRY_MS)
      return
    }
    const batch = this.#queue.splice(0, failure === null ? MAX_BATCH : Infinity)
    const settles = failure === null ? this.#attempt(batch) : this.#refuse(batch, failure)
    const seconds = (performance.now() - begun) / 1_000
    for (const settle of settles) settle()
    this.#options.onFlush?.({ seconds, writes: batch.length, waiting: this.#queue.length })
    if (this.#queue.length > 0 && !this.#isClosed) this.#schedule()
  }

  /** Returns why it could not. */
  #begin(): unknown {
    const { db } = this.#options
    try {
      // Only a roll-back that itself failed leaves one open.
      if (db.inTransaction) db.run(rollBack)
      db.run(begin)
      this.#lockedSince = null
      return null
    } catch (cause) {
      return cause
    }
  }

  #mayWait(failure: unknown, now: number): boolean {
    if (this.#isClosed || !isLocked(failure)) return false
    this.#lockedSince ??= now
    if (now - this.#lockedSince < LOCK_PATIENCE_MS) return true
    this.#lockedSince = null
    return false
  }

  #attempt(batch: readonly Item[]): (() => void)[] {
    try {
      return this.#commit(batch)
    } catch (cause) {
      return this.#refuse(batch, cause)
    }
  }

  #refuse(batch: readonly Item[], cause: unknown): (() => void)[] {
    this.#options.report(cause)
    return batch.map((item) => () => item.reject(storeRefusal(cause)))
  }

  #commit(batch: readonly Item[]): (() => void)[] {
    const { db } = this.#options
    try {
      const settles = batch.map((item) => this.#runItem(item))
      db.run(commit)
      return settles
    } catch (cause) {
      if (db.inTransaction) db.run(rollBack)
      throw cause
    }
  }

  #runItem(item: Item): () => void {
    const { db, clock, report } = this.#options
    db.run(savepoint)
    try {
      const settle = item.run({ db, now: clock.now() })
      db.run(release)
      return settle
    } catch (cause) {
      // After some failures SQLite has rolled back everything, the items before this one too.
      if (!db.inTransaction) throw cause
      db.run(rollBackItem)
      db.run(release)
      if (!isStoreFailure(cause)) return () => item.reject(cause)
      report(cause)
      return () => item.reject(storeRefusal(cause))
    }
  }
}
