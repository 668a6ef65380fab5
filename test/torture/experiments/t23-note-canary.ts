import type { Experiment, Setting } from '../experiment.ts'
import type { Request } from '../../contract/call.ts'
import { newVisitorWithChat, signIn, type Person, type VisitorWithChat } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { openSocket, type RawSocket } from '../harness/raw-socket.ts'
import { say } from '../harness/say.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import type { MutantName } from '../inside/mutants.ts'
import type { EndpointName } from '#shared/endpoints.ts'

const REPLIES = 20

/** Everything that a visitor can ask for, on every page and from every cursor. */
function surfaces(chatId: string): readonly (readonly [EndpointName, Request])[] {
  const history = 'GET /v2/messages/chat/:chatId'
  const params = { chatId }
  const beginning = new Date(0).toISOString()
  return [
    [history, { params }],
    [history, { params, query: { limit: '1' } }],
    [history, { params, query: { after: '0', limit: '100' } }],
    [history, { params, query: { after: '3', limit: '2' } }],
    [history, { params, query: { before: '5', limit: '3' } }],
    [history, { params, query: { after: '0', changedAfter: beginning } }],
    [history, { params, query: { dateFrom: beginning, limit: '7' } }],
    ['GET /v2/chats/:chatId', { params }],
    ['GET /v2/chats', {}],
    ['GET /v2/messages/search', { query: { keyword: 'nota' } }],
    ['GET /v2/chats/:chatId', { params: { chatId: `${chatId}:commercial` } }],
  ]
}

interface Team {
  readonly commercial: Person
  readonly desk: RawSocket
}

interface Recording {
  readonly server: ServerProcess
  /** There before the visitor comes: that somebody is online is no secret, and told when it changes. */
  readonly team: Team
  readonly notes: number
  readonly canary: string
  readonly faults: Faults
}

interface Scene extends Team {
  readonly visitor: VisitorWithChat
  readonly faults: Faults
}

/** What reaches the visitor while a commercial answers, with so many notes in between. */
async function record(setting: Setting, { server, team, notes, canary, faults }: Recording): Promise<string> {
  const visitor = await newVisitorWithChat(server.url)
  const { commercial, desk } = team
  const { chatId } = visitor
  const ear = await openSocket(setting, server.url, { token: visitor.token })
  await ear.ask('chat:join', { chatId })
  await desk.ask('chat:join', { chatId })
  const traffic: unknown[] = []
  for (let reply = 1; reply <= REPLIES; reply += 1) {
    for (let note = 0; note < notes / REPLIES; note += 1)
      await writeNote({ visitor, commercial, desk, faults }, canary)
    await say(commercial, { chatId, content: `respuesta ${reply}` })
  }
  // Whatever was still on its way to the socket arrives before this answer.
  await ear.ask('health-check')
  for (const [name, request] of surfaces(chatId)) {
    const { status, text } = await visitor.call(name, request)
    traffic.push([name, status, text])
  }
  traffic.push(await ear.ask('chat:join', { chatId }))
  // What is told by the clock may fall into either run.
  return anonymous([...ear.heard.filter(([name]) => name !== 'chat:head'), ...traffic])
}

/** Text, file and typing; then changed, and in every second case deleted. */
async function writeNote({ visitor, commercial, desk, faults }: Scene, canary: string): Promise<void> {
  const { chatId } = visitor
  const content = `${canary} ${crypto.randomUUID()}`
  await desk.ask('typing:start', { chatId, isInternal: true })
  const form = new FormData()
  form.append('chatId', chatId)
  form.append('file', new File([content], `${canary}.txt`, { type: 'text/plain' }))
  const file = await commercial.call('POST /v2/files/upload', { body: form })
  const note = await commercial.call('POST /v2/messages', {
    body: { chatId, content, isInternal: true, type: 'file', attachment: { url: file.body['url'] } },
  })
  if (note.status !== 201) throw new Error(`No note was written: ${note.text}`)
  const messageId = String(note.body['messageId'])
  await commercial.call('PATCH /v2/messages/:messageId', {
    params: { messageId },
    body: { content: `${content}!` },
  })
  const asked = await visitor.call('GET /v2/messages/:messageId', { params: { messageId } })
  faults.expect(asked.status === 404, 'leak', `a note's own address answers a visitor ${asked.status}`)
  await desk.ask('typing:stop', { chatId, isInternal: true })
}

/** Ids, times and signed addresses differ between any two runs; nothing else may. */
function anonymous(traffic: readonly unknown[]): string {
  return JSON.stringify(traffic)
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/"clientId\\*":\\*"[^"\\]+/g, 'CLIENT')
}

async function run(setting: Setting, notes: number, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const commercial = await signIn(server.url)
  const team = { commercial, desk: await openSocket(setting, server.url, { token: commercial.token }) }
  const canary = `CANARY${setting.random.int(1e6, 1e7)}`
  const without = await record(setting, { server, team, notes: 0, canary, faults })
  const withNotes = await record(setting, { server, team, notes, canary, faults })
  const found = withNotes.split(canary).length - 1
  faults.expect(found === 0, 'leak', `the canary reached the visitor ${found} times`)
  faults.expect(
    without === withNotes,
    'leak',
    `the visitor's traffic differs: ${firstDifference(without, withNotes)}`,
  )
  return {
    figures: `${notes} notes, ${found * canary.length} bytes of them, traffic ${without.length} and ${withNotes.length} characters`,
    faults: faults.list(),
  }
}

function firstDifference(a: string, b: string): string {
  const at = Array.from(a).findIndex((letter, index) => letter !== b[index])
  return `${a.slice(at - 40, at + 60)} / ${b.slice(at - 40, at + 60)}`
}

export const noteCanary: Experiment = {
  id: 'T23',
  name: 'note canary',
  pass: '200 notes (text, file, typing): 0 bytes at the visitor, whose traffic is equal with and without them',
  isQuick: true,
  run: (setting) => run(setting, setting.isQuick ? 60 : 200),
  controls: [
    {
      broken: 'a server that tells visitors the notes',
      mustFind: 'leak',
      run: (setting) => run(setting, 20, 'tells visitors the notes'),
    },
  ],
}
