import type { Connection } from './connection.ts'

const IDLE_MS = 5_000

/** Moves the write-ahead log into the main file when nobody writes, so that no request has to wait while it happens. */
export class Checkpoints {
  readonly #db: Connection
  readonly #report: (cause: unknown) => void
  #timer: NodeJS.Timeout | null = null

  constructor(db: Connection, report: (cause: unknown) => void) {
    this.#db = db
    this.#report = report
  }

  /** Something was written: not now. */
  postpone(): void {
    if (this.#timer !== null) {
      this.#timer.refresh()
      return
    }
    this.#timer = setTimeout(() => this.#run('PASSIVE'), IDLE_MS)
    this.#timer.unref()
  }

  /** Now, and empties the log: what was erased must not be read from there either. */
  clear(): void {
    this.#run('TRUNCATE')
  }

  /** Leaves one file without a log behind. */
  finish(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#run('TRUNCATE')
  }

  /** A checkpoint that fails loses nothing: the log is still there, and the next one tries again. */
  #run(mode: 'PASSIVE' | 'TRUNCATE'): void {
    try {
      // A passive one waits for nobody.
      if (mode === 'TRUNCATE') this.#db.waitForLocks()
      this.#db.pragma(`wal_checkpoint(${mode})`)
    } catch (cause) {
      this.#report(cause)
    } finally {
      if (mode === 'TRUNCATE') this.#db.waitForLocks(0)
    }
  }
}
