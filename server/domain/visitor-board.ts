import type { VisitorDetails, VisitorList, VisitorsQuery } from '#shared/visitor.ts'
import type { VisitorId } from '#shared/ids.ts'
import type { FileLinks } from './file-links.ts'
import type { CommercialIdentity } from './identity.ts'
import type { Presence, PresentVisitor } from './presence.ts'
import { toVisitorRecord, type Onlooker, type Onlookers } from './onlookers.ts'
import { Refusal } from './refusal.ts'
import { toChatFor, toCommercialVisitor, toTime, toTrail } from './views.ts'
import type { ListedVisitor, VisitorStorage } from './visitor-storage.ts'
import { isOfSites } from './welcome-onlooker.ts'

interface Deps {
  readonly storage: Pick<VisitorStorage, 'visitors' | 'visitorsById' | 'visitor'>
  readonly presence: Presence
  readonly onlookers: Pick<Onlookers, 'byId'>
  readonly links: FileLinks
}

/** The visitors of a person's sites: who is there now, or everybody. */
export async function listVisitors(
  deps: Omit<Deps, 'links'>,
  reader: CommercialIdentity,
  query: VisitorsQuery,
): Promise<VisitorList> {
  const { siteId, cursor, limit } = query
  if (query.online === 'true') return listPresent(deps, reader, query)
  const { visitors, nextCursor } = await deps.storage.visitors(reader, { siteId, cursor, limit })
  return { visitors: visitors.map((listed) => toListed(deps, listed)), nextCursor }
}

export async function readVisitor(
  deps: Deps,
  reader: CommercialIdentity,
  visitorId: VisitorId,
): Promise<VisitorDetails> {
  const onlooker = deps.onlookers.byId(visitorId)
  if (onlooker !== null && isOfSites(reader, onlooker))
    return { ...toListed(deps, asListed(onlooker)), trail: toTrail(onlooker.trail), chats: [] }
  const { trail, chats, ...listed } = await deps.storage.visitor(reader, visitorId)
  return {
    ...toListed(deps, listed),
    trail: toTrail(trail),
    chats: chats.map((chat) => toChatFor(reader, chat, deps.links)),
  }
}

/** Whoever comes or goes between two pages moves nobody else: the cursor is the last one shown, by when they came. */
async function listPresent(
  deps: Omit<Deps, 'links'>,
  reader: CommercialIdentity,
  { siteId, cursor, limit }: VisitorsQuery,
): Promise<VisitorList> {
  const isBehind = cursor === undefined ? () => true : behind(cursor)
  const present = deps.presence
    .visitorsOf(siteId === undefined ? reader.siteIds : reader.siteIds.filter((id) => id === siteId))
    .toSorted(lastFirst)
    .filter(isBehind)
  const page = present.slice(0, limit)
  const last = page.at(-1)
  return {
    visitors: (await listedOf(deps, reader, page)).map((listed) => toListed(deps, listed)),
    nextCursor: present.length > limit && last !== undefined ? `${last.since}.${last.visitorId}` : null,
  }
}

/** Those who have written are in the store; the others only here. */
async function listedOf(
  { storage, onlookers }: Omit<Deps, 'links'>,
  reader: CommercialIdentity,
  present: readonly PresentVisitor[],
): Promise<ListedVisitor[]> {
  const ids = present.map(({ visitorId }) => visitorId)
  const looking = ids.flatMap((visitorId) => onlookers.byId(visitorId) ?? [])
  const stored = await storage.visitorsById(
    reader,
    ids.filter((visitorId) => onlookers.byId(visitorId) === null),
  )
  const listed = new Map([...stored, ...looking.map(asListed)].map((each) => [each.visitor.visitorId, each]))
  return ids.flatMap((visitorId) => listed.get(visitorId) ?? [])
}

function asListed(onlooker: Onlooker): ListedVisitor {
  return { visitor: toVisitorRecord(onlooker), openChatId: null }
}

function behind(cursor: string): (visitor: PresentVisitor) => boolean {
  const [, since, visitorId] = /^(\d{1,16})\.([\da-f-]{36})$/.exec(cursor) ?? []
  if (since === undefined || visitorId === undefined) {
    throw new Refusal('invalid', { issues: [{ path: 'cursor', message: 'Not a cursor of this list' }] })
  }
  const last = { since: Number(since), visitorId }
  return (visitor) => lastFirst(last, visitor) < 0
}

type Place = { readonly since: number; readonly visitorId: string }

function lastFirst(a: Place, b: Place): number {
  return b.since - a.since || (a.visitorId < b.visitorId ? 1 : -1)
}

function toListed(
  { presence, onlookers }: Pick<Deps, 'presence' | 'onlookers'>,
  { visitor, openChatId }: ListedVisitor,
): VisitorList['visitors'][number] {
  const since = presence.visitorSince(visitor.visitorId)
  return {
    ...toCommercialVisitor(visitor),
    isOnline: since !== null,
    isOnlooker: onlookers.byId(visitor.visitorId) !== null,
    ...(since !== null && { onlineSince: toTime(since) }),
    ...(openChatId !== null && { openChatId }),
  }
}
