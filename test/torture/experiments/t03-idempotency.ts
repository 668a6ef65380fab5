import type { Experiment, Setting } from '../experiment.ts'
import { newVisitorWithChat, signIn, type Person } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { startServer } from '../harness/server-process.ts'
import { readStored } from '../harness/stored.ts'
import type { Answer } from '../../contract/call.ts'
import type { MutantName } from '../inside/mutants.ts'

const AT_ONCE = 50
const AFTER_RESTART = 3

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const [visitor, other] = [await newVisitorWithChat(server.url), await newVisitorWithChat(server.url)]
  const commercial = await signIn(server.url)
  const key = crypto.randomUUID()
  const send = (person: Person, chatId: string, content: string) =>
    person.call('POST /v2/messages', { body: { chatId, content, clientMessageId: key } })

  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, () => send(visitor, visitor.chatId, 'once')),
  )
  await server.kill()
  await server.start()
  for (let n = 0; n < AFTER_RESTART; n += 1) answers.push(await send(visitor, visitor.chatId, 'once'))
  checkRepeats(answers, faults)

  const conflict = await send(visitor, visitor.chatId, 'something else')
  expectAnswer(faults, conflict, [409, 'idempotency_conflict'], 'the same key with another content')
  // A key belongs to its sender and its chat.
  expectAnswer(faults, await send(commercial, visitor.chatId, 'by another'), [201], 'by another sender')
  expectAnswer(faults, await send(other, other.chatId, 'once'), [201], 'in another chat')
  expectAnswer(faults, await send(commercial, other.chatId, 'by another'), [201], 'one sender, another chat')

  const rows = readStored(server.dataFile).messages.filter(({ clientMessageId }) => clientMessageId === key)
  faults.expect(rows.length === 4, 'dup', `${rows.length} rows for four different messages`)
  return { figures: `${answers.length} repeats, ${rows.length - 3} row`, faults: faults.list() }
}

/** One made it, the others are told exactly what that one was. */
function checkRepeats(answers: readonly Answer[], faults: Faults): void {
  const made = answers.filter(({ status }) => status === 201)
  const told = answers.filter(({ status }) => status === 200)
  faults.expect(made.length === 1, 'dup', `${made.length} answers 201`)
  faults.expect(
    told.length === answers.length - 1,
    'answer',
    `${told.length} of ${answers.length - 1} repeats are 200`,
  )
  const bodies = new Set([...made, ...told].map(({ text }) => text))
  faults.expect(bodies.size === 1, 'answer', `${bodies.size} different bodies`)
}

function expectAnswer(
  faults: Faults,
  { status, body, text }: Answer,
  [expected, code]: readonly [number, string?],
  what: string,
): void {
  const isRight = status === expected && (code === undefined || body['code'] === code)
  faults.expect(isRight, 'answer', `${what}: ${status} ${text}`)
}

export const idempotency: Experiment = {
  id: 'T03',
  name: 'idempotency',
  pass: 'same key ×50 at once and ×3 after SIGKILL: 1 row, equal 200s; other content 409; other sender and other chat independent',
  isQuick: true,
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that knows no repeats',
      mustFind: 'answer',
      run: (setting) => run(setting, 'knows no repeats'),
    },
  ],
}
