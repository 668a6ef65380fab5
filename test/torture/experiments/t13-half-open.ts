import type { ChatId } from '#shared/ids.ts'
import type { Experiment, Setting } from '../experiment.ts'
import {
  isSettled,
  newVisitorWithChat,
  openVisitorScreen,
  retryForEver,
  signIn,
  type Person,
} from '../harness/cast.ts'
import { startFaultProxy, type Direction } from '../harness/fault-proxy.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { inMs } from '../harness/numbers.ts'
import { recordingFetch } from '../harness/recording-fetch.ts'
import { say } from '../harness/say.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { comesTrue, until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const SERVER_WITHIN_MS = 20_000
const CLIENT_WITHIN_MS = 25_000
/** What is never noticed ends the experiment all the same. */
const PATIENCE_MS = 60_000

/** What vanishes on the way, and how that is said. */
const holes: readonly (readonly [readonly Direction[], string])[] = [
  [['up', 'down'], 'both ways'],
  [['up'], 'up'],
  [['down'], 'down'],
]

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const history = new History()
  const faults = new Faults()
  const commercial = await signIn(server.url)
  const stories = await Promise.all(
    holes.map(([swallow, name]) => vanish(setting, { server, history, faults, commercial, swallow, name })),
  )
  const screens = stories.map(({ screen }) => screen)
  faults.addAll(await settle({ history, screens, dataFile: server.dataFile }, 30_000))
  return { figures: stories.map(({ said }) => said).join('; '), faults: faults.list() }
}

interface Vanishing {
  readonly server: ServerProcess
  readonly history: History
  readonly faults: Faults
  readonly commercial: Person
  readonly swallow: readonly Direction[]
  readonly name: string
}

/** A visitor whose packets go nowhere, without a word to either end; both write meanwhile. */
async function vanish(setting: Setting, { server, history, faults, commercial, swallow, name }: Vanishing) {
  const visitor = await newVisitorWithChat(server.url)
  const proxy = await startFaultProxy(setting, server.port)
  const fetch = recordingFetch(history, name)
  const screen = await openVisitorScreen(setting, visitor, { name, url: proxy.url, fetch })
  retryForEver(screen.client)
  await until('the visitor is connected', () => isSettled(screen))
  const isOnline = () => screen.client.state.get().connection.state === 'online'
  const ports = new Set(proxy.ports())
  const isHeld = async () => (await socketPorts(server)).some((port) => ports.has(port))
  const begun = performance.now()
  const since = async (hasCome: () => boolean | Promise<boolean>) =>
    (await comesTrue(hasCome, PATIENCE_MS)) ? performance.now() - begun : Infinity

  proxy.weather.swallow = swallow
  await sayBoth(visitor.chatId)
  const [serverMs, clientMs] = await Promise.all([
    since(async () => !(await isHeld())),
    since(() => !isOnline()),
  ])
  faults.expect(serverMs <= SERVER_WITHIN_MS, 'limit', `${name}: the server noticed after ${inMs(serverMs)}`)
  faults.expect(clientMs <= CLIENT_WITHIN_MS, 'limit', `${name}: the visitor noticed after ${inMs(clientMs)}`)
  // The network is back; what knew the old connections has forgotten them.
  proxy.weather.swallow = []
  proxy.cut()
  return { screen, said: `${name}: server ${inMs(serverMs)}, client ${inMs(clientMs)}` }

  async function sayBoth(chatId: ChatId): Promise<void> {
    screen.client.send({ content: `${name}: into the hole` })
    await say(commercial, { chatId, content: `${name}: out of the hole` }, history)
  }
}

async function socketPorts(server: ServerProcess): Promise<number[]> {
  const { connections } = await server.ask({ connections: true })
  return connections.filter(({ isWebSocket }) => isWebSocket).map(({ port }) => port)
}

export const halfOpen: Experiment = {
  id: 'T13',
  name: 'half-open',
  pass: 'packets vanish both ways, or one: the server notices ≤ 20 s, the client ≤ 25 s and says "reconnecting"; nothing lost',
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that finds out late who is gone',
      mustFind: 'limit',
      run: (setting) => run(setting, 'finds out late who is gone'),
    },
  ],
}
