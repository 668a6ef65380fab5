import type { Environment, HostPage, OpenSocket } from '../environment.ts'

/** A world whose time passes only when told to. */
export interface TestEnvironment extends Environment {
  /** Lets what is due happen, and what follows from it, in order of time. */
  advance(ms: number): Promise<void>
  /** Timers that are still running. */
  timers(): number
}

interface Timer {
  readonly at: number
  readonly run: () => void
}

export function createTestEnvironment(
  options: { random?: () => number; openSocket?: OpenSocket; page?: HostPage } = {},
): TestEnvironment {
  let now = Date.UTC(2026, 0, 1)
  let ids = 0
  const timers = new Set<Timer>()

  function nextDue(until: number): Timer | undefined {
    return [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
  }

  return {
    now: () => now,
    random: options.random ?? (() => 0.5),
    newId: () => `key-${(ids += 1)}`,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    loadSocket: async () => {
      if (options.openSocket === undefined) throw new Error('No socket here')
      return options.openSocket
    },
    page: () => options.page ?? null,
    async advance(ms) {
      const until = now + ms
      await settled()
      for (let timer = nextDue(until); timer !== undefined; timer = nextDue(until)) {
        timers.delete(timer)
        now = timer.at
        timer.run()
        await settled()
      }
      now = until
    },
    timers: () => timers.size,
  }
}

/** Everything that follows from what has happened has happened: nothing in these tests waits for more than promises. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
}
