import type { ChatId } from '#shared/ids.ts'
import type { Attachment } from '#shared/message.ts'
import type { UploadProgress } from '../parts/attachment/upload-progress.ts'
import type { Preview } from './preview.ts'

/** Where a file is going. */
export interface FileTarget {
  /** Absent: the visitor's own chat, whichever that is by then. */
  readonly chatId?: ChatId
  readonly isInternal: boolean
}

/** One file from the moment it is chosen until a message carries it. */
export interface OutgoingFile {
  /** The message that will carry it has this key. */
  readonly id: string
  readonly file: File
  readonly target: FileTarget
  readonly progress: UploadProgress
  readonly preview?: Preview
  /** As the server has it, once it does. */
  readonly attachment?: Attachment
  /** What its message says and since when it is wanted; absent while it lies in the tray. */
  readonly message?: { readonly content: string; readonly sentAt: string }
  /** The client has the message; it goes from here as soon as the chat shows it. */
  readonly isHandedOver?: boolean
}

/** Chosen, and nothing keeps it from being sent. */
export function isSendable({ message, progress }: OutgoingFile): boolean {
  return message === undefined && progress.state !== 'failed'
}

export function isSameTarget(a: FileTarget, b: FileTarget): boolean {
  return a.chatId === b.chatId && a.isInternal === b.isInternal
}
