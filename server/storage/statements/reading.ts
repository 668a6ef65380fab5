import type { ChatId, CommercialId, UserId } from '#shared/ids.ts'
import { MAX_UNREAD } from '#shared/limits.ts'
import { command, query } from '../connection.ts'

interface PositionRow {
  readonly commercialId: CommercialId
  readonly seq: number
  readonly publicSeq: number
  readonly isMarked: number
}
const position = `
  SELECT commercial_id AS "commercialId", seq, public_seq AS "publicSeq", is_marked AS "isMarked"
  FROM reading_positions`

export const positionsInChat = query<PositionRow, [ChatId]>(`${position} WHERE chat_id = $1`)
export const positionOf = query<PositionRow, [ChatId, CommercialId]>(
  `${position} WHERE chat_id = $1 AND commercial_id = $2`,
)

export const keepPosition = command<[ChatId, CommercialId, seq: number, publicSeq: number]>(`
  INSERT INTO reading_positions (chat_id, commercial_id, seq, public_seq) VALUES ($1, $2, $3, $4)
  ON CONFLICT (chat_id, commercial_id) DO UPDATE SET seq = excluded.seq, public_seq = excluded.public_seq`)

/** Of somebody who has never read there, too. */
export const keepUnreadMark = command<[ChatId, CommercialId, isMarked: number]>(`
  INSERT INTO reading_positions (chat_id, commercial_id, seq, public_seq, is_marked) VALUES ($1, $2, 0, 0, $3)
  ON CONFLICT (chat_id, commercial_id) DO UPDATE SET is_marked = $3`)

export const dropUnreadMark = command<[ChatId, CommercialId]>(`
  UPDATE reading_positions SET is_marked = 0 WHERE chat_id = $1 AND commercial_id = $2 AND is_marked = 1`)

/** The newest public message at or before a place of the commercials' numbering. */
export const publicSeqUpTo = query<{ publicSeq: number }, [ChatId, seq: number]>(`
  SELECT public_seq AS "publicSeq" FROM messages
  WHERE chat_id = $1 AND seq <= $2 AND is_internal = 0 ORDER BY seq DESC LIMIT 1`)

/** Whether somebody else wrote beyond a position: a public message beyond it in the visitor's numbering, or anything at all. */
export const beyond = query<
  { publicly: number; anything: number },
  [ChatId, seq: number, publicSeq: number, UserId]
>(`
  SELECT
    EXISTS (SELECT 1 FROM messages WHERE chat_id = $1 AND public_seq > $3 AND sender_id <> $4) AS publicly,
    EXISTS (SELECT 1 FROM messages WHERE chat_id = $1 AND seq > $2 AND sender_id <> $4) AS anything`)

type Count = { readonly count: number }

/** What the team wrote to the visitor beyond a place of the visitor's numbering. */
export const unreadOfVisitor = query<Count, [ChatId, publicSeq: number]>(`
  SELECT COUNT(*) AS count FROM (
    SELECT 1 FROM messages
    WHERE chat_id = $1 AND public_seq > $2 AND sender_type <> 'visitor' AND deleted_at IS NULL
    LIMIT ${MAX_UNREAD}
  ) AS unread`)

/**
 * What the visitor and colleagues (their notes) wrote beyond a place of the commercials' numbering. A commercial's own messages
 * never lie beyond their position, so nobody has to be left out.
 */
export const unreadOfCommercial = query<Count, [ChatId, seq: number]>(`
  SELECT COUNT(*) AS count FROM (
    SELECT 1 FROM messages
    WHERE chat_id = $1 AND seq > $2 AND deleted_at IS NULL AND (sender_type = 'visitor' OR is_internal = 1)
    LIMIT ${MAX_UNREAD}
  ) AS unread`)
