import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, buildIfStale, SOURCES } from './build.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** An editor saves in several steps, and a save of many files is one change. */
const SETTLE_MS = 150

/** Watches everything: the browser's files are built on change, the server starts again on change, open pages reload. */
await buildIfStale()
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/main.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, LIVE_RELOAD: 'on' },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    server.kill(signal)
    process.exit(0)
  })
}

let settled: NodeJS.Timeout | undefined
let building: Promise<void> = Promise.resolve()
for (const name of SOURCES) {
  watch(join(ROOT, name), { recursive: true }, (_event, file) => {
    if (file?.endsWith('.test.ts') === true) return
    clearTimeout(settled)
    settled = setTimeout(() => {
      // One after the other: two builds at once would write into the same folder. What is wrong has been printed by the build.
      building = building.then(build).catch(() => undefined)
    }, SETTLE_MS)
  })
}
