import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How an example of the settings is used and run, in its language. */
export interface ExampleRun {
  readonly file: string
  /** What stands after the example, and prints what came of it. */
  readonly use: string
  readonly command: readonly string[]
}

/** Nothing is installed for examples: what a machine has is run, and Node is always there. */
export function canRun({ command: [program = ''] }: ExampleRun): boolean {
  return (
    program === process.execPath ||
    spawnSync(program, [program === 'go' ? 'version' : '--version']).status === 0
  )
}

/** What it prints, and what it complains of. */
export function runExample(
  { file, use, command: [program = '', ...args] }: ExampleRun,
  { folder, code, env }: { folder: string; code: string; env: Readonly<Record<string, string>> },
): { said: string; complaints: string } {
  writeFileSync(join(folder, file), code + use)
  const { stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  return { said: stdout.trim(), complaints: stderr }
}
