import type { Control, Experiment, Setting } from '../experiment.ts'
import type { Fault, Outcome } from './faults.ts'
import { watchMachine } from './machine.ts'
import { createRandom } from './random.ts'

export interface Row {
  readonly experiment: Experiment
  /** `late`: nothing was wrong but times, and the machine was too busy to judge those. */
  readonly state: 'pass' | 'fail' | 'late' | 'not run'
  readonly figures: string
  readonly seconds: number
  readonly faults: readonly Fault[]
  readonly controls: readonly ControlRow[]
  /** How late the machine itself was meanwhile, p99. */
  readonly machineMs: number
}

interface ControlRow {
  readonly control: Control
  readonly hasFound: boolean
  readonly figures: string
}

export interface RunOptions {
  readonly seed: number
  readonly isQuick: boolean
}

/** On a quiet machine it is under ten; a machine that is this late lets nobody be in time. */
const BUSY_MS = 30

/** The experiment, and its controls: it counts as passed only when they have failed as they must. */
export async function runExperiment(experiment: Experiment, options: RunOptions): Promise<Row> {
  const reason = experiment.missing?.() ?? null
  if (reason !== null) {
    return {
      experiment,
      state: 'not run',
      figures: reason,
      seconds: 0,
      faults: [],
      controls: [],
      machineMs: 0,
    }
  }
  const begun = performance.now()
  const machine = watchMachine()
  const { figures, faults } = await attempt(experiment.id, (setting) => experiment.run(setting), options)
  const machineMs = await machine.stop()
  const controls: ControlRow[] = []
  for (const control of experiment.controls) {
    const outcome = await attempt(
      `${experiment.id} ${control.broken}`,
      (setting) => control.run(setting),
      options,
    )
    const hasFound = outcome.faults.some(({ kind }) => kind === control.mustFind)
    controls.push({ control, hasFound, figures: tally(outcome.faults) || outcome.figures })
  }
  const seconds = Math.round((performance.now() - begun) / 1_000)
  const isProven = controls.every(({ hasFound }) => hasFound)
  const state = isProven ? judge(faults, machineMs) : 'fail'
  return { experiment, state, figures, seconds, faults, controls, machineMs }
}

function judge(faults: readonly Fault[], machineMs: number): Row['state'] {
  if (faults.length === 0) return 'pass'
  return machineMs > BUSY_MS && faults.every(({ kind }) => kind === 'limit') ? 'late' : 'fail'
}

/** Each has chance of its own, so that one alone runs as it does among all the others. */
async function attempt(
  name: string,
  run: (setting: Setting) => Promise<Outcome>,
  { seed, isQuick }: RunOptions,
): Promise<Outcome> {
  const undos: (() => unknown)[] = []
  const random = createRandom(
    Array.from(name).reduce((mixed, letter) => Math.imul(mixed, 31) + letter.charCodeAt(0), seed),
  )
  try {
    return await run({ random, isQuick, defer: (undo) => void undos.unshift(undo) })
  } catch (cause) {
    const said = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
    return { figures: 'did not finish', faults: [{ kind: 'death', what: said }] }
  } finally {
    for (const undo of undos) await undo()
  }
}

/** How many of each kind. */
export function tally(faults: readonly Fault[]): string {
  const kinds = Map.groupBy(faults, ({ kind }) => kind)
  return [...kinds].map(([kind, found]) => `${found.length} ${kind}`).join(', ')
}
