import type { ChatId } from '#shared/ids.ts'
import { query, type Query } from '../connection.ts'
import { messageColumns, type MessageRow } from './messages.ts'

type Between = [ChatId, after: number, before: number, limit: number]

/** How one audience pages through a chat: in its own numbering, so that no limit ever counts a row it may not see. */
export interface Numbering {
  readonly oldest: Query<MessageRow, Between>
  readonly newest: Query<MessageRow, Between>
  readonly firstSince: Query<{ seq: number }, [ChatId, sentAt: number]>
  readonly changed: Query<MessageRow, [ChatId, changedAfter: number, upTo: number, limit: number]>
}

// A note has no place in the visitor's numbering (public_seq is null), so no comparison with it ever finds one.
function numbering(seq: 'seq' | 'public_seq'): Numbering {
  const between = `SELECT ${messageColumns} FROM messages WHERE chat_id = $1 AND ${seq} > $2 AND ${seq} < $3`
  return {
    oldest: query(`${between} ORDER BY ${seq} LIMIT $4`),
    newest: query(`${between} ORDER BY ${seq} DESC LIMIT $4`),
    firstSince: query(`
      SELECT ${seq} AS seq FROM messages
      WHERE chat_id = $1 AND sent_at >= $2 AND ${seq} IS NOT NULL
      ORDER BY sent_at LIMIT 1`),
    changed: query(`
      SELECT ${messageColumns} FROM messages
      WHERE chat_id = $1 AND changed_at > $2 AND ${seq} <= $3
      ORDER BY changed_at LIMIT $4`),
  }
}

export const numberings = { visitor: numbering('public_seq'), commercial: numbering('seq') }
