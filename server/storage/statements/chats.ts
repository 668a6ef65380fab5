import type { ChatStatus } from '#shared/chat.ts'
import type { ChatId, CommercialId, SiteId, UserId, VisitorId } from '#shared/ids.ts'
import type { ChatHead } from '../../domain/storage.ts'
import { command, query } from '../connection.ts'

/** A row of `chats`: what decisions are made from. */
export interface ChatRow {
  readonly chatId: ChatId
  readonly siteId: SiteId
  readonly visitorId: VisitorId
  readonly status: ChatStatus
  readonly assigneeId: CommercialId | null
  readonly createdAt: number
  readonly updatedAt: number
  readonly publicUpdatedAt: number
  readonly lastSeq: number
  readonly lastPublicSeq: number
  readonly lastStamp: number
  readonly lastChangeAt: number | null
  readonly lastPublicChangeAt: number | null
  readonly firstResponseAt: number | null
  readonly waitingSince: number | null
  readonly closedAt: number | null
  readonly snoozedUntil: number | null
  readonly returnedFrom: CommercialId | null
  /** Who of the team answered first. */
  readonly firstResponseBy: UserId | null
  /** A JSON list. */
  readonly tags: string
  readonly visitorReadSeq: number
  readonly visitorReadPublicSeq: number
  readonly teamReadSeq: number
  readonly teamReadPublicSeq: number
}

const columns = `
  chat_id AS "chatId", site_id AS "siteId", visitor_id AS "visitorId", status, assignee_id AS "assigneeId",
  created_at AS "createdAt", updated_at AS "updatedAt", public_updated_at AS "publicUpdatedAt",
  last_seq AS "lastSeq", last_public_seq AS "lastPublicSeq", last_stamp AS "lastStamp",
  last_change_at AS "lastChangeAt", last_public_change_at AS "lastPublicChangeAt",
  first_response_at AS "firstResponseAt", waiting_since AS "waitingSince", closed_at AS "closedAt",
  snoozed_until AS "snoozedUntil", returned_from AS "returnedFrom", tags,
  first_response_by AS "firstResponseBy",
  visitor_read_seq AS "visitorReadSeq", visitor_read_public_seq AS "visitorReadPublicSeq",
  team_read_seq AS "teamReadSeq", team_read_public_seq AS "teamReadPublicSeq"`

export const chatById = query<ChatRow, [ChatId]>(`SELECT ${columns} FROM chats WHERE chat_id = $1`)

export const openChatOfVisitor = query<ChatRow, [VisitorId]>(
  `SELECT ${columns} FROM chats WHERE visitor_id = $1 AND status <> 'CLOSED' LIMIT 1`,
)

/** In which something was said. */
export const lastClosedChatOfVisitor = query<ChatRow, [VisitorId]>(`
  SELECT ${columns} FROM chats WHERE visitor_id = $1 AND status = 'CLOSED' AND last_public_seq > 0
  ORDER BY public_updated_at DESC, chat_id DESC LIMIT 1`)

export const insertChat = command<[ChatId, SiteId, VisitorId, createdAt: number, lastStamp: number]>(`
  INSERT INTO chats (
    chat_id, site_id, visitor_id, status, created_at, updated_at, public_updated_at, last_stamp,
    last_seq, last_public_seq, visitor_read_seq, visitor_read_public_seq, team_read_seq, team_read_public_seq
  ) VALUES ($1, $2, $3, 'PENDING', $4, $4, $4, $5, 0, 0, 0, 0, 0, 0)`)

export const headOfChat = query<ChatHead, [ChatId]>(`
  SELECT
    chat_id AS "chatId", last_seq AS "lastSeq", last_public_seq AS "lastPublicSeq",
    last_change_at AS "lastChangeAt", last_public_change_at AS "lastPublicChangeAt"
  FROM chats WHERE chat_id = $1`)

type ChangeableState = [
  chatId: ChatId,
  status: ChatStatus,
  assigneeId: CommercialId | null,
  updatedAt: number,
  publicUpdatedAt: number,
  lastSeq: number,
  lastPublicSeq: number,
  lastStamp: number,
  lastChangeAt: number | null,
  lastPublicChangeAt: number | null,
  firstResponseAt: number | null,
  waitingSince: number | null,
  closedAt: number | null,
  visitorReadSeq: number,
  visitorReadPublicSeq: number,
  teamReadSeq: number,
  teamReadPublicSeq: number,
  snoozedUntil: number | null,
  tags: string,
  returnedFrom: CommercialId | null,
  firstResponseBy: UserId | null,
]

export const updateChat = command<ChangeableState>(`
  UPDATE chats SET
    status = $2, assignee_id = $3, updated_at = $4, public_updated_at = $5, last_seq = $6, last_public_seq = $7,
    last_stamp = $8, last_change_at = $9, last_public_change_at = $10, first_response_at = $11,
    waiting_since = $12, closed_at = $13, visitor_read_seq = $14, visitor_read_public_seq = $15,
    team_read_seq = $16, team_read_public_seq = $17, snoozed_until = $18, tags = $19,
    returned_from = $20, first_response_by = $21,
    -- The visitor waits from their first message on: what they wait for first is the first answer.
    asked_at = IFNULL(asked_at, $12),
    -- Since when this assignee has it; the assignee of before is still what assignee_id says here.
    assigned_at = CASE WHEN $3 IS NULL THEN NULL WHEN assignee_id IS $3 THEN assigned_at ELSE $8 END
  WHERE chat_id = $1`)

/** Put off until now or before, the longest overdue first. */
export const snoozedUpTo = query<ChatRow, [now: number, limit: number]>(
  `SELECT ${columns} FROM chats WHERE snoozed_until <= $1 ORDER BY snoozed_until LIMIT $2`,
)
