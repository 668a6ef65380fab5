import type { Access } from './access.ts'
import { addNextMessages, moveIndexed, unindexedCount } from './statements/search.ts'

/**
 * Adding to an index of words costs more than storing the message, and much of that is for each time and not for each message. So
 * messages are added many at a time; a search reads by itself the few that are not in it, which takes a millisecond or two.
 */
const BATCH = 200
// Bounds one write. At a higher rate than this many a second, searches read the more by themselves until it is quiet.
const MAX_ADDED = 2_000

export async function indexMessages({ read, write }: Access): Promise<void> {
  const waiting = await read(({ db }) => db.one(unindexedCount)?.count ?? 0)
  if (waiting < BATCH) return
  await write(({ db }) => {
    db.run(addNextMessages, MAX_ADDED)
    db.run(moveIndexed, MAX_ADDED)
  })
}
