import type { ChatId } from '#shared/ids.ts'
import type { RatingRecord } from '../../domain/records.ts'
import { command, query } from '../connection.ts'

export const ratingOfChat = query<RatingRecord, [ChatId]>(
  'SELECT score, comment, rated_at AS "ratedAt" FROM ratings WHERE chat_id = $1',
)
export const keepRating = command<[ChatId, score: number, comment: string | null, ratedAt: number]>(`
  INSERT INTO ratings (chat_id, score, comment, rated_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (chat_id) DO UPDATE SET
    score = excluded.score, comment = excluded.comment, rated_at = excluded.rated_at`)
export const forgetRatingComment = command<[ChatId]>('UPDATE ratings SET comment = NULL WHERE chat_id = $1')
