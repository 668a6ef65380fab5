import type { ChatStatus } from '#shared/chat.ts'
import type { ChatId, CommercialId, SiteId, VisitorId } from '#shared/ids.ts'
import { query } from '../connection.ts'

/** What a list is merged from: the chats of one status, and apart those of them that are put off. */
export type Lane = ChatStatus | `SNOOZED_${ChatStatus}`

/** A chat's place in a list. */
export interface ListPlace {
  readonly chatId: ChatId
  /** Newest first: `updated_at`. Longest waiting first: `waiting_since`, and beyond all of those the chats that do not wait. */
  readonly at: number
}

/** Where a list of the waiting ends, counted back from: beyond any time, and still a safe integer. */
const END = 9_000_000_000_000_000
/** From this place on stand those who do not wait. */
export const NOT_WAITING = END / 2

/** The same as `waitingChats` and `chatsNotWaiting` say it. */
export function placeByWaiting(waitingSince: number | null, updatedAt: number): number {
  return waitingSince ?? END - updatedAt
}

type Bounds = [at: number, chatId: string, limit: number]

// Each is one site's (or visitor's) chats of one lane, which an index holds in this very order.
const newest = `(updated_at, chat_id) < ($3, $4)`
const newestFirst = `ORDER BY updated_at DESC, chat_id DESC LIMIT $5`

export const chatsOfSite = query<ListPlace, [SiteId, Lane, ...Bounds]>(`
  SELECT chat_id AS "chatId", updated_at AS at FROM chats
  WHERE site_id = $1 AND lane = $2 AND ${newest} ${newestFirst}`)
export const chatsOfAssignee = query<ListPlace, [SiteId, Lane, ...Bounds, CommercialId]>(`
  SELECT chat_id AS "chatId", updated_at AS at FROM chats
  WHERE site_id = $1 AND lane = $2 AND ${newest} AND assignee_id = $6 ${newestFirst}`)
export const unassignedChats = query<ListPlace, [SiteId, Lane, ...Bounds]>(`
  SELECT chat_id AS "chatId", updated_at AS at FROM chats
  WHERE site_id = $1 AND lane = $2 AND ${newest} AND assignee_id IS NULL ${newestFirst}`)

/** null: everybody's; '': nobody's. A walk along the lane, for what is asked for more rarely than the lists above. */
type OfAssignee = [assignee: CommercialId | '' | null]
const ofAssignee = (chats: string) => `($6 IS NULL OR IFNULL(${chats}.assignee_id, '') = $6)`

export const chatsOfTag = query<ListPlace, [SiteId, Lane, ...Bounds, ...OfAssignee, tag: string]>(`
  SELECT t.chat_id AS "chatId", t.updated_at AS at
  FROM chat_tags AS t CROSS JOIN chats AS c ON c.chat_id = t.chat_id
  WHERE t.site_id = $1 AND t.tag = $7 AND t.lane = $2 AND (t.updated_at, t.chat_id) < ($3, $4)
    AND ${ofAssignee('c')}
  ORDER BY t.updated_at DESC, t.chat_id DESC LIMIT $5`)

/** null: tagged or not. */
type OfTag = [tag: string | null]
const ofTag = `(
  $7 IS NULL OR EXISTS (SELECT 1 FROM chat_tags AS t WHERE t.chat_id = chats.chat_id AND t.tag = $7)
)`

export const waitingChats = query<ListPlace, [SiteId, Lane, ...Bounds, ...OfAssignee, ...OfTag]>(`
  SELECT chat_id AS "chatId", waiting_since AS at FROM chats
  WHERE site_id = $1 AND lane = $2 AND waiting_since IS NOT NULL AND (waiting_since, chat_id) > ($3, $4)
    AND ${ofAssignee('chats')} AND ${ofTag}
  ORDER BY waiting_since, chat_id LIMIT $5`)
export const chatsNotWaiting = query<ListPlace, [SiteId, Lane, ...Bounds, ...OfAssignee, ...OfTag]>(`
  SELECT chat_id AS "chatId", ${END} - updated_at AS at FROM chats
  WHERE site_id = $1 AND lane = $2 AND (updated_at, chat_id) < (${END} - $3, $4)
    AND waiting_since IS NULL AND ${ofAssignee('chats')} AND ${ofTag} ${newestFirst}`)

export const chatsOfVisitor = query<ListPlace, [VisitorId, ChatStatus, ...Bounds]>(`
  SELECT chat_id AS "chatId", public_updated_at AS at FROM chats
  WHERE visitor_id = $1 AND status = $2 AND (public_updated_at, chat_id) < ($3, $4)
  ORDER BY public_updated_at DESC, chat_id DESC LIMIT $5`)

type Count = { readonly count: number }

export const countOfSite = query<Count, [SiteId, Lane]>(
  `SELECT COUNT(*) AS count FROM chats WHERE site_id = $1 AND lane = $2`,
)
export const countOfAssignee = query<Count, [SiteId, Lane, CommercialId]>(
  `SELECT COUNT(*) AS count FROM chats WHERE site_id = $1 AND lane = $2 AND assignee_id = $3`,
)
export const countUnassigned = query<Count, [SiteId, Lane]>(
  `SELECT COUNT(*) AS count FROM chats WHERE site_id = $1 AND lane = $2 AND assignee_id IS NULL`,
)
export const countOfVisitor = query<Count, [VisitorId, ChatStatus]>(
  `SELECT COUNT(*) AS count FROM chats WHERE visitor_id = $1 AND status = $2`,
)
