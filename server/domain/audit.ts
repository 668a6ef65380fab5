import type { AuditAction } from '#shared/audit.ts'
import type { ErrorCode } from '#shared/errors.ts'
import type { EndpointName } from '#shared/endpoints.ts'
import type { CommercialId, VisitorId } from '#shared/ids.ts'

type Change = Exclude<EndpointName, `GET ${string}`>
/** Reading leaves no trace, unless what is read leaves the house. */
type TakenAway = 'GET /v2/visitors/me/export' | 'GET /v2/chats/:chatId/transcript' | 'GET /v2/stats/chats.csv'

/**
 * What is kept of each call that changes something: an action, or null for everyday work, which the chats themselves tell (SAFETY H01).
 * An endpoint without a row does not compile.
 */
export const auditOf: Record<Change | TakenAway, AuditAction | null> = {
  'POST /v2/auth/setup': 'team_set_up',
  'POST /v2/auth/login': 'signed_in',
  'POST /v2/auth/logout': 'signed_out',
  // Its misuse alone is kept: see `auth/refresh.ts`.
  'POST /v2/auth/refresh': null,
  'PUT /v2/auth/password': 'password_changed',
  'PATCH /v2/auth/me': null,
  'POST /v2/auth/invitation': null,
  'POST /v2/auth/accept-invitation': 'invitation_accepted',
  'POST /v2/invitations': 'invitation_made',
  'DELETE /v2/invitations/:invitationId': 'invitation_taken_back',
  'DELETE /v2/sessions/:sessionId': 'session_ended',
  'DELETE /v2/sessions': 'other_sessions_ended',
  'POST /v2/commercials': 'person_added',
  'PATCH /v2/commercials/:commercialId': 'person_changed',
  'POST /v2/sites': 'site_added',
  'PATCH /v2/sites/:siteId': 'site_changed',
  'POST /v2/sites/:siteId/rotate-key': 'site_key_rotated',
  'POST /v2/sites/:siteId/identity-keys': 'identity_key_added',
  'DELETE /v2/sites/:siteId/identity-keys/:kid': 'identity_key_removed',
  'PATCH /v2/visitors/:visitorId': 'visitor_changed',
  'POST /v2/visitors/:visitorId/merge': 'visitor_merged',
  'DELETE /v2/visitors/:visitorId': 'visitor_erased',
  'DELETE /v2/visitors/me': 'visitor_erased',
  'GET /v2/visitors/me/export': 'visitor_exported',
  'GET /v2/chats/:chatId/transcript': 'conversation_saved',
  'GET /v2/stats/chats.csv': 'conversations_exported',
  'POST /v2/webhooks': 'webhook_added',
  'PATCH /v2/webhooks/:webhookId': 'webhook_changed',
  'DELETE /v2/webhooks/:webhookId': 'webhook_removed',
  'POST /v2/webhooks/:webhookId/rotate-secret': 'webhook_secret_rotated',
  'POST /v2/webhooks/:webhookId/test': null,
  'POST /v2/webhooks/:webhookId/deliveries/:deliveryId/redeliver': null,
  'POST /v2/messages': null,
  'PATCH /v2/messages/:messageId': null,
  'DELETE /v2/messages/:messageId': null,
  'PUT /v2/messages/mark-as-read': null,
  'POST /v2/files/upload': null,
  'POST /v2/chats': null,
  'PUT /v2/chats/:chatId/assign/:commercialId': null,
  'PUT /v2/chats/:chatId/rating': null,
  'PUT /v2/chats/:chatId/close': null,
  'PUT /v2/chats/:chatId/reopen': null,
  'PUT /v2/chats/:chatId/tags': null,
  'PUT /v2/chats/:chatId/snooze': null,
  'POST /v2/chats/:chatId/macros/:macroId': null,
  'POST /v2/canned-replies': null,
  'PATCH /v2/canned-replies/:replyId': null,
  'DELETE /v2/canned-replies/:replyId': null,
  'POST /v2/macros': null,
  'PATCH /v2/macros/:macroId': null,
  'DELETE /v2/macros/:macroId': null,
  'POST /v2/views': null,
  'PATCH /v2/views/:viewId': null,
  'DELETE /v2/views/:viewId': null,
  'PUT /v2/chats/:chatId/unread': null,
  'PUT /v2/chats/:chatId/draft': null,
  'DELETE /v2/chats/:chatId/draft': null,
  'PATCH /v2/commercials/me/settings': null,
  'PUT /v2/commercials/me/presence': null,
  'PUT /v2/push/devices': null,
  'DELETE /v2/push/devices/:deviceId': null,
  'POST /v2/push/test': null,
  'PUT /v2/mentions/seen': null,
  'POST /v2/visitors/session': null,
  'DELETE /v2/visitors/session': null,
  'PATCH /v2/visitors/me': null,
  'POST /v2/visitors/me/pages': null,
  'POST /v2/visitors/me/events': null,
  'POST /v2/visitors/looking': null,
}

/** Somebody was kept out. What was only filled in wrongly is no matter of safety. */
const TELLING_REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'wrong_credentials',
  'invalid_token',
  'token_expired',
  'forbidden',
  'last_admin',
])

export function isTelling(code: ErrorCode): boolean {
  return TELLING_REFUSALS.has(code)
}

export interface NewAuditEntry {
  readonly action: AuditAction
  readonly outcome: 'done' | ErrorCode
  readonly actor: { readonly type: 'visitor' | 'commercial'; readonly id: VisitorId | CommercialId } | null
  readonly subjectId: string | undefined
  readonly addressPrefix: string | undefined
}

export interface AuditRecord {
  readonly auditId: number
  readonly at: number
  readonly action: AuditAction
  readonly outcome: string
  readonly actorType: 'visitor' | 'commercial' | null
  readonly actorId: string | null
  readonly subjectId: string | null
  readonly addressPrefix: string | null
}

/** What of the log is wanted; what is not said leaves nothing out. */
export interface AuditPage {
  /** Entries before this one; without it from the newest on. */
  readonly before?: number | undefined
  readonly actorId?: string | undefined
  readonly action?: AuditAction | undefined
  /** Milliseconds; inclusive. */
  readonly from?: number | undefined
  /** Milliseconds; exclusive. */
  readonly to?: number | undefined
  readonly limit: number
}

/** Grows at its end and changes nowhere else: the store itself refuses. */
export interface AuditStorage {
  appendAudit(entry: NewAuditEntry): Promise<void>
  /** Newest first. */
  auditLog(page: AuditPage): Promise<AuditRecord[]>
}
