import type { Clock } from '../domain/clock.ts'
import type { Timers } from './timers.ts'

interface Pending {
  at: number
  readonly every: number | null
  readonly task: () => void
}

/** For tests: a clock and its timers that only move when told to. */
export interface FakeTime extends Clock {
  readonly timers: Timers
  /** Moves on, running in order whatever falls due on the way. */
  advance(ms: number): void
}

export function createFakeTime(start: number): FakeTime {
  let now = start
  const pending = new Set<Pending>()

  function wait(ms: number, every: number | null, task: () => void): () => void {
    const entry = { at: now + ms, every, task }
    pending.add(entry)
    return () => void pending.delete(entry)
  }

  function nextDue(until: number): Pending | undefined {
    return [...pending].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]
  }

  return {
    now: () => now,
    timers: {
      after: (ms, task) => wait(ms, null, task),
      every: (ms, task) => wait(ms, ms, task),
    },
    advance(ms) {
      const until = now + ms
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        now = Math.max(now, due.at)
        if (due.every === null) pending.delete(due)
        else due.at += due.every
        due.task()
      }
      now = until
    },
  }
}
