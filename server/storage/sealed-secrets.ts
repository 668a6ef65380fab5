import { Connection, type Query } from './connection.ts'
import { newestVersion } from './migrations.ts'
import { overwriting } from './overwriting.ts'
import { isSealed, type Seals } from './seals.ts'
import { everyKeySecret, replaceKeySecret } from './statements/identity-keys.ts'
import {
  everyPreviousSecret,
  everyWebhookSecret,
  replacePreviousSecret,
  replaceWebhookSecret,
} from './statements/webhooks.ts'

/** Where secrets are kept: all of them, each with the place that it is sealed for, and how to put another text in that place. */
interface SecretColumn {
  readonly all: Query<{ place: string; stored: string }, []>
  readonly replace: Query<never, [place: string, stored: string]>
}

/** Written down when the server starts: whoever runs it has to act. */
export class LostSecrets extends Error {
  override readonly name = 'LostSecrets'

  constructor(count: number) {
    super(
      `Secrets that are sealed with a key that is not here, or were changed, and open nothing: ${count}; see docs/backup.md`,
    )
  }
}

/** Every column of the data that holds secrets. */
const columns: readonly SecretColumn[] = [
  { all: everyKeySecret, replace: replaceKeySecret },
  { all: everyWebhookSecret, replace: replaceWebhookSecret },
  { all: everyPreviousSecret, replace: replacePreviousSecret },
]

/** How many secrets of a closed data file these keys do not open. Of an older release's nobody knows before it is brought up to date. */
export function countLostSecrets(path: string, seals: Seals): number {
  const db = new Connection(path)
  try {
    if (Number(db.pragma('user_version')) < newestVersion()) return 0
    const secrets = columns.flatMap(({ all }) => db.all(all))
    return secrets.filter(({ place, stored }) => isSealed(stored) && seals.open(stored, place) === null)
      .length
  } finally {
    db.close()
  }
}

/**
 * Seals what a release before has left readable, and anew what is sealed with a key that has been replaced: in one step, and so that
 * nothing readable is left in the file. Returns how many are sealed with keys that are not here; those stay as they are.
 */
export function sealSecrets(db: Connection, seals: Seals): number {
  const stale = columns.flatMap(({ all, replace }) =>
    db
      .all(all)
      .filter(({ stored }) => !seals.isCurrent(stored))
      .map(({ place, stored }) => ({
        replace,
        place,
        secret: isSealed(stored) ? seals.open(stored, place) : stored,
      })),
  )
  const known = stale.flatMap(({ secret, ...where }) => (secret === null ? [] : [{ ...where, secret }]))
  if (known.length > 0) {
    overwriting(db, () => {
      db.script('BEGIN IMMEDIATE')
      try {
        for (const { replace, place, secret } of known) db.run(replace, place, seals.seal(secret, place))
        db.script('COMMIT')
      } finally {
        if (db.inTransaction) db.script('ROLLBACK')
      }
    })
    // The log still has the pages as they were.
    db.pragma('wal_checkpoint(TRUNCATE)')
  }
  return stale.length - known.length
}
