import type { Clock } from './domain/clock.ts'
import { eraseVisitor } from './domain/erase-visitor.ts'
import type { EventBus } from './domain/events.ts'
import { Refusal } from './domain/refusal.ts'
import type { Storage } from './domain/storage.ts'
import type { Timers } from './realtime/timers.ts'

const EVERY_MS = 10 * 60_000
const DAY_MS = 24 * 60 * 60_000
/** Of one site in one go: each is a write of its own, and the rest is for the next time. */
const MAX_ERASED = 100

interface Deps {
  readonly storage: Pick<Storage, 'sites' | 'visitorsUnseenSince' | 'eraseVisitor'>
  readonly events: EventBus
  readonly clock: Clock
}

/** Erases, from time to time, whom their site wants to have forgotten by now. Returns how to stop, which waits for what is under way. */
export function startRetention(
  deps: Deps,
  { timers, report }: { timers: Timers; report: (cause: unknown) => void },
): () => Promise<void> {
  let underWay: Promise<void> | null = null
  const stop = timers.every(EVERY_MS, () => {
    underWay ??= eraseForgotten(deps)
      .catch(report)
      .finally(() => {
        underWay = null
      })
  })
  return async () => {
    stop()
    await underWay
  }
}

async function eraseForgotten(deps: Deps): Promise<void> {
  const { storage, clock } = deps
  for (const { siteId, settings } of await storage.sites()) {
    if (settings.retentionDays === null) continue
    const before = clock.now() - settings.retentionDays * DAY_MS
    for (const visitorId of await storage.visitorsUnseenSince(siteId, before, MAX_ERASED)) {
      await eraseVisitor(deps, null, visitorId).catch(unlessGone)
    }
  }
}

/** They were faster, or the team was. */
function unlessGone(cause: unknown): void {
  if (!(cause instanceof Refusal) || cause.code !== 'visitor_not_found') throw cause
}
