import { randomUUID } from 'node:crypto'
import type Database from 'better-sqlite3'
import { command, query, type Connection } from './connection.ts'

const storedEpoch = query<{ value: string }>("SELECT value FROM meta WHERE key = 'epoch'")
const keepEpoch = command<[epoch: string]>("INSERT INTO meta (key, value) VALUES ('epoch', $1)")

/** The name of this history, given once and kept. Random: a restored copy that gets another must never meet an old one. */
export function readEpoch(db: Connection): string {
  const stored = db.one(storedEpoch)
  if (stored !== undefined) return stored.value
  const epoch = randomUUID()
  db.run(keepEpoch, epoch)
  return epoch
}

/** Another history begins with this file. Before a server opens it, and so without one's connection. */
export function renewEpoch(database: Database.Database): void {
  database.prepare(`UPDATE meta SET value = ? WHERE key = 'epoch'`).run(randomUUID())
}
