import type { VisitorDetails, VisitorList, VisitorsQuery } from '#shared/visitor.ts'
import type { VisitorId } from '#shared/ids.ts'
import type { FileLinks } from './file-links.ts'
import type { CommercialIdentity } from './identity.ts'
import type { Presence, PresentVisitor } from './presence.ts'
import { Refusal } from './refusal.ts'
import { toChatFor, toCommercialVisitor, toTime, toTrail } from './views.ts'
import type { ListedVisitor, VisitorStorage } from './visitor-storage.ts'

interface Deps {
  readonly storage: Pick<VisitorStorage, 'visitors' | 'visitorsById' | 'visitor'>
  readonly presence: Presence
  readonly links: FileLinks
}

/** The visitors of a person's sites: who is there now, or everybody. */
export async function listVisitors(
  deps: Pick<Deps, 'storage' | 'presence'>,
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
  const { trail, chats, ...listed } = await deps.storage.visitor(reader, visitorId)
  return {
    ...toListed(deps, listed),
    trail: toTrail(trail),
    chats: chats.map((chat) => toChatFor(reader, chat, deps.links)),
  }
}

/** Whoever comes or goes between two pages moves nobody else: the cursor is the last one shown, by when they came. */
async function listPresent(
  deps: Pick<Deps, 'storage' | 'presence'>,
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
  const visitors = await deps.storage.visitorsById(
    reader,
    page.map(({ visitorId }) => visitorId),
  )
  return {
    visitors: visitors.map((listed) => toListed(deps, listed)),
    nextCursor: present.length > limit && last !== undefined ? `${last.since}.${last.visitorId}` : null,
  }
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
  { presence }: Pick<Deps, 'presence'>,
  { visitor, openChatId }: ListedVisitor,
): VisitorList['visitors'][number] {
  const since = presence.visitorSince(visitor.visitorId)
  return {
    ...toCommercialVisitor(visitor),
    isOnline: since !== null,
    ...(since !== null && { onlineSince: toTime(since) }),
    ...(openChatId !== null && { openChatId }),
  }
}
