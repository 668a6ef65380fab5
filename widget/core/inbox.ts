import type { Chat } from '#shared/chat.ts'
import type { Inbox, InboxList } from './state.ts'

/** Whether a chat stands in a list of the inbox; the same rules as the server's counts. */
export function belongs(list: InboxList, chat: Chat, ownId: string): boolean {
  if (list === 'closed') return chat.status === 'CLOSED'
  if (chat.status === 'CLOSED' || chat.snoozedUntil !== undefined) return false
  if (list === 'mine') return chat.assignee?.commercialId === ownId
  return list === 'all' || chat.assignee === null
}

/** How the server is asked for a list. */
export function queryOf(list: InboxList): { status: string; assignee?: string } {
  if (list === 'closed') return { status: 'CLOSED' }
  const open = { status: 'PENDING,IN_PROGRESS' }
  if (list === 'all') return open
  return { ...open, assignee: list === 'mine' ? 'me' : 'none' }
}

/** The list with this chat as it is now: it may enter, move to its place, or leave. */
export function applyChat(inbox: Inbox, chat: Chat, ownId: string): Inbox {
  const others = inbox.chats.filter(({ chatId }) => chatId !== chat.chatId)
  const at = others.findIndex((other) => isNewer(chat, other))
  const isIn = belongs(inbox.list, chat, ownId)
  // Older than all that is held, it belongs to a page that has not been read.
  if (!isIn || (at < 0 && inbox.hasMore)) {
    return others.length === inbox.chats.length ? inbox : { ...inbox, chats: others }
  }
  return { ...inbox, chats: others.toSpliced(at < 0 ? others.length : at, 0, chat) }
}

export function applyChats(inbox: Inbox, chats: Iterable<Chat>, ownId: string): Inbox {
  let applied = inbox
  for (const chat of chats) applied = applyChat(applied, chat, ownId)
  return applied
}

/** Newest activity first; ids settle a tie, so that two consoles show one order. */
function isNewer(a: Chat, b: Chat): boolean {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt > b.updatedAt
  return a.chatId > b.chatId
}

/** Whether a change moves a chat between lists, and so the counts with it. */
export function movesLists(before: Chat, after: Chat): boolean {
  return (
    before.status !== after.status ||
    before.snoozedUntil !== after.snoozedUntil ||
    before.assignee?.commercialId !== after.assignee?.commercialId
  )
}
