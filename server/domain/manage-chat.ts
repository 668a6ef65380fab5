import type { ChatId, CommercialId } from '#shared/ids.ts'
import type { EventBus } from './events.ts'
import type { Identity } from './identity.ts'
import type { ChatRecord } from './records.ts'
import type { Deps } from './send-message.ts'
import type { ChangedChat, OnlineTeams } from './storage.ts'

interface Giving {
  readonly chatId: ChatId
  readonly to: string
  readonly ifUnassigned: boolean
  readonly reason?: string | undefined
}

/** Gives the chat to `me`, to `none`, or to a person by id. With `ifUnassigned` it is a claim: of many at once, one wins. */
export async function assignChat(
  deps: Deps,
  by: Identity,
  { chatId, to, ifUnassigned, reason }: Giving,
): Promise<ChatRecord> {
  const commercialId = (to === 'me' ? by.userId : to) as CommercialId
  const assigneeId = to === 'none' ? null : commercialId
  const changed = await deps.storage.assignChat(by, chatId, { assigneeId, ifUnassigned, reason })
  return told(deps, 'ChatAssigned', changed)
}

export async function closeChat(deps: Deps, by: Identity, chatId: ChatId): Promise<ChatRecord> {
  return told(deps, 'ChatStatusChanged', await deps.storage.closeChat(by, chatId))
}

export async function reopenChat(deps: Deps, by: Identity, chatId: ChatId): Promise<ChatRecord> {
  return told(deps, 'ChatStatusChanged', await deps.storage.reopenChat(by, chatId))
}

/** Gives the chat these tags and no others. They are the team's: its visitor hears nothing of them. */
export async function tagChat(
  { storage, events }: Deps,
  by: Identity,
  { chatId, tags }: { chatId: ChatId; tags: readonly string[] },
): Promise<ChatRecord> {
  return toldInside(events, await storage.tagChat(by, chatId, tags))
}

/** Puts the chat off until a time (milliseconds), or, with null, brings it back. */
export async function snoozeChat(
  { storage, events }: Deps,
  by: Identity,
  { chatId, until }: { chatId: ChatId; until: number | null },
): Promise<ChatRecord> {
  return toldInside(events, await storage.snoozeChat(by, chatId, until))
}

/** Brings back the chats whose time has come. */
export async function wakeChats({ storage, events }: Deps): Promise<void> {
  for (const chat of await storage.wakeChats()) events.emit('ChatChanged', { chat })
}

/** Puts back into the queue what nobody answered, and gives what waits there to whoever is online and next. */
export async function routeChats(deps: Deps, online: OnlineTeams): Promise<void> {
  const { storage } = deps
  for (const changed of await storage.returnChats()) told(deps, 'ChatAssigned', changed)
  if (online.size === 0) return
  for (const changed of await storage.routeChats(online)) told(deps, 'ChatAssigned', changed)
}

function toldInside(events: EventBus, { chat, isChanged }: ChangedChat): ChatRecord {
  if (isChanged) events.emit('ChatChanged', { chat })
  return chat
}

function told(
  { events }: Deps,
  name: 'ChatAssigned' | 'ChatStatusChanged',
  { chat, isChanged, at, note }: ChangedChat,
): ChatRecord {
  if (isChanged) {
    if (note !== undefined) events.emit('MessageSent', { message: note, chat })
    events.emit(name, { chat, at })
    events.emit('ChatChanged', { chat })
  }
  return chat
}
