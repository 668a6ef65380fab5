import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { CommercialActions } from './chat-client.ts'
import type { CommercialCredentials } from './commercial-session.ts'
import type { Core } from './core.ts'
import type { DeskReader } from './desk.ts'
import type { InboxReader } from './inbox-reader.ts'

interface Acting {
  readonly session: CommercialCredentials
  readonly inbox: InboxReader
  readonly desk: DeskReader
  readonly forget: () => void
  readonly showChat: (chat: Chat) => void
  readonly changeChat: (chatId: ChatId, change: (chat: Chat) => Chat) => void
}

/** What a commercial does besides writing. Each rejects with an `ApiError`, and shows what the server made of it at once. */
export function createCommercialActions(
  { api, environment, plainApi, watching }: Core,
  { session, inbox, desk, forget, showChat, changeChat }: Acting,
): CommercialActions {
  return {
    async signIn(credentials) {
      session.signedIn(await plainApi('POST /v2/auth/login', { body: credentials }))
    },
    async setUp(account) {
      session.signedIn(await plainApi('POST /v2/auth/setup', { body: account }))
    },
    lookAtInvitation: (invitationToken) =>
      plainApi('POST /v2/auth/invitation', { body: { invitationToken } }),
    async acceptInvitation(account) {
      session.signedIn(await plainApi('POST /v2/auth/accept-invitation', { body: account }))
    },
    async signOut() {
      await session.signOut()
      forget()
    },
    showList: inbox.showList,
    loadMore: inbox.loadMore,
    async assign(chatId, to, { ifUnassigned = false, reason } = {}) {
      const query = { ...(reason && { reason }) }
      const params = { chatId, commercialId: to }
      const headers = { ...(ifUnassigned && { 'if-unassigned': 'true' }) }
      showChat(await api('PUT /v2/chats/:chatId/assign/:commercialId', { params, query, headers }))
    },
    async closeChat(chatId) {
      showChat(await api('PUT /v2/chats/:chatId/close', { params: { chatId } }))
    },
    async reopenChat(chatId) {
      showChat(await api('PUT /v2/chats/:chatId/reopen', { params: { chatId } }))
    },
    async setTags(chatId, tags) {
      showChat(await api('PUT /v2/chats/:chatId/tags', { params: { chatId }, body: { tags: [...tags] } }))
    },
    async snooze(chatId, until) {
      showChat(await api('PUT /v2/chats/:chatId/snooze', { params: { chatId }, body: { until } }))
    },
    async applyMacro(chatId, macroId) {
      const body = { clientMessageId: environment.newId(), seenSeq: watching.feed(chatId)?.through() }
      const params = { chatId, macroId }
      const { chat, message } = await api('POST /v2/chats/:chatId/macros/:macroId', { params, body })
      if (message !== null) watching.feed(chatId)?.receiveOwn(message)
      showChat(chat)
    },
    async markUnread(chatId, isUnread) {
      // Whoever opens it sees the mark go, with a network or without.
      if (!isUnread) changeChat(chatId, withoutMark)
      showChat(await api('PUT /v2/chats/:chatId/unread', { params: { chatId }, body: { isUnread } }))
    },
    async setPresence(status) {
      await api('PUT /v2/commercials/me/presence', { body: { status } })
    },
    look: desk.look,
    async keepDraft(chatId, draft) {
      const params = { chatId }
      // Also when the page is being left: the last words are the ones that are missed.
      await api('PUT /v2/chats/:chatId/draft', {
        params,
        body: { ...draft, deviceId: desk.deviceId },
        keepalive: true,
      })
    },
    async keptDraft(chatId) {
      return (await api('GET /v2/chats/:chatId/draft', { params: { chatId } })).draft
    },
  }
}

function withoutMark(chat: Chat): Chat {
  const { isMarkedUnread: _, ...plain } = chat
  return plain
}
