import type { ChatId } from '#shared/ids.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { newCommercials, newVisitorWithChat, type Person } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { openSocket, type RawSocket } from '../harness/raw-socket.ts'
import { inTurns, say } from '../harness/say.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import { byChat } from '../harness/check.ts'
import { readStored } from '../harness/stored.ts'
import type { MutantName } from '../inside/mutants.ts'

/** As many as one socket may join. */
const CHATS_PER_EAR = 100

async function run(setting: Setting, chats: number, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const commercials = await newCommercials(server.url, 5)
  const chatIds: ChatId[] = []
  await inTurns(Array.from({ length: chats }), async () => {
    chatIds.push((await newVisitorWithChat(server.url)).chatId)
  })
  const ears = await listenTo(setting, { server, listener: commercials[0] as Person, chatIds })
  await inTurns(chatIds, (chatId) => answerAtOnce(setting, commercials, chatId), 8)
  for (const ear of ears) await ear.ask('health-check')

  const told = ears.flatMap(({ heard }) => heard).filter(([name]) => name === 'chat:status')
  const stored = byChat(readStored(server.dataFile).messages)
  for (const chatId of chatIds) {
    const messages = stored.get(chatId) ?? []
    const first = messages.filter(({ isFirstResponse }) => isFirstResponse)
    faults.expect(first.length === 1, 'dup', `${chatId}: ${first.length} first responses`)
    faults.expect(
      !first.some(({ isInternal }) => isInternal),
      'leak',
      `${chatId}: a note is the first response`,
    )
    faults.expect(first[0]?.publicSeq === 1, 'order', `${chatId}: public ${first[0]?.publicSeq} is the first`)
    const changes = told.filter(([, payload]) => (payload as { chatId: string }).chatId === chatId)
    const statuses = changes.map(([, payload]) => (payload as { status: string }).status)
    const isOnce = statuses.join() === 'IN_PROGRESS'
    faults.expect(isOnce, 'dup', `${chatId}: ${changes.length} × chat:status`)
  }
  const replies = [...stored.values()].flat()
  const notes = replies.filter(({ isInternal }) => isInternal).length
  return {
    figures: `${chatIds.length} chats, ${replies.length - notes} replies and ${notes} notes, ${replies.filter(({ isFirstResponse }) => isFirstResponse).length} first responses, ${told.length} changes of status`,
    faults: faults.list(),
  }
}

async function listenTo(
  setting: Setting,
  { server, listener, chatIds }: { server: ServerProcess; listener: Person; chatIds: readonly ChatId[] },
): Promise<RawSocket[]> {
  const ears: RawSocket[] = []
  for (let at = 0; at < chatIds.length; at += CHATS_PER_EAR) {
    const ear = await openSocket(setting, server.url, { token: listener.token })
    for (const chatId of chatIds.slice(at, at + CHATS_PER_EAR)) await ear.ask('chat:join', { chatId })
    ears.push(ear)
  }
  return ears
}

/** Two to five of them, each with a note before or after, in any order. */
async function answerAtOnce(
  { random }: Setting,
  commercials: readonly Person[],
  chatId: ChatId,
): Promise<void> {
  const answering = random.shuffle(commercials).slice(0, random.int(2, commercials.length))
  const writings = random.shuffle(
    answering.flatMap((person) => [
      { person, isInternal: false },
      { person, isInternal: true },
    ]),
  )
  await Promise.all(
    writings.map(({ person, isInternal }) =>
      say(person, { chatId, content: `${isInternal ? 'note' : 'reply'} of ${person.userId}`, isInternal }),
    ),
  )
}

export const firstResponse: Experiment = {
  id: 'T06',
  name: 'first-response',
  pass: '2–5 commercials answer each of 300 chats at once, with notes: exactly 300 `isFirstResponse`, none on a note, one `IN_PROGRESS` each',
  isQuick: true,
  run: (setting) => run(setting, setting.isQuick ? 40 : 300),
  controls: [
    {
      broken: 'a server that calls every reply the first',
      mustFind: 'dup',
      run: (setting) => run(setting, 10, 'calls every reply the first'),
    },
  ],
}
