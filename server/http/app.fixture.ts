import type { Hono } from 'hono'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createAccessTokens } from '../auth/access-token.ts'
import { createIdentify } from '../auth/identify.ts'
import { createAddressOf } from '../auth/client-address.ts'
import { createKeys } from '../auth/keys.ts'
import { createOrigins } from '../auth/origins.ts'
import type { Clock } from '../domain/clock.ts'
import { readConfig, type FilesConfig } from '../config.ts'
import { createEventBus, type DomainEvents } from '../domain/events.ts'
import { createSightings } from '../domain/sightings.ts'
import { createOnlookers, type Onlookers } from '../domain/onlookers.ts'
import { createPresence, type Presence } from '../domain/presence.ts'
import type { Storage } from '../domain/storage.ts'
import { createViewers } from '../domain/viewers.ts'
import { openFiles } from '../files/open-files.ts'
import { sweepFiles } from '../files/sweep-files.ts'
import { openPushes } from '../push/open-pushes.ts'
import { createMetrics } from '../observe/metrics.ts'
import { createLog } from '../observe/log.ts'
import { testSeals } from '../storage/seals.fixture.ts'
import { openWebhooks } from '../webhooks/open-webhooks.ts'
import { openSqliteStorage } from '../storage/sqlite.ts'
import { createApp } from './app.ts'
import type { Env } from './env.ts'

/** HTTP without a port: the app over an empty store, a clock that stands still, and every event that was told. */
export interface TestApp {
  readonly storage: Storage
  readonly clock: { now(): number; advance(ms: number): void }
  /** Ends what it may have under way with other systems, and closes the store. */
  close(): Promise<void>
  readonly onlookers: Onlookers
  readonly presence: Presence
  ask(asked: Asked): Promise<Answer>
  /** For answers that are not JSON. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Sends a file up to a chat; the answer is parsed like any other. */
  upload(as: Person, chatId: string, file: File): Promise<Answer>
  /** Where this app keeps its files. */
  readonly dataDir: string
  /** Takes away what nobody can reach any more. */
  sweep(): Promise<number>
  /** Which events were told since the last time this was asked, and how often. */
  told(): Partial<Record<keyof DomainEvents, number>>
  visitor(siteKey?: string): Promise<Person>
  /** Signs a new commercial of the default site in. */
  commercial(name: string): Promise<Person>
  admin(): Promise<Person>
  /** A chat that this visitor has opened by writing "hola". */
  chatOf(visitor: Person): Promise<{ chatId: string; messageId: string }>
}

export interface Person {
  readonly id: string
  readonly token: string
}

export interface Asked {
  readonly method?: string
  readonly path: string
  readonly body?: unknown
  /** Instead of a body. */
  readonly form?: FormData
  readonly as?: Person
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

/** One row of a table: what is asked, and all that follows from it. */
export interface Row {
  readonly asked: Asked
  readonly status: number
  readonly contains?: Readonly<Record<string, unknown>>
  readonly lacks?: readonly string[]
  /** Events told; none unless said. */
  readonly tells?: Partial<Record<keyof DomainEvents, number>>
}

const tempFolder = mkdtempSync(join(tmpdir(), 'sobremesa-http-'))
process.once('exit', () => rmSync(tempFolder, { recursive: true, force: true }))

const PASSWORD = 'a password that is long'

export interface TestAppOptions {
  readonly rateLimits?: boolean
  readonly isDraining?: boolean
  readonly isSecure?: boolean
  readonly privateWebhooks?: boolean
  readonly files?: Partial<FilesConfig>
  /** Hears what goes wrong with files; without it that fails the test. */
  readonly report?: (cause: unknown) => void
}

export async function openTestApp({
  rateLimits = false,
  isDraining = false,
  isSecure = false,
  privateWebhooks = false,
  files: limits = {},
  report = rethrow,
}: TestAppOptions = {}): Promise<TestApp> {
  let now = Date.parse('2026-01-15T10:00:00.000Z')
  const clock: Clock & TestApp['clock'] = { now: () => now, advance: (ms) => void (now += ms) }
  const storage = openSqliteStorage({ path: ':memory:', seals: testSeals, clock, report: rethrow })
  const events = createEventBus(rethrow)
  const site = await storage.createSite({
    siteKey: 'default',
    name: 'Olmo',
    origins: ['http://localhost:*'],
    locale: 'es',
  })
  const keys = await createKeys()
  const accessTokens = createAccessTokens({ keys, clock, issuer: 'http://localhost:3000' })
  const identify = createIdentify({ storage, accessTokens, clock })
  const origins = createOrigins({ storage, ownOrigin: 'http://localhost:3000' })
  const dataDir = mkdtempSync(join(tempFolder, 'data-'))
  const files = openFiles(
    {
      storage,
      clock,
      key: keys.fileLinkKey,
      origin: () => 'http://localhost:3000',
      dataDir,
      report,
    },
    { ...readConfig({ THUMBNAILS: 'off' }).files, ...limits },
  )
  const presence = createPresence()
  const onlookers = createOnlookers(clock)
  onlookers.watch({
    came: (visitor) => void presence.visitorCame(visitor, clock.now()),
    went: ({ visitorId }) => void presence.visitorWent(visitorId),
    turned: () => {},
  })
  const viewers = createViewers()
  const pushes = openPushes({
    storage,
    events,
    presence,
    viewers,
    clock,
    // Nothing waits here: what is due later is tested beside the pushes.
    after: () => () => {},
    key: keys.push,
    ownOrigin: 'http://localhost:3000',
    allowPrivate: false,
    report,
  })
  const webhooks = openWebhooks({
    storage,
    events,
    links: files.links,
    clock,
    // Nothing is tried again here: that is tested beside the courier.
    every: () => () => {},
    allowPrivate: privateWebhooks,
    report,
  })
  const app = createApp({
    storage,
    events,
    clock,
    keys,
    accessTokens,
    identify,
    files,
    origins,
    sightings: createSightings(clock),
    addressOf: createAddressOf(0),
    url: () => 'http://localhost:3000',
    rateLimits,
    presence,
    onlookers,
    viewers,
    pushes,
    webhooks,
    log: createLog('error'),
    isSecure,
    metrics: createMetrics(),
    metricsToken: undefined,
    publicUrl: undefined,
    isDraining: () => isDraining,
    setPresence: () => {},
  })
  let told: Partial<Record<keyof DomainEvents, number>> = {}
  events.onAny((name) => void (told[name] = (told[name] ?? 0) + 1))

  const ask = (asked: Asked) => askApp(app, asked)
  return {
    storage,
    clock,
    async close() {
      await webhooks.stop()
      await storage.close()
    },
    onlookers,
    presence,
    ask,
    dataDir,
    fetch: async (path, init) => app.request(path, init),
    async upload(as, chatId, file) {
      const form = new FormData()
      form.append('chatId', chatId)
      form.append('file', file)
      return ask({ method: 'POST', path: '/v2/files/upload', form, as })
    },
    sweep: () => sweepFiles({ storage, store: files.store, clock }),
    told() {
      const since = told
      told = {}
      return since
    },
    async visitor(siteKey = 'default') {
      const { body } = await ask({ method: 'POST', path: '/v2/visitors/session', body: { siteKey } })
      return { id: (body['visitor'] as { visitorId: string }).visitorId, token: String(body['token']) }
    },
    commercial: (name) =>
      signIn({ storage, accessTokens }, { name, role: 'commercial', siteIds: [site.siteId] }),
    admin: () => signIn({ storage, accessTokens }, { name: 'Admin', role: 'admin', siteIds: [] }),
    async chatOf(visitor) {
      const opened = await ask({
        method: 'POST',
        path: '/v2/chats',
        body: { message: { content: 'hola' } },
        as: visitor,
      })
      const { chatId, lastMessage } = opened.body as { chatId: string; lastMessage: { messageId: string } }
      told = {}
      return { chatId, messageId: lastMessage.messageId }
    },
  }
}

async function askApp(
  app: Hono<Env>,
  { method = 'GET', path, body, form, as, headers = {} }: Asked,
): Promise<Answer> {
  const response = await app.request(path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(as !== undefined && { authorization: `Bearer ${as.token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(form !== undefined && { body: form }),
  })
  const text = await response.text()
  return {
    status: response.status,
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    headers: response.headers,
  }
}

/** Without scrypt's work, which the tests of signing in do. */
async function signIn(
  { storage, accessTokens }: { storage: Storage; accessTokens: ReturnType<typeof createAccessTokens> },
  person: {
    name: string
    role: 'commercial' | 'admin'
    siteIds: [] | [Awaited<ReturnType<Storage['createSite']>>['siteId']]
  },
): Promise<Person> {
  const email = `${person.name.toLowerCase()}@olmo.example`
  const { commercialId } = await storage.createCommercial({ ...person, email, passwordHash: PASSWORD })
  const session = await storage.createConsoleSession(commercialId, `hash of ${email}`, {
    expiresAt: Date.parse('2100-01-01'),
  })
  return { id: commercialId, token: (await accessTokens.issue(session)).accessToken }
}

/** Asks, and checks the answer and what was told because of it. */
export async function expectRow(
  app: TestApp,
  { asked, status, contains = {}, lacks = [], tells = {} }: Row,
): Promise<Answer> {
  app.told()
  const answer = await app.ask(asked)
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  expect(answer.body).toMatchObject(contains)
  for (const text of lacks) expect(JSON.stringify(answer.body)).not.toContain(text)
  expect(app.told()).toEqual(tells)
  return answer
}

function rethrow(cause: unknown): never {
  throw cause
}
