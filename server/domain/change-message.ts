import type { MessageId } from '#shared/ids.ts'
import type { Identity } from './identity.ts'
import type { MessageRecord } from './records.ts'
import type { Deps } from './send-message.ts'
import type { Changed } from './storage.ts'

export async function editMessage(
  deps: Deps,
  editor: Identity,
  edit: { messageId: MessageId; content: string },
): Promise<MessageRecord> {
  return told(deps, await deps.storage.editMessage(editor, edit.messageId, edit.content))
}

/** Empties the message; its place in the order stays, so that nobody sees a gap. */
export async function deleteMessage(
  deps: Deps,
  editor: Identity,
  messageId: MessageId,
): Promise<MessageRecord> {
  return told(deps, await deps.storage.deleteMessage(editor, messageId))
}

function told({ events }: Deps, { message, chat, isChanged }: Changed): MessageRecord {
  if (isChanged) {
    events.emit('MessageChanged', { message, chat })
    events.emit('ChatChanged', { chat })
  }
  return message
}
