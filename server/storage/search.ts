import type { ChatId, MessageId, SiteId } from '#shared/ids.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import { findPhrases, type Phrase } from '../domain/search-text.ts'
import type { FoundMessage, MessageSearch } from '../domain/storage.ts'
import { findChat } from './chat-records.ts'
import type { Connection } from './connection.ts'
import { messageRecord } from './message-records.ts'
import { chatWord, siteWord } from './sql-functions.ts'
import { chatById } from './statements/chats.ts'
import { messageById } from './statements/messages.ts'
import { matchingMessages, unindexedMessages, type Entry } from './statements/search.ts'
import { visitorById } from './statements/visitors.ts'
import { visibleSites } from './visible-sites.ts'
import { visitorRecord } from './visitors.ts'
import type { Step } from './writer.ts'

/** Messages and notes with all the phrases, newest first, of the chats that the reader may see. */
export function searchMessages(
  { db }: Step,
  reader: CommercialIdentity,
  search: MessageSearch,
): { found: FoundMessage[]; nextCursor: string | null } {
  const scope = scopeOf(db, reader, search)
  const before = search.cursor === undefined ? Number.MAX_SAFE_INTEGER : parseCursor(search.cursor)
  const entries = findEntries(db, scope, { ...search, before, limit: search.limit + 1 })
  const page = entries.slice(0, search.limit)
  return {
    found: page.flatMap(({ messageId }) => readFound(db, messageId) ?? []),
    nextCursor: entries.length > page.length ? String(page.at(-1)?.entry) : null,
  }
}

type Wanted = { readonly phrases: readonly Phrase[]; readonly before: number; readonly limit: number }

/** The newest messages are not in the index yet and are read one by one; those of the index are all older. */
function findEntries(db: Connection, scope: Scope, { phrases, before, limit }: Wanted): Entry[] {
  if (scope.sites?.length === 0) return []
  const newest = db
    .all(unindexedMessages, before)
    .filter((message) => isInScope(message, scope) && findPhrases(message.content, phrases).length > 0)
    .slice(0, limit)
  const rest = limit - newest.length
  if (rest === 0) return newest
  return [...newest, ...db.all(matchingMessages, toMatch(scopeWords(scope), phrases), before, rest)]
}

function readFound(db: Connection, messageId: MessageId): FoundMessage | null {
  const row = db.one(messageById, messageId)
  const chat = row && db.one(chatById, row.chatId)
  const visitor = chat && db.one(visitorById, chat.visitorId)
  if (row === undefined || chat === undefined || visitor === undefined) return null
  const { siteId, status } = chat
  return { message: messageRecord(row), chat: { siteId, status, visitor: visitorRecord(visitor) } }
}

/** Where to look: in one chat, on some sites, or (neither) everywhere. */
interface Scope {
  readonly chatId?: ChatId
  readonly sites?: readonly SiteId[]
}

function scopeOf(
  db: Connection,
  reader: CommercialIdentity,
  { chatId, siteId }: Pick<MessageSearch, 'chatId' | 'siteId'>,
): Scope {
  if (chatId !== undefined) return { chatId: findChat(db, reader, chatId).chatId }
  if (reader.role === 'admin' && siteId === undefined) return {}
  return { sites: visibleSites(db, reader).filter((id) => siteId === undefined || id === siteId) }
}

function isInScope(message: { chatId: ChatId; siteId: SiteId }, { chatId, sites }: Scope): boolean {
  return (chatId ?? message.chatId) === message.chatId && (sites?.includes(message.siteId) ?? true)
}

function scopeWords({ chatId, sites }: Scope): string[] | null {
  if (chatId !== undefined) return [chatWord(chatId)]
  return sites?.map(siteWord) ?? null
}

/** In the language of FTS5. The words are letters and digits alone, so nothing in them can be read as anything else. */
export function toMatch(scope: readonly string[] | null, phrases: readonly Phrase[]): string {
  const wanted = phrases.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? '*' : ''}`)
  const words = `words : (${wanted.join(' AND ')})`
  if (scope === null) return words
  return `scope : (${scope.map((word) => `"${word}"`).join(' OR ')}) AND ${words}`
}

function parseCursor(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  throw new Refusal('invalid', { issues: [{ path: 'cursor', message: 'Not a cursor of this search' }] })
}
