import type { SendMessage } from '#shared/message.ts'
import type { EventBus } from './events.ts'
import type { Identity } from './identity.ts'
import { Refusal } from './refusal.ts'
import type { Appended, ChatStorage } from './storage.ts'

export interface Deps {
  readonly storage: ChatStorage
  readonly events: EventBus
}

/** Stores a message or a note, then tells it. Told twice under the same `clientMessageId`, it is stored and told once. */
export async function sendMessage(
  { storage, events }: Deps,
  sender: Identity,
  draft: SendMessage,
): Promise<Appended> {
  if (draft.isInternal && sender.role === 'visitor') throw new Refusal('internal_not_allowed')
  // No file can have been uploaded: the file routes come with the file store.
  if (draft.attachment !== undefined) throw new Refusal('attachment_unknown')
  const appended = await storage.appendMessage(sender, {
    chatId: draft.chatId,
    content: draft.content,
    type: draft.type,
    isInternal: draft.isInternal,
    clientMessageId: draft.clientMessageId,
    seenSeq: draft.seenSeq,
  })
  tellAppended(events, sender, appended)
  return appended
}

/** Everything a stored message made happen, in the order in which it must be heard. */
export function tellAppended(events: EventBus, sender: Identity, appended: Appended): void {
  if (!appended.isNew) return
  const { message, chat, read } = appended
  events.emit('MessageSent', { message, chat })
  if (appended.statusChanged) events.emit('ChatStatusChanged', { chat, at: message.sentAt })
  if (appended.assigneeChanged) events.emit('ChatAssigned', { chat, at: message.sentAt })
  if (read !== null) events.emit('MessagesRead', { chat, reader: sender, move: read })
  events.emit('ChatChanged', { chat })
}
