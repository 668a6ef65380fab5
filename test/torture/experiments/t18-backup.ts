import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Experiment, Setting } from '../experiment.ts'
import { isSettled, newVisitorWithChat, openVisitorScreen, type VisitorWithChat } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inMs } from '../harness/numbers.ts'
import { say } from '../harness/say.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { readStored } from '../harness/stored.ts'
import { makeTempFolder } from '../harness/temp-folder.ts'
import { comesTrue, until } from '../harness/until.ts'

const cli = fileURLToPath(new URL('../../../server/cli.ts', import.meta.url))
const LOOP_MS = 20

interface Copy {
  readonly path: string
  /** How many messages were acknowledged when it was begun. */
  readonly atLeast: number
}

interface Plan {
  readonly backups: number
  readonly everyMs: number
  /** What makes a copy of the data. */
  readonly copy: (server: ServerProcess, target: string) => Promise<void>
}

async function runCli(dataDir: string, ...args: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [cli, ...args], { env: { ...process.env, DATA_DIR: dataDir } })
}

async function run(setting: Setting, plan: Plan): Promise<Outcome> {
  const server = await startServer(setting)
  const faults = new Faults()
  const folder = makeTempFolder(setting)
  const visitors = await Promise.all(Array.from({ length: 8 }, () => newVisitorWithChat(server.url)))
  const writing = new AbortController()
  const acknowledged = { count: 0 }
  const written = Promise.all(visitors.map((visitor) => write(visitor, acknowledged, writing.signal)))
  await server.ask({ resetLoop: true })
  await killDuringBackup(server, join(folder, 'killed.db'), faults)
  const copies: Copy[] = []
  for (let n = 1; n <= plan.backups; n += 1) {
    await pause(plan.everyMs)
    const target = join(folder, `copy-${n}.db`)
    const atLeast = acknowledged.count
    await plan.copy(server, target)
    copies.push({ path: target, atLeast })
  }
  const { loopP99Ms } = await server.ask()
  faults.expect(loopP99Ms <= LOOP_MS, 'limit', `loop p99 ${inMs(loopP99Ms)} while backups are made`)
  writing.abort()
  await written
  const sizes = checkCopies(copies, server.dataFile, faults)
  const [visitor] = visitors as [VisitorWithChat]
  const [first] = copies
  const isWhole = faults.list().length === 0
  const ghosts =
    first !== undefined && isWhole
      ? await restoreFirst(setting, { server, visitor, backup: first.path, faults })
      : 0
  return {
    figures: `${copies.length} copies under load with ${sizes.join(', ')} messages, each a prefix; loop p99 ${inMs(loopP99Ms)}; after restoring the first: ${ghosts} ghosts`,
    faults: faults.list(),
  }
}

async function write(
  visitor: VisitorWithChat,
  acknowledged: { count: number },
  signal: AbortSignal,
): Promise<void> {
  for (let n = 1; !signal.aborted; n += 1) {
    const { status } = await say(visitor, { chatId: visitor.chatId, content: `${visitor.chatId} ${n}` })
    if (status === 201) acknowledged.count += 1
    await pause(40)
  }
}

/** One that is killed leaves nothing under the name that it was given. */
async function killDuringBackup({ dataDir }: ServerProcess, target: string, faults: Faults): Promise<void> {
  const child = spawn(process.execPath, [cli, 'backup', target], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  const exited = once(child, 'exit')
  await Promise.race([exited, comesTrue(() => existsSync(`${target}.part`), 5_000)])
  child.kill('SIGKILL')
  await exited
  if (!existsSync(target)) return
  faults.expect(readStored(target).integrity === 'ok', 'death', 'a killed backup left half a file')
}

/** Each is whole, and what it has of a chat is the beginning of what the chat has now. */
function checkCopies(copies: readonly Copy[], dataFile: string, faults: Faults): number[] {
  const now = Map.groupBy(readStored(dataFile).messages, ({ chatId }) => chatId)
  return copies.map(({ path, atLeast }, n) => {
    try {
      const { integrity, messages } = readStored(path)
      faults.expect(integrity === 'ok', 'death', `copy ${n + 1}: ${integrity}`)
      for (const [chatId, held] of Map.groupBy(messages, ({ chatId }) => chatId)) {
        const beginning = now.get(chatId)?.slice(0, held.length) ?? []
        const isPrefix = held.every(({ messageId }, index) => messageId === beginning[index]?.messageId)
        faults.expect(isPrefix, 'gap', `copy ${n + 1}: not a prefix of ${chatId}`)
      }
      faults.expect(
        messages.length >= atLeast,
        'lost',
        `copy ${n + 1} has ${messages.length} messages of the ${atLeast} before it`,
      )
      return messages.length
    } catch (cause) {
      faults.add('lost', `copy ${n + 1} cannot be read: ${String(cause)}`)
      return 0
    }
  })
}

/** A client that has seen what came after the backup shows none of it once the server is back. Returns how many it does. */
async function restoreFirst(
  setting: Setting,
  {
    server,
    visitor,
    backup,
    faults,
  }: { server: ServerProcess; visitor: VisitorWithChat; backup: string; faults: Faults },
): Promise<number> {
  const screen = await openVisitorScreen(setting, visitor, { name: 'visitor', url: server.url })
  await until('the visitor has read', () => isSettled(screen))
  const refused = await runCli(server.dataDir, 'restore', backup).then(
    () => false,
    () => true,
  )
  faults.expect(refused, 'death', 'restored while a server held the data')
  await server.stop()
  await runCli(server.dataDir, 'restore', backup)
  await server.start()
  screen.client.connectNow()
  const held = new Set(readStored(server.dataFile).messages.map(({ messageId }) => messageId))
  const ghosts = () => screen.shown(visitor.chatId).filter(({ messageId }) => !held.has(messageId)).length
  const isClean = await comesTrue(() => isSettled(screen) && ghosts() === 0, 15_000)
  const shown = ghosts()
  faults.expect(isClean, 'phantom', `${shown} messages from after the backup are still shown`)
  const { status } = await say(visitor, { chatId: visitor.chatId, content: 'after the restore' })
  faults.expect(status === 201, 'answer', `a message after the restore: ${status}`)
  return shown
}

export const backup: Experiment = {
  id: 'T18',
  name: 'backup',
  pass: '10 backups under 200 msg/s, one killed half-way: each whole and a prefix of history, loop p99 ≤ 20 ms; after a restore clients show 0 ghosts',
  run: (setting) =>
    run(setting, {
      backups: 10,
      everyMs: 5_000,
      copy: ({ dataDir }, target) => runCli(dataDir, 'backup', target),
    }),
  controls: [
    {
      broken: 'a plain copy of the file',
      mustFind: 'lost',
      run: (setting) =>
        run(setting, {
          backups: 3,
          everyMs: 300,
          copy: ({ dataFile }, target) => Promise.resolve(copyFileSync(dataFile, target)),
        }),
    },
  ],
}
