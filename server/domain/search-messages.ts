import type { SearchHit, SearchQuery, SearchResult } from '#shared/search.ts'
import { excerptOf } from './excerpt.ts'
import type { CommercialIdentity } from './identity.ts'
import { parseKeyword } from './search-text.ts'
import type { ChatStorage, FoundMessage } from './storage.ts'
import { toSearchHit } from './views.ts'

/** Looks through every message, notes too, of the chats that this commercial may see. */
export async function searchMessages(
  { storage }: { storage: Pick<ChatStorage, 'searchMessages'> },
  reader: CommercialIdentity,
  { keyword, ...where }: SearchQuery,
): Promise<SearchResult> {
  const phrases = parseKeyword(keyword)
  if (phrases.length === 0) return { hits: [], nextCursor: null }
  const { found, nextCursor } = await storage.searchMessages(reader, { ...where, phrases })
  return { hits: found.flatMap((one) => toHit(one) ?? []), nextCursor }

  function toHit({ message, chat }: FoundMessage): SearchHit | null {
    const excerpt = excerptOf(message.content, phrases)
    // The index only proposes: what is told is what the message says now.
    if (excerpt === null) return null
    return toSearchHit(message, chat, excerpt)
  }
}
