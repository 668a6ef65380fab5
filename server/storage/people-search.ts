import type { ChatStatus } from '#shared/chat.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import type { ChatFilter } from '../domain/storage.ts'
import type { Connection } from './connection.ts'
import { toMatch } from './search.ts'
import { siteWord } from './sql-functions.ts'
import { chatsOfMatchingVisitors, type FoundChatRow } from './statements/search.ts'
import { visibleSites } from './visible-sites.ts'

/** Somebody who finds more chats than this narrows the search down; the newest visitors' come first. */
const MAX_FOUND = 2_000

/** The chats of the visitors whom a search finds, as far as the rest of the filter takes them. In no order. */
export function chatsOfPeople(
  db: Connection,
  reader: CommercialIdentity,
  filter: ChatFilter & { readonly statuses: readonly ChatStatus[] },
): FoundChatRow[] {
  const { siteId, people = [] } = filter
  const sites = visibleSites(db, reader).filter((id) => siteId === undefined || id === siteId)
  if (people.length === 0 || sites.length === 0) return []
  const match = toMatch(sites.map(siteWord), people)
  return db.all(chatsOfMatchingVisitors, match, MAX_FOUND).filter((chat) => isWanted(chat, filter))
}

function isWanted(
  chat: FoundChatRow,
  { statuses, isSnoozed, assigneeId, tag }: ChatFilter & { readonly statuses: readonly ChatStatus[] },
): boolean {
  if (!statuses.some((status) => chat.lane === status || chat.lane === `SNOOZED_${status}`)) return false
  if (isSnoozed !== undefined && isSnoozed !== chat.lane.startsWith('SNOOZED')) return false
  if (assigneeId !== undefined && assigneeId !== chat.assigneeId) return false
  return tag === undefined || (JSON.parse(chat.tags) as string[]).includes(tag)
}
