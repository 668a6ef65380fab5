import { existsSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Experiment, Setting } from '../experiment.ts'
import { isSettled, newVisitorWithChat, openVisitorScreen } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { inMs, percentile } from '../harness/numbers.ts'
import { recordingFetch } from '../harness/recording-fetch.ts'
import type { Screen } from '../harness/screen.ts'
import { startServer } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const VISITORS = 20
/** Of each visitor: 200 a second altogether. */
const SEND_EVERY_MS = 100
const STOP_WITHIN_MS = 10_000
const BACK_WITHIN_MS = 6_000
/** Nobody writes on and on while nothing gets through. */
const MAX_UNSENT = 20
const PATIENCE_MS = 60_000

async function run(
  setting: Setting,
  { stops, mutant }: { stops: number; mutant?: MutantName },
): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const history = new History()
  const visitors = await Promise.all(Array.from({ length: VISITORS }, () => newVisitorWithChat(server.url)))
  const screens = await Promise.all(
    visitors.map((visitor, n) => {
      const name = `visitor ${n + 1}`
      return openVisitorScreen(setting, visitor, {
        name,
        url: server.url,
        fetch: recordingFetch(history, name),
      })
    }),
  )
  await until('everybody is connected', () => screens.every(isSettled))
  const writing = new AbortController()
  const written = Promise.all(screens.map((screen) => write(screen, writing.signal)))
  const stopMs: number[] = []
  const backMs: number[] = []
  for (let stop = 0; stop < stops; stop += 1) {
    await pause(setting.random.int(300, 800))
    const { code, ms } = await server.stop()
    stopMs.push(ms)
    faults.expect(code === 0, 'death', `exit ${code}`)
    faults.expect(ms < STOP_WITHIN_MS, 'limit', `stopped after ${inMs(ms)}`)
    const wal = `${server.dataFile}-wal`
    const left = existsSync(wal) ? statSync(wal).size : 0
    faults.expect(left === 0, 'lost', `${left} bytes of log left behind`)
    backMs.push(...(await timeToComeBack(screens, server.start)))
  }
  writing.abort()
  await written
  const back = percentile(backMs, 0.95)
  faults.expect(back < BACK_WITHIN_MS, 'limit', `back p95 ${inMs(back)}`)
  faults.addAll(await settle({ history, screens, dataFile: server.dataFile }, PATIENCE_MS))
  return {
    figures: `${stops} × SIGTERM under ${(VISITORS * 1_000) / SEND_EVERY_MS} msg/s, ${history.meant().size} sent; exit 0 within ${inMs(Math.max(...stopMs))}, clients back p95 ${inMs(back)}`,
    faults: faults.list(),
  }
}

async function write(screen: Screen, signal: AbortSignal): Promise<void> {
  for (let n = 1; !signal.aborted; n += 1) {
    if (screen.unsent() < MAX_UNSENT) screen.client.send({ content: `${screen.name} says ${n}` })
    await pause(SEND_EVERY_MS)
  }
}

/** From the server's being ready again, for each. */
async function timeToComeBack(screens: readonly Screen[], start: () => Promise<number>): Promise<number[]> {
  await start()
  const begun = performance.now()
  return Promise.all(
    screens.map(async (screen) => {
      await until(`${screen.name} is back`, () => isSettled(screen), 60_000)
      return performance.now() - begun
    }),
  )
}

export const graceful: Experiment = {
  id: 'T07',
  name: 'graceful',
  pass: 'SIGTERM under 200 msg/s ×20: nothing acknowledged lost, everything sent in the end, exit 0 < 10 s, no log left, clients back p95 < 6 s',
  run: (setting) => run(setting, { stops: 20 }),
  controls: [
    {
      broken: 'a server that leaves at once',
      mustFind: 'lost',
      run: (setting) => run(setting, { stops: 2, mutant: 'leaves at once' }),
    },
  ],
}
