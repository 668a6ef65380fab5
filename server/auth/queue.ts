import { Refusal } from '../domain/refusal.ts'

interface QueueOptions {
  readonly atOnce: number
  /** How many may wait; one more is refused with `not_ready`. */
  readonly waiting: number
}

/** Runs few tasks at once, in order, and refuses work it could not get to soon. */
export function createQueue({ atOnce, waiting }: QueueOptions): <T>(task: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = []
  let running = 0

  async function turn(): Promise<void> {
    if (running < atOnce) {
      running += 1
      return
    }
    if (line.length >= waiting) throw new Refusal('not_ready', { retryAfter: 2 })
    // Whoever finishes hands over their place, so `running` does not change.
    await new Promise<void>((resolve) => line.push(resolve))
  }

  function handOver(): void {
    const next = line.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return async (task) => {
    await turn()
    try {
      return await task()
    } finally {
      handOver()
    }
  }
}
