import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat, signIn, type Person } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inTurns, say } from '../harness/say.ts'
import { startServer } from '../harness/server-process.ts'
import { readStored } from '../harness/stored.ts'
import type { MutantName } from '../inside/mutants.ts'

const PAGE = 50

interface Told {
  readonly messageId: string
  readonly sentAt: string
}

/**
 * A client written from the seed document: it knows no `seq`, remembers the newest `sentAt` it was told, reads from there on when it
 * is back, and shows what it has not shown.
 */
function createSeedClient(person: Person, chatId: string, faults: Faults) {
  const shown: string[] = []
  let dateFrom: string | undefined

  async function readPage(): Promise<{ fresh: number; hasMore: boolean }> {
    const query = { limit: String(PAGE), ...(dateFrom !== undefined && { dateFrom }) }
    const { body } = await person.call('GET /v2/messages/chat/:chatId', { params: { chatId }, query })
    const { messages, hasMore } = body as unknown as { messages: Told[]; hasMore: boolean }
    const fresh = messages.filter(({ messageId }) => !shown.includes(messageId))
    shown.push(...fresh.map(({ messageId }) => messageId))
    dateFrom = messages.at(-1)?.sentAt ?? dateFrom
    return { fresh: fresh.length, hasMore }
  }

  return {
    shown,
    /** Page after page, until one brings nothing new. */
    async reconnect(): Promise<void> {
      dateFrom ??= new Date(0).toISOString()
      for (let page = 0; ; page += 1) {
        const { fresh, hasMore } = await readPage()
        if (fresh === 0 && hasMore)
          faults.add('stuck', `a page from ${dateFrom} brings nothing new, and there is more`)
        if (fresh === 0 || !hasMore) return
      }
    },
  }
}

async function run(
  setting: Setting,
  { reconnects, mutant }: { reconnects: number; mutant?: MutantName },
): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const visitor = await newVisitorWithChat(server.url)
  const commercial = await signIn(server.url)
  const { chatId } = visitor
  const client = createSeedClient(visitor, chatId, faults)
  let written = 0
  for (let n = 0; n < reconnects; n += 1) {
    // As many at once as the group commit takes: without a rule they would share a millisecond.
    const burst = setting.random.pick([0, 1, 7, PAGE - 1, PAGE, PAGE + 1, 120])
    const isInternal = setting.random.next() < 0.2
    await inTurns(
      Array.from({ length: burst }),
      () => say(commercial, { chatId, content: `m ${(written += 1)}`, isInternal }),
      64,
    )
    await client.reconnect()
  }
  const visible = readStored(server.dataFile).messages.filter(({ isInternal }) => !isInternal)
  const shown = new Set(client.shown)
  const lost = visible.filter(({ messageId }) => !shown.has(messageId)).length
  faults.expect(lost === 0, 'gap', `${lost} of ${visible.length} were never shown`)
  faults.expect(
    shown.size === client.shown.length,
    'dup',
    `${client.shown.length} shown, ${shown.size} different`,
  )
  const isInOrder = client.shown.join() === visible.map(({ messageId }) => messageId).join()
  if (lost === 0) faults.expect(isInOrder, 'order', 'shown in another order than stored')
  return {
    figures: `${visible.length} messages over ${reconnects} reconnects, ${lost} lost`,
    faults: faults.list(),
  }
}

export const dateFromLegacy: Experiment = {
  id: 'T20',
  name: 'dateFrom-legacy',
  pass: 'a client of the seed document, bursts without pauses, 100 reconnects from its last `sentAt`: 0 lost, each shown once',
  isQuick: true,
  run: (setting) => run(setting, { reconnects: setting.isQuick ? 20 : 100 }),
  controls: [
    {
      broken: 'a server whose stamps are the clock’s and whose `dateFrom` excludes',
      mustFind: 'gap',
      run: (setting) =>
        run(setting, { reconnects: 15, mutant: 'stamps by the clock alone, and reads after a stamp' }),
    },
  ],
}
