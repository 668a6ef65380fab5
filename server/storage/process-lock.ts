import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** Held while this process, and no other, may use the data. */
export interface ProcessLock {
  /** Whether whoever held it last went without letting go: killed, or out of power. */
  readonly wasLeftBehind: boolean
  /** Everything is finished and closed. */
  release(): void
  /** Opening did not work out: whatever made this opener careful must make the next one careful too. */
  abandon(): void
}

interface Owner {
  readonly pid: number
  readonly host: string
  /** ISO 8601. */
  readonly since: string
}

// Long enough for a predecessor that is just stopping; the loop stands still meanwhile, but nobody is served yet.
const PATIENCE_MS = 1_000

/**
 * Takes the data for this process. The lock is an open exclusive transaction on a small file of its own, so the operating system
 * lets go of it when the process dies, however it dies. Who holds it stands in a second file, since nobody can read the first.
 */
export function lockForProcess(
  dataPath: string,
  { now, patienceMs = PATIENCE_MS }: { now: number; patienceMs?: number },
): ProcessLock {
  const ownerPath = `${dataPath}-owner.json`
  const database = takeLock(dataPath, { ownerPath, patienceMs })
  const wasLeftBehind = existsSync(ownerPath)
  const owner: Owner = { pid: process.pid, host: hostname(), since: new Date(now).toISOString() }
  writeFileSync(ownerPath, `${JSON.stringify(owner)}\n`)
  return {
    wasLeftBehind,
    release() {
      rmSync(ownerPath, { force: true })
      database.close()
    },
    abandon() {
      if (!wasLeftBehind) rmSync(ownerPath, { force: true })
      database.close()
    },
  }
}

function takeLock(
  dataPath: string,
  { ownerPath, patienceMs }: { ownerPath: string; patienceMs: number },
): Database.Database {
  let database: Database.Database | undefined
  try {
    database = new Database(`${dataPath}-lock`, { timeout: patienceMs })
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (cause) {
    database?.close()
    const isHeld = cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')
    if (isHeld) throw coded('DATA_IN_USE', refusal(dataPath, readOwner(ownerPath)), cause)
    const user = process.getuid?.() ?? ''
    throw coded('DATA_NOT_WRITABLE', `${dirname(dataPath)} cannot be written to by user ${user}`, cause)
  }
}

/** With a code it is something wrong with the machine: whoever starts the server shows the sentence and no stack. */
function coded(code: string, message: string, cause: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code })
}

function refusal(dataPath: string, owner: Owner | null): string {
  const holder =
    owner === null ? 'another process' : `process ${owner.pid} on ${owner.host}, running since ${owner.since}`
  return `${dataPath} is in use by ${holder}. Stop that one first, or give this one a data folder of its own.`
}

function readOwner(path: string): Owner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner
  } catch {
    // Half-written or gone: the lock counts, this is only its label.
    return null
  }
}
