import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** What the browser's files are made of. */
export const SOURCES = ['widget', 'shared', 'demo', 'vite.config.ts', 'package.json']
/** Written last, so a build that was cut short is built again. */
const PRODUCT = 'dist/build.json'

/** Builds what the browser loads, if it is missing or older than what it is made of. */
export async function buildIfStale(): Promise<void> {
  const builtAt = modifiedAt(join(ROOT, PRODUCT))
  // A published package carries the product and not the sources.
  const changedAt = Math.max(0, ...SOURCES.map((name) => newest(join(ROOT, name))))
  if (builtAt >= changedAt) return
  console.log(
    builtAt === 0 ? 'Building the widget and the console…' : 'The sources have changed: building again…',
  )
  await build()
}

export function build(): Promise<void> {
  return run(['vite', 'build', '--logLevel', 'warn'])
}

function newest(path: string): number {
  const own = modifiedAt(path)
  if (own === 0 || !statSync(path).isDirectory()) return own
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(
    0,
    ...files.filter((name) => !name.endsWith('.test.ts')).map((name) => modifiedAt(join(path, name))),
  )
}

function modifiedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function run([command = '', ...args]: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const bin = join(ROOT, 'node_modules', '.bin', command)
    const child = spawn(bin, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' })
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} failed with ${code}`)),
    )
  })
}
