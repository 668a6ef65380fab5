import { RATING_WINDOW_MS } from '#shared/limits.ts'
import type { VisitorId } from '#shared/ids.ts'
import type { OpenVisitorSession } from '#shared/person.ts'
import type { Clock } from '../domain/clock.ts'
import type { EventBus } from '../domain/events.ts'
import { tellIdentified } from '../domain/identify-visitor.ts'
import type { Onlooker, Onlookers } from '../domain/onlookers.ts'
import type { ChatRecord, SiteRecord, VisitorRecord, VouchedIdentity } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SessionStorage, VisitorSessionRecord } from '../domain/session-storage.ts'
import type { ChatStorage, PeopleStorage } from '../domain/storage.ts'
import type { VisitorDescription, VisitorStorage } from '../domain/visitor-storage.ts'
import { welcomeOnlooker } from '../domain/welcome-onlooker.ts'
import type { Credentials } from './identify.ts'
import { VISITOR_SESSION_MS } from './lifetimes.ts'
import { createOpaqueToken, hashToken } from './opaque-token.ts'
import type { Origins, RequestOrigin } from './origins.ts'
import { verifyIdentity } from './visitor-identity.ts'

interface Deps {
  readonly storage: Pick<PeopleStorage, 'site' | 'sites'> &
    Pick<VisitorStorage, 'describeVisitor' | 'identityKeys' | 'identifyVisitor'> &
    Pick<SessionStorage, 'visitorSession' | 'createVisitorSession' | 'welcomeOnlooker'> &
    Pick<ChatStorage, 'chatToResume'>
  readonly onlookers: Pick<Onlookers, 'byId' | 'byToken' | 'welcomed' | 'leave'>
  readonly origins: Pick<Origins, 'check'>
  readonly events: EventBus
  readonly clock: Clock
}

interface Opening {
  readonly body: OpenVisitorSession
  readonly credentials: Credentials
  readonly from: RequestOrigin
  /** Refuses what would be one too many; null: of a visitor who is new. */
  readonly admit?: (visitorId: VisitorId | null) => Promise<void>
}

export interface OpenedVisitorSession {
  readonly visitor: VisitorRecord
  readonly token: string
  readonly chat: ChatRecord | null
  readonly site: SiteRecord
}

/**
 * Begins a visitor's session, or resumes it. A token in the body wins, then a bearer, then the cookie. A bad token is refused, since
 * whoever kept one expects their history; a stale cookie just means a new visitor.
 */
export async function openVisitorSession(deps: Deps, opening: Opening): Promise<OpenedVisitorSession> {
  const { body, from, admit } = opening
  const named = body.siteKey === undefined ? null : await siteNamed(deps, body.siteKey)
  const onlooker = onlookerOf(deps, body, named)
  const found = onlooker === null ? await keptSession(deps, opening, named) : null
  const site = named ?? (await siteOf(deps, found))
  await deps.origins.check(from, [site.siteId])
  await admit?.(found?.visitor.visitorId ?? null)
  const kept = onlooker === null ? found : await welcome(deps, onlooker)
  const { visitor, token } = await settle(deps, site, { body, kept })
  return { visitor, token, site, chat: await chatOf(deps, visitor) }
}

type Looking = Onlooker & { readonly secret: string }

/** Whoever has only looked until now brings the secret of their page. */
function onlookerOf(
  { onlookers }: Deps,
  { token }: OpenVisitorSession,
  named: SiteRecord | null,
): Looking | null {
  const onlooker = token === undefined ? null : onlookers.byToken(hashToken(token))
  if (token === undefined || onlooker === null || onlooker.siteId !== named?.siteId) return null
  return { ...onlooker, secret: token }
}

async function welcome(deps: Deps, onlooker: Looking): Promise<Kept> {
  const session = await welcomeOnlooker(deps, onlooker)
  // From now on their connection says that they are there.
  deps.onlookers.leave(onlooker.token.hash)
  return { ...session, token: onlooker.secret }
}

/** The one that goes on, or the one that ended so lately that it may be rated, or gone on with. */
function chatOf({ storage, clock }: Deps, { visitorId }: VisitorRecord): Promise<ChatRecord | null> {
  return storage.chatToResume(visitorId, clock.now() - RATING_WINDOW_MS)
}

async function settle(
  deps: Deps,
  site: SiteRecord,
  { body, kept }: { body: OpenVisitorSession; kept: Kept | null },
): Promise<Session> {
  if (body.identity !== undefined) {
    const vouched = await verifyIdentity(deps, site.siteId, body.identity)
    return identify(deps, { site, body, kept, vouched })
  }
  return kept === null ? begin(deps, site, body) : resume(deps, kept, body)
}

interface Session {
  readonly visitor: VisitorRecord
  readonly token: string
}

interface Kept extends VisitorSessionRecord {
  readonly token: string
}

async function keptSession(
  { storage }: Deps,
  { body, credentials }: Opening,
  named: SiteRecord | null,
): Promise<Kept | null> {
  const said = body.token ?? credentials.bearer
  const token = said ?? credentials.cookies.visitor_session
  if (token === undefined) return null
  const session = await storage.visitorSession(hashToken(token))
  const isHere = named === null || named.siteId === session?.visitor.siteId
  if (session !== null && isHere) return { ...session, token }
  if (said !== undefined) throw new Refusal('invalid_token')
  return null
}

async function siteNamed({ storage }: Deps, siteKey: string): Promise<SiteRecord> {
  const site = await storage.site(siteKey)
  if (site === null) throw new Refusal('site_not_found')
  return site
}

/** The page did not say which: the visitor's own, or the default. */
async function siteOf({ storage }: Deps, kept: Kept | null): Promise<SiteRecord> {
  const site =
    kept === null
      ? await storage.site()
      : (await storage.sites()).find(({ siteId }) => siteId === kept.visitor.siteId)
  if (site === undefined || site === null) throw new Refusal('site_not_found')
  return site
}

async function begin({ storage, clock }: Deps, site: SiteRecord, body: OpenVisitorSession): Promise<Session> {
  const token = createOpaqueToken()
  const expiresAt = clock.now() + VISITOR_SESSION_MS
  const session = await storage.createVisitorSession(
    site.siteId,
    hashToken(token),
    descriptionIn(body),
    expiresAt,
  )
  return { visitor: session.visitor, token }
}

async function resume({ storage }: Deps, kept: Kept, body: OpenVisitorSession): Promise<Session> {
  const description = descriptionIn(body)
  if (Object.keys(description).length === 0) return kept
  return { token: kept.token, visitor: await storage.describeVisitor(kept.visitor.visitorId, description) }
}

async function identify(
  { storage, clock, events }: Deps,
  {
    site,
    body,
    kept,
    vouched,
  }: { site: SiteRecord; body: OpenVisitorSession; kept: Kept | null; vouched: VouchedIdentity },
): Promise<Session> {
  const token = createOpaqueToken()
  const identified = await storage.identifyVisitor({
    siteId: site.siteId,
    vouched,
    description: descriptionIn(body),
    keptTokenHash: kept === null ? null : hashToken(kept.token),
    tokenHash: hashToken(token),
    expiresAt: clock.now() + VISITOR_SESSION_MS,
  })
  tellIdentified(events, identified)
  return { visitor: identified.visitor, token: identified.isKept && kept !== null ? kept.token : token }
}

function descriptionIn({ page, locale, timeZone }: OpenVisitorSession): VisitorDescription {
  return {
    ...(page !== undefined && { page }),
    ...(locale !== undefined && { locale }),
    ...(timeZone !== undefined && { timeZone }),
  }
}
