import type { EndpointName } from '#shared/endpoints.ts'
import type { ClientEventName } from '#shared/events.ts'
import type { SiteId, VisitorId } from '#shared/ids.ts'
import { EDIT_WINDOW_MS } from '#shared/limits.ts'
import type { Audience, Identity } from './identity.ts'
import type { FileRecord, MessageRecord } from './records.ts'
import { Refusal } from './refusal.ts'

/** `own`: what belongs to them; anything else is answered as if it did not exist. */
export type Reach = 'no' | 'own' | 'yes'

export interface Permission {
  readonly nobody: 'no' | 'yes'
  readonly visitor: Reach
  readonly commercial: Reach
  readonly admin: Reach
}

const anybody: Permission = { nobody: 'yes', visitor: 'yes', commercial: 'yes', admin: 'yes' }
const participants: Permission = { nobody: 'no', visitor: 'own', commercial: 'own', admin: 'yes' }
const visitors: Permission = { nobody: 'no', visitor: 'yes', commercial: 'no', admin: 'no' }
const team: Permission = { nobody: 'no', visitor: 'no', commercial: 'own', admin: 'yes' }
const commercials: Permission = { nobody: 'no', visitor: 'no', commercial: 'yes', admin: 'yes' }
const admins: Permission = { nobody: 'no', visitor: 'no', commercial: 'no', admin: 'yes' }

/** Who may call what: the rule, and the test (`test/contract/permissions.test.ts`). A route without a row does not compile. */
export const mayCall: Record<EndpointName, Permission> = {
  'POST /v2/messages': participants,
  'GET /v2/messages/chat/:chatId': participants,
  'GET /v2/messages/search': commercials,
  'GET /v2/messages/:messageId': participants,
  'PATCH /v2/messages/:messageId': participants,
  'DELETE /v2/messages/:messageId': participants,
  'PUT /v2/messages/mark-as-read': participants,
  'POST /v2/files/upload': participants,
  'POST /v2/chats': { nobody: 'no', visitor: 'yes', commercial: 'own', admin: 'yes' },
  'GET /v2/chats': participants,
  'GET /v2/chats/:chatId': participants,
  'PUT /v2/chats/:chatId/assign/:commercialId': team,
  'PUT /v2/chats/:chatId/rating': { nobody: 'no', visitor: 'own', commercial: 'no', admin: 'no' },
  'GET /v2/chats/:chatId/transcript': participants,
  'PUT /v2/chats/:chatId/close': team,
  'PUT /v2/chats/:chatId/reopen': team,
  'PUT /v2/chats/:chatId/tags': team,
  'PUT /v2/chats/:chatId/snooze': team,
  'GET /v2/tags': commercials,
  'POST /v2/chats/:chatId/macros/:macroId': team,
  'GET /v2/canned-replies': commercials,
  'POST /v2/canned-replies': commercials,
  'PATCH /v2/canned-replies/:replyId': team,
  'DELETE /v2/canned-replies/:replyId': team,
  'GET /v2/macros': commercials,
  'POST /v2/macros': commercials,
  'PATCH /v2/macros/:macroId': team,
  'DELETE /v2/macros/:macroId': team,
  'GET /v2/views': commercials,
  'POST /v2/views': commercials,
  'PATCH /v2/views/:viewId': team,
  'DELETE /v2/views/:viewId': team,
  'PUT /v2/chats/:chatId/unread': team,
  'GET /v2/chats/:chatId/draft': team,
  'PUT /v2/chats/:chatId/draft': team,
  'DELETE /v2/chats/:chatId/draft': team,
  'GET /v2/commercials/me/settings': commercials,
  'PATCH /v2/commercials/me/settings': commercials,
  'GET /v2/push': commercials,
  'PUT /v2/push/devices': commercials,
  'DELETE /v2/push/devices/:deviceId': commercials,
  'POST /v2/push/test': commercials,
  'GET /v2/stats': commercials,
  'GET /v2/stats/chats': commercials,
  'GET /v2/stats/chats.csv': commercials,
  'GET /v2/viewers': commercials,
  'GET /v2/mentions': commercials,
  'PUT /v2/mentions/seen': commercials,
  'POST /v2/visitors/session': anybody,
  'DELETE /v2/visitors/session': visitors,
  'PATCH /v2/visitors/me': visitors,
  'POST /v2/visitors/me/pages': visitors,
  'POST /v2/visitors/me/events': visitors,
  'POST /v2/visitors/looking': anybody,
  'GET /v2/visitors/me/export': visitors,
  'DELETE /v2/visitors/me': visitors,
  'GET /v2/visitors': commercials,
  'GET /v2/visitors/:visitorId': team,
  'PATCH /v2/visitors/:visitorId': team,
  'POST /v2/visitors/:visitorId/merge': team,
  'DELETE /v2/visitors/:visitorId': team,
  'GET /v2/sites/:siteKey/public': anybody,
  'GET /v2/sites': commercials,
  'GET /v2/sites/:siteId': team,
  'POST /v2/sites': admins,
  'PATCH /v2/sites/:siteId': admins,
  'GET /v2/sites/:siteId/check': admins,
  'POST /v2/sites/:siteId/rotate-key': admins,
  'POST /v2/sites/:siteId/identity-keys': admins,
  'DELETE /v2/sites/:siteId/identity-keys/:kid': admins,
  'GET /v2/sessions': commercials,
  'DELETE /v2/sessions/:sessionId': { nobody: 'no', visitor: 'no', commercial: 'own', admin: 'own' },
  'DELETE /v2/sessions': commercials,
  'GET /v2/invitations': admins,
  'POST /v2/invitations': admins,
  'DELETE /v2/invitations/:invitationId': admins,
  'POST /v2/auth/invitation': anybody,
  'POST /v2/auth/accept-invitation': anybody,
  'GET /v2/webhooks': admins,
  'POST /v2/webhooks': admins,
  'PATCH /v2/webhooks/:webhookId': admins,
  'DELETE /v2/webhooks/:webhookId': admins,
  'POST /v2/webhooks/:webhookId/rotate-secret': admins,
  'POST /v2/webhooks/:webhookId/test': admins,
  'GET /v2/webhooks/:webhookId/deliveries': admins,
  'POST /v2/webhooks/:webhookId/deliveries/:deliveryId/redeliver': admins,
  'GET /v2/audit': admins,
  'POST /v2/auth/login': anybody,
  'POST /v2/auth/refresh': anybody,
  'POST /v2/auth/logout': anybody,
  'GET /v2/auth/me': commercials,
  'PATCH /v2/auth/me': commercials,
  'POST /v2/auth/setup': anybody,
  'GET /v2/commercials': commercials,
  'POST /v2/commercials': admins,
  'PATCH /v2/commercials/:commercialId': admins,
  'PUT /v2/auth/password': commercials,
  'PUT /v2/commercials/me/presence': commercials,
}

/** The same for the socket. */
export const mayEmit: Record<ClientEventName, Permission> = {
  'chat:join': participants,
  'chat:leave': participants,
  'typing:start': participants,
  'typing:stop': participants,
  'viewing:start': team,
  'viewing:stop': team,
  'auth:refresh': commercials,
  'health-check': anybody,
  test: anybody,
}

/** Throws 401 for nobody and 403 for somebody who may never do this. `own` is decided later, with the thing in hand. */
export function checkPermission(permission: Permission, identity: Identity | null): void {
  if (permission[identity?.role ?? 'nobody'] !== 'no') return
  throw new Refusal(identity === null ? 'unauthenticated' : 'forbidden')
}

/** Whether this chat exists, as far as this reader is concerned. */
export function canSee(
  reader: Identity,
  chat: { readonly siteId: SiteId; readonly visitorId: VisitorId },
): boolean {
  if (reader.role === 'visitor') return chat.visitorId === reader.userId
  return reader.role === 'admin' || reader.siteIds.includes(chat.siteId)
}

/** Whether this message exists for a reader who can see its chat. */
export function canSeeMessage(reader: Identity, message: { readonly isInternal: boolean }): boolean {
  return reader.role !== 'visitor' || !message.isInternal
}

/** Whether this file exists for whoever holds an address that was signed for this side. */
export function canOpenFile(
  audience: Audience,
  file: Pick<FileRecord, 'state' | 'isInternal' | 'uploaderSide' | 'chatId'>,
): boolean {
  if (file.state === 'lost' || file.chatId === null) return false
  if (file.state === 'loose') return file.uploaderSide === audience
  return audience === 'commercial' || !file.isInternal
}

export function checkMayEdit(editor: Identity, message: MessageRecord, now: number): void {
  if (message.senderId !== editor.userId || message.deletedAt !== null) throw new Refusal('forbidden')
  if (now - message.sentAt > EDIT_WINDOW_MS) throw new Refusal('edit_window_over')
}

export function checkMayDelete(editor: Identity, message: MessageRecord): void {
  if (message.senderId !== editor.userId && editor.role !== 'admin') throw new Refusal('forbidden')
}
