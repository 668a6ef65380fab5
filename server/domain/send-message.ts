import type { SendMessage } from '#shared/message.ts'
import type { FileId } from '#shared/ids.ts'
import type { EventBus } from './events.ts'
import type { FileLinks } from './file-links.ts'
import { audienceOf, type Identity } from './identity.ts'
import { Refusal } from './refusal.ts'
import type { Appended, ChatStorage } from './storage.ts'
import { toCommercialMessage } from './views.ts'

export interface Deps {
  readonly storage: ChatStorage
  readonly events: EventBus
}

/** Stores a message or a note, then tells it. Told twice under the same `clientMessageId`, it is stored and told once. */
export async function sendMessage(
  { storage, events, links }: Deps & { readonly links: FileLinks },
  sender: Identity,
  draft: SendMessage,
): Promise<Appended> {
  if (draft.isInternal && sender.role === 'visitor') throw new Refusal('internal_not_allowed')
  const appending = storage.appendMessage(sender, {
    chatId: draft.chatId,
    content: draft.content,
    type: draft.type,
    isInternal: draft.isInternal,
    fileId: draft.attachment && fileIdIn(draft.attachment, sender, links),
    clientMessageId: draft.clientMessageId,
    seenSeq: draft.seenSeq,
    mentions: draft.mentions,
  })
  const appended = await appending.catch((cause: unknown) => {
    throw showingUnseen(cause, links)
  })
  tellAppended(events, sender, appended)
  return appended
}

/** Only which upload it is comes from the sender; everything else of it is known. */
function fileIdIn(
  { fileId, url = '' }: NonNullable<SendMessage['attachment']>,
  sender: Identity,
  links: FileLinks,
): FileId {
  const found = fileId ?? links.fileIdIn(url, audienceOf(sender))
  if (found === null) throw new Refusal('attachment_unknown')
  return found
}

/** Only commercials are guarded against stale replies, so theirs is the view. */
export function showingUnseen(cause: unknown, links: FileLinks): unknown {
  if (!(cause instanceof Refusal) || cause.details.unseen === undefined) return cause
  const unseen = cause.details.unseen.map((message) => toCommercialMessage(message, links))
  return new Refusal(cause.code, { body: { unseen } })
}

/** Everything a stored message made happen, in the order in which it must be heard. */
export function tellAppended(events: EventBus, sender: Identity, appended: Appended): void {
  if (!appended.isNew) return
  const { message, chat, read, mentioned } = appended
  events.emit('MessageSent', { message, chat })
  if (mentioned.length > 0) events.emit('CommercialsMentioned', { message, chat, mentioned })
  if (appended.statusChanged) events.emit('ChatStatusChanged', { chat, at: message.sentAt })
  if (appended.assigneeChanged) events.emit('ChatAssigned', { chat, at: message.sentAt })
  if (read !== null) events.emit('MessagesRead', { chat, reader: sender, move: read })
  events.emit('ChatChanged', { chat })
}
