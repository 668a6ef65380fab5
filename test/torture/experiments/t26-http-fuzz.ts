import { bearer } from '../../contract/call.ts'
import { fuzzedRequests, type FuzzedRequest, type Things } from '../../attacks/fuzz/requests.ts'
import { createSender, type Sender } from '../../attacks/fuzz/send.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { createBystander } from '../harness/bystander.ts'
import { newVisitor, signIn, type Person } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inMs, percentile } from '../harness/numbers.ts'
import { inTurns } from '../harness/say.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import type { MutantName } from '../inside/mutants.ts'

const LATENCY_MS = 100
/** Some of them end sessions and erase people: new people for every so many. */
const EACH = 50
const AT_ONCE = 4
const STACK = /SQLITE|node_modules|\.ts:\d+| at .*\(/

async function run(
  setting: Setting,
  { requests, mutant }: { requests: number; mutant?: MutantName },
): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const bystander = await createBystander(setting, server)
  const sender = createSender(server.url)
  setting.defer(sender.close)
  const seed = setting.random.int(0, 2 ** 31 - 1)
  const asked: Asked = { sender, faults, statuses: new Map(), latencies: [] }
  let done = 0
  for (; done < requests && server.isRunning(); done += EACH) {
    const { things, headers } = await newPeople(server, done / EACH)
    const batch = fuzzedRequests({ seed: seed + done, count: EACH, things })
    await inTurns(batch, (fuzzed) => ask(asked, fuzzed, headers), AT_ONCE)
  }
  faults.expect(server.isRunning(), 'death', `after ${done} requests: ${server.output().slice(-300)}`)
  if (server.isRunning()) await bystander.expectServed(faults)
  const p99 = percentile(asked.latencies, 0.99)
  faults.expect(p99 <= LATENCY_MS, 'limit', `p99 ${inMs(p99)}`)
  const classes = [2, 3, 4, 5].map((hundred) => `${asked.statuses.get(hundred) ?? 0} × ${hundred}xx`)
  // Junk that is all turned away at the door would prove nothing about what is behind it.
  faults.expect((asked.statuses.get(2) ?? 0) > done / 60, 'answer', 'next to nothing was accepted')
  return { figures: `${done} requests: ${classes.join(', ')}; p99 ${inMs(p99)}`, faults: faults.list() }
}

interface Asked {
  readonly sender: Sender
  readonly faults: Faults
  /** By hundreds. */
  readonly statuses: Map<number, number>
  readonly latencies: number[]
}

async function ask(
  { sender, faults, statuses, latencies }: Asked,
  fuzzed: FuzzedRequest,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const begun = performance.now()
  const { status, text } = await sender.send(fuzzed, headers).catch((cause: unknown) => ({
    status: 599,
    text: String(cause),
  }))
  latencies.push(performance.now() - begun)
  const hundred = Math.floor(status / 100)
  statuses.set(hundred, (statuses.get(hundred) ?? 0) + 1)
  const what = JSON.stringify(fuzzed).slice(0, 500)
  faults.expect(status < 500, 'answer', `${status} to ${what}`)
  faults.expect(!STACK.test(text), 'leak', `a stack for ${what}`)
}

/** In turn a visitor, the admin and nobody ask, always about a visitor's things. */
async function newPeople(
  server: ServerProcess,
  turn: number,
): Promise<{ things: Things; headers: Record<string, string> }> {
  const visitor = await newVisitor(server.url)
  const opened = await visitor.call('POST /v2/chats', { body: { message: { content: 'hola' } } })
  const { chatId, siteId, lastMessage } = opened.body as {
    chatId: string
    siteId: string
    lastMessage: { messageId: string }
  }
  const things = { chatId, siteId, visitorId: visitor.userId, messageId: lastMessage.messageId, kid: 'none' }
  const askers: readonly (() => Person | null | Promise<Person>)[] = [
    () => visitor,
    () => signIn(server.url),
    () => null,
  ]
  const asker = await askers[turn % askers.length]?.()
  return { things, headers: asker === null || asker === undefined ? {} : bearer(asker.token) }
}

export const httpFuzz: Experiment = {
  id: 'T26',
  name: 'HTTP fuzz',
  pass: '10,000 requests made from the schemas and broken in every part: 0 × 5xx, 0 stacks, p99 < 100 ms',
  run: (setting) => run(setting, { requests: 10_000 }),
  controls: [
    {
      broken: 'a server that takes broken JSON for its own fault',
      mustFind: 'answer',
      run: (setting) => run(setting, { requests: 500, mutant: 'takes broken JSON for its own fault' }),
    },
  ],
}
