import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { belongs } from '../core/inbox.ts'
import type { ClientState } from '../core/state.ts'

/** Open chats with something unread, as far as this console has heard of them. */
export type UnreadTally = ReadonlyMap<ChatId, Chat>

/**
 * The tally after a change. The state holds one list at a time: what another list showed is remembered, until the list that it
 * belongs to is read to its end without it.
 */
export function tallyUnread(known: UnreadTally, state: ClientState): UnreadTally {
  const tally = new Map(known)
  for (const chat of heardOf(state)) {
    if (chat.unreadCount > 0 && chat.status !== 'CLOSED') tally.set(chat.chatId, chat)
    else tally.delete(chat.chatId)
  }
  for (const chatId of missing(tally, state)) tally.delete(chatId)
  return tally
}

/** How many of them are for this person to answer: their own, and those that nobody has. */
export function countUnread(tally: UnreadTally, ownId: string): number {
  const isForMe = ({ assignee }: Chat) => assignee === null || assignee.commercialId === ownId
  return [...tally.values()].filter(isForMe).length
}

function heardOf({ inbox, chats }: ClientState): Chat[] {
  const watched = [...chats.values()].flatMap(({ chat }) => (chat === null ? [] : [chat]))
  return [...(inbox?.chats ?? []), ...watched]
}

function missing(tally: UnreadTally, { inbox, session, chats }: ClientState): ChatId[] {
  if (inbox === null || inbox.load.state !== 'ready' || inbox.hasMore || session.state !== 'commercial')
    return []
  const listed = new Set(inbox.chats.map(({ chatId }) => chatId))
  const ownId = session.commercial.commercialId
  return [...tally.values()]
    .filter((chat) => belongs(inbox.list, chat, ownId) && !listed.has(chat.chatId) && !chats.has(chat.chatId))
    .map(({ chatId }) => chatId)
}
