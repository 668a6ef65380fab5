import type { FileId } from '#shared/ids.ts'
import type { Audience } from './identity.ts'
import type { AttachmentRecord } from './records.ts'

/** Addresses of files: each signed for one side of the conversation, and for a time. */
export interface FileLinks {
  urlOf(fileId: FileId, audience: Audience): string
  /** null where there is no smaller picture to show. */
  thumbnailUrlOf(file: AttachmentRecord, audience: Audience): string | null
  /**
   * Which file an address of ours names, if it was made for this side; null otherwise. One that has expired still says so: a message
   * may have waited in an outbox.
   */
  fileIdIn(url: string, audience: Audience): FileId | null
}
