import type { ChatId, CommercialId, MessageId, SiteId, VisitorId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'
import type { Lane } from './lists.ts'

const indexed = '(SELECT indexed_entry FROM search_state WHERE id = 1)'
const messageEntry = `
  m.search_entry, scope_words(c.site_id, c.chat_id), search_words(m.content)
  FROM messages AS m JOIN chats AS c ON c.chat_id = m.chat_id`
const ifIndexed = `WHERE m.message_id = $1 AND m.deleted_at IS NULL AND m.search_entry <= ${indexed}`

/** After its text has changed, if it is in the index; otherwise its turn comes. */
export const addMessage = command<[MessageId]>(
  `INSERT INTO message_search (rowid, scope, words) SELECT ${messageEntry} ${ifIndexed}`,
)
/** Before its text changes or goes: the index finds the words to take out by reading them. */
export const removeMessage = command<[MessageId]>(
  `INSERT INTO message_search (message_search, rowid, scope, words) SELECT 'delete', ${messageEntry} ${ifIndexed}`,
)

/** The same for every message of a chat. */
export const removeMessagesOfChat = command<[ChatId]>(`
  INSERT INTO message_search (message_search, rowid, scope, words) SELECT 'delete', ${messageEntry}
  WHERE m.chat_id = $1 AND m.deleted_at IS NULL AND m.search_entry <= ${indexed}`)

/** How many messages are not in the index yet. */
export const unindexedCount = query<{ count: number }>(
  `SELECT IFNULL(MAX(search_entry), 0) - ${indexed} AS count FROM messages`,
)
export const addNextMessages = command<[limit: number]>(`
  INSERT INTO message_search (rowid, scope, words) SELECT ${messageEntry}
  WHERE m.search_entry > ${indexed} AND m.search_entry <= ${indexed} + $1 AND m.deleted_at IS NULL
  ORDER BY m.search_entry`)
/** The numbers of entries have holes where a message is gone for good, so this counts on to the last there is. */
export const moveIndexed = command<[limit: number]>(`
  UPDATE search_state SET indexed_entry = MIN(
    indexed_entry + $1, (SELECT IFNULL(MAX(search_entry), 0) FROM messages)
  ) WHERE id = 1`)

export type Entry = { readonly messageId: MessageId; readonly entry: number }

/** Newest first. */
export const unindexedMessages = query<
  Entry & { chatId: ChatId; siteId: SiteId; content: string },
  [beforeEntry: number]
>(`
  SELECT m.message_id AS "messageId", m.search_entry AS entry, m.chat_id AS "chatId", c.site_id AS "siteId", m.content
  FROM messages AS m CROSS JOIN chats AS c ON c.chat_id = m.chat_id
  WHERE m.search_entry > ${indexed} AND m.search_entry < $1 AND m.deleted_at IS NULL
  ORDER BY m.search_entry DESC`)

// What a site vouched for comes before what somebody said, as in storage/visitors.ts.
const visitorName = "IFNULL(json_extract(vouched, '$.name'), name)"
const visitorEmail = "IFNULL(json_extract(vouched, '$.email'), email)"
const visitorEntry = `
  search_entry, scope_words(site_id, NULL), person_words(${visitorName}, ${visitorEmail}, phone)
  FROM visitors WHERE visitor_id = $1 AND COALESCE(${visitorName}, ${visitorEmail}, phone) IS NOT NULL`

export const addVisitor = command<[VisitorId]>(
  `INSERT INTO visitor_search (rowid, scope, words) SELECT ${visitorEntry}`,
)
export const removeVisitor = command<[VisitorId]>(
  `INSERT INTO visitor_search (visitor_search, rowid, scope, words) SELECT 'delete', ${visitorEntry}`,
)

/** Newest first. */
export const matchingMessages = query<Entry, [match: string, beforeEntry: number, limit: number]>(`
  SELECT m.message_id AS "messageId", m.search_entry AS entry
  FROM message_search CROSS JOIN messages AS m ON m.search_entry = message_search.rowid
  WHERE message_search MATCH $1 AND message_search.rowid < $2
  ORDER BY message_search.rowid DESC LIMIT $3`)

export interface FoundChatRow {
  readonly chatId: ChatId
  readonly siteId: SiteId
  readonly lane: Lane
  readonly assigneeId: CommercialId | null
  readonly tags: string
  readonly updatedAt: number
  readonly waitingSince: number | null
}

/** The chats of the visitors found, the newest of them first. */
export const chatsOfMatchingVisitors = query<FoundChatRow, [match: string, limit: number]>(`
  SELECT c.chat_id AS "chatId", c.site_id AS "siteId", c.lane, c.assignee_id AS "assigneeId", c.tags,
    c.updated_at AS "updatedAt", c.waiting_since AS "waitingSince"
  FROM visitor_search CROSS JOIN visitors AS v ON v.search_entry = visitor_search.rowid
    CROSS JOIN chats AS c ON c.visitor_id = v.visitor_id
  WHERE visitor_search MATCH $1
  ORDER BY visitor_search.rowid DESC LIMIT $2`)
