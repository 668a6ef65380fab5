import { setTimeout as pause } from 'node:timers/promises'
import type { Experiment, Setting } from '../experiment.ts'
import { newCommercials, newVisitorWithChat, type Person } from '../harness/cast.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { inMs } from '../harness/numbers.ts'
import { openSocket, type RawSocket } from '../harness/raw-socket.ts'
import { say } from '../harness/say.ts'
import { startServer } from '../harness/server-process.ts'
import { comesTrue } from '../harness/until.ts'
import type { MutantName } from '../inside/mutants.ts'

const SOCKETS_EACH = 5
const GONE_WITHIN_MS = 1_000

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const visitors = await Promise.all(Array.from({ length: 5 }, () => newVisitorWithChat(server.url)))
  const [first] = visitors
  if (first === undefined) throw new Error('Nobody there')
  const [stays, ...commercials] = await newCommercials(server.url, 6)
  if (stays === undefined) throw new Error('Nobody there')
  const groups = await Promise.all(
    [...visitors, ...commercials].map(async (person) => ({
      person,
      sockets: await openSockets(setting, server.url, {
        person,
        chatId: 'chatId' in person ? String(person.chatId) : first.chatId,
      }),
    })),
  )
  const [witness] = await openSockets(setting, server.url, { person: stays, chatId: first.chatId })
  const sockets = groups.flatMap(({ sockets }) => sockets)

  const begun = performance.now()
  await Promise.all(groups.map(({ person }) => signOut(person, faults)))
  const areGone = await comesTrue(() => sockets.every(({ socket }) => !socket.connected), 3_000)
  const goneMs = performance.now() - begun
  faults.expect(
    areGone,
    'leak',
    `${sockets.filter(({ socket }) => socket.connected).length} sockets are still connected`,
  )
  if (areGone) faults.expect(goneMs <= GONE_WITHIN_MS, 'limit', `all gone after ${inMs(goneMs)}`)

  for (const { heard } of sockets) heard.length = 0
  for (const { chatId } of visitors) await say(stays, { chatId, content: `secret ${chatId}` })
  await witness?.ask('health-check')
  await pause(200)
  const late = sockets.reduce((sum, { heard }) => sum + heard.length, 0)
  faults.expect(late === 0, 'leak', `${late} events after the end`)
  for (const { person } of groups) {
    const { status } = await person.call('GET /v2/chats')
    faults.expect(status === 401, 'leak', `HTTP afterwards: ${status}`)
  }
  faults.expect(
    witness?.heard.some(([name]) => name === 'message:new') ?? false,
    'answer',
    'who stayed heard nothing',
  )
  return {
    figures: `${sockets.length} sockets of ${groups.length} sessions, all gone within ${inMs(goneMs)}, ${late} events afterwards`,
    faults: faults.list(),
  }
}

async function openSockets(
  setting: Setting,
  url: string,
  { person, chatId }: { person: Person; chatId: string },
): Promise<RawSocket[]> {
  const sockets = await Promise.all(
    Array.from({ length: SOCKETS_EACH }, () => openSocket(setting, url, { token: person.token })),
  )
  for (const { ask } of sockets) await ask('chat:join', { chatId })
  return sockets
}

async function signOut(person: Person, faults: Faults): Promise<void> {
  const isVisitor = 'chatId' in person
  const { status, text } = await person.call(
    isVisitor ? 'DELETE /v2/visitors/session' : 'POST /v2/auth/logout',
  )
  faults.expect(status === 204, 'answer', `signing out: ${status} ${text}`)
}

export const revokeLive: Experiment = {
  id: 'T28',
  name: 'revoke live',
  pass: '50 sockets of 10 sessions that are ended: all gone ≤ 1 s, 0 events after, HTTP 401',
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that leaves the sockets of an ended session open',
      mustFind: 'leak',
      run: (setting) => run(setting, 'leaves the sockets of an ended session open'),
    },
  ],
}
