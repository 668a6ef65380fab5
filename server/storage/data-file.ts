import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { APPLICATION_ID } from './migrations.ts'

/** Refuses a file that is not ours before anything is written to it: a mistyped path must not cost somebody their data. */
export function checkIsOurs(path: string): void {
  if (!existsSync(path) || statSync(path).size === 0) return
  const database = new Database(path, { readonly: true })
  try {
    const id = database.pragma('application_id', { simple: true })
    const { tables } = database.prepare('SELECT COUNT(*) AS tables FROM sqlite_schema').get() as {
      tables: number
    }
    if (id === APPLICATION_ID || (id === 0 && tables === 0)) return
  } catch (cause) {
    throw new Error(`${path} cannot be read as a database of this program`, { cause })
  } finally {
    database.close()
  }
  throw new Error(`${path} belongs to another program. Choose another data folder.`)
}
