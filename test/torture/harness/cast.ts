import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../../widget/core/chat-client.ts'
import { createChatClient } from '../../../widget/core/create-chat-client.ts'
import { realEnvironment, type Environment } from '../../../widget/core/environment.ts'
import { bearer, call, type Answer, type Request } from '../../contract/call.ts'
import { memoryTokens, visitorEnvironment } from '../../contract/clients.ts'
import type { EndpointName } from '#shared/endpoints.ts'
import type { Setting } from '../experiment.ts'
import { watchScreen, type Screen } from './screen.ts'
import { ADMIN } from './server-process.ts'

/** Somebody with credentials, and without a client. */
export interface Person {
  readonly userId: string
  readonly token: string
  call(name: EndpointName, request?: Request): Promise<Answer>
}

export interface VisitorWithChat extends Person {
  readonly chatId: ChatId
}

export async function newVisitor(url: string): Promise<Person> {
  const { body } = await call(url, 'POST /v2/visitors/session', { body: {} })
  return person(url, (body['visitor'] as { visitorId: string }).visitorId, String(body['token']))
}

/** With an open chat that nobody has written in. */
export async function newVisitorWithChat(url: string): Promise<VisitorWithChat> {
  const visitor = await newVisitor(url)
  const { body } = await visitor.call('POST /v2/chats', { body: {} })
  return { ...visitor, chatId: body['chatId'] as ChatId }
}

export async function signIn(url: string, credentials = ADMIN): Promise<Person> {
  const answer = await call(url, 'POST /v2/auth/login', { body: credentials })
  if (answer.status !== 200) throw new Error(`Could not sign in: ${answer.text}`)
  const { commercialId } = answer.body['commercial'] as { commercialId: string }
  return person(url, commercialId, String(answer.body['accessToken']))
}

/** People who answer the default site. */
export async function newCommercials(url: string, count: number): Promise<Person[]> {
  const admin = await signIn(url)
  const names = Array.from({ length: count }, (_, index) => `Commercial ${index + 1}`)
  return Promise.all(
    names.map(async (name) => {
      const email = `${crypto.randomUUID()}@torture.example`
      const password = `password of ${name}`
      await admin.call('POST /v2/commercials', { body: { name, email, password } })
      return signIn(url, { email, password })
    }),
  )
}

function person(url: string, userId: string, token: string): Person {
  return {
    userId,
    token,
    call: (name, request = {}) =>
      call(url, name, { ...request, headers: { ...bearer(token), ...request.headers } }),
  }
}

interface ClientSetting {
  readonly name: string
  /** Where it finds the server, or the proxy before it. */
  readonly url: string
  readonly fetch?: typeof fetch
  readonly environment?: Environment
}

/** A visitor's own client, connected to the chat that is open. */
export async function openVisitorScreen(
  { defer }: Pick<Setting, 'defer'>,
  { token }: Person,
  { name, url, fetch, environment = visitorEnvironment }: ClientSetting,
): Promise<Screen> {
  const client = createChatClient(
    { role: 'visitor', apiUrl: url, tokens: memoryTokens(token), ...(fetch && { fetch }) },
    environment,
  )
  defer(client.close)
  const screen = watchScreen(name, client, 'visitor')
  await client.start()
  return screen
}

/** A commercial's own client, with these chats on screen. */
export async function openCommercialScreen(
  { defer }: Pick<Setting, 'defer'>,
  { token }: Person,
  {
    name,
    url,
    fetch,
    environment = realEnvironment,
    chatIds,
  }: ClientSetting & { chatIds: readonly ChatId[] },
): Promise<Screen> {
  const client = createChatClient(
    { role: 'commercial', apiUrl: url, getToken: () => Promise.resolve(token), ...(fetch && { fetch }) },
    environment,
  )
  defer(client.close)
  const screen = watchScreen(name, client, 'commercial')
  await client.start()
  for (const chatId of chatIds) client.watch(chatId)
  return screen
}

/** A person does not give up: whatever failed is sent again, as it is. */
export function retryForEver(client: ChatClient): void {
  client.state.subscribe(({ chats }) => {
    for (const [chatId, { thread }] of chats) {
      for (const message of thread) {
        // Not within the change that told of it.
        if (message.delivery === 'failed') queueMicrotask(() => client.retry(chatId, message.clientMessageId))
      }
    }
  })
}

/** Its connection stands, and the newest page of everything it watches is there. */
export function isSettled({ client }: Screen): boolean {
  const { connection, chats } = client.state.get()
  return (
    connection.state === 'online' && [...chats.values()].every(({ history }) => history.state === 'ready')
  )
}
