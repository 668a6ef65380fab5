import type { ChatId } from '#shared/ids.ts'
import type { VisitorIdentity } from '../domain/identity.ts'
import { ratedAt } from '../domain/rate-chat.ts'
import type { ChangedChat, NewRating } from '../domain/storage.ts'
import { chatRecord, findChat } from './chat-records.ts'
import { keepRating, ratingOfChat } from './statements/ratings.ts'
import type { Step } from './writer.ts'

/** Where the chat stands in its lists is as it was: an opinion is no activity. */
export function rateChat(
  { db, now }: Step,
  visitor: VisitorIdentity,
  { chatId, rating }: { chatId: ChatId; rating: NewRating },
): ChangedChat {
  const { score } = rating
  const comment = rating.comment ?? null
  const chat = findChat(db, visitor, chatId)
  const before = db.one(ratingOfChat, chatId) ?? null
  const at = ratedAt(chat, before, now)
  const isChanged = before === null || before.score !== score || before.comment !== comment
  if (isChanged || before.ratedAt !== at) db.run(keepRating, chatId, score, comment, at)
  return { chat: chatRecord(db, chat), isChanged, at }
}
