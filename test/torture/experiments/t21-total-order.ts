import type { Experiment, Setting } from '../experiment.ts'
import {
  isSettled,
  newCommercials,
  newVisitorWithChat,
  openCommercialScreen,
  type Person,
} from '../harness/cast.ts'
import type { Outcome } from '../harness/faults.ts'
import { History } from '../harness/history.ts'
import { inTurns, say } from '../harness/say.ts'
import type { Screen } from '../harness/screen.ts'
import { startServer } from '../harness/server-process.ts'
import { settle } from '../harness/settle.ts'
import { until } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'
import type { ChatId } from '#shared/ids.ts'

interface Plan {
  readonly messages: number
  readonly watchers: number
  readonly mutant?: MutantName
  readonly patienceMs?: number
}

async function run(
  setting: Setting,
  { messages, watchers, mutant, patienceMs = 20_000 }: Plan,
): Promise<Outcome> {
  const { random } = setting
  const server = await startServer(setting, { mutant })
  const history = new History()
  const visitor = await newVisitorWithChat(server.url)
  const { chatId } = visitor
  const commercials = await newCommercials(server.url, 5)
  const senders: readonly Person[] = [visitor, ...commercials]
  const joinAt = new Set(Array.from({ length: watchers }, () => random.int(0, messages - 1)))
  const screens: Promise<Screen>[] = []
  const join = () => {
    const name = `watcher ${screens.length + 1}`
    screens.push(
      openCommercialScreen(setting, random.pick(commercials), { name, url: server.url, chatIds: [chatId] }),
    )
  }
  await inTurns(
    Array.from({ length: messages }),
    async (_, n) => {
      if (joinAt.has(n)) join()
      await say(
        senders[n % senders.length] as Person,
        { chatId, content: `m ${n}`, isInternal: n % 6 > 3 && n % 4 === 0 },
        history,
      )
    },
    senders.length,
  )
  while (screens.length < watchers) join()
  const watching = await Promise.all(screens)
  await until('everybody has read', () => watching.every(isSettled))
  for (const screen of watching) await readAll(screen, chatId)
  const faults = await settle({ history, screens: watching, dataFile: server.dataFile }, patienceMs)
  const lists = new Set(
    watching.map((screen) =>
      screen
        .shown(chatId)
        .map(({ messageId }) => messageId)
        .join(),
    ),
  )
  return {
    figures: `${history.meant().size} messages by ${senders.length} senders, ${watching.length} watchers, ${lists.size} different list${lists.size === 1 ? '' : 's'} of ${watching[0]?.shown(chatId).length}`,
    faults,
  }
}

/** Back to the first message. */
async function readAll({ client }: Screen, chatId: ChatId): Promise<void> {
  for (let page = 0; page < 200; page += 1) {
    if (client.state.get().chats.get(chatId)?.hasOlder !== true) return
    await client.loadOlder(chatId)
  }
}

export const totalOrder: Experiment = {
  id: 'T21',
  name: 'total order',
  pass: '6 senders, one chat, 3,000 messages, 20 watchers joining at random moments: 20 identical lists',
  run: (setting) => run(setting, { messages: 3_000, watchers: 20 }),
  controls: [
    {
      broken: 'a server that numbers two messages alike',
      mustFind: 'order',
      run: (setting) =>
        run(setting, {
          messages: 200,
          watchers: 3,
          mutant: 'numbers every seventh message like the one before',
          patienceMs: 1_000,
        }),
    },
  ],
}
