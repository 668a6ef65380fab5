import { setTimeout as pause } from 'node:timers/promises'

const LOOK_AGAIN_MS = 10

/** Whether it came true in time. What it looks at is cheap to look at. */
export async function comesTrue(
  isTrue: () => boolean | Promise<boolean>,
  withinMs: number,
): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (!(await isTrue())) {
    if (performance.now() > deadline) return false
    await pause(LOOK_AGAIN_MS)
  }
  return true
}

/** For what has to come true before an experiment makes sense at all. */
export async function until(
  what: string,
  isTrue: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  if (!(await comesTrue(isTrue, withinMs))) throw new Error(`Waited ${withinMs} ms in vain: ${what}`)
}
