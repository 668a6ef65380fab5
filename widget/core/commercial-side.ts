import type { Chat } from '#shared/chat.ts'
import type { Commercial } from '#shared/person.ts'
import type { CommercialOptions } from './chat-client.ts'
import { createCommercialActions } from './commercial-actions.ts'
import { createCommercialSession } from './commercial-session.ts'
import type { Core, Side } from './core.ts'
import { createInboxReader } from './inbox-reader.ts'
import { post } from './post-message.ts'
import { emptyInbox } from './state.ts'
import { createTeam } from './team.ts'

/** A commercial: an inbox, a team, and as many chats as they like. */
export function createCommercialSide(core: Core, options: CommercialOptions): Side {
  const { api, life, outbox, retrier, socket, store, watching } = core
  // Who was here last: after an expired session the same person finds everything as it was, another finds nothing.
  let lastId = ''

  core.change({ inbox: emptyInbox })
  const team = createTeam(core)
  const inbox = createInboxReader({
    api,
    life,
    retrier,
    ownId: core.ownId,
    get: () => store.get().inbox ?? emptyInbox,
    show: (change) => store.update((state) => ({ ...state, inbox: change(state.inbox ?? emptyInbox) })),
  })
  const session = createCommercialSession({
    life,
    retrier,
    environment: core.environment,
    api: core.plainApi,
    authorizedApi: api,
    getToken: options.getToken,
    onRenewed(token) {
      // Not acknowledged: the server will say `session:expired` in its time, and the next connection brings the new one.
      if (socket.isOnline()) socket.ask('auth:refresh', { token }).catch(() => {})
    },
    onSignedIn: welcome,
    onSignedOut(reason) {
      core.change({ session: { state: 'signed-out', reason } })
      socket.close()
    },
  })

  function welcome(commercial: Commercial): void {
    if (lastId !== '' && lastId !== commercial.commercialId) forget()
    lastId = commercial.commercialId
    core.change({ session: { state: 'commercial', commercial } })
    socket.open()
    refresh()
  }

  function forget(): void {
    lastId = ''
    outbox.clear()
    watching.clear()
    inbox.clear()
    core.change({ inbox: emptyInbox, team: [] })
  }

  function refresh(): void {
    inbox.refresh()
    team.read()
  }

  function showChat(chat: Chat): void {
    inbox.apply(chat)
    watching.showChat(chat)
  }

  function ownChat(): never {
    throw new TypeError('Say which chat')
  }

  return {
    credentials: session,
    ownChat,
    openChat: ownChat,
    actions: { commercial: createCommercialActions(core, { session, inbox, forget, showChat }) },
    deliver: (item) => post(core, item),
    online: refresh,
    // Notes are guarded by nothing, and neither is a chat that is not on screen.
    seenSeq({ chatId, failure, isInternal }) {
      const seen = isInternal ? undefined : watching.feed(chatId)?.through()
      // What a refusal brought along has been seen with it.
      const unseen = failure?.unseen?.map(({ seq }) => seq) ?? []
      return seen && Math.max(seen, ...unseen)
    },
    knownChat: inbox.chat,
    // Theirs live from `chat:updated`, which counts for them.
    onJoining() {},
    changeChat(chatId, change) {
      inbox.change(chatId, change)
      watching.changeChat(chatId, change)
    },
    events: {
      'chat:created': showChat,
      'chat:updated': showChat,
      'presence:changed'(presence) {
        if ('userId' in presence) team.changed(presence.userId, presence.status)
      },
    },
  }
}
