import type { Cancel, Environment } from './environment.ts'

/** Everything that must not outlive its owner: timers, listeners, requests. */
export interface Lifetime {
  isOver(): boolean
  /** A timer that dies with its owner. */
  after(ms: number, run: () => void): Cancel
  /** Runs when this ends, at once if it has ended already; returns how to be left out. */
  onEnd(run: () => void): Cancel
  /** Ends with this one, or before it. */
  child(): Lifetime
  readonly end: () => void
}

export function createLifetime(environment: Pick<Environment, 'after'>): Lifetime {
  const ends = new Set<() => void>()
  let isOver = false

  function onEnd(run: () => void): Cancel {
    if (isOver) run()
    else ends.add(run)
    return () => void ends.delete(run)
  }

  return {
    isOver: () => isOver,
    onEnd,
    after(ms, run) {
      if (isOver) return () => {}
      const cancel = environment.after(ms, () => {
        ends.delete(cancel)
        run()
      })
      ends.add(cancel)
      return () => {
        ends.delete(cancel)
        cancel()
      }
    },
    child() {
      const child = createLifetime(environment)
      const forget = onEnd(child.end)
      child.onEnd(forget)
      return child
    },
    end() {
      if (isOver) return
      isOver = true
      for (const run of ends) run()
      ends.clear()
    },
  }
}
