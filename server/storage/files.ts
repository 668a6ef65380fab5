import { uuidv7 } from 'uuidv7'
import type { ChatId, FileId, MessageId } from '#shared/ids.ts'
import { audienceOf, type Audience, type Identity } from '../domain/identity.ts'
import { canOpenFile } from '../domain/permissions.ts'
import type { AttachmentRecord, FileRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Draft, FileQuotas, NewFile, UploadRules } from '../domain/storage.ts'
import { findChat } from './chat-records.ts'
import type { Connection, Query } from './connection.ts'
import { findSiteById } from './sites.ts'
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
import { checkMayWrite } from './visitors.ts'
import type { Step } from './writer.ts'

const QUOTA_RETRY_SECONDS = 3_600
/** What one round of cleaning takes away. */
const MAX_ABANDONED = 100

export function addFile(
  { db, now }: Step,
  uploader: Identity,
  { file, quotas }: { file: NewFile; quotas: FileQuotas },
): FileRecord {
  const { storageKey, chatId, fileName, fileSize, mimeType, width, height } = file
  const { maxBytes } = uploadRules(db, uploader, { chatId, quotas, bytes: fileSize })
  if (maxBytes !== null && fileSize > maxBytes) throw new Refusal('too_large')
  const { siteId } = findChat(db, uploader, chatId)
  const fileId = uuidv7() as FileId
  const side = audienceOf(uploader)
  const place = [fileId, storageKey, chatId, siteId, uploader.userId, side] as const
  db.run(insertFile, ...place, fileName, fileSize, mimeType, width, height, now)
  return { ...file, fileId, uploaderSide: side, state: 'loose', isInternal: false }
}

/** `chatId` undefined: it is not known yet where to. `bytes`: of what is to come. */
export function uploadRules(
  db: Connection,
  uploader: Identity,
  { chatId, quotas, bytes = 1 }: { chatId: ChatId | undefined; quotas: FileQuotas; bytes?: number },
): UploadRules {
  const chat = chatId === undefined ? null : findChat(db, uploader, chatId)
  checkMayWrite(db, uploader)
  const siteId = uploader.role === 'visitor' ? uploader.siteId : chat?.siteId
  const site = siteId === undefined ? null : findSiteById(db, siteId)
  if (uploader.role === 'visitor') {
    if (site?.settings.features.files !== true) throw new Refusal('forbidden')
    if (bytesOf(db, bytesOfUploader, uploader.userId) + bytes > quotas.perVisitor)
      throw new Refusal('quota_exceeded', { retryAfter: QUOTA_RETRY_SECONDS })
  } else if (chat?.status === 'CLOSED') {
    // As with a message: a visitor's opens the chat again, a commercial's does not.
    throw new Refusal('chat_closed')
  }
  if (siteId !== undefined && bytesOf(db, bytesOfSite, siteId) + bytes > quotas.perSite)
    throw new Refusal('disk_full')
  return { maxBytes: site === null ? null : site.settings.limits.maxFileBytes }
}

function bytesOf<Id extends string>(db: Connection, sum: Query<{ bytes: number }, [Id]>, id: Id): number {
  return db.one(sum, id)?.bytes ?? 0
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
