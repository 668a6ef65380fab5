import type { SiteId } from '#shared/ids.ts'
import type { Clock } from './clock.ts'
import type { PeopleStorage } from './storage.ts'

const WEEK_MS = 7 * 24 * 60 * 60_000
const FRESH_MS = 60_000
/** A median of fewer would say more about one of them than about the next. */
const MIN_SAMPLES = 5

/** How soon a visitor may expect an answer. */
export interface ReplyTimes {
  /** The median first response of the last seven days in whole minutes, rounded up; undefined while there are too few. */
  expectedMinutes(siteId: SiteId): Promise<number | undefined>
}

interface Known {
  readonly at: number
  readonly minutes: number | undefined
}

/** Asks the store at most once a minute for each site, however many visitors look. */
export function createReplyTimes({
  storage,
  clock,
}: {
  storage: Pick<PeopleStorage, 'replyTimes'>
  clock: Clock
}): ReplyTimes {
  const known = new Map<SiteId, Known>()
  return {
    async expectedMinutes(siteId) {
      const now = clock.now()
      const last = known.get(siteId)
      if (last !== undefined && Math.abs(now - last.at) < FRESH_MS) return last.minutes
      const minutes = medianMinutes(await storage.replyTimes(siteId, now - WEEK_MS))
      known.set(siteId, { at: now, minutes })
      return minutes
    },
  }
}

function medianMinutes(sorted: readonly number[]): number | undefined {
  if (sorted.length < MIN_SAMPLES) return undefined
  const middle = (sorted.length - 1) / 2
  const low = sorted[Math.floor(middle)] ?? 0
  const high = sorted[Math.ceil(middle)] ?? low
  return Math.max(1, Math.ceil((low + high) / 2 / 60_000))
}
