import { isPassing } from './api-error.ts'
import { createBackoff } from './backoff.ts'
import type { Environment } from './environment.ts'
import type { Lifetime } from './lifetime.ts'

/** Tries again what failed for a reason that passes. */
export interface Retrier {
  /**
   * Tries until the server has answered, with growing pauses; rejects only with what another try would not change.
   * Never settles once its lifetime is over. `onWait` hears why and how long it waits.
   */
  untilAnswered<T>(task: () => Promise<T>, onWait?: (cause: unknown, ms: number) => void): Promise<T>
  /** The same for something that may end earlier; it wakes with the others. */
  within(life: Lifetime): Retrier
  /** Ends every pause but those that the server asked for: the network may be back. */
  readonly wake: () => void
}

export function createRetrier(
  life: Lifetime,
  { random }: Pick<Environment, 'random'>,
  sleepers = new Set<() => void>(),
): Retrier {
  function pause(ms: number, isWakeable: boolean): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        cancel()
        sleepers.delete(done)
        resolve()
      }
      const cancel = life.after(ms, done)
      if (isWakeable) sleepers.add(done)
    })
  }

  return {
    async untilAnswered(task, onWait) {
      const backoff = createBackoff(random)
      while (!life.isOver()) {
        try {
          const answer = await task()
          if (!life.isOver()) return answer
        } catch (cause) {
          if (life.isOver()) break
          if (!isPassing(cause)) throw cause
          const asked = cause.retryAfterMs
          const ms = Math.max(asked, backoff.next())
          onWait?.(cause, ms)
          await pause(ms, asked === 0)
        }
      }
      // Nobody is there to hear of it.
      return new Promise(() => {})
    },
    within: (shorter) => createRetrier(shorter, { random }, sleepers),
    wake() {
      for (const wake of sleepers) wake()
    },
  }
}
