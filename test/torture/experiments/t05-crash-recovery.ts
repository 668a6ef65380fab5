import { statSync } from 'node:fs'
import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat, type VisitorWithChat } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { fillWithMessages } from '../harness/many-messages.ts'
import { inMiB, inMs } from '../harness/numbers.ts'
import { say } from '../harness/say.ts'
import { startServer } from '../harness/server-process.ts'
import { until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const CHATS = 1_000
const EACH = 1_000
const READY_WITHIN_MS = 2_000
const SENT_WITHIN_MS = 3_000

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const visitors = await Promise.all(Array.from({ length: 8 }, () => newVisitorWithChat(server.url)))
  await server.stop()
  fillWithMessages(server.dataFile, { chats: CHATS, each: EACH })
  await server.start()
  const acknowledged = await writeUntilKilled(visitors, server.kill)
  const readyMs = await server.start()
  const begun = performance.now()
  const [visitor] = visitors as [VisitorWithChat]
  const { status } = await say(visitor, { chatId: visitor.chatId, content: 'after the crash' })
  const sentMs = readyMs + performance.now() - begun
  const faults = new Faults()
  faults.expect(status === 201, 'answer', `the first message: ${status}`)
  faults.expect(readyMs <= READY_WITHIN_MS, 'limit', `ready after ${inMs(readyMs)}`)
  faults.expect(sentMs <= SENT_WITHIN_MS, 'limit', `the first message after ${inMs(sentMs)}`)
  const answer = await visitor.call('GET /v2/messages/chat/:chatId', {
    params: { chatId: visitor.chatId },
    query: { after: '0', limit: '100' },
  })
  const { messages } = answer.body as { messages: { content: string }[] }
  const mine = acknowledged.filter(({ chatId }) => chatId === visitor.chatId).slice(0, 100)
  const kept = new Set(messages.map(({ content }) => content))
  for (const { content } of mine) faults.expect(kept.has(content), 'lost', `"${content}" was acknowledged`)
  return {
    figures: `${(CHATS * EACH).toLocaleString('en')} messages in ${inMiB(statSync(server.dataFile).size)}, killed after ${acknowledged.length} more; ready in ${inMs(readyMs)}, first message stored after ${inMs(sentMs)}`,
    faults: faults.list(),
  }
}

async function writeUntilKilled(
  visitors: readonly VisitorWithChat[],
  kill: () => Promise<void>,
): Promise<{ chatId: string; content: string }[]> {
  const acknowledged: { chatId: string; content: string }[] = []
  const killing = new AbortController()
  const writing = visitors.map(async (visitor) => {
    const { chatId } = visitor
    for (let n = 1; !killing.signal.aborted; n += 1) {
      const content = `${chatId} ${n}`
      const answer = await say(visitor, { chatId, content }).catch(() => null)
      if (answer?.status === 201) acknowledged.push({ chatId, content })
    }
  })
  await until('enough is under way', () => acknowledged.length >= 200)
  killing.abort()
  await kill()
  await Promise.all(writing)
  return acknowledged
}

export const crashRecovery: Experiment = {
  id: 'T05',
  name: 'crash-recovery',
  pass: '1,000,000 messages, SIGKILL under load: ready ≤ 2 s, first message stored ≤ 3 s, nothing acknowledged lost',
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that looks through all its data before it serves',
      mustFind: 'limit',
      run: (setting) => run(setting, 'looks through all its data before it serves'),
    },
  ],
}
