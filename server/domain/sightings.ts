import type { SiteId } from '#shared/ids.ts'
import type { Clock } from './clock.ts'

/** When a page's origin was last seen doing what; milliseconds, null: never. */
export interface Sighting {
  readonly origin: string
  readonly tagAt: number | null
  readonly openedAt: number | null
  readonly websocketAt: number | null
  readonly pollingAt: number | null
}

/**
 * Where the snippet is seen at work, for whoever sets up a site. In memory: what matters is whether it works now. A page may claim any
 * origin it likes; nothing is decided by what is noted here.
 */
export interface Sightings {
  readonly since: number
  /** The tag was fetched. Its address does not say for which site. */
  tag(origin: string): void
  opened(siteId: SiteId, origin: string): void
  connected(siteId: SiteId, origin: string, transport: string): void
  /** Of this site; and tags, which may be its own. Newest first. */
  of(siteId: SiteId): readonly (Sighting & { readonly isOfSite: boolean })[]
}

/** Of each kind; the oldest make room. */
const MAX_ORIGINS = 200
const MAX_ORIGIN_LENGTH = 300

type OfSite = Omit<Sighting, 'origin' | 'tagAt'>
const UNSEEN: OfSite = { openedAt: null, websocketAt: null, pollingAt: null }

export function createSightings(clock: Clock): Sightings {
  const tags = new Map<string, number>()
  const sites = new Map<string, OfSite>()

  function note(siteId: SiteId, origin: string, seen: Partial<OfSite>): void {
    const key = `${siteId} ${origin}`
    put(sites, key, { ...(sites.get(key) ?? UNSEEN), ...seen })
  }

  return {
    since: clock.now(),
    tag: (origin) => put(tags, origin, clock.now()),
    opened: (siteId, origin) => note(siteId, origin, { openedAt: clock.now() }),
    connected: (siteId, origin, transport) =>
      note(siteId, origin, { [transport === 'websocket' ? 'websocketAt' : 'pollingAt']: clock.now() }),
    of(siteId) {
      const prefix = `${siteId} `
      const ofSite = [...sites.keys()]
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length))
      return [...new Set([...ofSite, ...tags.keys()])]
        .map((origin) => ({
          origin,
          tagAt: tags.get(origin) ?? null,
          ...(sites.get(prefix + origin) ?? UNSEEN),
          isOfSite: sites.has(prefix + origin),
        }))
        .toSorted((a, b) => lastOf(b) - lastOf(a))
    },
  }
}

function put<Value>(map: Map<string, Value>, key: string, value: Value): void {
  if (key.length > MAX_ORIGIN_LENGTH) return
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MAX_ORIGINS && oldest !== undefined) map.delete(oldest)
}

function lastOf({ tagAt, openedAt, websocketAt, pollingAt }: Sighting): number {
  return Math.max(tagAt ?? 0, openedAt ?? 0, websocketAt ?? 0, pollingAt ?? 0)
}
