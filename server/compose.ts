import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import packageJson from '../package.json' with { type: 'json' }
import { createAccessTokens } from './auth/access-token.ts'
import { createAddressOf } from './auth/client-address.ts'
import { createIdentify } from './auth/identify.ts'
import { openKeys, type Keys } from './auth/keys.ts'
import { createOrigins } from './auth/origins.ts'
import type { Config } from './config.ts'
import { systemClock, type Clock } from './domain/clock.ts'
import { createEventBus } from './domain/events.ts'
import { createOnlookers } from './domain/onlookers.ts'
import { createPresence } from './domain/presence.ts'
import { createSightings, type Sightings } from './domain/sightings.ts'
import type { Storage } from './domain/storage.ts'
import { createViewers } from './domain/viewers.ts'
import { openFiles } from './files/open-files.ts'
import { prepareFirstStart, type Started } from './first-start.ts'
import { createApp } from './http/app.ts'
import type { Env } from './http/env.ts'
import { mountDemo } from './http/demo.ts'
import { mountDevReload } from './http/dev-reload.ts'
import { limitSlowBodies } from './http/limit-slow-bodies.ts'
import { noteTags } from './http/note-tags.ts'
import { keepRelease, mountReleases } from './http/releases.ts'
import { mountStatic } from './http/static.ts'
import { createLog, type Log } from './observe/log.ts'
import { createMetrics, type Metrics } from './observe/metrics.ts'
import { createGateway } from './realtime/gateway.ts'
import { openPushes } from './push/open-pushes.ts'
import { systemTimers } from './realtime/timers.ts'
import { startRetention } from './retention.ts'
import { startRounds } from './rounds.ts'
import { createSeals } from './storage/seals.ts'
import { lockData, openSqliteStorage } from './storage/sqlite.ts'
import { openWebhooks } from './webhooks/open-webhooks.ts'

const DIST = fileURLToPath(new URL('../dist', import.meta.url))
/** How long requests under way may take to finish once the server is told to stop. */
const DRAIN_MS = 5_000
/** The largest file over the slowest line that is worth waiting for. */
const UPLOAD_MS = 15 * 60_000

export interface ChatServer {
  readonly http: Server
  readonly storage: Storage
  readonly started: Started
  /** The address to give to people; known once it listens. */
  url(): string
  listen(): Promise<void>
  /** Tells everybody, finishes what is under way, closes the store. */
  close(): Promise<void>
}

/** The only place where the parts meet. */
export async function createServer(
  config: Config,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<ChatServer> {
  const metrics = createMetrics()
  const log = metrics.counting(createLog(config.logLevel))
  const { storage, keys } = await openData(config, { clock, log, metrics })
  const events = createEventBus((cause) => log.error('event_handler_failed', cause))
  const [presence, onlookers] = [createPresence(), createOnlookers(clock)]
  const [viewers, sightings] = [createViewers(), createSightings(clock)]
  const ownOrigin = config.publicUrl ?? `http://localhost:${config.port}`
  const isSecure = ownOrigin.startsWith('https:')
  const accessTokens = createAccessTokens({ keys, clock, issuer: ownOrigin })
  const identify = createIdentify({ storage, accessTokens, clock })
  const origins = createOrigins({ storage, ownOrigin })
  const addressOf = createAddressOf(config.trustedProxies, () => log.info('forwarded_header_ignored'))
  const url = () => config.publicUrl ?? `http://localhost:${portOf(http)}`
  const files = openFiles(
    {
      storage,
      clock,
      key: keys.fileLinkKey,
      origin: url,
      dataDir: config.dataDir,
      report: (cause) => log.error('file_store_failed', cause),
    },
    config.files,
  )
  const started = await prepareFirstStart({ storage, clock }, config)
  const pushes = openPushes({
    storage,
    events,
    presence,
    viewers,
    clock,
    after: systemTimers.after,
    key: keys.push,
    ownOrigin,
    allowPrivate: config.privatePushes,
    report: (cause) => log.error('push_failed', cause),
  })
  const webhooks = openWebhooks({
    storage,
    events,
    links: files.links,
    clock,
    every: systemTimers.every,
    allowPrivate: config.privateWebhooks,
    report: (cause) => log.error('webhook_failed', cause),
  })
  let isDraining = false

  const app = createApp({
    storage,
    events,
    presence,
    onlookers,
    viewers,
    clock,
    log,
    keys,
    accessTokens,
    identify,
    files,
    origins,
    sightings,
    pushes,
    webhooks,
    addressOf,
    url,
    isSecure,
    rateLimits: config.rateLimits,
    metrics,
    metricsToken: config.metricsToken,
    publicUrl: config.publicUrl,
    isDraining: () => isDraining,
    setPresence: (person, status) => gateway.choosePresence(person, status),
  })
  mountPages(app, config, { storage, accessTokens, clock, sightings })

  const http = createHttp(app.fetch, config)
  const gateway = createGateway({
    storage,
    events,
    links: files.links,
    presence,
    onlookers,
    viewers,
    clock,
    identify,
    origins,
    sightings,
    addressOf,
    httpServer: http,
    config: { rateLimits: config.rateLimits, version: packageJson.version },
    report: (cause) => log.error('socket_handler_failed', cause),
    tally: { refused: (code) => metrics.refused('socket', code), turnedAway: metrics.turnedAway },
    hint: (event) => log.info(event, { help: 'docs/behind-a-proxy.md' }),
  })

  limitSlowBodies(http)
  metrics.listenTo(events)
  metrics.watchSockets(gateway.sockets)
  metrics.watchProcess()

  const stopChores = startChores({ storage, events, presence, clock }, log)

  return {
    http,
    storage,
    started,
    url,
    listen: () => listen(http, config),
    async close() {
      isDraining = true
      pushes.stop()
      await webhooks.stop()
      await stopChores()
      await gateway.close({ inMs: 1_000 })
      await closeHttp(http)
      await files.close()
      await storage.close()
    },
  }
}

type ChoreDeps = Parameters<typeof startRounds>[0] & Parameters<typeof startRetention>[0]

/** What time alone brings about, and what it takes away. */
function startChores(deps: ChoreDeps, log: Log): () => Promise<void> {
  const stopRounds = startRounds(deps, {
    timers: systemTimers,
    report: (cause) => log.error('round_failed', cause),
  })
  const stopRetention = startRetention(deps, {
    timers: systemTimers,
    report: (cause) => log.error('retention_failed', cause),
  })
  return async () => {
    await stopRounds()
    await stopRetention()
  }
}

/** What browsers load: the built files, those of earlier releases, the demo. */
function mountPages(
  app: Hono<Env>,
  { dataDir, demo, dev }: Config,
  deps: Parameters<typeof mountDemo>[1] & { readonly sightings: Sightings },
): void {
  if (demo) mountDemo(app, deps)
  if (dev) mountDevReload(app, DIST)
  const releases = { folder: join(dataDir, 'releases'), version: packageJson.version }
  keepRelease({ dist: DIST, ...releases })
  noteTags(app, deps.sightings)
  mountStatic(app, { folder: DIST, dev })
  mountReleases(app, releases)
}

/** The keys and the store that they seal. The lock comes first: of two servers in one folder only one may make keys. */
async function openData(
  { dataDir, secretKeys }: Config,
  { clock, log, metrics }: { clock: Clock; log: Log; metrics: Metrics },
): Promise<{ storage: Storage; keys: Keys }> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'chat.db')
  const lock = lockData({ path, clock })
  let keys: Keys
  try {
    keys = await openKeys(dataDir, secretKeys)
  } catch (cause) {
    lock.abandon()
    throw cause
  }
  const report = (cause: unknown) => log.error('store_failed', cause)
  const seals = createSeals(keys.sealing)
  const storage = openSqliteStorage({ path, clock, seals, report, onFlush: metrics.committed }, lock)
  metrics.watchFiles(path)
  return { keys, storage }
}

function createHttp(fetch: Hono<Env>['fetch'], { maxConnections }: Config): Server {
  const http = createAdaptorServer({
    fetch,
    serverOptions: {
      headersTimeout: 10_000,
      // An upload may take its time; `watch-progress.ts` and `read-body.ts` see to it that nobody just holds a place.
      requestTimeout: UPLOAD_MS,
      // How often those two are looked after; Node's own 30 s would make forty of the ten.
      connectionsCheckingInterval: 5_000,
      // Longer than proxies keep theirs (60 s): who closes first must not be the one who is just being asked something.
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16 * 1024,
    },
  }) as Server
  http.maxConnections = maxConnections
  return http
}

function listen(http: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      resolve()
    })
  })
}

function portOf(http: Server): number {
  const address = http.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function closeHttp(http: Server): Promise<void> {
  const closed = new Promise((resolve) => http.close(resolve))
  http.closeIdleConnections()
  const impatience = setTimeout(() => http.closeAllConnections(), DRAIN_MS)
  await closed
  clearTimeout(impatience)
}
