import type { Attachment } from '#shared/message.ts'
import type { Failure } from '../../core/state.ts'
import type { Readable } from '../../core/store.ts'

/** How far a file has come on its way to the server. */
export type UploadProgress =
  /** Nothing is sent before there is a chat to send it to. */
  | { readonly state: 'chosen' }
  /** `isWaiting`: the connection is gone; it goes on by itself. */
  | { readonly state: 'underway'; readonly sent: number; readonly isWaiting: boolean }
  | { readonly state: 'ready' }
  /** `maxBytes`: what would have been small enough, where that is why. */
  | { readonly state: 'failed'; readonly failure: Failure; readonly maxBytes?: number | undefined }

/** A file of one's own message that is still on its way; its address is the browser's own. */
export interface OutgoingAttachment extends Attachment {
  readonly outgoing: {
    readonly progress: Readable<UploadProgress>
    readonly cancel: () => void
  }
}

export function isOutgoing(file: Attachment): file is OutgoingAttachment {
  return 'outgoing' in file
}
