import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from './build.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Watches everything: the browser's files are built on change, the server starts again on change, open pages reload. */
await buildIfStale()
const children = [
  start(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts'], { LIVE_RELOAD: 'on' }),
  start('node_modules/.bin/vite', ['build', '--watch', '--logLevel', 'warn'], {}),
]
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => children.forEach((child) => child.kill(signal)))
}

function start(command: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  return spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } })
}
