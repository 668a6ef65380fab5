import type { ChatStatus } from '#shared/chat.ts'
import type { ChatId, CommercialId, SiteId, VisitorId } from '#shared/ids.ts'
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
  visitor_read_seq AS "visitorReadSeq", visitor_read_public_seq AS "visitorReadPublicSeq",
  team_read_seq AS "teamReadSeq", team_read_public_seq AS "teamReadPublicSeq"`

export const chatById = query<ChatRow, [ChatId]>(`SELECT ${columns} FROM chats WHERE chat_id = $1`)

export const openChatOfVisitor = query<ChatRow, [VisitorId]>(
  `SELECT ${columns} FROM chats WHERE visitor_id = $1 AND status <> 'CLOSED' LIMIT 1`,
)

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
]

export const updateChat = command<ChangeableState>(`
  UPDATE chats SET
    status = $2, assignee_id = $3, updated_at = $4, public_updated_at = $5, last_seq = $6, last_public_seq = $7,
    last_stamp = $8, last_change_at = $9, last_public_change_at = $10, first_response_at = $11,
    waiting_since = $12, closed_at = $13, visitor_read_seq = $14, visitor_read_public_seq = $15,
    team_read_seq = $16, team_read_public_seq = $17
  WHERE chat_id = $1`)

/** A chat's place in a list. */
export interface ListPlace {
  readonly chatId: ChatId
  readonly updatedAt: number
}

type Bounds = [beforeTime: number, beforeChatId: string, limit: number]

// Each list is one site's (or visitor's) chats of one status, which an index holds in this very order.
export const chatsOfSite = query<ListPlace, [SiteId, ChatStatus, ...Bounds]>(`
  SELECT chat_id AS "chatId", updated_at AS "updatedAt" FROM chats
  WHERE site_id = $1 AND status = $2 AND (updated_at, chat_id) < ($3, $4)
  ORDER BY updated_at DESC, chat_id DESC LIMIT $5`)

export const chatsOfAssignee = query<ListPlace, [SiteId, ChatStatus, ...Bounds, CommercialId]>(`
  SELECT chat_id AS "chatId", updated_at AS "updatedAt" FROM chats
  WHERE site_id = $1 AND status = $2 AND (updated_at, chat_id) < ($3, $4) AND assignee_id = $6
  ORDER BY updated_at DESC, chat_id DESC LIMIT $5`)

export const unassignedChats = query<ListPlace, [SiteId, ChatStatus, ...Bounds]>(`
  SELECT chat_id AS "chatId", updated_at AS "updatedAt" FROM chats
  WHERE site_id = $1 AND status = $2 AND (updated_at, chat_id) < ($3, $4) AND assignee_id IS NULL
  ORDER BY updated_at DESC, chat_id DESC LIMIT $5`)

export const chatsOfVisitor = query<ListPlace, [VisitorId, ChatStatus, ...Bounds]>(`
  SELECT chat_id AS "chatId", public_updated_at AS "updatedAt" FROM chats
  WHERE visitor_id = $1 AND status = $2 AND (public_updated_at, chat_id) < ($3, $4)
  ORDER BY public_updated_at DESC, chat_id DESC LIMIT $5`)

type Count = { readonly count: number }

export const countOfSite = query<Count, [SiteId, ChatStatus]>(
  `SELECT COUNT(*) AS count FROM chats WHERE site_id = $1 AND status = $2`,
)
export const countOfAssignee = query<Count, [SiteId, ChatStatus, CommercialId]>(
  `SELECT COUNT(*) AS count FROM chats WHERE site_id = $1 AND status = $2 AND assignee_id = $3`,
)
export const countUnassigned = query<Count, [SiteId, ChatStatus]>(
  `SELECT COUNT(*) AS count FROM chats WHERE site_id = $1 AND status = $2 AND assignee_id IS NULL`,
)
export const countOfVisitor = query<Count, [VisitorId, ChatStatus]>(
  `SELECT COUNT(*) AS count FROM chats WHERE visitor_id = $1 AND status = $2`,
)
