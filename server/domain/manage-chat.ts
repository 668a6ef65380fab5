import type { ChatId, CommercialId } from '#shared/ids.ts'
import type { Identity } from './identity.ts'
import type { ChatRecord } from './records.ts'
import type { Deps } from './send-message.ts'
import type { ChangedChat } from './storage.ts'

/** Gives the chat to `me`, to `none`, or to a person by id. With `ifUnassigned` it is a claim: of many at once, one wins. */
export async function assignChat(
  deps: Deps,
  by: Identity,
  { chatId, to, ifUnassigned }: { chatId: ChatId; to: string; ifUnassigned: boolean },
): Promise<ChatRecord> {
  const commercialId = (to === 'me' ? by.userId : to) as CommercialId
  const assigneeId = to === 'none' ? null : commercialId
  const changed = await deps.storage.assignChat(by, chatId, { assigneeId, ifUnassigned })
  return told(deps, 'ChatAssigned', changed)
}

export async function closeChat(deps: Deps, by: Identity, chatId: ChatId): Promise<ChatRecord> {
  return told(deps, 'ChatStatusChanged', await deps.storage.closeChat(by, chatId))
}

export async function reopenChat(deps: Deps, by: Identity, chatId: ChatId): Promise<ChatRecord> {
  return told(deps, 'ChatStatusChanged', await deps.storage.reopenChat(by, chatId))
}

function told(
  { events }: Deps,
  name: 'ChatAssigned' | 'ChatStatusChanged',
  { chat, isChanged, at }: ChangedChat,
): ChatRecord {
  if (isChanged) {
    events.emit(name, { chat, at })
    events.emit('ChatChanged', { chat })
  }
  return chat
}
