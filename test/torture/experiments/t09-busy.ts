import { existsSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { setTimeout as pause } from 'node:timers/promises'
import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat, type VisitorWithChat } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inMiB, inMs } from '../harness/numbers.ts'
import { inTurns, say } from '../harness/say.ts'
import { createServerProcess, startServer, type ServerProcess } from '../harness/server-process.ts'
import type { MutantName } from '../inside/mutants.ts'

const HELD_MS = 3_000
const STALL_MS = 300
const WAL_BYTES = 128 * 1024 * 1024

interface Busy {
  readonly longReadMs: number
  readonly mutant?: MutantName
}

async function run(setting: Setting, { longReadMs, mutant }: Busy): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const visitor = await newVisitorWithChat(server.url)
  const refusals = await holdWriteLock(server, visitor, faults)
  const { loopMaxMs } = await server.ask()
  faults.expect(loopMaxMs <= STALL_MS, 'limit', `the loop stood still for ${inMs(loopMaxMs)}`)
  const log = await readForLong(server, visitor, { longReadMs, faults })
  const second = await createServerProcess(setting, { dataDir: server.dataDir })
  const said = await second.start().then(
    () => 'started',
    (cause: unknown) => String(cause),
  )
  faults.expect(
    said.includes('in use by'),
    'death',
    `a second server on the same data: ${said.slice(0, 200)}`,
  )
  return {
    figures: `lock held ${HELD_MS / 1_000} s: ${refusals} answers 503, longest stall ${inMs(loopMaxMs)}; a reader of ${longReadMs / 1_000} s: log ${inMiB(log)}; second server refused`,
    faults: faults.list(),
  }
}

/** Another program writes and does not end; then everything is as before. */
async function holdWriteLock(
  server: ServerProcess,
  visitor: VisitorWithChat,
  faults: Faults,
): Promise<number> {
  const { chatId } = visitor
  const other = new Database(server.dataFile)
  other.exec('BEGIN IMMEDIATE')
  await server.ask({ resetLoop: true })
  const until = performance.now() + HELD_MS
  let refusals = 0
  for (let n = 0; performance.now() < until; n += 1) {
    const answer = await say(visitor, { chatId, content: `held ${n}` })
    const isRight = answer.status === 503 && answer.headers.has('retry-after')
    faults.expect(isRight, 'answer', `while another writes: ${answer.status} ${answer.text}`)
    refusals += 1
  }
  other.exec('ROLLBACK')
  other.close()
  const { status } = await say(visitor, { chatId, content: 'free again' })
  faults.expect(status === 201, 'answer', `afterwards: ${status}`)
  return refusals
}

/** A reader that keeps its snapshot holds the log back. Returns how large that grew. */
async function readForLong(
  server: ServerProcess,
  visitor: VisitorWithChat,
  { longReadMs, faults }: { longReadMs: number; faults: Faults },
): Promise<number> {
  const reader = new Database(server.dataFile, { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT COUNT(*) FROM messages').get()
  const until = performance.now() + longReadMs
  let round = 0
  while (performance.now() < until) {
    round += 1
    await inTurns(Array.from({ length: 20 }), async (_, n) => {
      const { status } = await say(visitor, { chatId: visitor.chatId, content: `long ${round} ${n}` })
      faults.expect(status === 201, 'answer', `beside a long reader: ${status}`)
    })
    await pause(100)
  }
  const wal = `${server.dataFile}-wal`
  const bytes = existsSync(wal) ? statSync(wal).size : 0
  faults.expect(bytes <= WAL_BYTES, 'limit', `the log grew to ${inMiB(bytes)}`)
  reader.close()
  return bytes
}

export const busy: Experiment = {
  id: 'T09',
  name: 'busy',
  pass: 'another program holds the write lock 3 s, a reader its snapshot 60 s: loop stall ≤ 300 ms, 503 at once, log ≤ 128 MiB; a second server does not start',
  run: (setting) => run(setting, { longReadMs: 60_000 }),
  controls: [
    {
      broken: 'a server that waits long for a lock',
      mustFind: 'limit',
      run: (setting) => run(setting, { longReadMs: 500, mutant: 'waits long for a lock' }),
    },
  ],
}
