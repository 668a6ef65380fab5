import { createBackoff } from './backoff.ts'
import type { Cancel, Environment } from './environment.ts'
import type { Lifetime } from './lifetime.ts'

/** A connection that lasted this long has worked: the next loss begins with short waits again. */
const STABLE_MS = 5_000
const RESTART_SPREAD_MS = 1_000

/** When to try to connect again: sooner at first, never all at once, and never for the last time. */
export interface Reconnecting {
  /** Tries later, and says when. */
  schedule(): number
  cancel(): void
  connected(): void
  /** Somebody wants it now. */
  hurry(): void
  /** The server has named its time. */
  restartIn(ms: number): void
}

export function createReconnecting(life: Lifetime, environment: Environment, run: () => void): Reconnecting {
  const backoff = createBackoff(environment.random)
  let restartAt = 0
  let cancelRetry: Cancel = () => {}
  let cancelStable: Cancel = () => {}

  function delay(): number {
    const untilRestart = restartAt - environment.now()
    restartAt = 0
    return untilRestart > 0 ? untilRestart + environment.random() * RESTART_SPREAD_MS : backoff.next()
  }

  return {
    schedule() {
      cancelStable()
      cancelRetry()
      const ms = delay()
      cancelRetry = life.after(ms, run)
      return environment.now() + ms
    },
    cancel() {
      cancelStable()
      cancelRetry()
    },
    connected() {
      cancelStable = life.after(STABLE_MS, () => backoff.reset())
    },
    hurry: () => backoff.reset(),
    restartIn(ms) {
      restartAt = environment.now() + ms
    },
  }
}
