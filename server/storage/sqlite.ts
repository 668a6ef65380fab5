import { dirname } from 'node:path'
import type { Clock } from '../domain/clock.ts'
import type { Storage } from '../domain/storage.ts'
import { auditStorage } from './audit.ts'
import { createAccess } from './access.ts'
import { chatStorage } from './chat-storage.ts'
import { Checkpoints } from './checkpoints.ts'
import { Connection, query } from './connection.ts'
import { checkIsOurs } from './data-file.ts'
import { deskStorage } from './desk-storage.ts'
import { readEpoch } from './epoch.ts'
import { checkIsWhole } from './integrity.ts'
import { loadMigrations, migrate, ownMigrations } from './migrations.ts'
import { fileStorage } from './file-storage.ts'
import { refuseNetworkDisk } from './local-disk.ts'
import { peopleStorage, sessionStorage } from './people-storage.ts'
import { LostSecrets, sealSecrets } from './sealed-secrets.ts'
import type { Seals } from './seals.ts'
import { pushStorage } from './push-devices.ts'
import { lockForProcess, type ProcessLock } from './process-lock.ts'
import { forgetExpiredSessions } from './sessions.ts'
import { visitorStorage } from './visitor-storage.ts'
import { statsStorage } from './stats.ts'
import { invitationStorage } from './invitations.ts'
import { webhookStorage } from './webhook-storage.ts'
import { Writer, type Flush } from './writer.ts'

interface SqliteOptions {
  /** The data file, made if there is none; `:memory:` keeps nothing. */
  readonly path: string
  readonly clock: Clock
  /** What secrets in the data are sealed and opened with. */
  readonly seals: Seals
  /** Hears why the store failed; whoever asked only learns that it did. */
  readonly report: (cause: unknown) => void
  /** Hears of every group commit. */
  readonly onFlush?: (flush: Flush) => void
}

const anything = query<{ epoch: string }>("SELECT value AS epoch FROM meta WHERE key = 'epoch'")

/** Takes the data for this process, where something else has to be read or made before the store is opened. */
export function lockData({ path, clock }: Pick<SqliteOptions, 'path' | 'clock'>): ProcessLock {
  if (path === ':memory:') return { wasLeftBehind: false, release() {}, abandon() {} }
  refuseNetworkDisk(dirname(path))
  return lockForProcess(path, { now: clock.now() })
}

/** Opens the store, under a lock that was taken already or its own. Throws an error that says what to do when the file is another's, in use, newer or damaged. */
export function openSqliteStorage(options: SqliteOptions, lock = lockData(options)): Storage {
  try {
    checkIsOurs(options.path)
    const db = new Connection(options.path)
    try {
      prepareData(db, options, lock)
      return createStorage(db, options, lock)
    } catch (cause) {
      db.close()
      throw cause
    }
  } catch (cause) {
    lock.abandon()
    throw cause
  }
}

function prepareData(db: Connection, options: SqliteOptions, lock: ProcessLock): void {
  const { path, clock, report, seals } = options
  if (lock.wasLeftBehind) checkIsWhole(db, { path, report })
  migrate(db, loadMigrations(ownMigrations), { dataPath: path, now: clock.now() })
  const lost = sealSecrets(db, seals)
  if (lost > 0) report(new LostSecrets(lost))
  forgetExpiredSessions({ db, now: clock.now() })
}

function createStorage(db: Connection, options: SqliteOptions, lock: ProcessLock): Storage {
  const { clock, report, seals } = options
  const checkpoints = new Checkpoints(db, report)
  const writer = new Writer({
    db,
    clock,
    report,
    onFlush(flush) {
      checkpoints.postpone()
      options.onFlush?.(flush)
    },
  })
  const access = createAccess({ db, writer, clock, report })
  let isClosed = false
  return {
    ...auditStorage(access),
    ...chatStorage(access),
    ...deskStorage(access),
    ...statsStorage(access),
    ...fileStorage(access),
    ...invitationStorage(access),
    ...peopleStorage(access),
    ...pushStorage(access),
    ...sessionStorage(access),
    ...visitorStorage(access, { checkpoints, seals }),
    ...webhookStorage(access, seals),
    epoch: readEpoch(db),
    ping: () => access.read(({ db }) => void db.one(anything)),
    async close() {
      if (isClosed) return
      isClosed = true
      writer.close()
      checkpoints.finish()
      db.close()
      lock.release()
    },
  }
}
