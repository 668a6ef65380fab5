import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMPILE_CACHE } from '../../compile-cache.ts'
import type { Setting } from '../experiment.ts'
import type { MutantName } from '../inside/mutants.ts'
import type { Answer, Question } from '../inside/questions.ts'
import { makeTempFolder } from './temp-folder.ts'
import { until } from './until.ts'

export const ADMIN = { email: 'admin@torture.example', password: 'torture password' }

const main = fileURLToPath(new URL('../../../server/main.ts', import.meta.url))
const inside = new URL('../inside/inside.ts', import.meta.url).href
const START_WITHIN_MS = 60_000

interface ServerOptions {
  readonly mutant?: MutantName | undefined
  readonly env?: Readonly<Record<string, string>>
  readonly dataDir?: string
  /** A program that runs Node for us: `strace`, for one. */
  readonly under?: readonly string[]
}

/** The product as a process of its own, which can be killed, stopped and started again on the same data and port. */
export interface ServerProcess {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  readonly dataFile: string
  readonly isRunning: () => boolean
  readonly pid: () => number
  /** What it has printed since its last start. */
  readonly output: () => string
  /** Resolves when it is ready, with the milliseconds that took. What the environment says here holds until the next start. */
  start(env?: Readonly<Record<string, string>>): Promise<number>
  kill(): Promise<void>
  /** Asks it to stop, and says how that went. */
  stop(): Promise<{ readonly code: number | null; readonly ms: number }>
  signal(name: NodeJS.Signals): void
  ask(question?: Question): Promise<Answer>
}

export async function startServer(setting: Setting, options: ServerOptions = {}): Promise<ServerProcess> {
  const server = await createServerProcess(setting, options)
  await server.start()
  return server
}

export async function createServerProcess(
  { defer }: Pick<Setting, 'defer'>,
  { mutant, env = {}, dataDir: givenDir, under = [] }: ServerOptions = {},
): Promise<ServerProcess> {
  const dataDir = givenDir ?? makeTempFolder({ defer })
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let printed = ''
  let lastAnswer: Promise<unknown> = Promise.resolve()

  const isRunning = () => child !== undefined && child.exitCode === null && child.signalCode === null

  function spawnServer(own: Readonly<Record<string, string>>): ChildProcess {
    const [program = '', ...args] = under.concat(process.execPath)
    const nodeArgs = ['--expose-gc', '--import', inside, main]
    const spawned = spawn(program, [...args, ...nodeArgs], {
      env: {
        ...process.env,
        ...COMPILE_CACHE,
        NODE_OPTIONS: '',
        PORT: String(port),
        DATA_DIR: dataDir,
        RATE_LIMITS: 'off',
        LOG_LEVEL: 'error',
        ADMIN_EMAIL: ADMIN.email,
        ADMIN_PASSWORD: ADMIN.password,
        TORTURE_MUTANT: mutant ?? '',
        ...env,
        ...own,
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    printed = ''
    for (const stream of [spawned.stdout, spawned.stderr]) {
      stream?.on('data', (text: Buffer) => (printed = `${printed}${text.toString()}`.slice(-20_000)))
    }
    return spawned
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child === undefined || !isRunning()) return null
    const exited = once(child, 'exit')
    child.kill(signal)
    const [code] = (await exited) as [number | null]
    return code
  }

  defer(async () => {
    // One that was stopped by a signal hears no other than this.
    await end('SIGKILL')
  })

  return {
    url,
    port,
    dataDir,
    dataFile: join(dataDir, 'chat.db'),
    isRunning,
    pid: () => child?.pid ?? 0,
    output: () => printed,
    async start(own = {}) {
      const begun = performance.now()
      child = spawnServer(own)
      await until(
        'the server is ready',
        async () => {
          if (!isRunning()) throw new Error(`The server did not start: ${printed}`)
          return isReady(url)
        },
        START_WITHIN_MS,
      )
      return performance.now() - begun
    },
    kill: async () => void (await end('SIGKILL')),
    async stop() {
      const begun = performance.now()
      const code = await end('SIGTERM')
      return { code, ms: performance.now() - begun }
    },
    signal: (name) => void child?.kill(name),
    ask(question = {}) {
      // One after the other: answers carry no name.
      const answer = lastAnswer.then(() => askOnce(question))
      lastAnswer = answer.catch(() => undefined)
      return answer
    },
  }

  async function askOnce(question: Question): Promise<Answer> {
    if (child === undefined) throw new Error('Nobody there to ask')
    const asked = child
    const done = new AbortController()
    const answered = once(asked, 'message', done)
    const ended = once(asked, 'exit', done).then(() => {
      throw new Error('It ended instead of answering')
    })
    asked.send(question)
    try {
      const [answer] = (await Promise.race([answered, ended])) as [Answer]
      return answer
    } finally {
      for (const waiting of [answered, ended]) waiting.catch(() => undefined)
      done.abort()
    }
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

/**
 * Below the range that outgoing connections take theirs from: one that calls a port where nobody listens may else be given that
 * very port, and find itself connected to itself.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    await new Promise((resolve) => probe.close(resolve))
    return port
  }
}
