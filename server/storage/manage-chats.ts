import type { ChatId, CommercialId } from '#shared/ids.ts'
import { reopenedStatus } from '../domain/decide-message.ts'
import type { Identity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Assignment, ChangedChat } from '../domain/storage.ts'
import { handOverNote } from '../domain/system-notes.ts'
import type { Connection } from './connection.ts'
import { changed, findManagedChat, stamp, unchanged } from './managed-chats.ts'
import { openChatOfVisitor, type ChatRow } from './statements/chats.ts'
import { commercialForSite, teammateById } from './statements/people.ts'
import { siteById } from './statements/sites.ts'
import { appendSystemNote } from './system-note.ts'
import type { Step } from './writer.ts'

export function assignChat(
  step: Step,
  by: Identity,
  { chatId, assigneeId, ifUnassigned, reason }: Assignment & { chatId: ChatId },
): ChangedChat {
  const chat = findManagedChat(step.db, by, chatId)
  if (chat.assigneeId === assigneeId) return unchanged(step, chat)
  if (ifUnassigned && chat.assigneeId !== null) {
    const assignee = step.db.one(teammateById, chat.assigneeId)
    throw new Refusal('already_assigned', { body: { assignee } })
  }
  if (assigneeId !== null) checkAnswersSite(step.db, assigneeId, chat)
  const change = { assigneeId, returnedFrom: null }
  if (reason === undefined) return changed(step, chat, change)
  const to = assigneeId === null ? null : (step.db.one(teammateById, assigneeId)?.name ?? '')
  const locale = step.db.one(siteById, chat.siteId)?.locale ?? ''
  const noted = appendSystemNote(step, chat, handOverNote({ by: by.name, to, reason }, locale))
  return { ...changed(step, noted.chat, change), note: noted.note }
}

export function closeChat(step: Step, by: Identity, chatId: ChatId): ChangedChat {
  const chat = findManagedChat(step.db, by, chatId)
  if (chat.status === 'CLOSED') return unchanged(step, chat)
  return changed(step, chat, {
    status: 'CLOSED',
    closedAt: stamp(step, chat),
    waitingSince: null,
    snoozedUntil: null,
  })
}

export function reopenChat(step: Step, by: Identity, chatId: ChatId): ChangedChat {
  const { db } = step
  const chat = findManagedChat(db, by, chatId)
  if (chat.status !== 'CLOSED') return unchanged(step, chat)
  if (db.one(openChatOfVisitor, chat.visitorId) !== undefined) throw new Refusal('other_chat_open')
  const status = reopenedStatus(chat)
  // A visitor who wrote and was never answered waits again, from now.
  const isWaiting = status === 'PENDING' && chat.lastPublicSeq > 0
  return changed(step, chat, {
    status,
    closedAt: null,
    waitingSince: isWaiting ? stamp(step, chat) : null,
  })
}

function checkAnswersSite(db: Connection, commercialId: CommercialId, { siteId }: ChatRow): void {
  if (db.one(commercialForSite, commercialId, siteId) === undefined) throw new Refusal('assignee_unknown')
}
