import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { belongs, filterOf, passes } from '../core/inbox.ts'
import type { ClientState } from '../core/state.ts'
import { isUnread } from './unread.ts'

/** One's open chats with something unread, and those that one has marked, as far as this console has heard of them. */
export type UnreadTally = ReadonlyMap<ChatId, Chat>

/**
 * The tally after a change. The state holds one list at a time: what another list showed is remembered, until the list that it
 * belongs to is read to its end without it.
 */
export function tallyUnread(known: UnreadTally, state: ClientState, ownId: string): UnreadTally {
  const tally = new Map(known)
  for (const chat of heardOf(state)) {
    if (waits(chat, ownId)) tally.set(chat.chatId, chat)
    else tally.delete(chat.chatId)
  }
  for (const chatId of missing(tally, state, ownId)) tally.delete(chatId)
  return tally
}

/** Those that nobody has taken are counted by the server, marked or not. */
function waits(chat: Chat, ownId: string): boolean {
  if (belongs('mine', chat, ownId)) return isUnread(chat)
  return chat.isMarkedUnread === true && !belongs('unassigned', chat, ownId)
}

/** How many chats wait for this person: their own with something unread, what they have marked, and all that nobody has taken. */
export function countWaiting(tally: UnreadTally, { inbox }: ClientState): number {
  return tally.size + (inbox?.counts.unassigned ?? 0)
}

/** What is told last counts. A chat on screen is known best: what one reads there is noted there first. */
function heardOf({ inbox, chats }: ClientState): Chat[] {
  const watched = [...chats.values()].flatMap(({ chat }) => (chat === null ? [] : [chat]))
  return [...(inbox?.heard === undefined ? [] : [inbox.heard]), ...(inbox?.chats ?? []), ...watched]
}

function missing(tally: UnreadTally, { inbox, chats }: ClientState, ownId: string): ChatId[] {
  if (inbox === null || inbox.load.state !== 'ready' || inbox.hasMore) return []
  const listed = new Set(inbox.chats.map(({ chatId }) => chatId))
  const isOfList = (chat: Chat) => belongs(inbox.list, chat, ownId) && passes(filterOf(inbox), chat, ownId)
  return [...tally.values()]
    .filter((chat) => isOfList(chat) && !listed.has(chat.chatId) && !chats.has(chat.chatId))
    .map(({ chatId }) => chatId)
}
