import { uuidv7 } from 'uuidv7'
import type { ChatId, FileId, MessageId } from '#shared/ids.ts'
import { audienceOf, type Audience, type Identity } from '../domain/identity.ts'
import { canOpenFile } from '../domain/permissions.ts'
import type { AttachmentRecord, FileRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Draft, FileQuotas, NewFile } from '../domain/storage.ts'
import { findChat } from './chat-records.ts'
import type { Connection } from './connection.ts'
import type { ChatRow } from './statements/chats.ts'
import {
  attachFile,
  bytesOfSite,
  bytesOfUploader,
  fileById,
  insertFile,
  looseFiles,
  lostFiles,
  type FileRow,
} from './statements/files.ts'
import { messageById } from './statements/messages.ts'
import type { Step } from './writer.ts'

const QUOTA_RETRY_SECONDS = 3_600
/** What one round of cleaning takes away. */
const MAX_ABANDONED = 100

export function addFile(
  { db, now }: Step,
  uploader: Identity,
  { file, quotas }: { file: NewFile; quotas: FileQuotas },
): FileRecord {
  const chat = findChat(db, uploader, file.chatId)
  checkMayUpload(db, uploader, { chat, bytes: file.fileSize, quotas })
  const fileId = uuidv7() as FileId
  const { storageKey, chatId, fileName, fileSize, mimeType, width, height } = file
  const side = audienceOf(uploader)
  const place = [fileId, storageKey, chatId, chat.siteId, uploader.userId, side] as const
  db.run(insertFile, ...place, fileName, fileSize, mimeType, width, height, now)
  return { ...file, fileId, uploaderSide: side, state: 'loose', isInternal: false }
}

/** `chatId` undefined: it is not known yet where to. */
export function checkUploadTo(
  db: Connection,
  uploader: Identity,
  { chatId, quotas }: { chatId: ChatId | undefined; quotas: FileQuotas },
): void {
  const chat = chatId === undefined ? null : findChat(db, uploader, chatId)
  checkMayUpload(db, uploader, { chat, bytes: 1, quotas })
}

function checkMayUpload(
  db: Connection,
  uploader: Identity,
  { chat, bytes, quotas }: { chat: ChatRow | null; bytes: number; quotas: FileQuotas },
): void {
  // As with a message: a visitor's opens the chat again, a commercial's does not.
  if (chat?.status === 'CLOSED' && uploader.role !== 'visitor') throw new Refusal('chat_closed')
  const ownBytes = uploader.role === 'visitor' ? (db.one(bytesOfUploader, uploader.userId)?.bytes ?? 0) : 0
  if (ownBytes + bytes > quotas.perVisitor && uploader.role === 'visitor')
    throw new Refusal('quota_exceeded', { retryAfter: QUOTA_RETRY_SECONDS })
  if (chat === null) return
  if ((db.one(bytesOfSite, chat.siteId)?.bytes ?? 0) + bytes > quotas.perSite) throw new Refusal('disk_full')
}

export function findFile(db: Connection, audience: Audience, fileId: FileId): FileRecord {
  const row = db.one(fileById, fileId)
  const file = row && fileRecord(db, row)
  if (file === undefined || !canOpenFile(audience, file)) throw new Refusal('not_found')
  return file
}

/** The upload that a message wants to carry: of this chat, of this side, and on no message yet. */
export function looseFileFor(
  db: Connection,
  sender: Identity,
  { fileId, chatId }: Draft,
): AttachmentRecord | null {
  if (fileId === undefined) return null
  const row = db.one(fileById, fileId)
  const isTheirs = row?.chatId === chatId && row.uploaderSide === audienceOf(sender)
  if (row === undefined || !isTheirs || row.attachedAt !== null) throw new Refusal('attachment_unknown')
  const { fileName, fileSize, mimeType, width, height } = row
  return { fileId, fileName, fileSize, mimeType, width, height }
}

export function attach({ db, now }: Step, { fileId }: AttachmentRecord, messageId: MessageId): void {
  db.run(attachFile, fileId, messageId, now)
}

export function abandonedFiles(
  db: Connection,
  uploadedBefore: number,
): Pick<FileRecord, 'fileId' | 'storageKey'>[] {
  return [...db.all(lostFiles, MAX_ABANDONED), ...db.all(looseFiles, uploadedBefore, MAX_ABANDONED)]
}

function fileRecord(db: Connection, { attachedAt, messageId, ...rest }: FileRow): FileRecord {
  if (attachedAt === null) return { ...rest, state: 'loose', isInternal: false }
  const message = messageId === null ? undefined : db.one(messageById, messageId)
  if (message === undefined) return { ...rest, state: 'lost', isInternal: false }
  return { ...rest, state: 'attached', isInternal: message.isInternal === 1 }
}
