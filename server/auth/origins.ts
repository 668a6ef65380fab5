import type { IncomingHttpHeaders } from 'node:http'
import type { SiteId } from '#shared/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import type { PeopleStorage } from '../domain/storage.ts'

/** What a browser says about where a request comes from. */
export interface RequestOrigin {
  readonly origin: string | undefined
  /** `Sec-Fetch-Site`, which no page can set. */
  readonly fetchSite: string | undefined
}

/** Which pages may talk to us: those on the sites' lists, and the server's own. */
export interface Origins {
  /** Whether CORS may name this origin in its answer. */
  isListed(origin: string): Promise<boolean>
  /** For the socket's handshake, whose cookies no preflight protects. */
  mayConnect(from: RequestOrigin): Promise<boolean>
  /**
   * Refuses with `origin_not_allowed` what does not come from a page of these sites. Meant for every state-changing request that
   * proves itself by cookie, and for beginning a visitor's session.
   */
  check(from: RequestOrigin, siteIds: readonly SiteId[]): Promise<void>
}

interface Deps {
  readonly storage: Pick<PeopleStorage, 'sites'>
  /** The public address of this server, without a path. */
  readonly ownOrigin: string
}

export function createOrigins({ storage, ownOrigin }: Deps): Origins {
  async function isListed(origin: string, siteIds?: readonly SiteId[]): Promise<boolean> {
    if (origin === ownOrigin) return true
    const sites = await storage.sites()
    return sites.some(
      (site) =>
        (siteIds === undefined || siteIds.includes(site.siteId)) &&
        site.origins.some((entry) => matchesOrigin(entry, origin)),
    )
  }

  async function isFromPageOf(from: RequestOrigin, siteIds?: readonly SiteId[]): Promise<boolean> {
    if (from.origin === undefined) return isFromNoOtherPage(from.fetchSite)
    if (from.origin === ownOrigin && from.fetchSite === 'cross-site') return false
    return isListed(from.origin, siteIds)
  }

  return {
    isListed: (origin) => isListed(origin),
    mayConnect: (from) => isFromPageOf(from),
    async check(from, siteIds) {
      if (!(await isFromPageOf(from, siteIds))) throw new Refusal('origin_not_allowed')
    },
  }
}

export function originOf(headers: IncomingHttpHeaders): RequestOrigin {
  const fetchSite = headers['sec-fetch-site']
  return { origin: headers.origin, fetchSite: Array.isArray(fetchSite) ? fetchSite[0] : fetchSite }
}

/** Neither header: not a browser. Without `Origin` alone: a browser reading from its own page, or somebody typing the address. */
function isFromNoOtherPage(fetchSite: string | undefined): boolean {
  return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
}

/** Compared as whole strings, so that no prefix, suffix or user name in an address can pass for another one. */
export function matchesOrigin(entry: string, origin: string): boolean {
  if (!entry.endsWith(':*')) return entry === origin && origin !== 'null'
  const host = entry.slice(0, -2)
  return origin === host || (origin.startsWith(`${host}:`) && /^\d{1,5}$/.test(origin.slice(host.length + 1)))
}
