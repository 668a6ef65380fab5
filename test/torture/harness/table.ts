import { inMs } from './numbers.ts'
import { tally, type Row } from './run.ts'

const SHOWN_FAULTS = 5

/** Of which run a row is. */
interface Run {
  readonly seed: number
  readonly day: string
}

/** The whole run as one Markdown table. */
export function toTable(rows: readonly Row[], run: Run): string {
  const head = ['id', 'experiment', 'must come out', 'result', 'measured', 'control: what it found']
  const numbers = ['s', 'seed', 'day']
  const rule = [...head.map(() => '---'), ...numbers.map(() => '---:')]
  return [line([...head, ...numbers]), line(rule), ...rows.map((row) => toLine(row, run))].join('\n')
}

function toLine(row: Row, { seed, day }: Run): string {
  const { experiment, state, figures, faults, controls, seconds, machineMs } = row
  const said = controls.map(
    ({ control, hasFound, figures }) =>
      `${control.broken}: ${hasFound ? figures : `**not found** (${control.mustFind}; ${figures})`}`,
  )
  const measured = faults.length === 0 ? figures : `${figures}; **${tally(faults)}**`
  const late = `late, as the machine was (${inMs(machineMs)})`
  const shown = { pass: 'pass', fail: '**FAIL**', late, 'not run': 'not run' }[state]
  return line([
    experiment.id,
    experiment.name,
    experiment.pass,
    shown,
    measured,
    said.join('; '),
    String(seconds),
    String(seed),
    day,
  ])
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}

/** What is wrong, for whoever has to find out why. */
export function explain({ experiment, faults, controls }: Row): string {
  const lines = faults.slice(0, SHOWN_FAULTS).map(({ kind, what }) => `${experiment.id} ${kind}: ${what}`)
  if (faults.length > SHOWN_FAULTS) lines.push(`${experiment.id} … and ${faults.length - SHOWN_FAULTS} more`)
  for (const { control, hasFound, figures } of controls) {
    if (!hasFound)
      lines.push(`${experiment.id} did not notice ${control.broken}: no "${control.mustFind}" (${figures})`)
  }
  return lines.join('\n')
}
