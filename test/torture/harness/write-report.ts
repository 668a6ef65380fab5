import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import type { Row } from './run.ts'
import { toTable } from './table.ts'

const file = new URL('../../../docs/reliability.md', import.meta.url)
const BEGIN =
  '<!-- Written by `npm run torture -- --write`; what stands between these marks is never typed. -->'
const END = '<!-- End of what was written. -->'

/** Puts the rows of a run into the page for owners, each in the place of that experiment's last one. */
export async function writeReport({ rows, seed }: { rows: readonly Row[]; seed: number }): Promise<void> {
  const page = await readFile(file, 'utf8')
  const [before, rest] = split(page, BEGIN)
  const [last, after] = split(rest, END)
  const day = new Date().toISOString().slice(0, 10)
  const ran = toTable(rows, { seed, day }).split('\n')
  const [head, rule] = ran
  const lines = new Map([...rowsIn(last), ...rowsIn(ran.join('\n'))])
  const table = [head, rule, ...[...lines.keys()].toSorted().map((id) => lines.get(id))].join('\n')
  const where = `Node ${process.versions.node}, ${cpus().length} cores that others use too. The same again: \`npm run torture -- --only ID --seed SEED\`.`
  await writeFile(file, `${before}${BEGIN}\n\n${where}\n\n${table}\n\n${END}${after}`)
}

/** The lines of a table by the id that they begin with. */
function rowsIn(table: string): [string, string][] {
  return table.split('\n').flatMap((line) => {
    const [, id] = /^\| (T\d\d) \|/.exec(line) ?? []
    return id === undefined ? [] : [[id, line]]
  })
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`docs/reliability.md has lost its mark: ${mark}`)
  return [text.slice(0, at), text.slice(at + mark.length)]
}
