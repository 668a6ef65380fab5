import type { ChatId, CommercialId, SiteId } from '#shared/ids.ts'
import { command, query } from '../connection.ts'
import type { Lane } from './lists.ts'

export const turnOf = query<{ turn: number }, [SiteId, CommercialId]>(
  'SELECT turn FROM routing_turns WHERE site_id = $1 AND commercial_id = $2',
)
export const takeTurn = command<[SiteId, CommercialId]>(`
  INSERT INTO routing_turns (site_id, commercial_id, turn)
  SELECT $1, $2, IFNULL(MAX(turn), 0) + 1 FROM routing_turns WHERE site_id = $1
  ON CONFLICT (site_id, commercial_id) DO UPDATE SET turn = excluded.turn`)

/** Assigned chats whose visitor has waited since then, or before, for whoever has had it as long. The longest waiting first. */
export const unanswered = query<{ chatId: ChatId }, [SiteId, Lane, since: number, limit: number]>(`
  SELECT chat_id AS "chatId" FROM chats
  WHERE site_id = $1 AND lane = $2 AND waiting_since IS NOT NULL AND waiting_since <= $3
    AND assignee_id IS NOT NULL AND IFNULL(assigned_at, 0) <= $3
  ORDER BY waiting_since LIMIT $4`)
