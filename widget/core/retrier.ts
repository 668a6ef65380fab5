import { ApiError, isPassing } from './api-error.ts'
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
        forget()
        sleepers.delete(done)
        resolve()
      }
      const cancel = life.after(ms, done)
      const forget = life.onEnd(() => sleepers.delete(done))
      if (isWakeable && !life.isOver()) sleepers.add(done)
    })
  }

  return {
    async untilAnswered(task, onWait) {
      const backoff = createBackoff(random)
      for (;;) {
        try {
          const answer = await task()
          if (!life.isOver()) return answer
          // Too late for anybody: this pause does not end.
          await pause(0, false)
        } catch (cause) {
          if (life.isOver()) await pause(0, false)
          if (!isPassing(cause)) throw cause
          const asked = cause instanceof ApiError ? cause.retryAfterMs : 0
          const ms = Math.max(asked, backoff.next())
          onWait?.(cause, ms)
          await pause(ms, asked === 0)
        }
      }
    },
    within: (shorter) => createRetrier(shorter, { random }, sleepers),
    wake() {
      for (const wake of sleepers) wake()
    },
  }
}
