import type { HttpBindings } from '@hono/node-server'
import { Hono, type MiddlewareHandler } from 'hono'
import { uuidv7 } from 'uuidv7'
import { endpoints } from '#shared/endpoints.ts'
import type { AccessTokens } from '../auth/access-token.ts'
import type { AddressOf } from '../auth/client-address.ts'
import { parseCookies } from '../auth/cookies.ts'
import { readBearer, type Identify } from '../auth/identify.ts'
import type { Keys } from '../auth/keys.ts'
import type { Origins } from '../auth/origins.ts'
import type { Clock } from '../domain/clock.ts'
import type { EventBus } from '../domain/events.ts'
import { sitesOf, type CommercialIdentity } from '../domain/identity.ts'
import type { Onlookers } from '../domain/onlookers.ts'
import type { Presence } from '../domain/presence.ts'
import type { Pushes } from '../domain/push-storage.ts'
import { Refusal } from '../domain/refusal.ts'
import { languageOf } from '../domain/refusal-sentence.ts'
import { createReplyTimes } from '../domain/reply-times.ts'
import type { Sightings } from '../domain/sightings.ts'
import type { Storage } from '../domain/storage.ts'
import type { Viewers } from '../domain/viewers.ts'
import type { Webhooks } from '../domain/webhook-storage.ts'
import type { Log } from '../observe/log.ts'
import { mountAudit } from './audit.ts'
import { mountAuth } from './auth.ts'
import { mountChats } from './chats.ts'
import { mountCommercials } from './commercials.ts'
import { cors } from './cors.ts'
import { mountConsoleSessions } from './console-sessions.ts'
import { mountDesk } from './desk.ts'
import type { Env } from './env.ts'
import { errorResponse } from './errors.ts'
import { mountFiles, type OpenedFiles } from './files.ts'
import { mountHealth } from './health.ts'
import { mountInvitations } from './invitations.ts'
import { mountLooking } from './looking.ts'
import { mountMetrics, timeRequests, type MetricsDeps } from './metrics.ts'
import { mountMessages } from './messages.ts'
import { mountPush } from './push.ts'
import { mountPersonal } from './personal.ts'
import { mountReference } from './reference.ts'
import { mountStats } from './stats.ts'
import { createRateLimits, type RateLimits } from './rate-limits.ts'
import { securityHeaders } from './security-headers.ts'
import { mountSiteCheck } from './site-check.ts'
import { mountSites } from './sites.ts'
import { mountVisitorBoard } from './visitor-board.ts'
import { mountVisitors } from './visitors.ts'
import { mountWebhooks } from './webhooks.ts'

export interface AppDeps extends MetricsDeps {
  readonly storage: Storage
  readonly events: EventBus
  readonly presence: Presence
  readonly onlookers: Onlookers
  readonly viewers: Viewers
  readonly clock: Clock
  readonly log: Log
  readonly keys: Keys
  readonly accessTokens: AccessTokens
  readonly identify: Identify
  readonly files: OpenedFiles
  readonly origins: Origins
  readonly sightings: Sightings
  readonly pushes: Pushes
  readonly webhooks: Webhooks
  readonly rateLimits: boolean
  readonly addressOf: AddressOf
  /** The public address of this server. */
  readonly url: () => string
  /** Whether browsers reach this server over https: cookies differ. */
  readonly isSecure: boolean
  readonly isDraining: () => boolean
  readonly setPresence: (person: CommercialIdentity, status: 'online' | 'away' | 'offline') => void
}

/** The whole of HTTP: who is asking and from where, then the routes, and one place that turns what went wrong into an answer. */
export function createApp(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>()
  const limits = createRateLimits(deps.rateLimits)
  app.use(
    timeRequests(deps.metrics),
    readRequest(deps, limits),
    securityHeaders(deps.isSecure),
    closeWhileDraining(deps.isDraining),
    cors((origin) => deps.origins.isListed(origin)),
    guardChanges(deps.origins),
  )
  app.onError((cause, { var: { requestId, language } }) => {
    if (cause instanceof Refusal) {
      deps.metrics.refused('http', cause.code)
      return errorResponse(cause, { requestId, language })
    }
    deps.log.error('request_failed', cause, { requestId })
    return errorResponse(new Refusal('internal_error'), { requestId, language })
  })
  app.notFound(({ var: { requestId, language }, req }) => {
    const allowed = methodsOf(req.path)
    const response = errorResponse(new Refusal(allowed === '' ? 'not_found' : 'method_not_allowed'), {
      requestId,
      language,
    })
    if (allowed !== '') response.headers.set('allow', allowed)
    return response
  })
  mountHealth(app, { storage: deps.storage, jwks: deps.keys.jwks, isDraining: deps.isDraining })
  mountMetrics(app, deps)
  mountReference(app)
  const { links } = deps.files
  mountMessages(app, { ...deps, links }, limits)
  mountChats(app, { ...deps, links }, limits)
  mountFiles(app, deps, limits)
  const replyTimes = createReplyTimes(deps)
  mountVisitors(app, { ...deps, links, limits, replyTimes })
  mountLooking(app, { ...deps, limits })
  mountVisitorBoard(app, { ...deps, links })
  mountSites(app, { ...deps, replyTimes })
  mountSiteCheck(app, deps)
  mountAuth(app, { ...deps, limits })
  mountConsoleSessions(app, deps)
  mountInvitations(app, { ...deps, limits })
  mountAudit(app, deps)
  mountCommercials(app, deps)
  mountDesk(app, { ...deps, links })
  mountPersonal(app, { ...deps, links })
  mountPush(app, deps)
  mountWebhooks(app, deps)
  mountStats(app, { ...deps, links, limits })
  return app
}

function readRequest(
  { identify, origins, addressOf, storage }: AppDeps,
  limits: RateLimits,
): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { req } = context
    const credentials = {
      bearer: readBearer(req.header('authorization')),
      cookies: parseCookies(req.header('cookie')),
    }
    context.set('requestId', uuidv7())
    context.set('language', languageOf(req.header('accept-language')))
    context.set('credentials', credentials)
    const from = { origin: req.header('origin'), fetchSite: req.header('sec-fetch-site') }
    context.set('from', from)
    context.set('keepAudit', (entry) => storage.appendAudit(entry))
    context.set('identify', async (prefer) => {
      const identified = await identify(credentials, { prefer })
      // A cookie proves who, not that they meant it: only pages of their own sites speak for them.
      if (identified?.via === 'cookie' && !isSafe(req.method))
        await origins.check(from, sitesOf(identified.identity))
      if (identified?.identity.role === 'visitor') await limits.visitorRequest(identified.identity.userId)
      return identified
    })
    // Without a socket there is no address: a test that asks the app directly.
    const incoming = (context.env as HttpBindings | undefined)?.incoming
    context.set('address', addressOf(incoming?.socket.remoteAddress, incoming?.headers ?? {}))
    await next()
  }
}

/**
 * Whatever changes something and carries no `Authorization` header may be a browser obeying a strange page: with cookies (multipart and
 * text need no preflight), or to plant a session. A page cannot add that header without a preflight that `cors` has refused.
 */
function guardChanges(origins: Origins): MiddlewareHandler<Env> {
  return async (context, next) => {
    const { credentials, from } = context.var
    if (
      !isSafe(context.req.method) &&
      credentials.bearer === undefined &&
      !(await origins.mayConnect(from))
    ) {
      throw new Refusal('origin_not_allowed')
    }
    await next()
  }
}

/** A connection kept for a next request would only be cut later. */
function closeWhileDraining(isDraining: () => boolean): MiddlewareHandler<Env> {
  return async (context, next) => {
    await next()
    if (isDraining()) context.res.headers.set('connection', 'close')
  }
}

function isSafe(method: string): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(method)
}

const paths = Object.keys(endpoints).map((name) => {
  const [method = '', path = ''] = name.split(' ')
  return { method, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }
})

/** Which methods a path of the contract has, for `Allow`. */
function methodsOf(path: string): string {
  return paths
    .filter(({ pattern }) => pattern.test(path))
    .map(({ method }) => method)
    .join(', ')
}
