import type { ChatId } from '#shared/ids.ts'
import type { ChangedDraft, DraftRecord, NewDraft } from '../domain/desk-storage.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { findManagedChat } from './managed-chats.ts'
import { deleteDraft, draftOf, keepDraft as keepDraftRow, type DraftRow } from './statements/personal.ts'
import type { Step } from './writer.ts'

export function readDraft({ db }: Step, by: CommercialIdentity, chatId: ChatId): DraftRecord | null {
  findManagedChat(db, by, chatId)
  return draftRecord(db.one(draftOf, chatId, by.userId))
}

/** Keeps what has been written so far; nothing is no draft. */
export function keepDraft(
  { db, now }: Step,
  by: CommercialIdentity,
  { chatId, content, isInternal }: NewDraft & { chatId: ChatId },
): ChangedDraft {
  const { siteId } = findManagedChat(db, by, chatId)
  const chat = { chatId, siteId }
  const before = draftRecord(db.one(draftOf, chatId, by.userId))
  const isSame = before === null ? content === '' : isEqual(before, { content, isInternal })
  if (isSame) return { chat, draft: before, isChanged: false }
  if (content === '') db.run(deleteDraft, chatId, by.userId)
  else db.run(keepDraftRow, chatId, by.userId, content, isInternal ? 1 : 0, now)
  return { chat, draft: content === '' ? null : { content, isInternal, updatedAt: now }, isChanged: true }
}

function isEqual(a: NewDraft, b: NewDraft): boolean {
  return a.content === b.content && a.isInternal === b.isInternal
}

function draftRecord(row: DraftRow | undefined): DraftRecord | null {
  return row === undefined ? null : { ...row, isInternal: row.isInternal === 1 }
}
