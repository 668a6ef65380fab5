import type { SiteId, VisitorId } from '#shared/ids.ts'
import type { Page } from '#shared/person.ts'
import type { Clock } from './clock.ts'
import type { TrailRecord, VisitorRecord } from './records.ts'

/** Somebody who looks at a site's pages and has not written. */
export interface Onlooker {
  /** Also the visitor's that they may become. */
  readonly visitorId: VisitorId
  readonly siteId: SiteId
  /** The secret of their page, hashed: it is to open the visitor's session. Milliseconds. */
  readonly token: { readonly hash: string; readonly expiresAt: number }
  readonly isHere: boolean
  readonly firstSeenAt: number
  readonly seenAt: number
  readonly page: Page
  readonly locale: string | null
  readonly timeZone: string | null
  /** The newest first. */
  readonly trail: readonly TrailRecord[]
}

/** What a page tells of them. */
export interface Sign extends Pick<Onlooker, 'siteId' | 'page' | 'locale' | 'timeZone'> {
  readonly referrer: string | undefined
  /** Until when to expect the next. */
  readonly nextInMs: number
}

export interface OnlookerWatcher {
  came(visitor: Pick<Onlooker, 'visitorId' | 'siteId'>): void
  went(visitor: Pick<Onlooker, 'visitorId' | 'siteId'>): void
  /** To another page. */
  turned(onlooker: Onlooker): void
}

/**
 * Who is on the sites without having written. In memory and never stored: a restart knows nobody until their page gives the next sign,
 * and whoever has gone is forgotten after a while.
 */
export interface Onlookers {
  /** Somebody new. False: there is no room. */
  come(sign: Sign, as: Pick<Onlooker, 'visitorId' | 'token'>): boolean
  /** Another sign of somebody who is known; null: nobody is, by this secret on this site. */
  look(hash: string, sign: Sign): { readonly isVisitor: boolean } | null
  /** They may be turning to the next page, so it is a while before they are gone. */
  leave(hash: string): void
  /** null: nobody, or a visitor by now. */
  byId(visitorId: VisitorId): Onlooker | null
  byToken(hash: string): Onlooker | null
  /** They are a visitor now, of whom nothing more is kept here than that they are there, until they have a connection. */
  welcomed(visitorId: VisitorId): void
  /** Notices who has gone. */
  sweep(): void
  /** Returns how to stop. */
  watch(watcher: OnlookerWatcher): () => void
}

/** On all sites together, and on one: whoever comes then is not noted. With trails these are some tens of megabytes at the very most. */
const MAX_ONLOOKERS = 5_000
const MAX_OF_SITE = 2_000
const MAX_STEPS = 20
const MAX_URL_LENGTH = 500
const MAX_TITLE_LENGTH = 120
/** How late a sign may be: the next page takes its time, too. */
const LATE_MS = 15_000
/** Between two pages. */
const TURNING_MS = 10_000
/** Whoever comes back within it goes on with their trail. */
const REMEMBERED_MS = 30 * 60_000

interface Entry extends Onlooker {
  readonly staysUntil: number
  readonly isVisitor: boolean
}

export function createOnlookers(clock: Clock): Onlookers {
  /** By the hash of the secret. Who gave no sign for longest is first. */
  const entries = new Map<string, Entry>()
  const hashes = new Map<VisitorId, string>()
  const watchers = new Set<OnlookerWatcher>()

  function put(entry: Entry): void {
    const { hash } = entry.token
    entries.delete(hash)
    entries.set(hash, entry)
    hashes.set(entry.visitorId, hash)
  }

  function forget({ visitorId, token }: Entry): void {
    entries.delete(token.hash)
    hashes.delete(visitorId)
  }

  function tell(what: keyof OnlookerWatcher, entry: Entry): void {
    for (const watcher of watchers) watcher[what](entry)
  }

  /** Whoever has gone is forgotten for somebody who comes; nobody who is here is. */
  function hasRoom(siteId: SiteId): boolean {
    const isFull = entries.size >= MAX_ONLOOKERS
    const ofSite = [...entries.values()].filter((entry) => entry.siteId === siteId)
    if (!isFull && ofSite.length < MAX_OF_SITE) return true
    const crowd = ofSite.length < MAX_OF_SITE ? [...entries.values()] : ofSite
    const gone = crowd.find(({ isHere }) => !isHere)
    if (gone !== undefined) forget(gone)
    return gone !== undefined
  }

  function notVisitor(entry: Entry | undefined): Onlooker | null {
    return entry === undefined || entry.isVisitor ? null : entry
  }

  return {
    come(sign, { visitorId, token }) {
      if (!hasRoom(sign.siteId)) return false
      const now = clock.now()
      const entry: Entry = {
        visitorId,
        siteId: sign.siteId,
        token,
        firstSeenAt: now,
        isVisitor: false,
        trail: [],
        ...seen(sign, now),
      }
      put({ ...entry, trail: walked(entry, sign, now) })
      tell('came', entry)
      return true
    },
    look(hash, sign) {
      const held = entries.get(hash)
      if (held?.siteId !== sign.siteId) return null
      const now = clock.now()
      const entry = held.isVisitor
        ? { ...held, isHere: true, staysUntil: now + LATE_MS }
        : { ...held, ...seen(sign, now), trail: walked(held, sign, now) }
      put(entry)
      if (!held.isHere) tell('came', entry)
      else if (!isSame(held.page, entry.page)) tell('turned', entry)
      return { isVisitor: entry.isVisitor }
    },
    leave(hash) {
      const held = entries.get(hash)
      if (held === undefined) return
      entries.set(hash, { ...held, staysUntil: Math.min(held.staysUntil, clock.now() + TURNING_MS) })
    },
    byId: (visitorId) => notVisitor(entries.get(hashes.get(visitorId) ?? '')),
    byToken: (hash) => notVisitor(entries.get(hash)),
    welcomed(visitorId) {
      const held = entries.get(hashes.get(visitorId) ?? '')
      if (held !== undefined) entries.set(held.token.hash, { ...held, isVisitor: true, trail: [] })
    },
    sweep() {
      const now = clock.now()
      for (const entry of entries.values()) {
        const { isHere, isVisitor, staysUntil, token } = entry
        if (staysUntil > now) continue
        if (isHere) {
          entries.set(token.hash, { ...entry, isHere: false })
          tell('went', entry)
        }
        if (isVisitor || staysUntil + REMEMBERED_MS <= now) forget(entry)
      }
    },
    watch(watcher) {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
  }
}

/** As the team sees anybody who visits. */
export function toVisitorRecord(onlooker: Onlooker): VisitorRecord {
  const { visitorId, siteId, locale, timeZone, page, firstSeenAt, seenAt } = onlooker
  const unsaid = { name: null, email: null, phone: null, attributes: {}, topic: null, consent: null }
  const unknown = { verified: null, blockedAt: null, erasedAt: null }
  return { visitorId, siteId, ...unsaid, ...unknown, locale, timeZone, page, createdAt: firstSeenAt, seenAt }
}

function seen({ page, locale, timeZone, nextInMs }: Sign, now: number) {
  return {
    page: cut(page),
    locale,
    timeZone,
    isHere: true,
    seenAt: now,
    staysUntil: now + nextInMs + LATE_MS,
  }
}

/** A page that is told again while it is shown is no step. */
function walked({ trail }: Entry, { page, referrer }: Sign, now: number): readonly TrailRecord[] {
  const { url, title } = cut(page)
  const [last] = trail
  if (last?.kind === 'page' && last.url === url) return trail
  const step = { kind: 'page', at: now, url, title, referrer: referrer?.slice(0, MAX_URL_LENGTH) } as const
  return [step, ...trail].slice(0, MAX_STEPS)
}

/** Anybody may say anything of any page: what is kept of it is bounded. */
function cut({ url, title }: Page): Page {
  return {
    url: url.slice(0, MAX_URL_LENGTH),
    ...(title !== undefined && { title: title.slice(0, MAX_TITLE_LENGTH).replaceAll(/\p{Cs}/gu, '') }),
  }
}

function isSame(a: Page, b: Page): boolean {
  return a.url === b.url && a.title === b.title
}
