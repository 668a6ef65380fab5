import { setTimeout as pause } from 'node:timers/promises'
import type { Experiment, Setting } from '../experiment.ts'
import {
  isSettled,
  newCommercials,
  newVisitorWithChat,
  openCommercialScreen,
  openVisitorScreen,
  retryForEver,
} from '../harness/cast.ts'
import type { Outcome } from '../harness/faults.ts'
import { forgetfulFetch } from '../harness/forgetful-fetch.ts'
import { History } from '../harness/history.ts'
import { recordingFetch } from '../harness/recording-fetch.ts'
import type { Screen } from '../harness/screen.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const CHATS = 5
const COMMERCIALS = 3
const SEND_EVERY_MS = 40
/** Nobody writes on and on while nothing gets through. */
const MAX_UNSENT = 10
/** Once the killing is over, however little gets through. */
const WRITE_WITHIN_MS = 60_000

interface Storm {
  readonly kills: number
  readonly messages: number
  readonly mutant?: MutantName
  readonly isForgetful?: boolean
  readonly patienceMs?: number
}

async function run(setting: Setting, storm: Storm): Promise<Outcome> {
  const server = await startServer(setting, { mutant: storm.mutant })
  const history = new History()
  const screens = await openScreens(setting, { server, history, isForgetful: storm.isForgetful ?? false })
  await until('everybody is connected', () => screens.every(isSettled))
  const writing = write(setting, screens, storm)
  for (let kill = 0; kill < storm.kills; kill += 1) {
    await pause(setting.random.int(40, 200))
    await server.kill()
    await server.start()
    for (const { client } of screens) client.connectNow()
  }
  writing.isKilling = false
  await writing.done
  const faults = await settle({ history, screens, dataFile: server.dataFile }, storm.patienceMs ?? 40_000)
  const acked = new Set(history.of('ok').map(({ content }) => content)).size
  const replays = history.of('ok').filter(({ status }) => status === 200).length
  return {
    figures: `${history.meant().size} sent, ${acked} acknowledged, ${storm.kills} kills, ${replays} replays absorbed, ${history.of('info').length} answers lost`,
    faults,
  }
}

async function openScreens(
  setting: Setting,
  { server, history, isForgetful }: { server: ServerProcess; history: History; isForgetful: boolean },
): Promise<Screen[]> {
  const { url } = server
  const visitors = await Promise.all(Array.from({ length: CHATS }, () => newVisitorWithChat(url)))
  const commercials = await newCommercials(url, COMMERCIALS)
  const chatIds = visitors.map(({ chatId }) => chatId)
  const by = (name: string) => ({
    name,
    url,
    fetch: recordingFetch(history, name, isForgetful ? forgetfulFetch(setting.random, fetch) : fetch),
  })
  const screens = await Promise.all([
    ...visitors.map((visitor, n) => openVisitorScreen(setting, visitor, by(`visitor ${n + 1}`))),
    ...commercials.map((person, n) =>
      openCommercialScreen(setting, person, { ...by(`commercial ${n + 1}`), chatIds }),
    ),
  ])
  for (const { client } of screens) retryForEver(client)
  return screens
}

/** Everybody writes until all the kills are over and there are enough messages. */
function write({ random }: Setting, screens: readonly Screen[], { messages }: Storm) {
  const writing = { isKilling: true, done: Promise.resolve() }
  let deadline = Infinity
  let written = 0
  function isEnough(): boolean {
    if (writing.isKilling) return false
    deadline = Math.min(deadline, performance.now() + WRITE_WITHIN_MS)
    return written >= messages || performance.now() > deadline
  }

  async function writeAs(screen: Screen): Promise<void> {
    for (let n = 1; !isEnough(); n += 1) {
      await pause(random.int(SEND_EVERY_MS / 2, SEND_EVERY_MS * 2))
      if (screen.unsent() >= MAX_UNSENT) continue
      const isInternal = screen.side === 'commercial' && random.next() < 0.2
      screen.client.send({
        chatId: random.pick(screen.chatIds()),
        content: `${screen.name} says ${n}`,
        isInternal,
      })
      written += 1
    }
  }

  writing.done = Promise.all(screens.map(writeAs)).then(() => undefined)
  return writing
}

export const killStorm: Experiment = {
  id: 'T01',
  name: 'kill-storm',
  pass: '8 senders, 5 chats, ≥ 500 messages, 50 SIGKILL: 0 acknowledged lost, 0 dup, 0 gap, one order at 8 clients, `integrity_check` ok',
  isQuick: true,
  run: (setting) =>
    run(setting, setting.isQuick ? { kills: 10, messages: 100 } : { kills: 50, messages: 500 }),
  controls: [
    {
      broken: 'a server that forgets one commit in ten',
      mustFind: 'lost',
      run: (setting) =>
        run(setting, { kills: 0, messages: 300, mutant: 'forgets one commit in ten', patienceMs: 2_000 }),
    },
    {
      broken: 'clients that send without a key',
      mustFind: 'dup',
      run: (setting) => run(setting, { kills: 0, messages: 100, isForgetful: true, patienceMs: 2_000 }),
    },
  ],
}
