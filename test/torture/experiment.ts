import type { FaultKind, Outcome } from './harness/faults.ts'
import type { Random } from './harness/random.ts'

export interface Setting {
  readonly random: Random
  /** Quick runs do less of the same. */
  readonly isQuick: boolean
  /** For what must be closed, killed or removed afterwards, whatever happens; last in, first out. */
  defer(undo: () => unknown): void
}

/** The same experiment on something that is known to be broken, to prove that it would notice. */
export interface Control {
  /** What is broken, for the table. */
  readonly broken: string
  /** The kind of fault that must be found; a control in which it is not fails the run. */
  readonly mustFind: FaultKind
  run(setting: Setting): Promise<Outcome>
}

export interface Experiment {
  readonly id: `T${string}`
  readonly name: string
  /** What must come out, for the table. */
  readonly pass: string
  /** Part of `npm test`. */
  readonly isQuick?: boolean
  /** Why it cannot run on this machine; null: it can. */
  readonly missing?: () => string | null
  run(setting: Setting): Promise<Outcome>
  readonly controls: readonly Control[]
}
