import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { MAX_UNREAD } from '#shared/limits.ts'
import type { Message } from '#shared/message.ts'
import type { ChatView } from './state.ts'
import { stampOf } from './thread.ts'

export function emptyView(chatId: ChatId, chat: Chat | null): ChatView {
  return {
    chatId,
    chat,
    thread: [],
    history: { state: 'idle' },
    hasOlder: false,
    older: { state: 'idle' },
    typists: [],
    dividerSeq: null,
  }
}

/**
 * A chat as the server tells it now, save what this reader has read meanwhile: that goes forward only, and the server may have
 * spoken before it heard of it.
 */
export function mergeChat(held: Chat | null | undefined, told: Chat): Chat {
  if (!held || held.readSeq <= told.readSeq) return told
  const isAllRead = held.readSeq >= told.lastSeq
  return { ...told, readSeq: held.readSeq, unreadCount: isAllRead ? 0 : told.unreadCount }
}

/** A visitor's chat moved by a message: they get no `chat:updated`. What the chat already counts changes nothing. */
export function noteMessage(chat: Chat, message: Message, ownId: string): Chat {
  const last = chat.lastMessage
  if (message.messageId === last?.messageId && stampOf(message) > stampOf(last)) {
    return { ...chat, lastMessage: message }
  }
  if (message.seq <= chat.lastSeq) return chat
  const moved = { ...chat, lastMessage: message, lastSeq: message.seq, updatedAt: message.sentAt }
  // Who writes has read.
  if (message.senderId === ownId) return noteOwnRead(moved, message.seq)
  return message.seq > chat.readSeq
    ? { ...moved, unreadCount: Math.min(MAX_UNREAD, chat.unreadCount + 1) }
    : moved
}

export function noteOwnRead(chat: Chat, seq: number): Chat {
  if (seq <= chat.readSeq) return chat
  return { ...chat, readSeq: seq, unreadCount: seq >= chat.lastSeq ? 0 : chat.unreadCount }
}

export function noteOtherRead(chat: Chat, seq: number): Chat {
  return seq <= chat.otherReadSeq ? chat : { ...chat, otherReadSeq: seq }
}
