import { setTimeout as pause } from 'node:timers/promises'
import { check } from './check.ts'
import type { Fault } from './faults.ts'
import type { History } from './history.ts'
import type { Screen } from './screen.ts'
import { readStored } from './stored.ts'

const LOOK_AGAIN_MS = 200

/** Once nobody does anything any more: what is still wrong when it has had time to come right. */
export async function settle(
  evidence: { readonly history: History; readonly screens: readonly Screen[]; readonly dataFile: string },
  withinMs: number,
): Promise<readonly Fault[]> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const stored = readStored(evidence.dataFile)
    const faults = check({ ...evidence, stored })
    if (faults.length === 0 || performance.now() > deadline) return faults
    await pause(LOOK_AGAIN_MS)
  }
}
