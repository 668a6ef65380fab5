import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat, type VisitorWithChat } from '../harness/cast.ts'
import { checkStored } from '../harness/check.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inMs } from '../harness/numbers.ts'
import { say } from '../harness/say.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { readStored } from '../harness/stored.ts'
import { makeTempFolder } from '../harness/temp-folder.ts'
import { comesTrue } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const DISK_MIB = 24
/** What is left for the messages that fill it. */
const LEFT_BYTES = 600 * 1024
const RECOVER_WITHIN_MS = 1_000
const ATTEMPTS_WHEN_FULL = 50

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const dataDir = mountSmallDisk(setting)
  const server = await startServer(setting, { mutant, dataDir })
  const faults = new Faults()
  const visitor = await newVisitorWithChat(server.url)
  const acknowledged: string[] = []
  const ballast = join(dataDir, 'ballast')
  fill(ballast, LEFT_BYTES)
  const refused = await writeUntilFull(visitor, acknowledged, faults)
  for (let n = 0; n < ATTEMPTS_WHEN_FULL; n += 1) {
    const answer = await say(visitor, { chatId: visitor.chatId, content: `full ${n} ${'x'.repeat(7_000)}` })
    if (answer.status === 201) acknowledged.push(String(answer.body['messageId']))
    const reading = await visitor.call('GET /v2/messages/chat/:chatId', {
      params: { chatId: visitor.chatId },
    })
    faults.expect(reading.status === 200, 'answer', `reading while the disk is full: ${reading.status}`)
  }
  faults.expect(server.isRunning(), 'death', `it ended: ${server.output().slice(-300)}`)
  rmSync(ballast)
  const begun = performance.now()
  const isBack = await comesTrue(async () => {
    const answer = await say(visitor, { chatId: visitor.chatId, content: `free ${crypto.randomUUID()}` })
    if (answer.status === 201) acknowledged.push(String(answer.body['messageId']))
    return answer.status === 201
  }, 10_000)
  const backMs = performance.now() - begun
  faults.expect(isBack && backMs < RECOVER_WITHIN_MS, 'limit', `writes again after ${inMs(backMs)}`)
  await startWhenFull(server, ballast, faults)
  const stored = readStored(server.dataFile)
  checkStored(stored.messages, faults)
  faults.expect(stored.integrity === 'ok', 'death', stored.integrity)
  const ids = new Set(stored.messages.map(({ messageId }) => messageId))
  const lost = acknowledged.filter((id) => !ids.has(id)).length
  faults.expect(lost === 0, 'lost', `${lost} of ${acknowledged.length} acknowledged`)
  return {
    figures: `${acknowledged.length} acknowledged, first refusal ${refused}, reads ok throughout, writes again after ${inMs(backMs)}`,
    faults: faults.list(),
  }
}

/** Returns the first refusal's status and code. */
async function writeUntilFull(
  visitor: VisitorWithChat,
  acknowledged: string[],
  faults: Faults,
): Promise<string> {
  for (let n = 0; n < 2_000; n += 1) {
    const answer = await say(visitor, { chatId: visitor.chatId, content: `fill ${n} ${'x'.repeat(7_000)}` })
    if (answer.status !== 201) {
      const isRight = answer.status === 507 && answer.headers.has('retry-after')
      faults.expect(isRight, 'answer', `when full: ${answer.status} ${answer.text}`)
      return `${answer.status} ${String(answer.body['code'])}`
    }
    acknowledged.push(String(answer.body['messageId']))
  }
  faults.add('answer', 'it was never refused')
  return 'none'
}

/** All of the disk but so much. */
function fill(ballast: string, leftBytes: number): void {
  const { bavail, bsize } = statfsSync(dirname(ballast))
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)))
}

/** Whoever starts it then learns why it does not, in one line; with room again it does. */
async function startWhenFull(server: ServerProcess, ballast: string, faults: Faults): Promise<void> {
  await server.kill()
  fill(ballast, 0)
  const started = await server.start().then(
    () => true,
    () => false,
  )
  const lines = server.output().trim().split('\n')
  const isSaid = !started && lines.length === 1 && lines[0]?.endsWith(' is full.') === true
  faults.expect(isSaid, 'answer', `started on a full disk: ${lines.join(' / ').slice(0, 300)}`)
  await server.kill()
  rmSync(ballast)
  await server.start()
  await server.stop()
}

function mountSmallDisk(setting: Setting): string {
  const folder = makeTempFolder(setting)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', folder])
  // The server that has it open is ended first: what is deferred later is undone earlier.
  setting.defer(() => execFileSync('umount', ['-l', folder]))
  return folder
}

function missing(): string | null {
  if (process.platform === 'linux' && process.getuid?.() === 0) return null
  return 'needs root on Linux, to mount a small disk'
}

export const diskFull: Experiment = {
  id: 'T08',
  name: 'disk-full',
  pass: 'a small disk until it is full, then room again: 507, the process lives, 0 acknowledged lost, reads ok all the time, writes again < 1 s; a start on the full disk says so in one line',
  missing,
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that takes a full disk for success',
      mustFind: 'lost',
      run: (setting) => run(setting, 'takes a full disk for success'),
    },
  ],
}
