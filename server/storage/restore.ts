import { copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { checkCopy, syncToDisk, type RowCounts } from './backup.ts'
import { checkIsOurs } from './data-file.ts'
import { renewEpoch } from './epoch.ts'
import { newestVersion } from './migrations.ts'
import { lockForProcess } from './process-lock.ts'

interface Restored {
  readonly counts: RowCounts
  /** Where what was there before is now; null when there was nothing. */
  readonly aside: string | null
}

/**
 * Puts a backup in the place of the data. Refuses while a server holds the data; what was there is kept beside it. The restored
 * history gets a name of its own (`epoch`), so that clients which have seen what came after the backup read everything again.
 */
export function restore(backup: string, dataFile: string, now: Date): Restored {
  checkIsBackup(backup)
  const lock = lockForProcess(dataFile, { now: now.getTime() })
  const draft = `${dataFile}.restoring`
  try {
    copyFileSync(backup, draft)
    const counts = prepare(draft)
    const aside = existsSync(dataFile)
      ? `${dataFile}.before-restore-${now.toISOString().replaceAll(':', '')}`
      : null
    if (aside !== null) keepAside(dataFile, aside)
    // Until here the old data is in its place; from here on the new.
    renameSync(draft, dataFile)
    syncToDisk(dirname(resolve(dataFile)))
    lock.release()
    return { counts, aside }
  } catch (cause) {
    rmSync(draft, { force: true })
    lock.abandon()
    throw cause
  }
}

function checkIsBackup(backup: string): void {
  if (!existsSync(backup) || statSync(backup).size === 0) throw new Error(`There is no backup in ${backup}.`)
  checkIsOurs(backup)
  const database = new Database(backup, { readonly: true })
  try {
    const version = Number(database.pragma('user_version', { simple: true }))
    if (version === 0) throw new Error(`${backup} holds no data of this program.`)
    if (version > newestVersion())
      throw new Error(`${backup} was written by a newer release (version ${version}). Update first.`)
  } finally {
    database.close()
  }
}

/** On the copy: the backup itself stays as it is. */
function prepare(draft: string): RowCounts {
  const counts = checkCopy(draft)
  const database = new Database(draft)
  try {
    renewEpoch(database)
  } finally {
    database.close()
  }
  syncToDisk(draft)
  return counts
}

/** Under a second name first, so that at no moment there is no data at all: a server would then begin with an empty one. */
function keepAside(dataFile: string, aside: string): void {
  // Before anybody opens the data: SQLite throws the log of a file away that it takes for empty.
  for (const suffix of ['-wal', '']) {
    if (existsSync(`${dataFile}${suffix}`)) nameAgain(`${dataFile}${suffix}`, `${aside}${suffix}`)
  }
  emptyLog(dataFile)
  // A log that is left would be read as that of the new data.
  for (const suffix of ['-wal', '-shm']) rmSync(`${dataFile}${suffix}`, { force: true })
}

function nameAgain(path: string, name: string): void {
  try {
    linkSync(path, name)
  } catch {
    // Not every file system knows a second name.
    copyFileSync(path, name)
  }
}

/** Damaged data may be the very reason to restore: then its log stays aside as it is. */
function emptyLog(dataFile: string): void {
  try {
    const database = new Database(dataFile)
    try {
      database.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      database.close()
    }
  } catch {
    return
  }
}
