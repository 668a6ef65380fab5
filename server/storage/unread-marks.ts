import type { ChatId } from '#shared/ids.ts'
import type { MarkedChat } from '../domain/desk-storage.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { chatRecord } from './chat-records.ts'
import { findManagedChat } from './managed-chats.ts'
import { keepUnreadMark, positionOf } from './statements/reading.ts'
import type { Step } from './writer.ts'

/** For one person alone: nothing of the chat changes, not even when. */
export function markUnread(
  { db }: Step,
  by: CommercialIdentity,
  { chatId, isUnread }: { chatId: ChatId; isUnread: boolean },
): MarkedChat {
  const chat = findManagedChat(db, by, chatId)
  const isChanged = (db.one(positionOf, chatId, by.userId)?.isMarked === 1) !== isUnread
  if (isChanged) db.run(keepUnreadMark, chatId, by.userId, isUnread ? 1 : 0)
  return { chat: chatRecord(db, chat), isChanged }
}
