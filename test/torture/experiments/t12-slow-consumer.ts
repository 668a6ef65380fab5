import { setTimeout as pause } from 'node:timers/promises'
import { realEnvironment, type Cancel, type Environment } from '../../../widget/core/environment.ts'
import type { Experiment, Setting } from '../experiment.ts'
import {
  isSettled,
  newVisitorWithChat,
  openCommercialScreen,
  openVisitorScreen,
  signIn,
  type VisitorWithChat,
} from '../harness/cast.ts'
import { startFaultProxy, type FaultProxy } from '../harness/fault-proxy.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { inMiB, inMs, percentile } from '../harness/numbers.ts'
import { recordingFetch } from '../harness/recording-fetch.ts'
import { inTurns, say } from '../harness/say.ts'
import type { Screen } from '../harness/screen.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { timeToSend } from '../harness/time-to-send.ts'
import { until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

/** Every so often one of them writes; a person does not write more. */
const SEND_EVERY_MS = 2_000
/** Of the flood: what one machine can send and serve at once, with much room left. */
const AT_ONCE = 20
const EVERY_MS = 100
/**
 * 20 MB in 3,000 pieces, and not in 20,000 of 1 KB: the systems between take megabytes before anything waits here, and whoever is
 * silent is gone after 18 s anyway. In that time 1 KB each, at what this machine can send and serve, would never come to the limit.
 */
const MESSAGE_BYTES = 7_000
const WARM_UP = 300
/** To fill what the systems between take, to have 1 MiB waiting, and to be found. Long before its silence would tell. */
const CUT_WITHIN_MS = 10_000
/** While much is waiting. To look takes the server a moment, which the others notice: not often. */
const LOOK_AT_ROUND = 8
const HELD_BYTES = 30 * 1024 * 1024
const LATENCY_MS = 100

interface Flood {
  readonly others: number
  readonly messages: number
  readonly mutant?: MutantName
}

async function run(setting: Setting, { others, messages, mutant }: Flood): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const history = new History()
  const faults = new Faults()
  const flooded = await newVisitorWithChat(server.url)
  const screens = await openOthers(setting, { server, history, count: others })
  const proxy = await startFaultProxy(setting, server.port)
  const sleeper = createSleeper()
  const slow = await openCommercialScreen(setting, await signIn(server.url), {
    name: 'the slow one',
    url: proxy.url,
    environment: sleeper,
    chatIds: [flooded.chatId],
  })
  await until('everybody is connected', () => [slow, ...screens].every(isSettled))
  await flood(flooded, { from: 0, to: WARM_UP, history })

  const talking = new AbortController()
  const talks = Promise.all(screens.map((screen) => talk(setting, screen, talking.signal)))
  proxy.weather.isStalled = true
  sleeper.isAsleep = true
  const watch = watchServer(server, proxy)
  await flood(flooded, { from: WARM_UP, to: messages, history })
  talking.abort()
  const { cutAfterMs, heldBytes } = await watch.stop()
  const latency = percentile((await talks).flat(), 0.99)

  faults.expect(cutAfterMs <= CUT_WITHIN_MS, 'limit', `the slow connection was cut after ${inMs(cutAfterMs)}`)
  faults.expect(heldBytes <= HELD_BYTES, 'limit', `it cost ${inMiB(heldBytes)}`)
  faults.expect(latency <= LATENCY_MS, 'limit', `the others' p99 is ${inMs(latency)}`)
  proxy.weather.isStalled = false
  sleeper.isAsleep = false
  slow.client.connectNow()
  faults.addAll(await settle({ history, screens: [slow, ...screens], dataFile: server.dataFile }, 60_000))
  return {
    figures: `${messages} messages at one who reads nothing, cut after ${inMs(cutAfterMs)}, ${inMiB(heldBytes)} held; ${others} others' p99 ${inMs(latency)}; all ${slow.shown(flooded.chatId).length} read afterwards`,
    faults: faults.list(),
  }
}

/** A process that is stopped reads nothing, and runs no timer either: it would else notice by itself that nothing comes. */
function createSleeper(): Environment & { isAsleep: boolean } {
  const sleeper = {
    ...realEnvironment,
    isAsleep: false,
    after: (ms: number, run: () => void): Cancel =>
      realEnvironment.after(ms, () => {
        if (!sleeper.isAsleep) run()
      }),
  }
  return sleeper
}

async function openOthers(
  setting: Setting,
  { server, history, count }: { server: ServerProcess; history: History; count: number },
): Promise<Screen[]> {
  const screens: Screen[] = []
  await inTurns(Array.from({ length: count }), async (_, n) => {
    const name = `visitor ${n + 1}`
    const visitor = await newVisitorWithChat(server.url)
    const fetch = recordingFetch(history, name)
    screens.push(await openVisitorScreen(setting, visitor, { name, url: server.url, fetch }))
  })
  return screens
}

async function flood(
  visitor: VisitorWithChat,
  { from, to, history }: { from: number; to: number; history: History },
): Promise<void> {
  for (let sent = from; sent < to; sent += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, to - sent) }, (_, n) => `flood ${sent + n} `)
    await Promise.all([
      pause(EVERY_MS),
      inTurns(batch, (head) =>
        say(visitor, { chatId: visitor.chatId, content: head.padEnd(MESSAGE_BYTES, 'x') }, history),
      ),
    ])
  }
}

async function talk({ random }: Setting, screen: Screen, signal: AbortSignal): Promise<number[]> {
  const latencies: number[] = []
  await pause(random.int(0, SEND_EVERY_MS))
  for (let n = 1; !signal.aborted; n += 1) {
    latencies.push(await timeToSend(screen, `${screen.name} says ${n}`))
    await pause(SEND_EVERY_MS)
  }
  return latencies
}

interface Watched {
  /** From when it stopped reading; Infinity: it was not cut. */
  readonly cutAfterMs: number
  /** The most that the process held more than at the beginning. */
  readonly heldBytes: number
}

/** Looks into the server: how much waits for the slow one, when that is over, what all of it costs. */
function watchServer(server: ServerProcess, proxy: FaultProxy): { stop(): Promise<Watched> } {
  const end = new AbortController()

  async function held(): Promise<number> {
    const { heapUsed, external } = await server.ask({ collect: true })
    return heapUsed + external
  }

  async function look(): Promise<Watched> {
    const before = await held()
    const ports = new Set(proxy.ports())
    let most = 0
    const { connections } = await server.ask({ connections: true })
    const slow = connections.find(({ port, isWebSocket }) => isWebSocket && ports.has(port))
    const begun = performance.now()
    let cutAfterMs = Infinity
    for (let round = 1; !end.signal.aborted; round += 1) {
      const now = await server.ask({ connections: true })
      const isHeld = now.connections.some(({ port }) => port === slow?.port)
      if (!isHeld && cutAfterMs === Infinity) cutAfterMs = performance.now() - begun
      if (round === LOOK_AT_ROUND) most = (await held()) - before
      await pause(200)
    }
    return { cutAfterMs, heldBytes: Math.max(0, most, (await held()) - before) }
  }

  const looking = look()
  return {
    stop() {
      end.abort()
      return looking
    },
  }
}

export const slowConsumer: Experiment = {
  id: 'T12',
  name: 'slow consumer',
  pass: '3,000 × 7 KB (20 MB) at one of 100 clients who reads nothing: ≤ 30 MiB held for it, cut ≤ 10 s, the others’ p99 ≤ 100 ms; complete once it reads again',
  run: (setting) => run(setting, { others: 99, messages: 3_000 }),
  controls: [
    {
      broken: 'a server that lets everything wait',
      mustFind: 'limit',
      run: (setting) =>
        run(setting, { others: 5, messages: 2_500, mutant: 'lets everything wait for a slow reader' }),
    },
  ],
}
