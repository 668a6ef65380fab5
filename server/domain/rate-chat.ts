import type { RateChat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { RATING_WINDOW_MS } from '#shared/limits.ts'
import type { EventBus } from './events.ts'
import type { VisitorIdentity } from './identity.ts'
import type { ChatRecord, RatingRecord } from './records.ts'
import { Refusal } from './refusal.ts'
import type { ChatStorage } from './storage.ts'

/** What a visitor thinks of a chat that is over; the inbox hears of it. */
export async function rateChat(
  { storage, events }: { storage: Pick<ChatStorage, 'rateChat'>; events: EventBus },
  visitor: VisitorIdentity,
  { chatId, rating }: { chatId: ChatId; rating: RateChat },
): Promise<ChatRecord> {
  const { chat, isChanged } = await storage.rateChat(visitor, chatId, rating)
  if (isChanged) events.emit('ChatChanged', { chat })
  return chat
}

/**
 * When a rating counts as given: the first time, or the first since the chat was closed again. It may be changed for a day after that.
 * Refuses with `chat_open`, or `edit_window_over` when it is too late.
 */
export function ratedAt(
  { status, closedAt }: Pick<ChatRecord, 'status' | 'closedAt'>,
  before: RatingRecord | null,
  now: number,
): number {
  if (status !== 'CLOSED') throw new Refusal('chat_open')
  const isOfEarlierEnd = before !== null && closedAt !== null && closedAt > before.ratedAt
  // Never before its end, which the chat's own clock may have put a moment ahead of ours.
  if (before === null || isOfEarlierEnd) return Math.max(now, closedAt ?? now)
  if (now - before.ratedAt > RATING_WINDOW_MS) throw new Refusal('edit_window_over')
  return before.ratedAt
}
