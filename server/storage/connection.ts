import Database from 'better-sqlite3'
import { sqlFunctions } from './sql-functions.ts'
import { checkSqliteVersion } from './sqlite-version.ts'

/** What SQLite and PostgreSQL both take. */
export type Value = string | number | null

/** One statement with `$1`-style parameters, and the types of what goes in and comes out. */
export interface Query<Row, Values extends readonly Value[]> {
  readonly sql: string
  /** Only a type: there is never anything in it. */
  readonly shape?: { readonly row: Row; readonly values: Values }
}

export function query<Row, Values extends readonly Value[] = []>(sql: string): Query<Row, Values> {
  return { sql }
}

/** A statement that returns no rows. */
export function command<Values extends readonly Value[] = []>(sql: string): Query<never, Values> {
  return { sql }
}

// While the store is opened and closed. In between nobody stands still for a lock: see `Writer`.
const LOCK_WAIT_MS = 250
const SYNCHRONOUS_FULL = 2
const JOURNAL_SIZE_LIMIT_BYTES = 64 * 1024 * 1024
const CACHE_KIB = 64 * 1024

/** The one connection to the data. Each statement is prepared once, when it is first used. */
export class Connection {
  readonly #database: Database.Database
  readonly #prepared = new Map<object, Database.Statement>()

  constructor(path: string) {
    this.#database = new Database(path)
    try {
      this.#setUp()
    } catch (cause) {
      this.#database.close()
      throw cause
    }
  }

  get isOpen(): boolean {
    return this.#database.open
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction
  }

  one<Row, Values extends readonly Value[]>(query: Query<Row, Values>, ...values: Values): Row | undefined {
    return this.#statement(query).get(bound(values)) as Row | undefined
  }

  all<Row, Values extends readonly Value[]>(query: Query<Row, Values>, ...values: Values): Row[] {
    return this.#statement(query).all(bound(values)) as Row[]
  }

  /** Returns how many rows it changed. */
  run<Values extends readonly Value[]>(query: Query<never, Values>, ...values: Values): number {
    return this.#statement(query).run(bound(values)).changes
  }

  /** Many statements at once, none with parameters. */
  script(sql: string): void {
    this.#database.exec(sql)
  }

  pragma(text: string): unknown {
    return this.#database.pragma(text, { simple: true })
  }

  pragmaRows(text: string): unknown[] {
    return this.#database.pragma(text) as unknown[]
  }

  /** How long a statement stands still for a lock that another program holds, and the loop with it. */
  waitForLocks(ms: number = LOCK_WAIT_MS): void {
    this.pragma(`busy_timeout = ${ms}`)
  }

  close(): void {
    this.#database.close()
  }

  #statement(query: Query<unknown, readonly Value[]>): Database.Statement {
    const known = this.#prepared.get(query)
    if (known !== undefined) return known
    const statement = this.#database.prepare(query.sql)
    this.#prepared.set(query, statement)
    return statement
  }

  #setUp(): void {
    for (const [name, run] of Object.entries(sqlFunctions)) {
      this.#database.function(name, { deterministic: true, directOnly: true }, run)
    }
    checkSqliteVersion(String(this.#database.prepare('SELECT sqlite_version()').pluck().get()))
    // Before the rest: switching to WAL takes a lock that a backup may be holding.
    this.waitForLocks()
    this.pragma('journal_mode = WAL')
    // better-sqlite3 is built to fall back to NORMAL in WAL mode, which forgets acknowledged messages in a power cut.
    this.pragma('synchronous = FULL')
    // macOS flushes to the drive only when asked twice.
    this.pragma('fullfsync = ON')
    this.pragma('foreign_keys = ON')
    this.pragma('trusted_schema = OFF')
    this.pragma('cell_size_check = ON')
    this.pragma('secure_delete = FAST')
    this.pragma('temp_store = MEMORY')
    // A mapped file turns an I/O error into a signal that kills the process.
    this.pragma('mmap_size = 0')
    this.pragma(`cache_size = -${CACHE_KIB}`)
    this.pragma(`journal_size_limit = ${JOURNAL_SIZE_LIMIT_BYTES}`)
    this.pragma('wal_autocheckpoint = 1000')
    if (this.pragma('synchronous') !== SYNCHRONOUS_FULL) throw new Error('SQLite refuses synchronous=FULL')
  }
}

/** better-sqlite3 takes `$1` from the property `1`. */
function bound(values: readonly Value[]): Record<number, Value> {
  return Object.fromEntries(values.map((value, index) => [index + 1, value]))
}
