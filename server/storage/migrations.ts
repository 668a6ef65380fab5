import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { command, type Connection } from './connection.ts'

/** One step from one shape of the data to the next. Its number is the `user_version` that it leads to. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** "SbrM": whose file this is. */
export const APPLICATION_ID = 0x5362724d

/** Where they lie. */
export const ownMigrations = new URL('./migrations/', import.meta.url)

const copyInto = command<[path: string]>('VACUUM INTO $1')

/** The migrations of this folder, in order: `0001-what-it-does.sql`, without holes. */
export function loadMigrations(folder: URL): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.toSorted().map((name, index) => {
    const version = Number(name.slice(0, 4))
    if (version !== index + 1) throw new Error(`Migration ${name} is out of order`)
    return { version, name, sql: readFileSync(new URL(name, folder), 'utf8') }
  })
}

/** Of the shape that this release works with. */
export function newestVersion(): number {
  return loadMigrations(ownMigrations).length
}

/** Brings the data to the newest shape. Killed at any moment, it has the old one or the new one, never a part of one. */
export function migrate(
  db: Connection,
  migrations: readonly Migration[],
  { dataPath, now }: { dataPath: string; now: number },
): void {
  const version = Number(db.pragma('user_version'))
  const pending = migrations.filter((migration) => migration.version > version)
  if (version > migrations.length) {
    throw new Error(
      `${dataPath} was written by a newer release (version ${version}; this one knows ${migrations.length}). Update, or restore the backup made before.`,
    )
  }
  if (pending.length === 0) return
  if (version > 0) backUp(db, `${dataPath}.before-version-${migrations.length}-`, now)
  for (const migration of pending) apply(db, migration)
}

/** A copy that is whole: a plain copy of the file would lack what is still in the write-ahead log. */
function backUp(db: Connection, base: string, now: number): void {
  const path = `${base}${new Date(now).toISOString().replaceAll(':', '')}`
  if (existsSync(path)) return
  db.run(copyInto, `${path}.part`)
  renameSync(`${path}.part`, path)
  // Of tries that came to nothing: whatever starts us again and again would fill the disk with them.
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(basename(base)) && name !== basename(path)) rmSync(join(dirname(path), name))
  }
}

function apply(db: Connection, { version, name, sql }: Migration): void {
  // SQLite rebuilds a table by dropping the old one, which must not take along the rows that point to it.
  db.pragma('foreign_keys = OFF')
  db.script('BEGIN IMMEDIATE')
  try {
    db.script(sql)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${version}`)
    const broken = db.pragmaRows('foreign_key_check')
    if (broken.length > 0)
      throw new Error(`Migration ${name} leaves ${broken.length} rows that point nowhere`)
    db.script('COMMIT')
  } finally {
    if (db.inTransaction) db.script('ROLLBACK')
    db.pragma('foreign_keys = ON')
  }
}
