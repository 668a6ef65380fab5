import { parseArgs } from 'node:util'
import { buildIfStale } from '../../server/build.ts'
import { experiments } from './experiments.ts'
import { runExperiment, type Row } from './harness/run.ts'
import { explain, toTable } from './harness/table.ts'
import { writeReport } from './harness/write-report.ts'

/** `npm run torture -- [--quick] [--seed N] [--only T01,T03] [--write]` */
const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed)
const only = values.only?.split(',')
const chosen = experiments.filter(
  ({ id, isQuick = false }) => only?.includes(id) ?? (!values.quick || isQuick),
)
if (!Number.isInteger(seed) || chosen.length === 0) {
  console.error(
    'Nothing to run: --seed takes a whole number, --only the ids of experiments, such as T01,T03.',
  )
  process.exit(2)
}

await buildIfStale()
console.error(
  `Seed ${seed}; the same again: npm run torture -- --seed ${seed}${values.quick ? ' --quick' : ''}`,
)
const rows: Row[] = []
for (const experiment of chosen) {
  const row = await runExperiment(experiment, { seed, isQuick: values.quick })
  console.error(`${experiment.id} ${experiment.name}: ${row.state}, ${row.seconds} s; ${row.figures}`)
  if (row.state === 'fail' || row.state === 'late') console.error(explain(row))
  rows.push(row)
  // At once: whoever ends a long run has what it found until then.
  if (values.write) await writeReport({ rows: [row], seed })
}
console.log(toTable(rows, { seed, day: new Date().toISOString().slice(0, 10) }))
process.exit(rows.some(({ state }) => state === 'fail') ? 1 : 0)
