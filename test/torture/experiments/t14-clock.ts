import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat } from '../harness/cast.ts'
import { checkStored } from '../harness/check.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inTurns, say } from '../harness/say.ts'
import { startServer } from '../harness/server-process.ts'
import { readStored } from '../harness/stored.ts'
import type { MutantName } from '../inside/mutants.ts'

const HOUR_MS = 3_600_000
const STEPS_MS = [-HOUR_MS, HOUR_MS, -5_000, 5_000, 0]
const PAGE = 50

async function run(setting: Setting, messages: number, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const visitor = await newVisitorWithChat(server.url)
  const { chatId } = visitor
  const params = { chatId }
  let steps = 0
  for (let sent = 0; sent < messages; sent += 20) {
    steps += 1
    await server.ask({ clockOffsetMs: setting.random.pick(STEPS_MS) })
    await inTurns(Array.from({ length: 20 }), (_, n) => say(visitor, { chatId, content: `m ${sent + n}` }))
  }
  const stored = readStored(server.dataFile).messages
  checkStored(stored, faults)

  const read: string[] = []
  let dateFrom = new Date(0).toISOString()
  for (let hasMore = true; hasMore;) {
    const query = { limit: String(PAGE), dateFrom }
    const { body } = await visitor.call('GET /v2/messages/chat/:chatId', { params, query })
    const page = body as unknown as { messages: { messageId: string; sentAt: string }[]; hasMore: boolean }
    const fresh = page.messages.filter(({ messageId }) => !read.includes(messageId))
    read.push(...fresh.map(({ messageId }) => messageId))
    hasMore = page.hasMore && fresh.length > 0
    dateFrom = page.messages.at(-1)?.sentAt ?? dateFrom
  }
  const isWhole = read.join() === stored.map(({ messageId }) => messageId).join()
  faults.expect(isWhole, 'gap', `dateFrom read ${read.length} of ${stored.length}, or in another order`)
  return {
    figures: `${stored.length} messages over ${steps} steps of the clock, ${read.length} read by dateFrom`,
    faults: faults.list(),
  }
}

export const clock: Experiment = {
  id: 'T14',
  name: 'clock',
  pass: 'server clock −1 h, +1 h, ±5 s in turn, 1,000 messages: `sentAt` strictly up, order = seq, `dateFrom` paging 0 lost, 0 dup',
  run: (setting) => run(setting, 1_000),
  controls: [
    {
      broken: 'a server that stamps by the clock alone',
      mustFind: 'time',
      run: (setting) => run(setting, 200, 'stamps by the clock alone'),
    },
  ],
}
