import type { Chat } from '#shared/chat.ts'
import type { EndpointQuery } from '#shared/endpoints.ts'
import type { Inbox, InboxFilter, InboxList } from './state.ts'

/** Whether a chat stands in a list of the inbox; the same rules as the server's counts. */
export function belongs(list: InboxList, chat: Chat, ownId: string): boolean {
  if (list === 'closed') return chat.status === 'CLOSED'
  if (chat.status === 'CLOSED') return false
  if (list === 'snoozed') return chat.snoozedUntil !== undefined
  if (chat.snoozedUntil !== undefined) return false
  if (list === 'mine') return chat.assignee?.commercialId === ownId
  return list === 'all' || chat.assignee === null
}

/** Whether a chat is one of those that a filter leaves. */
export function passes({ siteId, tag, status, assignee }: InboxFilter, chat: Chat, ownId: string): boolean {
  if (siteId !== undefined && chat.siteId !== siteId) return false
  if (tag !== undefined && chat.tags?.includes(tag) !== true) return false
  if (status !== undefined && chat.status !== status) return false
  if (assignee === undefined) return true
  if (assignee === 'none') return chat.assignee === null
  return chat.assignee?.commercialId === (assignee === 'me' ? ownId : assignee)
}

/** How the server is asked for a list. */
export function queryOf(list: InboxList, filter: InboxFilter = {}): EndpointQuery<'GET /v2/chats'> {
  return { ...ownQueryOf(list), ...filterOf({ list, filter }) }
}

function ownQueryOf(list: InboxList): EndpointQuery<'GET /v2/chats'> {
  if (list === 'closed') return { status: 'CLOSED' }
  const open = { status: 'PENDING,IN_PROGRESS' }
  if (list === 'snoozed') return { ...open, snoozed: 'true' }
  if (list === 'all') return open
  return { ...open, assignee: list === 'mine' ? 'me' : 'none' }
}

/** The list with this chat as it is now: it may enter, move to its place, or leave. */
export function applyChat(inbox: Inbox, chat: Chat, ownId: string): Inbox {
  const others = inbox.chats.filter(({ chatId }) => chatId !== chat.chatId)
  const isBefore = inbox.filter.order === 'waiting' ? waitsLonger : isNewer
  const at = others.findIndex((other) => isBefore(chat, other))
  const isIn = belongs(inbox.list, chat, ownId) && passes(filterOf(inbox), chat, ownId)
  // Later than all that is held, it belongs to a page that has not been read.
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

/** Whoever has waited longest first, then those who do not wait. */
function waitsLonger(a: Chat, b: Chat): boolean {
  if (a.waitingSince === undefined && b.waitingSince === undefined) return isNewer(a, b)
  if (a.waitingSince === undefined || b.waitingSince === undefined) return a.waitingSince !== undefined
  return a.waitingSince === b.waitingSince ? a.chatId < b.chatId : a.waitingSince < b.waitingSince
}

/** What a list can be filtered by: one that is about an assignee, or a status, already by no other. */
export function filterOf({ list, filter }: Pick<Inbox, 'list' | 'filter'>): InboxFilter {
  const { assignee, status, ...rest } = filter
  const isAboutSomebody = list === 'mine' || list === 'unassigned'
  return {
    ...rest,
    ...(assignee !== undefined && !isAboutSomebody && { assignee }),
    ...(status !== undefined && list !== 'closed' && { status }),
  }
}

/** Whether a change moves a chat between lists, and so the counts with it. */
export function movesLists(before: Chat, after: Chat): boolean {
  return (
    before.status !== after.status ||
    before.snoozedUntil !== after.snoozedUntil ||
    before.assignee?.commercialId !== after.assignee?.commercialId
  )
}
