import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILE_CACHE } from '../compile-cache.ts'
import { ADMIN } from '../server.ts'

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url))

/** The product as a person starts it: a process of its own, which can be killed and started again on the same data. */
export interface Product {
  readonly url: string
  readonly dataDir: string
  /** What it has printed since it was last started. */
  output(): string
  start(): Promise<void>
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
  /** Sends a signal without waiting for what it does. */
  signal(signal: NodeJS.Signals): void
  /** With what it ends, whoever ends it. */
  exited(): Promise<number | null>
  /** Stops it for good and removes its data. */
  remove(): Promise<void>
}

export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sobremesa-e2e-'))
  const port = await freePort()
  let child: ChildProcess | undefined
  let printed = ''

  async function start(): Promise<void> {
    printed = ''
    child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        PORT: String(port),
        DATA_DIR: dataDir,
        LOG_LEVEL: 'error',
        ...COMPILE_CACHE,
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const failed = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${String(code)}: ${printed}`)
    })
    failed.catch(() => undefined)
    const ready = new Promise<void>((resolve) => {
      const hear = (chunk: Buffer) => {
        printed += chunk.toString()
        if (printed.includes('└')) resolve()
      }
      child?.stdout?.on('data', hear)
      child?.stderr?.on('data', hear)
    })
    await Promise.race([ready, failed])
  }

  async function kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null)
      return child?.exitCode ?? null
    const exited = once(child, 'exit')
    child.kill(signal)
    const [code] = (await exited) as [number | null]
    return code
  }

  await start()
  return {
    url: `http://localhost:${port}`,
    dataDir,
    output: () => printed,
    start,
    kill,
    signal: (signal) => void child?.kill(signal),
    exited: async () => (child === undefined ? null : ((await once(child, 'exit')) as [number | null])[0]),
    async remove() {
      await kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Free a moment ago: a product that is started again must come back at the same one. */
async function freePort(): Promise<number> {
  const probe = createTcpServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
