import { wakeChats } from './domain/manage-chat.ts'
import type { Deps } from './domain/send-message.ts'
import type { Timers } from './realtime/timers.ts'

// What is due is in the store, not in timers: a restart, or a clock that jumps, forgets and repeats nothing.
const ROUND_MS = 1_000

/** What time alone brings about: looks round every second until it is stopped. */
export function startRounds(
  deps: Deps,
  { timers, report }: { timers: Timers; report: (cause: unknown) => void },
): () => void {
  let isUnderWay = false
  return timers.every(ROUND_MS, () => {
    if (isUnderWay) return
    isUnderWay = true
    void makeRound(deps)
      .catch(report)
      .finally(() => {
        isUnderWay = false
      })
  })
}

async function makeRound(deps: Deps): Promise<void> {
  await wakeChats(deps)
  await deps.storage.indexMessages()
}
