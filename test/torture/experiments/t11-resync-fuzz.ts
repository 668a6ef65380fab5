import type { Experiment, Setting } from '../experiment.ts'
import { newCommercials, newVisitorWithChat, openVisitorScreen, type Person } from '../harness/cast.ts'
import { startFaultProxy } from '../harness/fault-proxy.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { createReadCounter } from '../harness/read-counter.ts'
import { inTurns, say } from '../harness/say.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { comesTrue, until } from '../harness/until.ts'
import type { Screen } from '../harness/screen.ts'
import type { MutantName } from '../inside/mutants.ts'

interface Fuzz {
  readonly readers: number
  /** Offline windows of each reader. */
  readonly windows: number
  readonly mutant?: MutantName
  readonly patienceMs?: number
}

const PAGE = 50

interface Tally {
  missed: number
  reads: number
}

async function run(setting: Setting, fuzz: Fuzz): Promise<Outcome> {
  const server = await startServer(setting, { mutant: fuzz.mutant })
  const history = new History()
  const faults = new Faults()
  const tally: Tally = { missed: 0, reads: 0 }
  const writers = await newCommercials(server.url, fuzz.readers)
  const screens = await Promise.all(
    writers.map((writer) => readThroughOutages(setting, { server, history, faults, tally, writer, fuzz })),
  )
  faults.addAll(await settle({ history, screens, dataFile: server.dataFile }, fuzz.patienceMs ?? 20_000))
  return {
    figures: `${fuzz.readers * fuzz.windows} windows, ${tally.missed} messages missed and read again in ${tally.reads} requests`,
    faults: faults.list(),
  }
}

interface Reading {
  readonly server: ServerProcess
  readonly history: History
  readonly faults: Faults
  readonly tally: Tally
  readonly writer: Person
  readonly fuzz: Fuzz
}

/** One visitor behind a network of their own, which goes away again and again while a commercial writes. */
async function readThroughOutages(
  setting: Setting,
  { server, history, faults, tally, writer, fuzz }: Reading,
): Promise<Screen> {
  const { random } = setting
  const visitor = await newVisitorWithChat(server.url)
  const proxy = await startFaultProxy(setting, server.port)
  const reads = createReadCounter()
  const { chatId } = visitor
  const screen = await openVisitorScreen(setting, visitor, {
    name: chatId,
    url: proxy.url,
    fetch: reads.fetch,
  })
  const isOnline = () => screen.client.state.get().connection.state === 'online'
  const isReady = () => screen.client.state.get().chats.get(chatId)?.history.state === 'ready'
  await until('the reader is connected', () => isOnline() && isReady())
  let written = 0
  const write = (count: number) =>
    inTurns(Array.from({ length: count }), () =>
      say(writer, { chatId, content: `${chatId} ${(written += 1)}` }, history),
    )

  for (let window = 1; window <= fuzz.windows; window += 1) {
    const before = screen.shown(chatId).length
    proxy.weather.isDown = true
    proxy.cut()
    await until('the cut is noticed', () => !isOnline())
    await write(burst(random))
    reads.count = 0
    proxy.weather.isDown = false
    screen.client.connectNow()
    // Live traffic goes on while it catches up; not at the very end, so that nothing but the resync can tell of the last.
    if (window < fuzz.windows) await write(random.int(0, 5))
    const isInStep = await comesTrue(() => screen.shown(chatId).length === written, fuzz.patienceMs ?? 20_000)
    const missed = written - before
    if (!isInStep)
      faults.add('gap', `window ${window}: ${screen.shown(chatId).length} of ${written} after a resync`)
    const allowed = Math.ceil(missed / PAGE) + 1
    if (isInStep)
      faults.expect(reads.count <= allowed, 'limit', `${reads.count} requests for ${missed} messages`)
    tally.missed += missed
    tally.reads += reads.count
  }
  return screen
}

/** Mostly a few, sometimes several pages. */
function burst({ next, int }: Setting['random']): number {
  const kind = next()
  if (kind < 0.2) return 0
  if (kind < 0.75) return int(1, 30)
  return kind < 0.95 ? int(31, 150) : int(151, 500)
}

export const resyncFuzz: Experiment = {
  id: 'T11',
  name: 'resync-fuzz',
  pass: '1,000 random offline windows, bursts 0–500, live traffic meanwhile: 0 missing, 0 dup, ≤ ⌈n/50⌉+1 requests',
  isQuick: true,
  run: (setting) =>
    run(setting, setting.isQuick ? { readers: 3, windows: 6 } : { readers: 10, windows: 100 }),
  controls: [
    {
      broken: 'a join that does not say what was missed',
      mustFind: 'gap',
      run: (setting) =>
        run(setting, {
          readers: 2,
          windows: 3,
          mutant: 'says nothing of what was missed',
          patienceMs: 3_000,
        }),
    },
  ],
}
