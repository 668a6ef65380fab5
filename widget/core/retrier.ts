import { ApiError, isPassing } from './api-error.ts'
import { createBackoff } from './backoff.ts'
import type { Environment } from './environment.ts'
import type { Lifetime } from './lifetime.ts'

export interface Retrier {
  /**
   * Tries until the server has answered, with growing pauses; rejects only with what another try would not change.
   * Never settles once the client is closed. `onWait` hears why and how long it waits.
   */
  untilAnswered<T>(task: () => Promise<T>, onWait?: (cause: unknown, ms: number) => void): Promise<T>
  /** Ends every pause but those that the server asked for: the network may be back. */
  wake(): void
}

export function createRetrier(life: Lifetime, { random }: Pick<Environment, 'random'>): Retrier {
  const sleepers = new Set<() => void>()

  function pause(ms: number, isWakeable: boolean): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        cancel()
        sleepers.delete(wake)
        resolve()
      }
      const cancel = life.after(ms, wake)
      if (isWakeable) sleepers.add(wake)
    })
  }

  return {
    async untilAnswered(task, onWait) {
      const backoff = createBackoff(random)
      for (;;) {
        try {
          return await task()
        } catch (cause) {
          if (!isPassing(cause)) throw cause
          const asked = cause instanceof ApiError ? cause.retryAfterMs : 0
          const ms = Math.max(asked, backoff.next())
          if (!life.isOver()) onWait?.(cause, ms)
          await pause(ms, asked === 0)
        }
      }
    },
    wake() {
      for (const wake of sleepers) wake()
    },
  }
}
