import type { ChatId, SiteId, VisitorId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'

export interface VisitorRow {
  readonly visitorId: VisitorId
  readonly siteId: SiteId
  readonly externalId: string | null
  /** As JSON. */
  readonly vouched: string | null
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  /** A flat object, as JSON. */
  readonly attributes: string
  readonly topic: string | null
  readonly consentVersion: string | null
  readonly consentAt: number | null
  readonly locale: string | null
  readonly timeZone: string | null
  /** As JSON. */
  readonly page: string | null
  readonly createdAt: number
  readonly seenAt: number
  readonly blockedAt: number | null
  readonly erasedAt: number | null
}

const columns = `
  visitor_id AS "visitorId", site_id AS "siteId", external_id AS "externalId", vouched, name, email, phone,
  attributes, topic, consent_version AS "consentVersion", consent_at AS "consentAt", locale,
  time_zone AS "timeZone", page, created_at AS "createdAt", seen_at AS "seenAt", blocked_at AS "blockedAt",
  erased_at AS "erasedAt"`

export const visitorById = query<VisitorRow, [VisitorId]>(
  `SELECT ${columns} FROM visitors WHERE visitor_id = $1`,
)
export const visitorByExternalId = query<VisitorRow, [SiteId, externalId: string]>(
  `SELECT ${columns} FROM visitors WHERE site_id = $1 AND external_id = $2`,
)

export const insertVisitor = command<[VisitorId, SiteId, createdAt: number]>(`
  INSERT INTO visitors (visitor_id, site_id, attributes, created_at, seen_at, search_entry)
  VALUES ($1, $2, '{}', $3, $3, (SELECT IFNULL(MAX(search_entry), 0) + 1 FROM visitors))`)

type State = [
  visitorId: VisitorId,
  externalId: string | null,
  vouched: string | null,
  name: string | null,
  email: string | null,
  phone: string | null,
  attributes: string,
  topic: string | null,
  consentVersion: string | null,
  consentAt: number | null,
  locale: string | null,
  timeZone: string | null,
  page: string | null,
  seenAt: number,
  blockedAt: number | null,
]

export const updateVisitor = command<State>(`
  UPDATE visitors SET
    external_id = $2, vouched = $3, name = $4, email = $5, phone = $6, attributes = $7,
    topic = $8, consent_version = $9, consent_at = $10, locale = $11, time_zone = $12, page = $13, seen_at = $14,
    blocked_at = $15
  WHERE visitor_id = $1`)

export const emptyVisitor = command<[VisitorId, erasedAt: number]>(`
  UPDATE visitors SET
    external_id = NULL, vouched = NULL, name = NULL, email = NULL, phone = NULL, attributes = '{}',
    topic = NULL, consent_version = NULL, consent_at = NULL, locale = NULL, time_zone = NULL, page = NULL,
    blocked_at = NULL, erased_at = $2
  WHERE visitor_id = $1`)
export const deleteVisitor = command<[VisitorId]>('DELETE FROM visitors WHERE visitor_id = $1')

/** A visitor's place in the list of a site. */
export interface VisitorPlace {
  readonly visitorId: VisitorId
  readonly seenAt: number
}

export const visitorsOfSite = query<
  VisitorPlace,
  [SiteId, beforeTime: number, beforeVisitorId: string, limit: number]
>(`
  SELECT visitor_id AS "visitorId", seen_at AS "seenAt" FROM visitors
  WHERE site_id = $1 AND erased_at IS NULL AND (seen_at, visitor_id) < ($2, $3)
  ORDER BY seen_at DESC, visitor_id DESC LIMIT $4`)

export const visitorsUnseenSince = query<{ visitorId: VisitorId }, [SiteId, since: number, limit: number]>(`
  SELECT visitor_id AS "visitorId" FROM visitors AS v
  WHERE site_id = $1 AND erased_at IS NULL AND seen_at < $2 AND NOT EXISTS (
    SELECT 1 FROM chats AS c WHERE c.visitor_id = v.visitor_id AND (c.status <> 'CLOSED' OR c.updated_at >= $2)
  )
  ORDER BY seen_at LIMIT $3`)

export const trailOf = query<{ entry: string }, [VisitorId]>(
  'SELECT entry FROM visitor_trail WHERE visitor_id = $1 ORDER BY seq DESC',
)
export const lastTrailSeq = query<{ seq: number }, [VisitorId]>(
  'SELECT seq FROM visitor_trail WHERE visitor_id = $1 ORDER BY seq DESC LIMIT 1',
)
export const insertTrailEntry = command<[VisitorId, seq: number, at: number, entry: string]>(
  'INSERT INTO visitor_trail (visitor_id, seq, at, entry) VALUES ($1, $2, $3, $4)',
)
export const forgetTrailUpTo = command<[VisitorId, seq: number]>(
  'DELETE FROM visitor_trail WHERE visitor_id = $1 AND seq <= $2',
)
export const moveTrail = command<[from: VisitorId, to: VisitorId, after: number]>(
  'UPDATE visitor_trail SET visitor_id = $2, seq = seq + $3 WHERE visitor_id = $1',
)

export const chatIdsOfVisitor = query<{ chatId: ChatId }, [VisitorId]>(
  'SELECT chat_id AS "chatId" FROM chats WHERE visitor_id = $1',
)
export const moveChats = command<[from: VisitorId, to: VisitorId]>(
  'UPDATE chats SET visitor_id = $2 WHERE visitor_id = $1',
)
export const moveMessages = command<[ChatId, from: VisitorId, to: VisitorId]>(
  'UPDATE messages SET sender_id = $3 WHERE chat_id = $1 AND sender_id = $2',
)

/**
 * Everything that anybody wrote in a chat, with a stamp of its own each, so that a reader who was away finds every one of them. The
 * hashes go too: a short text can be found from its hash by trying.
 */
export const emptyMessages = command<[ChatId, stamp: number, erased: VisitorId]>(`
  UPDATE messages SET
    content = '', type = 'text', attachment = NULL, client_message_id = NULL, draft_hash = NULL, changed_at = $2 + seq,
    deleted_at = coalesce(deleted_at, $2 + seq),
    sender_name = CASE WHEN sender_id = $3 THEN '' ELSE sender_name END
  WHERE chat_id = $1`)
