import type { ChatId } from '#shared/ids.ts'
import { nextStamp } from '../domain/decide-message.ts'
import type { Identity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ChangedChat } from '../domain/storage.ts'
import { chatRecord, findChat, saveChat } from './chat-records.ts'
import type { Connection } from './connection.ts'
import type { ChatRow } from './statements/chats.ts'
import type { Step } from './writer.ts'

/** The chat, for somebody of the team who may see it. */
export function findManagedChat(db: Connection, by: Identity, chatId: ChatId): ChatRow {
  if (by.role === 'visitor') throw new Refusal('forbidden')
  return findChat(db, by, chatId)
}

export function stamp({ now }: Step, chat: ChatRow): number {
  return nextStamp(now, chat.lastStamp)
}

export function unchanged({ db }: Step, chat: ChatRow): ChangedChat {
  return { chat: chatRecord(db, chat), isChanged: false, at: chat.updatedAt }
}

/** A change that the visitor may notice. */
export function changed(step: Step, before: ChatRow, change: Partial<ChatRow>): ChangedChat {
  return changedInside(step, before, { ...change, publicUpdatedAt: stamp(step, before) })
}

/** A change that is the team's own: to the visitor the chat is as it was. */
export function changedInside(step: Step, before: ChatRow, change: Partial<ChatRow>): ChangedChat {
  const at = stamp(step, before)
  const chat = { ...before, ...change, lastStamp: at, updatedAt: at }
  saveChat(step.db, chat)
  return { chat: chatRecord(step.db, chat), isChanged: true, at }
}
