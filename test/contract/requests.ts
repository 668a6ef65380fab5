import type { EndpointName } from '#shared/endpoints.ts'
import { INITIAL_NOTIFYING } from '#shared/notifying.ts'
import type { Request } from './call.ts'
import { cannedReply, macro, pushDevice, view, type DeskThings } from './desk-things.ts'
import { webhook } from './webhook-things.ts'

export function uploadOf(chatId: string, file = new File(['a,b\n1,2\n'], 'numbers.csv')): FormData {
  const form = new FormData()
  form.append('chatId', chatId)
  form.append('file', file)
  return form
}

/** What a request can be about. */
export interface Thing extends Partial<DeskThings> {
  readonly chatId: string
  readonly messageId: string
  readonly visitorId: string
  /** Somebody else on the same site. */
  readonly otherVisitorId?: string
  readonly siteId: string
  /** Of an identity key of that site. */
  readonly kid: string
  /** A colleague whom nobody would miss. */
  readonly commercialId?: string
  readonly invitationId?: string
  readonly webhookId?: string
  readonly deliveryId?: string
}

const period = { from: '2026-01-01', to: '2026-12-31', timeZone: 'Europe/Madrid' }

/** How each endpoint is asked about something that belongs to `visitor`'s chat. One without a row does not compile. */
export const requests: Record<EndpointName, (thing: Thing) => Request> = {
  'POST /v2/messages': ({ chatId }) => ({ body: { chatId, content: 'a message' } }),
  'GET /v2/messages/chat/:chatId': ({ chatId }) => ({ params: { chatId } }),
  'GET /v2/messages/search': () => ({ query: { keyword: 'hola' } }),
  'GET /v2/messages/:messageId': ({ messageId }) => ({ params: { messageId } }),
  'PATCH /v2/messages/:messageId': ({ messageId }) => ({
    params: { messageId },
    body: { content: 'edited' },
  }),
  'DELETE /v2/messages/:messageId': ({ messageId }) => ({ params: { messageId } }),
  'PUT /v2/messages/mark-as-read': ({ chatId }) => ({ body: { chatId, seq: 1 } }),
  'POST /v2/files/upload': ({ chatId }) => ({ body: uploadOf(chatId) }),
  'POST /v2/chats': ({ visitorId }) => ({ body: { visitorId, message: { content: 'hello' } } }),
  'GET /v2/chats': () => ({}),
  'GET /v2/chats/:chatId': ({ chatId }) => ({ params: { chatId } }),
  'PUT /v2/chats/:chatId/assign/:commercialId': ({ chatId }) => ({ params: { chatId, commercialId: 'me' } }),
  'PUT /v2/chats/:chatId/rating': ({ chatId }) => ({
    params: { chatId },
    body: { score: 5, comment: 'Gracias' },
  }),
  'GET /v2/chats/:chatId/transcript': ({ chatId }) => ({ params: { chatId } }),
  'PUT /v2/chats/:chatId/close': ({ chatId }) => ({ params: { chatId } }),
  'PUT /v2/chats/:chatId/reopen': ({ chatId }) => ({ params: { chatId } }),
  'PUT /v2/chats/:chatId/tags': ({ chatId }) => ({ params: { chatId }, body: { tags: ['vip'] } }),
  'PUT /v2/chats/:chatId/snooze': ({ chatId }) => ({
    params: { chatId },
    body: { until: new Date(Date.now() + 3_600_000).toISOString() },
  }),
  'GET /v2/tags': () => ({}),
  'POST /v2/chats/:chatId/macros/:macroId': ({ chatId, macroId = 'none' }) => ({
    params: { chatId, macroId },
    body: { clientMessageId: crypto.randomUUID() },
  }),
  'GET /v2/canned-replies': () => ({}),
  'POST /v2/canned-replies': () => ({ body: cannedReply() }),
  'PATCH /v2/canned-replies/:replyId': ({ replyId = 'none' }) => ({
    params: { replyId },
    body: { title: 'Another' },
  }),
  'DELETE /v2/canned-replies/:replyId': ({ replyId = 'none' }) => ({ params: { replyId } }),
  'GET /v2/macros': () => ({}),
  'POST /v2/macros': () => ({ body: macro() }),
  'PATCH /v2/macros/:macroId': ({ macroId = 'none' }) => ({ params: { macroId }, body: { name: 'Another' } }),
  'DELETE /v2/macros/:macroId': ({ macroId = 'none' }) => ({ params: { macroId } }),
  'GET /v2/views': () => ({}),
  'POST /v2/views': () => ({ body: view() }),
  'PATCH /v2/views/:viewId': ({ viewId = 'none' }) => ({ params: { viewId }, body: { name: 'Another' } }),
  'DELETE /v2/views/:viewId': ({ viewId = 'none' }) => ({ params: { viewId } }),
  'PUT /v2/chats/:chatId/unread': ({ chatId }) => ({ params: { chatId }, body: { isUnread: true } }),
  'GET /v2/chats/:chatId/draft': ({ chatId }) => ({ params: { chatId } }),
  'PUT /v2/chats/:chatId/draft': ({ chatId }) => ({ params: { chatId }, body: { content: 'Buenos d' } }),
  'DELETE /v2/chats/:chatId/draft': ({ chatId }) => ({ params: { chatId } }),
  'GET /v2/commercials/me/settings': () => ({}),
  'PATCH /v2/commercials/me/settings': () => ({
    body: { notifying: { ...INITIAL_NOTIFYING, volume: 30 }, shortcuts: { claim: 'x' } },
  }),
  'GET /v2/push': () => ({}),
  'PUT /v2/push/devices': () => ({ body: pushDevice() }),
  'DELETE /v2/push/devices/:deviceId': () => ({ params: { deviceId: 'none' } }),
  'POST /v2/push/test': () => ({}),
  'GET /v2/stats': () => ({ query: period }),
  'GET /v2/stats/chats': () => ({ query: period }),
  'GET /v2/stats/chats.csv': () => ({ query: period }),
  'GET /v2/viewers': () => ({}),
  'GET /v2/mentions': () => ({}),
  'PUT /v2/mentions/seen': ({ chatId }) => ({ body: { chatId } }),
  'POST /v2/visitors/session': () => ({ body: {} }),
  'PATCH /v2/visitors/me': () => ({ body: { name: 'Núria' } }),
  'DELETE /v2/visitors/session': () => ({}),
  'POST /v2/visitors/me/pages': () => ({ body: { url: 'https://olmo.example/mesas', title: 'Mesas' } }),
  'POST /v2/visitors/me/events': () => ({ body: { name: 'added to cart', props: { price: 1480 } } }),
  'POST /v2/visitors/looking': () => ({
    body: { siteKey: 'watched', page: { url: 'https://olmo.example/mesas', title: 'Mesas' } },
  }),
  'GET /v2/visitors/me/export': () => ({}),
  'DELETE /v2/visitors/me': () => ({}),
  'GET /v2/visitors': () => ({}),
  'GET /v2/visitors/:visitorId': ({ visitorId }) => ({ params: { visitorId } }),
  'PATCH /v2/visitors/:visitorId': ({ visitorId }) => ({ params: { visitorId }, body: { name: 'Núria' } }),
  'POST /v2/visitors/:visitorId/merge': ({ visitorId, otherVisitorId = 'none' }) => ({
    params: { visitorId },
    body: { into: otherVisitorId },
  }),
  'DELETE /v2/visitors/:visitorId': ({ visitorId }) => ({ params: { visitorId } }),
  'GET /v2/sites/:siteKey/public': () => ({ params: { siteKey: 'default' } }),
  'GET /v2/sites': () => ({}),
  'GET /v2/sites/:siteId': ({ siteId }) => ({ params: { siteId } }),
  'POST /v2/sites': () => ({ body: { name: 'Another' } }),
  'PATCH /v2/sites/:siteId': ({ siteId }) => ({
    params: { siteId },
    body: { name: 'Olmo', locale: 'es' },
  }),
  'GET /v2/sites/:siteId/check': ({ siteId }) => ({ params: { siteId } }),
  'POST /v2/sites/:siteId/rotate-key': ({ siteId }) => ({ params: { siteId } }),
  'POST /v2/sites/:siteId/identity-keys': ({ siteId }) => ({
    params: { siteId },
    body: { algorithm: 'HS256' },
  }),
  'DELETE /v2/sites/:siteId/identity-keys/:kid': ({ siteId, kid }) => ({ params: { siteId, kid } }),
  'POST /v2/auth/login': () => ({ body: { email: 'admin@olmo.example', password: 'admin password' } }),
  'POST /v2/auth/refresh': () => ({}),
  'POST /v2/auth/logout': () => ({}),
  'GET /v2/auth/me': () => ({}),
  'POST /v2/auth/setup': () => ({
    body: { setupToken: 'none', name: 'x', email: 'x@x.es', password: 'long enough' },
  }),
  'GET /v2/commercials': () => ({}),
  'POST /v2/commercials': () => ({
    body: { name: 'New', email: `${crypto.randomUUID()}@olmo.example`, password: 'long enough' },
  }),
  'PATCH /v2/auth/me': () => ({ body: { name: 'Another name' } }),
  'PATCH /v2/commercials/:commercialId': ({ commercialId = 'none' }) => ({
    params: { commercialId },
    body: { name: 'Marta', role: 'commercial', siteIds: [], isDisabled: true },
  }),
  'GET /v2/sessions': () => ({}),
  'DELETE /v2/sessions/:sessionId': ({ sessionId = 'none' }) => ({ params: { sessionId } }),
  'DELETE /v2/sessions': () => ({}),
  'GET /v2/webhooks': () => ({}),
  'POST /v2/webhooks': ({ siteId }) => ({ body: { ...webhook(), siteId } }),
  'PATCH /v2/webhooks/:webhookId': ({ webhookId = 'none' }) => ({
    params: { webhookId },
    body: { events: ['chat.closed'], isEnabled: false },
  }),
  'DELETE /v2/webhooks/:webhookId': ({ webhookId = 'none' }) => ({ params: { webhookId } }),
  'POST /v2/webhooks/:webhookId/rotate-secret': ({ webhookId = 'none' }) => ({ params: { webhookId } }),
  'POST /v2/webhooks/:webhookId/test': ({ webhookId = 'none' }) => ({ params: { webhookId } }),
  'GET /v2/webhooks/:webhookId/deliveries': ({ webhookId = 'none' }) => ({ params: { webhookId } }),
  'POST /v2/webhooks/:webhookId/deliveries/:deliveryId/redeliver': ({
    webhookId = 'none',
    deliveryId = 'none',
  }) => ({ params: { webhookId, deliveryId } }),
  'GET /v2/audit': () => ({ query: { action: 'signed_in' } }),
  'GET /v2/invitations': () => ({}),
  'POST /v2/invitations': () => ({
    body: { role: 'commercial', email: `${crypto.randomUUID()}@olmo.example` },
  }),
  'DELETE /v2/invitations/:invitationId': ({ invitationId = 'none' }) => ({ params: { invitationId } }),
  'POST /v2/auth/invitation': () => ({ body: { invitationToken: 'nobody was invited' } }),
  'POST /v2/auth/accept-invitation': () => ({
    body: {
      invitationToken: 'nobody was invited',
      name: 'New',
      email: 'new@olmo.example',
      password: 'long enough',
    },
  }),
  'PUT /v2/auth/password': () => ({ body: { currentPassword: 'wrong', newPassword: 'long enough' } }),
  'PUT /v2/commercials/me/presence': () => ({ body: { status: 'online' } }),
}
