import type { MessageId } from '#shared/ids.ts'
import { nextStamp } from '../domain/decide-message.ts'
import type { Identity } from '../domain/identity.ts'
import { checkMayDelete, checkMayEdit } from '../domain/permissions.ts'
import type { MessageRecord } from '../domain/records.ts'
import type { Changed } from '../domain/storage.ts'
import { chatRecord, saveChat } from './chat-records.ts'
import { findMessage } from './message-records.ts'
import type { ChatRow } from './statements/chats.ts'
import { detachFile } from './statements/files.ts'
import { editContent, emptyContent } from './statements/messages.ts'
import { addMessage, removeMessage } from './statements/search.ts'
import type { Step } from './writer.ts'

export function editMessage(
  step: Step,
  editor: Identity,
  { messageId, content }: { messageId: MessageId; content: string },
): Changed {
  const { db, now } = step
  const { message, chat } = findMessage(db, editor, messageId)
  checkMayEdit(editor, message, now)
  if (message.content === content) return { message, chat: chatRecord(db, chat), isChanged: false }
  const editedAt = nextStamp(now, chat.lastStamp)
  db.run(removeMessage, messageId)
  db.run(editContent, messageId, content, editedAt)
  db.run(addMessage, messageId)
  return changed(step, chat, { ...message, content, editedAt })
}

/** Empties the row: what was said is gone from the store, its file from everybody's reach, and only its place in the order stays. */
export function deleteMessage(step: Step, editor: Identity, messageId: MessageId): Changed {
  const { db, now } = step
  const { message, chat } = findMessage(db, editor, messageId)
  checkMayDelete(editor, message)
  if (message.deletedAt !== null) return { message, chat: chatRecord(db, chat), isChanged: false }
  const deletedAt = nextStamp(now, chat.lastStamp)
  db.run(removeMessage, messageId)
  db.run(emptyContent, messageId, deletedAt)
  db.run(detachFile, messageId)
  return changed(step, chat, { ...message, content: '', attachment: null, deletedAt })
}

function changed({ db }: Step, before: ChatRow, message: MessageRecord): Changed {
  const at = message.deletedAt ?? message.editedAt ?? before.lastStamp
  const chat = {
    ...before,
    lastStamp: at,
    updatedAt: at,
    lastChangeAt: at,
    ...(!message.isInternal && { publicUpdatedAt: at, lastPublicChangeAt: at }),
  }
  saveChat(db, chat)
  return { message, chat: chatRecord(db, chat), isChanged: true }
}
