import type { Experiment, Setting } from '../experiment.ts'
import { isSettled, newVisitorWithChat, openVisitorScreen } from '../harness/cast.ts'
import { startFaultProxy } from '../harness/fault-proxy.ts'
import type { Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { recordingFetch } from '../harness/recording-fetch.ts'
import { startServer } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

interface Race {
  readonly messages: number
  readonly mutant?: MutantName
  readonly patienceMs?: number
}

/** Answer and echo take different ways through the proxy, each with a delay of its own: either may be first. */
async function run(setting: Setting, { messages, mutant, patienceMs = 60_000 }: Race): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const history = new History()
  const proxy = await startFaultProxy(setting, server.port)
  const visitors = await Promise.all(Array.from({ length: 10 }, () => newVisitorWithChat(server.url)))
  const screens = await Promise.all(
    visitors.map((visitor, n) => {
      const name = `visitor ${n + 1}`
      return openVisitorScreen(setting, visitor, {
        name,
        url: proxy.url,
        fetch: recordingFetch(history, name),
      })
    }),
  )
  await until('everybody is connected', () => screens.every(isSettled))
  const echoesFirst = countEchoesFirst(screens, history)
  proxy.weather.delay = (direction) => (direction === 'down' ? setting.random.int(0, 40) : 0)
  for (const screen of screens) {
    for (let n = 1; n <= messages / screens.length; n += 1)
      screen.client.send({ content: `${screen.name} says ${n}` })
  }
  await until('all is sent', () => screens.every((screen) => screen.unsent() === 0), patienceMs).catch(
    () => undefined,
  )
  proxy.weather.delay = () => 0
  const faults = await settle({ history, screens, dataFile: server.dataFile }, Math.min(patienceMs, 10_000))
  return { figures: `${history.meant().size} messages, the echo first in ${echoesFirst()}`, faults }
}

/** Shown as sent although nobody has answered yet. */
function countEchoesFirst(
  screens: Awaited<ReturnType<typeof openVisitorScreen>>[],
  history: History,
): () => number {
  const early = new Set<string>()
  for (const { client } of screens) {
    client.state.subscribe(({ chats }) => {
      const last = [...chats.values()]
        .flatMap(({ thread }) => thread.filter(({ delivery }) => delivery === 'sent'))
        .at(-1)
      if (last !== undefined && !history.isAcknowledged(last.content)) early.add(last.content)
    })
  }
  return () => early.size
}

export const raceEcho: Experiment = {
  id: 'T02',
  name: 'race-echo',
  pass: '1,000 messages whose answer and echo come in either order: 1,000 bubbles, 0 double, 0 stuck in "sending"',
  run: (setting) => run(setting, { messages: 1_000 }),
  controls: [
    {
      broken: 'a server whose echo does not say which message it is of',
      mustFind: 'dup',
      run: (setting) => run(setting, { messages: 50, mutant: 'tells no keys', patienceMs: 3_000 }),
    },
  ],
}
