import type { ChatId } from '#shared/ids.ts'
import { MAX_SNOOZE_MS } from '#shared/limits.ts'
import type { Identity } from '../domain/identity.ts'
import type { ChatRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ChangedChat } from '../domain/storage.ts'
import type { Access } from './access.ts'
import { changedInside, findManagedChat, unchanged } from './managed-chats.ts'
import { snoozedUpTo } from './statements/chats.ts'
import type { Step } from './writer.ts'

// Bounds one write; the next round takes the next ones.
const MAX_WOKEN = 200

/** Puts the chat off until a time; null brings it back now. */
export function snoozeChat(
  step: Step,
  by: Identity,
  { chatId, until }: { chatId: ChatId; until: number | null },
): ChangedChat {
  const chat = findManagedChat(step.db, by, chatId)
  if (chat.snoozedUntil === until) return unchanged(step, chat)
  if (until !== null && chat.status === 'CLOSED') throw new Refusal('chat_closed')
  if (until !== null) checkIsAhead(until, step.now)
  return changedInside(step, chat, { snoozedUntil: until })
}

function checkIsAhead(until: number, now: number): void {
  if (until > now && until <= now + MAX_SNOOZE_MS) return
  const message = until > now ? 'At most a year ahead' : 'A time to come'
  throw new Refusal('invalid', { issues: [{ path: 'until', message }] })
}

/** Brings back those whose time has come. Looks first: a write that writes nothing would wait for the disk all the same. */
export async function wakeChats({ read, write }: Access): Promise<ChatRecord[]> {
  const isAnyDue = await read(({ db, now }) => db.one(snoozedUpTo, now, 1) !== undefined)
  if (!isAnyDue) return []
  return write((step) =>
    step.db
      .all(snoozedUpTo, step.now, MAX_WOKEN)
      .map((chat) => changedInside(step, chat, { snoozedUntil: null }).chat),
  )
}
