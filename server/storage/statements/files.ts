import type { ChatId, FileId, MessageId, SiteId, UserId } from '#shared/ids.ts'
import type { Audience } from '../../domain/identity.ts'
import { command, query } from '../connection.ts'

export interface FileRow {
  readonly fileId: FileId
  readonly storageKey: string
  readonly chatId: ChatId | null
  readonly uploaderSide: Audience
  readonly fileName: string
  readonly fileSize: number
  readonly mimeType: string
  readonly width: number | null
  readonly height: number | null
  readonly attachedAt: number | null
  readonly messageId: MessageId | null
}

type NewFile = [
  fileId: FileId,
  storageKey: string,
  chatId: ChatId,
  siteId: SiteId,
  uploaderId: UserId,
  uploaderSide: Audience,
  fileName: string,
  fileSize: number,
  mimeType: string,
  width: number | null,
  height: number | null,
  uploadedAt: number,
]

export const insertFile = command<NewFile>(`
  INSERT INTO files (
    file_id, storage_key, chat_id, site_id, uploader_id, uploader_side, file_name, file_size, mime_type, width,
    height, uploaded_at
  ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`)

export const fileById = query<FileRow, [FileId]>(`
  SELECT file_id AS "fileId", storage_key AS "storageKey", chat_id AS "chatId", uploader_side AS "uploaderSide",
    file_name AS "fileName", file_size AS "fileSize", mime_type AS "mimeType", width, height,
    attached_at AS "attachedAt", message_id AS "messageId"
  FROM files WHERE file_id = $1`)

export const attachFile = command<[FileId, MessageId, at: number]>(
  'UPDATE files SET message_id = $2, attached_at = $3 WHERE file_id = $1',
)
export const detachFile = command<[MessageId]>('UPDATE files SET message_id = NULL WHERE message_id = $1')
/** Of a chat that is erased: nobody reaches them any more, and the next sweep takes the bytes. */
export const loseFilesOfChat = command<[ChatId]>(
  "UPDATE files SET message_id = NULL, chat_id = NULL, file_name = '' WHERE chat_id = $1",
)
export const moveFiles = command<[from: UserId, to: UserId]>(
  'UPDATE files SET uploader_id = $2 WHERE uploader_id = $1',
)
export const deleteFile = command<[FileId]>('DELETE FROM files WHERE file_id = $1')

export const bytesOfUploader = query<{ bytes: number }, [UserId]>(
  'SELECT COALESCE(SUM(file_size), 0) AS bytes FROM files WHERE uploader_id = $1',
)
export const bytesOfSite = query<{ bytes: number }, [SiteId]>(
  'SELECT COALESCE(SUM(file_size), 0) AS bytes FROM files WHERE site_id = $1',
)

type Abandoned = Pick<FileRow, 'fileId' | 'storageKey'>

export const lostFiles = query<Abandoned, [limit: number]>(`
  SELECT file_id AS "fileId", storage_key AS "storageKey" FROM files
  WHERE message_id IS NULL AND (attached_at IS NOT NULL OR chat_id IS NULL) LIMIT $1`)
export const looseFiles = query<Abandoned, [uploadedBefore: number, limit: number]>(`
  SELECT file_id AS "fileId", storage_key AS "storageKey" FROM files
  WHERE attached_at IS NULL AND uploaded_at < $1 ORDER BY uploaded_at LIMIT $2`)
