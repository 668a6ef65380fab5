import type { ChatId } from '#shared/ids.ts'
import type { Attachment } from '#shared/message.ts'
import type { ClientState, DraftMessage } from '../core/state.ts'
import type { OutgoingFile } from './outgoing-file.ts'

/** The message that will carry a file, as it stands in the thread before the client has it. */
export function draftOf(outgoing: OutgoingFile, { session }: ClientState): DraftMessage {
  const { id, target, message, progress } = outgoing
  const isTeam = session.state === 'commercial'
  const visitor = session.state === 'visitor' ? session.visitor : undefined
  const draft = {
    delivery: 'sending',
    clientMessageId: id,
    chatId: target.chatId ?? ('' as ChatId),
    senderId: isTeam ? session.commercial.commercialId : (visitor?.visitorId ?? ''),
    senderType: isTeam ? 'commercial' : 'visitor',
    senderName: isTeam ? session.commercial.name : (visitor?.name ?? ''),
    content: message?.content ?? '',
    type: 'file',
    attachment: localAttachment(outgoing),
    isInternal: target.isInternal,
    sentAt: message?.sentAt ?? '',
  } as const
  return progress.state === 'failed' ? { ...draft, delivery: 'failed', failure: progress.failure } : draft
}

/** What is known of a file before the server has seen it. */
function localAttachment({ id, file, preview }: OutgoingFile): Attachment {
  return {
    fileId: id as Attachment['fileId'],
    url: preview?.url ?? '',
    fileName: file.name,
    fileSize: file.size,
    // Shown as a picture only where it could be drawn.
    mimeType: preview === undefined && file.type.startsWith('image/') ? '' : file.type,
    ...(preview && { width: preview.width, height: preview.height }),
  }
}
