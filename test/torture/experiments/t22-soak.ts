import { setTimeout as pause } from 'node:timers/promises'
import { io } from 'socket.io-client'
import type { Experiment, Setting } from '../experiment.ts'
import {
  isSettled,
  newCommercials,
  newVisitorWithChat,
  openCommercialScreen,
  openVisitorScreen,
  retryForEver,
  type VisitorWithChat,
} from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { inMiB } from '../harness/numbers.ts'
import { recordingFetch } from '../harness/recording-fetch.ts'
import type { Screen } from '../harness/screen.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const VISITORS = 20
const SEND_EVERY_MS = 1_000
/** Of every kind of guest, one after the other. */
const GUEST_EVERY_MS = 100
const HEAP_BYTES_A_MINUTE = 1024 * 1024
const MORE_FILES = 5
/** What code is compiled and cached once is no leak: the first slices count for nothing. */
const WARM_UP = 2

interface Soak {
  readonly slices: number
  readonly sliceMs: number
  readonly mutant?: MutantName
}

interface Look {
  readonly heap: number
  /** Open files of the process, its connections left out. */
  readonly files: number
  readonly sockets: number
}

async function run(setting: Setting, { slices, sliceMs, mutant }: Soak): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const history = new History()
  const faults = new Faults()
  const visitors = await Promise.all(Array.from({ length: VISITORS }, () => newVisitorWithChat(server.url)))
  const screens = await openScreens(setting, { server, history, visitors })
  // An answer to something unseen comes back, and is sent again.
  for (const { client } of screens) retryForEver(client)
  await until('everybody is connected', () => screens.every(isSettled))
  const looks: Look[] = []
  let guests = 0
  for (let slice = 1; slice <= slices; slice += 1) {
    const load = new AbortController()
    const working = screens.map((screen) => write(setting, screen, load.signal))
    const coming = comeAndGo(setting, { server, visitors }, load.signal)
    await pause(sliceMs)
    load.abort()
    await Promise.all(working)
    guests += await coming
    looks.push(await lookQuietly(server, screens.length))
  }
  const counted = looks.slice(WARM_UP)
  const perMinute = slopeOf(counted.map(({ heap }) => heap)) * (60_000 / sliceMs)
  const files = counted.map((look) => look.files)
  const moreFiles = Math.max(...files) - Math.min(...files)
  const sockets = new Set(counted.map((look) => look.sockets))
  faults.expect(perMinute < HEAP_BYTES_A_MINUTE, 'limit', `the heap grows by ${inMiB(perMinute)} a minute`)
  faults.expect(moreFiles <= MORE_FILES, 'limit', `open files: ${files.join(', ')}`)
  faults.expect(
    sockets.size === 1 && sockets.has(screens.length),
    'limit',
    `sockets: ${[...sockets].join(', ')}`,
  )
  faults.addAll(await settle({ history, screens, dataFile: server.dataFile }, 20_000))
  return {
    figures: `${slices} slices of ${sliceMs / 1_000} s, ${history.meant().size} messages, ${guests} guests; heap ${inMiB(perMinute)} a minute, files ${files.join(', ')}, sockets ${[...sockets].join(', ')}`,
    faults: faults.list(),
  }
}

async function openScreens(
  setting: Setting,
  {
    server,
    history,
    visitors,
  }: { server: ServerProcess; history: History; visitors: readonly VisitorWithChat[] },
): Promise<Screen[]> {
  const { url } = server
  const chatIds = visitors.map(({ chatId }) => chatId)
  const by = (name: string) => ({ name, url, fetch: recordingFetch(history, name) })
  const commercials = await newCommercials(url, 3)
  return Promise.all([
    ...visitors.map((visitor, n) => openVisitorScreen(setting, visitor, by(`visitor ${n + 1}`))),
    ...commercials.map((person, n) =>
      openCommercialScreen(setting, person, { ...by(`commercial ${n + 1}`), chatIds }),
    ),
  ])
}

async function write({ random }: Setting, screen: Screen, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const content = `${screen.name} says ${crypto.randomUUID()}`
    screen.client.send({
      chatId: random.pick(screen.chatIds()),
      content,
      isInternal: screen.side === 'commercial' && random.next() < 0.2,
    })
    await pause(random.int(SEND_EVERY_MS / 2, SEND_EVERY_MS * 2))
  }
}

/** People who connect and are gone again, at every moment of it; uploads and readings that are broken off. Returns how many. */
async function comeAndGo(
  { random }: Setting,
  { server, visitors }: { server: ServerProcess; visitors: readonly VisitorWithChat[] },
  signal: AbortSignal,
): Promise<number> {
  let guests = 0
  const under: Promise<unknown>[] = []
  while (!signal.aborted) {
    const visitor = random.pick(visitors)
    under.push(dropIn(server, visitor, random.int(0, 60)), breakOff(server, visitor, random.int(0, 20)))
    guests += 2
    await pause(GUEST_EVERY_MS)
  }
  await Promise.all(under)
  return guests
}

function dropIn({ url }: ServerProcess, { token, chatId }: VisitorWithChat, stayMs: number): Promise<void> {
  const transports = stayMs % 10 === 0 ? ['polling'] : ['websocket']
  const socket = io(url, { transports, forceNew: true, reconnection: false, auth: { token } })
  socket.on('connect', () => {
    socket.emit('chat:join', { chatId })
    socket.emit('typing:start', { chatId })
  })
  return pause(stayMs).then(() => void socket.disconnect())
}

async function breakOff(
  { url }: ServerProcess,
  { token, chatId }: VisitorWithChat,
  afterMs: number,
): Promise<void> {
  const form = new FormData()
  form.append('chatId', chatId)
  form.append('file', new File(['x'.repeat(200_000)], 'roto.txt'))
  const stop = new AbortController()
  const asked = [
    fetch(`${url}/v2/files/upload`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${token}` },
      signal: stop.signal,
    }),
    fetch(`${url}/v2/messages/chat/${chatId}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: stop.signal,
    }),
  ]
  await pause(afterMs)
  stop.abort()
  await Promise.allSettled(asked)
}

/** Once nobody is there any more but those who stay. */
async function lookQuietly(server: ServerProcess, staying: number): Promise<Look> {
  const look = async () => {
    const { heapUsed, files, connections } = await server.ask({ collect: true, connections: true })
    const sockets = connections.filter(({ isWebSocket }) => isWebSocket).length
    return { heap: heapUsed, files: files - connections.length, sockets }
  }
  let last = await look()
  // Polling guests are waited for until they do not answer; after that, whoever is still held is held for ever.
  const deadline = performance.now() + 25_000
  while (last.sockets !== staying && performance.now() < deadline) {
    await pause(500)
    last = await look()
  }
  return last
}

/** By least squares, per step. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const above = values.reduce((sum, value, n) => sum + (n - middle) * (value - mean), 0)
  return above / values.reduce((sum, _, n) => sum + (n - middle) ** 2, 0)
}

export const soak: Experiment = {
  id: 'T22',
  name: 'soak',
  pass: 'everything at once in 8 slices of 20 s, guests who are gone again at every moment: the heap grows < 1 MiB a minute, files and sockets by nothing',
  run: (setting) => run(setting, { slices: 8, sliceMs: 20_000 }),
  controls: [
    {
      broken: 'a server that forgets nobody who has left',
      mustFind: 'limit',
      run: (setting) => run(setting, { slices: 5, sliceMs: 8_000, mutant: 'forgets nobody who has left' }),
    },
  ],
}
