import type { ChatId, CommercialId } from '#shared/ids.ts'
import type { NotificationKind } from '#shared/notifying.ts'
import type { ChatRecord, MessageRecord } from '../domain/records.ts'

/** Somebody is to be told of a message, unless they see it first. */
export interface Told {
  readonly commercialId: CommercialId
  readonly kind: NotificationKind
  readonly message: MessageRecord
  readonly chat: ChatRecord
}

export interface Waiting {
  /** Of a burst the last message is told, when the first is due. */
  add(told: Told, ms: number): void
  /** What a chat is now may have made it needless. */
  follow(chat: ChatRecord): void
  /** Nothing of this chat is to be told any more. */
  drop(chatId: ChatId): void
  stop(): void
}

interface WaitingOptions {
  readonly after: (ms: number, task: () => void) => () => void
  readonly onDue: (told: Told) => void
}

/** Holds what is to be told back for a moment. In memory: a message that a restart takes away here is in the list still. */
export function createWaiting({ after, onDue }: WaitingOptions): Waiting {
  const chats = new Map<ChatId, Map<CommercialId, { told: Told; readonly cancel: () => void }>>()

  function forget({ chat: { chatId }, commercialId }: Told): void {
    const people = chats.get(chatId)
    people?.delete(commercialId)
    if (people?.size === 0) chats.delete(chatId)
  }

  function drop(chatId: ChatId): void {
    for (const { cancel } of chats.get(chatId)?.values() ?? []) cancel()
    chats.delete(chatId)
  }

  return {
    add(told, ms) {
      const { chatId } = told.chat
      const people = chats.get(chatId) ?? new Map<CommercialId, { told: Told; readonly cancel: () => void }>()
      chats.set(chatId, people)
      const held = people.get(told.commercialId)
      if (held !== undefined) {
        held.told = told
        return
      }
      const cancel = after(ms, () => {
        const due = people.get(told.commercialId)?.told
        forget(told)
        if (due !== undefined) onDue(due)
      })
      people.set(told.commercialId, { told, cancel })
    },
    follow(chat) {
      for (const held of chats.get(chat.chatId)?.values() ?? []) {
        const still = now(held.told, chat)
        if (still !== null) {
          held.told = still
          continue
        }
        held.cancel()
        forget(held.told)
      }
    },
    drop,
    stop: () => [...chats.keys()].forEach(drop),
  }
}

/** What is still to be told of it; null: nothing. */
function now(told: Told, chat: ChatRecord): Told | null {
  const { commercialId, kind, message } = told
  const read = chat.unread.commercials.get(commercialId)?.seq ?? 0
  const isDeleted = chat.lastMessage?.messageId === message.messageId && chat.lastMessage.deletedAt !== null
  if (read >= message.seq || isDeleted) return null
  if (kind === 'mention') return { ...told, chat }
  const isAnothers = chat.assignee !== null && chat.assignee.commercialId !== commercialId
  if (isAnothers || chat.status === 'CLOSED') return null
  return { ...told, chat, kind: chat.assignee === null ? kind : 'message' }
}
