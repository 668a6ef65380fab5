// Releases from 3.7.0 to 3.51.2 can lose commits when two connections share a write-ahead log.
const SQLITE_FLOOR = [3, 51, 3] as const

/** Refuses a SQLite that can lose data. */
export function checkSqliteVersion(version: string): void {
  const parts = version.split('.').map(Number)
  const needed = SQLITE_FLOOR.join('.')
  for (const [index, floor] of SQLITE_FLOOR.entries()) {
    const part = parts[index] ?? 0
    if (part > floor) return
    if (part < floor) throw new Error(`SQLite ${version} can lose data: ${needed} or newer is needed`)
  }
}
