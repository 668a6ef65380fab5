import type { Attempt, NextStep } from './webhook-storage.ts'

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000]
/** After each try that came to nothing: first for a hiccup, then for a restart, then for a night. A day in all. */
const PAUSES_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8 * HOUR,
]
/** By a fifth in either direction, so that what failed together does not come back together. */
const JITTER = 0.2
/** An address that has taken nothing for this long, and lets something fail for good, is told no more. */
const PATIENCE_MS = 20 * HOUR
const GONE = 410

/** What follows from a try. `triesBefore`: of the same delivery; `random`: from 0 to 1. */
export function judgeDelivery(
  { status, at }: Pick<Attempt, 'status' | 'at'>,
  { triesBefore, random }: { triesBefore: number; random: number },
): NextStep {
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered' }
  if (status === GONE) return { state: 'failed', stop: { why: 'gone' } }
  const pause = PAUSES_MS[triesBefore]
  if (pause === undefined) return { state: 'failed', stop: { why: 'failing', since: at - PATIENCE_MS } }
  return { state: 'pending', dueAt: at + Math.round(pause * (1 - JITTER + 2 * JITTER * random)) }
}
