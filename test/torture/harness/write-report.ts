import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import type { Row } from './run.ts'
import { toTable } from './table.ts'

const file = new URL('../../../docs/reliability.md', import.meta.url)
const BEGIN =
  '<!-- Written by `npm run torture -- --write`; what stands between these marks is never typed. -->'
const END = '<!-- End of what was written. -->'

/** Puts the table of a run into the page for owners, in the place of the last one. */
export async function writeReport({ rows, seed }: { rows: readonly Row[]; seed: number }): Promise<void> {
  const page = await readFile(file, 'utf8')
  const [before, rest] = split(page, BEGIN)
  const [, after] = split(rest, END)
  const run = `Run of ${new Date().toISOString().slice(0, 10)}: seed ${seed}, Node ${process.versions.node}, ${cpus().length} cores.`
  await writeFile(file, `${before}${BEGIN}\n\n${run}\n\n${toTable(rows)}\n\n${END}${after}`)
}

function split(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  if (at < 0) throw new Error(`docs/reliability.md has lost its mark: ${mark}`)
  return [text.slice(0, at), text.slice(at + mark.length)]
}
