import type { Chat } from '#shared/chat.ts'
import type { Commercial } from '#shared/person.ts'
import { isUnauthenticated } from './api-error.ts'
import type { ClientOptions, CommercialActions } from './chat-client.ts'
import { createCommercialSession } from './commercial-session.ts'
import type { Core, Side } from './core.ts'
import { createInboxReader, type InboxReader } from './inbox-reader.ts'
import { emptyState, type Inbox } from './state.ts'

type CommercialOptions = Extract<ClientOptions, { role: 'commercial' }>

/** A commercial: an inbox, a team, and as many chats as they like. */
export function createCommercialSide(
  core: Core,
  options: CommercialOptions,
): { side: Side; actions: CommercialActions; inbox: InboxReader } {
  const { api, life, outbox, plainApi, retrier, socket, store, watching } = core
  // Who was here last: after an expired session the same person finds everything as it was, another finds nothing.
  let lastId = ''

  const inbox = createInboxReader({
    api,
    life,
    retrier,
    ownId: core.ownId,
    get: () => store.get().inbox ?? emptyInbox,
    show: (change) => store.update((state) => ({ ...state, inbox: change(state.inbox ?? emptyInbox) })),
  })

  const session = createCommercialSession({
    api: plainApi,
    authorizedApi: api,
    getToken: options.getToken,
    life,
    retrier,
    environment: core.environment,
    onRenewed(token) {
      // Not acknowledged: the server will say `session:expired` in its time, and the next connection brings the new one.
      if (socket.isOnline()) socket.ask('auth:refresh', { token }).catch(() => {})
    },
    onSignedIn(commercial) {
      if (lastId !== commercial.commercialId) forget()
      lastId = commercial.commercialId
      core.setSession({ state: 'commercial', commercial })
      socket.open()
      refresh()
    },
    onSignedOut(reason) {
      core.setSession({ state: 'signed-out', ...(reason !== undefined && { reason }) })
      socket.close()
    },
  })

  function forget(): void {
    lastId = ''
    outbox.clear()
    watching.clear()
    inbox.clear()
    store.update((state) => ({
      ...emptyState('commercial'),
      session: state.session,
      connection: state.connection,
    }))
  }

  function refresh(): void {
    inbox.refresh()
    void readTeam()
  }

  async function readTeam(): Promise<void> {
    try {
      const { commercials } = await retrier.untilAnswered(() => api('GET /v2/commercials'))
      if (!life.isOver()) store.update((state) => ({ ...state, team: commercials }))
    } catch (cause) {
      // A session that has ended shows in its own place; a team that may not be read stays unknown.
      if (!isUnauthenticated(cause)) store.update((state) => ({ ...state, team: [] }))
    }
  }

  function showChat(chat: Chat): void {
    inbox.apply(chat)
    watching.showChat(chat)
  }

  const side: Side = {
    credentials: session,
    start: session.start,
    deliver: core.post,
    online: refresh,
    knownChat: inbox.chat,
    // Their inbox lives from `chat:updated`, which counts for them.
    onPlaced() {},
    showChat,
    changeChat(chatId, change) {
      inbox.change(chatId, change)
      watching.changeChat(chatId, change)
    },
    onPresence(presence) {
      if ('online' in presence || presence.userType !== 'commercial') return
      const { userId, status } = presence
      if (store.get().team.every(({ commercialId }) => commercialId !== userId)) void readTeam()
      else
        store.update((state) => ({
          ...state,
          team: state.team.map((person) => withStatus(person, userId, status)),
        }))
    },
  }

  const actions: CommercialActions = {
    async signIn(credentials) {
      session.signedIn(await plainApi('POST /v2/auth/login', { body: credentials }))
    },
    async setUp(account) {
      session.signedIn(await plainApi('POST /v2/auth/setup', { body: account }))
    },
    async signOut() {
      await session.signOut()
      forget()
    },
    showList: inbox.showList,
    loadMore: inbox.loadMore,
    async assign(chatId, to, { ifUnassigned = false } = {}) {
      const headers = { ...(ifUnassigned && { 'if-unassigned': 'true' }) }
      showChat(
        await api('PUT /v2/chats/:chatId/assign/:commercialId', {
          params: { chatId, commercialId: to },
          headers,
        }),
      )
    },
    async closeChat(chatId) {
      showChat(await api('PUT /v2/chats/:chatId/close', { params: { chatId } }))
    },
    async reopenChat(chatId) {
      showChat(await api('PUT /v2/chats/:chatId/reopen', { params: { chatId } }))
    },
    async setPresence(status) {
      await api('PUT /v2/commercials/me/presence', { body: { status } })
    },
  }
  return { side, actions, inbox }
}

const emptyInbox = emptyState('commercial').inbox as Inbox

function withStatus(person: Commercial, id: string, status: NonNullable<Commercial['status']>): Commercial {
  return person.commercialId === id ? { ...person, status } : person
}
