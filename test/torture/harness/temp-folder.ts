import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Setting } from '../experiment.ts'

/** A folder that is gone after the experiment. */
export function makeTempFolder({ defer }: Pick<Setting, 'defer'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'torture-'))
  defer(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
