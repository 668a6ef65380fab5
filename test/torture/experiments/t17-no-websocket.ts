import { setTimeout as pause } from 'node:timers/promises'
import type { ChatId } from '#shared/ids.ts'
import type { Experiment, Setting } from '../experiment.ts'
import {
  isSettled,
  newVisitorWithChat,
  openCommercialScreen,
  openVisitorScreen,
  signIn,
} from '../harness/cast.ts'
import { startFaultProxy, type FaultProxy } from '../harness/fault-proxy.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { inMs, percentile } from '../harness/numbers.ts'
import { recordingFetch } from '../harness/recording-fetch.ts'
import type { Screen } from '../harness/screen.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { comesTrue } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const PATIENCE_MS = 20_000

interface Office {
  readonly name: string
  readonly weather: Partial<FaultProxy['weather']>
  readonly connectWithinMs: number
  readonly shownWithinMs: number
  /** Silence between the messages, longer than what the proxy bears. */
  readonly idleMs: number
}

/** What stands between people and a server. None of them lets a WebSocket work. */
const offices: readonly Office[] = [
  {
    name: 'no Upgrade',
    weather: { stripsUpgrade: true },
    connectWithinMs: 5_000,
    shownWithinMs: 2_000,
    idleMs: 0,
  },
  {
    name: 'idle cut after 30 s',
    weather: { stripsUpgrade: true, idleCutMs: 30_000 },
    connectWithinMs: 5_000,
    shownWithinMs: 2_000,
    idleMs: 70_000,
  },
  {
    name: 'every answer held back 1 s',
    weather: { stripsUpgrade: true, delay: (direction) => (direction === 'down' ? 1_000 : 0) },
    // Seven answers, one after the other, lie between nothing and a chat that is being heard.
    connectWithinMs: 12_000,
    // Whoever writes while an answer is under way, a ping for one, waits for that and for the next.
    shownWithinMs: 2_500,
    idleMs: 0,
  },
  // After 7 seconds of silence the other way is taken.
  {
    name: 'a WebSocket that stays mute',
    weather: { mutesWebSocket: true },
    connectWithinMs: 10_000,
    shownWithinMs: 2_000,
    idleMs: 0,
  },
]

async function run(
  setting: Setting,
  { messages, mutant }: { messages: number; mutant?: MutantName },
): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const history = new History()
  const faults = new Faults()
  const worked = await Promise.all(
    offices.map((office) => workIn(setting, { server, history, faults, office, messages })),
  )
  const screens = worked.flatMap((office) => office.screens)
  faults.addAll(await settle({ history, screens, dataFile: server.dataFile }, PATIENCE_MS))
  return { figures: worked.map(({ said }) => said).join('; '), faults: faults.list() }
}

interface Working {
  readonly server: ServerProcess
  readonly history: History
  readonly faults: Faults
  readonly office: Office
  readonly messages: number
}

/** A visitor and somebody of the team behind the same proxy write to each other, are silent, and write again. */
async function workIn(
  setting: Setting,
  { server, history, faults, office, messages }: Working,
): Promise<{ readonly said: string; readonly screens: readonly Screen[] }> {
  const visitor = await newVisitorWithChat(server.url)
  const { chatId } = visitor
  const proxy = await startFaultProxy(setting, server.port)
  Object.assign(proxy.weather, office.weather)
  const by = (name: string) => ({ name, url: proxy.url, fetch: recordingFetch(history, name) })
  const begun = performance.now()
  const [person, desk] = await Promise.all([
    openVisitorScreen(setting, visitor, by(`visitor, ${office.name}`)),
    openCommercialScreen(setting, await signIn(server.url), {
      ...by(`commercial, ${office.name}`),
      chatIds: [chatId],
    }),
  ])
  const screens = [person, desk]
  const isConnected = await comesTrue(() => screens.every(isSettled), PATIENCE_MS)
  const connectMs = isConnected ? performance.now() - begun : Infinity
  faults.expect(
    connectMs <= office.connectWithinMs,
    'limit',
    `${office.name}: connected after ${inMs(connectMs)}`,
  )
  const latencies: number[] = []
  for (const [round, pauseMs] of isConnected ? [0, office.idleMs].entries() : []) {
    await pause(pauseMs)
    for (let n = 1; n <= messages; n += 1) {
      const name = `${office.name} ${round} ${n}`
      latencies.push(await timeAcross(person, desk, { chatId, content: `${name}: hola` }))
      await think(setting)
      latencies.push(await timeAcross(desk, person, { chatId, content: `${name}: buenas` }))
      await think(setting)
    }
  }
  const p95 = percentile(latencies, 0.95)
  if (isConnected) faults.expect(p95 <= office.shownWithinMs, 'limit', `${office.name}: p95 ${inMs(p95)}`)
  return { screens, said: `${office.name}: connected in ${inMs(connectMs)}, p95 ${inMs(p95)}` }
}

/** A person reads before they answer. */
function think({ random }: Setting): Promise<void> {
  return pause(random.int(2_000, 4_000))
}

/** From Enter to the other's screen. */
async function timeAcross(
  from: Screen,
  to: Screen,
  { chatId, content }: { chatId: ChatId; content: string },
): Promise<number> {
  const begun = performance.now()
  from.client.send(from.side === 'visitor' ? { content } : { chatId, content })
  const isShown = () => to.shown(chatId).some((message) => message.content === content)
  return (await comesTrue(isShown, PATIENCE_MS)) ? performance.now() - begun : Infinity
}

export const noWebSocket: Experiment = {
  id: 'T17',
  name: 'no WebSocket',
  pass: 'behind proxies without Upgrade, with an idle cut after 30 s, with answers held back 1 s, with WebSockets that stay mute: everything by polling, on the other’s screen p95 ≤ 2 s (held back 2.5 s), connected ≤ 5 s (held back 12 s, mute 10 s)',
  run: (setting) => run(setting, { messages: 3 }),
  controls: [
    {
      broken: 'a server that knows WebSocket alone',
      mustFind: 'limit',
      run: (setting) => run(setting, { messages: 1, mutant: 'knows WebSocket alone' }),
    },
  ],
}
