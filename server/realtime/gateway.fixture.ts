import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import type {
  ClientToServerEvents,
  ServerEventName,
  ServerPayload,
  ServerToClientEvents,
} from '#shared/events.ts'
import type { ChatId, SiteId } from '#shared/ids.ts'
import type { Role } from '#shared/person.ts'
import { createAccessTokens, type AccessTokens } from '../auth/access-token.ts'
import { openConsoleSession, type SignedIn } from '../auth/console-session.ts'
import { createIdentify, toCommercialIdentity, toVisitorIdentity } from '../auth/identify.ts'
import { createAddressOf } from '../auth/client-address.ts'
import { createKeys } from '../auth/keys.ts'
import { createOpaqueToken, hashToken } from '../auth/opaque-token.ts'
import { createOrigins } from '../auth/origins.ts'
import { createEventBus, type EventBus } from '../domain/events.ts'
import type { CommercialIdentity, VisitorIdentity } from '../domain/identity.ts'
import { openChat } from '../domain/open-chat.ts'
import type { FileLinks } from '../domain/file-links.ts'
import { createOnlookers, type Onlookers } from '../domain/onlookers.ts'
import { createPresence } from '../domain/presence.ts'
import type { Clock } from '../domain/clock.ts'
import type { SiteRecord } from '../domain/records.ts'
import type { Storage } from '../domain/storage.ts'
import { createSightings } from '../domain/sightings.ts'
import { createViewers } from '../domain/viewers.ts'
import { sendMessage } from '../domain/send-message.ts'
import { createFileLinks } from '../files/file-links.ts'
import { testSeals } from '../storage/seals.fixture.ts'
import { openSqliteStorage } from '../storage/sqlite.ts'
import { createFakeTime } from './fake-time.fixture.ts'
import { createGateway } from './gateway.ts'

const OWN_ORIGIN = 'https://chat.example'
export const SITE_ORIGIN = 'https://shop.example'

export type Client = Socket<ServerToClientEvents, ClientToServerEvents>

export interface Heard {
  readonly event: string
  readonly payload: unknown
}

export interface TestVisitor {
  readonly identity: VisitorIdentity
  readonly token: string
}

export interface TestCommercial extends SignedIn {
  readonly identity: CommercialIdentity
}

export type TestGateway = Awaited<ReturnType<typeof openTestGateway>>

/** A real gateway over a real store on a free port, with a clock of its own; and the people who use it. */
export async function openTestGateway({ rateLimits = true, trustedProxies = 0 } = {}) {
  const time = createFakeTime(Date.parse('2026-03-01T10:00:00.000Z'))
  const failures: unknown[] = []
  const hints: string[] = []
  const report = (cause: unknown) => void failures.push(cause)
  const counted: string[] = []
  const storage = openSqliteStorage({ path: ':memory:', seals: testSeals, clock: time, report })
  const events = createEventBus(report)
  const keys = await createKeys()
  const accessTokens = createAccessTokens({ keys, clock: time, issuer: OWN_ORIGIN })
  const links = createFileLinks({
    key: keys.fileLinkKey,
    clock: time,
    origin: () => OWN_ORIGIN,
    hasThumbnails: false,
  })
  const httpServer = createServer((_, response) => response.end('http'))
  const onlookers = createOnlookers(time)
  const gateway = createGateway({
    httpServer,
    storage,
    events,
    links,
    presence: createPresence(),
    onlookers,
    viewers: createViewers(),
    identify: createIdentify({ storage, accessTokens, clock: time }),
    origins: createOrigins({ storage, ownOrigin: OWN_ORIGIN }),
    sightings: createSightings(time),
    addressOf: createAddressOf(trustedProxies),
    clock: time,
    timers: time.timers,
    config: { rateLimits, version: '1.2.3' },
    report,
    tally: { refused: (code) => void counted.push(code), turnedAway: () => void counted.push('turned away') },
    hint: (event) => void hints.push(event),
  })
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(httpServer.address() as AddressInfo).port}`
  const people = await createPeople({ storage, events, onlookers, links, accessTokens, time })
  const { hangUp, ...phone } = createPhone(url)

  async function close(): Promise<void> {
    hangUp()
    const closed = gateway.close({ inMs: 0 })
    // A client that began to connect and never went on would be waited for, and time stands still here.
    time.advance(1_000)
    await closed
    httpServer.closeAllConnections()
    await new Promise((resolve) => httpServer.close(resolve))
    await storage.close()
  }

  return {
    time,
    failures,
    hints,
    counted,
    storage,
    events,
    onlookers,
    accessTokens,
    gateway,
    url,
    ...people,
    ...phone,
    close,
  }
}

interface World {
  readonly storage: Storage
  readonly events: EventBus
  readonly onlookers: Onlookers
  readonly links: FileLinks
  readonly accessTokens: AccessTokens
  readonly time: Clock
}

async function createPeople({ storage, events, onlookers, links, accessTokens, time }: World) {
  const site = await createSite('shop', [SITE_ORIGIN])

  function createSite(siteKey: string, origins: string[]): Promise<SiteRecord> {
    return storage.createSite({ siteKey, name: siteKey, origins, locale: 'es' })
  }

  async function visitor(): Promise<TestVisitor> {
    const token = createOpaqueToken()
    const expiresAt = time.now() + 86_400_000
    const session = await storage.createVisitorSession(site.siteId, hashToken(token), {}, expiresAt)
    return { token, identity: toVisitorIdentity(session.visitor, session.sessionId) }
  }

  function commercial(name: string, siteIds = [site.siteId]): Promise<TestCommercial> {
    return person({ name, role: 'commercial', siteIds })
  }

  async function person(account: {
    name: string
    role: Role
    siteIds: readonly SiteId[]
  }): Promise<TestCommercial> {
    const email = `${account.name}@shop.example`
    const created = await storage.createCommercial({ ...account, email, passwordHash: 'x' })
    const signedIn = await openConsoleSession({ storage, accessTokens, clock: time }, created)
    const session = await storage.consoleSession(hashToken(signedIn.cookie), 0)
    return { ...signedIn, identity: toCommercialIdentity(created, session?.sessionId ?? '') }
  }

  async function openedChat({ identity }: TestVisitor): Promise<ChatId> {
    const { chat } = await openChat({ storage, events, onlookers }, identity, {})
    return chat.chatId
  }

  function write(
    sender: TestVisitor | TestCommercial,
    chatId: ChatId,
    message: { content: string; isInternal?: boolean; clientMessageId?: string },
  ) {
    const draft = {
      chatId,
      type: 'text',
      isInternal: false,
      clientMessageId: undefined,
      seenSeq: undefined,
      ...message,
    } as const
    return sendMessage({ storage, events, links }, sender.identity, draft)
  }

  const admin = (name: string) => person({ name, role: 'admin', siteIds: [] })

  return { site, createSite, visitor, commercial, admin, openedChat, write }
}

type Dial = Partial<ManagerOptions & SocketOptions>

function createPhone(url: string) {
  const clients = new Set<Client>()

  /** A client that does not wait for its connection, and never tries again by itself. */
  function dial(options: Dial = {}): Client {
    const client: Client = io(url, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...options,
    })
    clients.add(client)
    return client
  }

  /** A client that has been welcomed. */
  async function connect(options: Dial = {}): Promise<Client> {
    const client = dial(options)
    const refused = new Promise((_, reject) => client.once('connect_error', reject))
    await Promise.race([once(client, 'welcome'), refused])
    return client
  }

  return {
    dial,
    connect,
    as: ({ token, accessToken }: { token?: string; accessToken?: string }) =>
      connect({ auth: { token: token ?? accessToken } }),
    hangUp: () => clients.forEach((client) => client.disconnect()),
  }
}

export function once<Name extends ServerEventName>(
  client: Client,
  event: Name,
): Promise<ServerPayload<Name>> {
  const plain: { once(event: string, listener: (payload: never) => void): unknown } = client
  return new Promise((resolve) => plain.once(event, resolve))
}

export function disconnected(client: Client): Promise<string> {
  return new Promise((resolve) => client.once('disconnect', resolve))
}

/** The code with which a connection is refused. */
export function refusalOf(client: Client): Promise<unknown> {
  return new Promise((resolve) => {
    client.once('connect_error', (error) =>
      resolve((error as { data?: { code?: unknown } }).data?.code ?? error.message),
    )
  })
}

/** Everything that arrives from now on. */
export function record(client: Client): Heard[] {
  const heard: Heard[] = []
  client.onAny((event: string, payload: unknown) => heard.push({ event, payload }))
  return heard
}

/** When this resolves, everything that the server had sent before has arrived: packets do not overtake each other. */
export async function settled(...clients: Client[]): Promise<void> {
  await Promise.all(clients.map((client) => client.emitWithAck('health-check')))
}

/** Sends whatever it is told to, whether the contract knows it or not. */
export function ask(client: Client, event: string, ...args: unknown[]): Promise<unknown> {
  return (client as Socket).emitWithAck(event, ...args)
}
