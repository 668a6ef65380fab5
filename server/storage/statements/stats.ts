import type { SiteId } from '#shared/ids.ts'
import type { StatRow } from '../../domain/stats-storage.ts'
import { query } from '../connection.ts'

/** Chats in which something was said that a visitor saw, by when they were opened; its end exclusive. */
export const chatsOpened = query<StatRow, [SiteId, from: number, until: number]>(`
  SELECT
    c.chat_id AS "chatId", c.created_at AS "openedAt", c.asked_at AS "askedAt",
    c.first_response_at AS "firstResponseAt", c.first_response_by AS "firstResponseBy", c.closed_at AS "closedAt",
    c.status, r.score
  FROM chats AS c LEFT JOIN ratings AS r ON r.chat_id = c.chat_id
  WHERE c.site_id = $1 AND c.created_at >= $2 AND c.created_at < $3 AND c.last_public_seq > 0
  ORDER BY c.created_at, c.chat_id`)
