import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'
import type { CommercialOptions } from './chat-client.ts'
import { createCommercialActions } from './commercial-actions.ts'
import { createCommercialSession } from './commercial-session.ts'
import type { Api, LooseApi } from './api.ts'
import type { Core, Side } from './core.ts'
import { createDeskReader, emptyDesk } from './desk.ts'
import { createInboxReader } from './inbox-reader.ts'
import type { OutboxItem } from './outbox.ts'
import { post } from './post-message.ts'
import { emptyInbox } from './state.ts'
import { createTeam } from './team.ts'

/** A commercial: an inbox, a team, and as many chats as they like. */
export function createCommercialSide(core: Core, options: CommercialOptions): Side {
  const { api, life, outbox, retrier, socket, store, watching } = core
  // Who was here last: after an expired session the same person finds everything as it was, another finds nothing.
  let lastId = options.held === undefined ? '' : core.ownId()

  core.change({ ...(options.held === undefined && { inbox: emptyInbox }), desk: emptyDesk })
  const team = createTeam(core)
  const desk = createDeskReader(core)
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
    desk.clear()
    core.change({ inbox: emptyInbox, team: [] })
  }

  function refresh(): void {
    inbox.refresh()
    team.read()
    desk.refresh()
  }

  function showChat(chat: Chat): void {
    inbox.apply(chat)
    watching.showChat(chat)
  }

  function changeChat(chatId: ChatId, change: (chat: Chat) => Chat): void {
    inbox.change(chatId, change)
    watching.changeChat(chatId, change)
  }

  function ownChat(): never {
    throw new TypeError('Say which chat')
  }

  return {
    credentials: session,
    ownChat,
    openChat: ownChat,
    actions: {
      commercial: createCommercialActions(core, { session, inbox, desk, forget, showChat, changeChat }),
    },
    deliver: (item) => post({ watching, api: namingIn(item, api) }, item),
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
    changeChat,
    events: {
      ...desk.events,
      'chat:created': showChat,
      'chat:updated': showChat,
      'presence:changed'(presence) {
        desk.events['presence:changed']?.(presence)
        if ('userId' in presence && presence.userType === 'commercial')
          team.changed(presence.userId, presence.status)
      },
      'presence:state'(state) {
        desk.events['presence:state']?.(state)
        team.told(state.present)
      },
      'visitor:updated'(visitor) {
        desk.events['visitor:updated']?.(visitor)
        for (const { chatId } of inbox.chatsOf(visitor.visitorId))
          changeChat(chatId, (chat) => ({ ...chat, visitor }))
      },
      // Their chats are gone with them, or another's.
      'visitor:removed'(removed) {
        desk.events['visitor:removed']?.(removed)
        inbox.refresh()
      },
    },
  }
}

/** With whom a note names; here, since visitors name nobody and would carry the weight. */
function namingIn({ draft: { mentions } }: OutboxItem, api: Api): Api {
  if (mentions === undefined) return api
  const loose = api as LooseApi
  const naming: LooseApi = (name, call = {}) =>
    loose(name, { ...call, body: { ...(call.body as object), mentions } })
  return naming as Api
}
