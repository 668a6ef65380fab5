import { endpoints, type EndpointName } from '#shared/endpoints.ts'
import { clientEvents, type ClientEventName } from '#shared/events.ts'
import { mayEmit } from '../../../server/domain/permissions.ts'
import { ACTORS, type ActorName, type Crowd } from '../../contract/actors.ts'
import { askAs } from '../../contract/ask-as.ts'
import { call } from '../../contract/call.ts'
import { expectedStatus, reachOf } from '../../contract/expected-status.ts'
import type { Experiment, Setting } from '../experiment.ts'
import { gatherCrowd } from '../harness/crowd.ts'
import { Faults, type Outcome } from '../harness/faults.ts'
import { openSocket } from '../harness/raw-socket.ts'
import { startServer, type ServerProcess } from '../harness/server-process.ts'
import type { MutantName } from '../inside/mutants.ts'

const names = Object.keys(endpoints) as EndpointName[]
const events = Object.keys(clientEvents) as ClientEventName[]

/** To end what one never began is no failure, and tells nothing. */
const harmless: ReadonlySet<string> = new Set(['chat:leave', 'viewing:stop'])

interface Case {
  readonly name: EndpointName
  readonly actor: ActorName
  readonly faults: Faults
}

async function run(setting: Setting, mutant?: MutantName): Promise<Outcome> {
  const server = await startServer(setting, { mutant })
  const faults = new Faults()
  const crowd = await gatherCrowd(server.url)
  for (const name of names) {
    for (const actor of ACTORS) await checkRoute(crowd, { name, actor, faults })
  }
  const told = await walkEvents(setting, { server, crowd, faults })
  return {
    figures: `${names.length} routes × ${ACTORS.length} actors, ${events.length} events × ${ACTORS.length}, ${told} events at strangers`,
    faults: faults.list(),
  }
}

async function checkRoute(crowd: Crowd, { name, actor, faults }: Case): Promise<void> {
  const { status, text } = await askAs(crowd, name, actor)
  // A visitor who opens a chat gets the one they have.
  const said = name === 'POST /v2/chats' && status === 200 ? 201 : status
  const expected = expectedStatusHere(name, actor)
  const isLeak = said < 300 && expected >= 400
  faults.expect(
    said === expected,
    isLeak ? 'leak' : 'answer',
    `${name} as ${actor}: ${said} instead of ${expected}, ${text}`,
  )
}

/** The admin of this suite has another address than that of the requests. */
function expectedStatusHere(name: EndpointName, actor: ActorName): number {
  return name === 'POST /v2/auth/login' ? 401 : expectedStatus(name, actor)
}

/** Every event as everybody; afterwards a message that only those may hear who may. Returns how many others heard something. */
async function walkEvents(
  setting: Setting,
  { server, crowd, faults }: { server: ServerProcess; crowd: Crowd; faults: Faults },
): Promise<number> {
  const { url } = server
  const { visitor } = crowd.actors
  const opened = await call(url, 'POST /v2/chats', { body: {}, headers: visitor.headers })
  const chatId = String(opened.body['chatId'])
  const strangers: (() => number)[] = []
  for (const actor of ACTORS) {
    const { token } = crowd.actors[actor]
    const { ask, heard } = await openSocket(setting, url, { token })
    for (const event of events) {
      await ask('chat:join', { chatId })
      const answer = (await ask(event, ...payloadOf(event, { chatId, token }))) as {
        success?: boolean
        code?: string
      }
      const said = answer.success === false ? String(answer.code) : 'yes'
      const expected = expectedAnswer(event, actor)
      const isLeak = said === 'yes' && expected !== 'yes'
      faults.expect(
        said === expected,
        isLeak ? 'leak' : 'answer',
        `${event} as ${actor}: ${said} instead of ${expected}`,
      )
    }
    await ask('chat:join', { chatId })
    const maySee = actor === 'visitor' || actor === 'commercial' || actor === 'admin'
    const isAboutChat = ([name, payload]: unknown[]) =>
      name !== 'chat:left' && JSON.stringify(payload ?? null).includes(chatId)
    if (!maySee) strangers.push(() => heard.filter(isAboutChat).length)
  }
  for (let n = 0; n < 20; n += 1) {
    await call(url, 'POST /v2/messages', {
      body: { chatId, content: `secret ${n}` },
      headers: visitor.headers,
    })
  }
  const heard = strangers.reduce((sum, count) => sum + count(), 0)
  faults.expect(heard === 0, 'leak', `${heard} events of the chat at strangers`)
  return heard
}

function payloadOf(event: ClientEventName, { chatId, token }: { chatId: string; token: string }): unknown[] {
  if (event === 'health-check') return []
  if (event === 'test') return [{ message: 'hola' }]
  return [event === 'auth:refresh' ? { token } : { chatId }]
}

function expectedAnswer(event: ClientEventName, actor: ActorName): string {
  const reach = reachOf(mayEmit[event], actor)
  if (reach === 'no') return actor === 'nobody' ? 'unauthenticated' : 'forbidden'
  const isStranger = actor.startsWith('other')
  if (reach === 'yes' || !isStranger || harmless.has(event)) return 'yes'
  return 'chat_not_found'
}

export const authzMatrix: Experiment = {
  id: 'T24',
  name: 'authz matrix',
  pass: 'every route and every event × 7 kinds of people: 100 % as the table of permissions; a route without a row does not compile',
  isQuick: true,
  run: (setting) => run(setting),
  controls: [
    {
      broken: 'a server that shows every visitor every chat',
      mustFind: 'leak',
      run: (setting) => run(setting, 'shows every visitor every chat'),
    },
  ],
}
