import { Agent } from 'node:http'
import { realEnvironment, type Environment } from '../../../widget/core/environment.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { isSettled, newVisitorWithChat, openVisitorScreen } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { inMiB, inMs, percentile } from '../harness/numbers.ts'
import { recordingFetch } from '../harness/recording-fetch.ts'
import { createReadCounter, type ReadCounter } from '../harness/read-counter.ts'
import { inTurns } from '../harness/say.ts'
import type { Screen } from '../harness/screen.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { timeToSend } from '../harness/time-to-send.ts'
import { comesTrue, until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const BACK_WITHIN_MS = 15_000
const LOOP_P99_MS = 100
const RSS_BYTES = 400 * 1024 * 1024
/** Of those who are back, to see that they are. */
const SPEAKERS = 50

interface Herd {
  readonly clients: number
  readonly mutant?: MutantName
}

async function run(setting: Setting, { clients, mutant }: Herd): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const history = new History()
  const faults = new Faults()
  const reads = createReadCounter()
  const screens = await openScreens(setting, { server, history, reads, clients })
  await until('everybody is connected', () => screens.every(isSettled), 60_000)
  for (const screen of screens.slice(0, SPEAKERS)) await timeToSend(screen, `${screen.name} before`)

  await server.kill()
  reads.count = 0
  // As it runs for people: the door lets in so many a second.
  await server.start({ RATE_LIMITS: 'on' })
  await server.ask({ resetLoop: true })
  const backMs = await timeToComeBack(screens)
  const { loopP99Ms, loopMaxMs, rss } = await server.ask()
  const { count } = reads

  const late = backMs.filter((ms) => ms > BACK_WITHIN_MS).length
  faults.expect(late === 0, 'limit', `${late} of ${clients} were not back after ${inMs(BACK_WITHIN_MS)}`)
  faults.expect(loopP99Ms <= LOOP_P99_MS, 'limit', `loop p99 ${inMs(loopP99Ms)}`)
  faults.expect(rss <= RSS_BYTES, 'limit', `RSS ${inMiB(rss)}`)
  faults.expect(count === 0, 'limit', `${count} pages of history read by clients who had missed nothing`)
  await inTurns(screens.slice(0, SPEAKERS), (screen) => timeToSend(screen, `${screen.name} after`))
  faults.addAll(await settle({ history, screens, dataFile: server.dataFile }, 20_000))
  return {
    figures: `${clients} clients back p50 ${inMs(percentile(backMs, 0.5))}, the last ${inMs(Math.max(...backMs))} after the server; loop p99 ${inMs(loopP99Ms)}, max ${inMs(loopMaxMs)}; RSS ${inMiB(rss)}; ${count} pages read`,
    faults: faults.list(),
  }
}

interface Opening {
  readonly server: ServerProcess
  readonly history: History
  readonly reads: ReadCounter
  readonly clients: number
}

async function openScreens(
  setting: Setting,
  { server, history, reads, clients }: Opening,
): Promise<Screen[]> {
  const { url } = server
  const screens: Screen[] = []
  await inTurns(Array.from({ length: clients }), async (_, n) => {
    const name = `visitor ${n + 1}`
    const visitor = await newVisitorWithChat(url)
    const fetch = recordingFetch(history, name, reads.fetch)
    screens.push(await openVisitorScreen(setting, visitor, { name, url, fetch, environment: livingAt(n) }))
  })
  return screens
}

/** Every other one is behind the same address, as in an office or a carrier's network; the rest have one of their own each. */
function livingAt(n: number): Environment {
  // All of 127.0.0.0/8 is this machine.
  const agent = new Agent({ localAddress: n % 2 === 0 ? '127.2.0.1' : `127.1.${n >> 8}.${n & 255}` })
  return {
    ...realEnvironment,
    loadSocket: async () => {
      const open = await realEnvironment.loadSocket()
      return (url, options) => open(url, { ...options, agent })
    },
  }
}

/** Of each, from the server's being ready. */
async function timeToComeBack(screens: readonly Screen[]): Promise<number[]> {
  const begun = performance.now()
  return Promise.all(
    screens.map(async (screen) => {
      const isBack = await comesTrue(() => isSettled(screen), BACK_WITHIN_MS * 3)
      return isBack ? performance.now() - begun : Infinity
    }),
  )
}

export const herd: Experiment = {
  id: 'T10',
  name: 'herd',
  pass: '2,000 clients after SIGKILL, half of them behind one address: all back ≤ 15 s through the door of 200 a second, loop p99 ≤ 100 ms, RSS ≤ 400 MiB; who missed nothing reads nothing',
  run: (setting) => run(setting, { clients: 2_000 }),
  controls: [
    {
      broken: 'a server that tells everybody who joins that they missed something',
      mustFind: 'limit',
      run: (setting) =>
        run(setting, { clients: 50, mutant: 'tells everybody who joins that they missed something' }),
    },
  ],
}
