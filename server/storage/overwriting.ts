import type { Connection } from './connection.ts'

/** Pages that become free are overwritten too: without this, what was in them can be read from the file until it is used again. */
export function overwriting<T>(db: Connection, work: () => T): T {
  db.pragma('secure_delete = ON')
  try {
    return work()
  } finally {
    db.pragma('secure_delete = FAST')
  }
}
