import type * as v from 'valibot'
import { uuidv7 } from 'uuidv7'
import type { VisitorId } from '#shared/ids.ts'
import type { Look, Looked } from '#shared/looking.ts'
import type { Clock } from '../domain/clock.ts'
import type { Onlookers, Sign } from '../domain/onlookers.ts'
import type { Presence } from '../domain/presence.ts'
import type { SiteRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SessionStorage } from '../domain/session-storage.ts'
import type { PeopleStorage } from '../domain/storage.ts'
import { VISITOR_SESSION_MS } from './lifetimes.ts'
import { createOpaqueToken, hashToken } from './opaque-token.ts'
import type { Origins, RequestOrigin } from './origins.ts'

/** As long as somebody of the team could speak to them; a word reaches them with the next sign. */
const SOON_MS = 12_000
const LATER_MS = 60_000
/** With no room for them. */
const MUCH_LATER_MS = 5 * 60_000

interface Deps {
  readonly storage: Pick<PeopleStorage, 'site'> & Pick<SessionStorage, 'visitorSession'>
  readonly onlookers: Pick<Onlookers, 'come' | 'look' | 'leave'>
  readonly presence: Pick<Presence, 'isOnline'>
  readonly origins: Pick<Origins, 'check'>
  readonly clock: Clock
}

interface Asked {
  readonly body: v.InferOutput<typeof Look>
  readonly from: RequestOrigin
  /** Refuses what would be one too many. */
  readonly admit: (isNew: boolean) => Promise<void>
}

/** A page gives a sign of somebody who has not written, and hears whether they have been spoken to. */
export async function look(deps: Deps, { body, from, admit }: Asked): Promise<Looked> {
  const { storage, onlookers, clock } = deps
  await admit(false)
  const site = await siteOf(deps, { body, from })
  const { token, isLeaving, page, locale = null, timeZone = null } = body
  const hash = token === undefined ? null : hashToken(token)
  const nextInMs = deps.presence.isOnline(site.siteId) ? SOON_MS : LATER_MS
  if (isLeaving) {
    if (hash !== null) onlookers.leave(hash)
    return { nextInMs, isVisitor: false }
  }
  const { url, title, referrer } = page
  const sign: Sign = { siteId: site.siteId, page: { url, title }, referrer, locale, timeZone, nextInMs }
  const known = hash === null ? null : onlookers.look(hash, sign)
  if (known !== null) return { nextInMs, isVisitor: known.isVisitor }
  // Forgotten here, and spoken to meanwhile.
  const session = hash === null ? null : await storage.visitorSession(hash)
  if (session?.visitor.siteId === site.siteId) return { nextInMs, isVisitor: true }
  await admit(true)
  const fresh = createOpaqueToken()
  const isNoted = onlookers.come(sign, {
    visitorId: uuidv7() as VisitorId,
    token: { hash: hashToken(fresh), expiresAt: clock.now() + VISITOR_SESSION_MS },
  })
  if (!isNoted) return { nextInMs: MUCH_LATER_MS, isVisitor: false }
  return { token: fresh, nextInMs, isVisitor: false }
}

async function siteOf(
  { storage, origins }: Deps,
  { body: { siteKey }, from }: Pick<Asked, 'body' | 'from'>,
): Promise<SiteRecord> {
  const site = await storage.site(siteKey)
  if (site === null) throw new Refusal('site_not_found')
  await origins.check(from, [site.siteId])
  if (!site.settings.features.presenceBoard) throw new Refusal('presence_off')
  return site
}
