import Database from 'better-sqlite3'
import { Refusal } from '../domain/refusal.ts'

const RETRY_AFTER_SECONDS = { disk_full: 30, not_ready: 2 } as const

// Answers of SQLite that say "this statement is wrong" and not "the store is unwell": a bug of ours, to be seen as one.
const bugs = /^SQLITE_(ERROR|CONSTRAINT|MISMATCH|MISUSE|RANGE|TOOBIG|AUTH)/

/** The refusal that a client gets when the store cannot work; the reason stays in its `cause`. */
export function storeRefusal(cause: unknown): Refusal {
  const code = isDiskFull(cause) ? 'disk_full' : 'not_ready'
  const refusal = new Refusal(code, { retryAfter: RETRY_AFTER_SECONDS[code] })
  refusal.cause = cause
  return refusal
}

/** Whether the store failed, rather than the code that used it. */
export function isStoreFailure(cause: unknown): boolean {
  return cause instanceof Database.SqliteError && !bugs.test(cause.code)
}

/** Whether another program has the lock that this one needs. */
export function isLocked(cause: unknown): boolean {
  return cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY')
}

function isDiskFull(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'SQLITE_FULL' || code === 'ENOSPC'
}
