import type { MessageType } from '#shared/message.ts'
import type { AttachmentRecord } from './records.ts'

/** Formats that every browser shows in place. Other pictures are files to it. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

export function isShownInPlace(mimeType: string): boolean {
  return SHOWN.has(mimeType)
}

/** What kind of message it is follows from what it carries, whatever its sender calls it. */
export function typeOfMessage(attachment: Pick<AttachmentRecord, 'mimeType'> | null): MessageType {
  if (attachment === null) return 'text'
  return isShownInPlace(attachment.mimeType) ? 'image' : 'file'
}
