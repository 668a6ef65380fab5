import type { Clock } from '../domain/clock.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Connection } from './connection.ts'
import { isStoreFailure, storeRefusal } from './store-failure.ts'
import type { Work, Writer } from './writer.ts'

/** The two ways to the data. */
export interface Access {
  /** Now, on the same connection: a batch is written in one go, so no read ever sees half of one. */
  readonly read: <T>(work: Work<T>) => Promise<T>
  /** With the other writes of this turn; resolves when it is on the disk. */
  readonly write: <T>(work: Work<T>) => Promise<T>
}

interface AccessOptions {
  readonly db: Connection
  readonly writer: Writer
  readonly clock: Clock
  readonly report: (cause: unknown) => void
}

export function createAccess({ db, writer, clock, report }: AccessOptions): Access {
  return {
    async read(work) {
      if (!db.isOpen) throw new Refusal('not_ready')
      try {
        return work({ db, now: clock.now() })
      } catch (cause) {
        if (!isStoreFailure(cause)) throw cause
        report(cause)
        throw storeRefusal(cause)
      }
    },
    write: (work) => writer.write(work),
  }
}
