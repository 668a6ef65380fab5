import type { PublicSite } from '#shared/site.ts'
import type { VisitorOptions } from './chat-client.ts'
import { noteMessage } from './chat-view.ts'
import type { Core, Side } from './core.ts'
import { createOwnChat } from './own-chat.ts'
import { NEW_CHAT } from './state.ts'
import { createVisitorSession } from './visitor-session.ts'

/** A visitor: a session and one chat, both made by the first message. */
export function createVisitorSide(core: Core, options: VisitorOptions): Side {
  const { outbox, socket, store, watching } = core

  const session = createVisitorSession({
    ...options,
    api: core.plainApi,
    authorizedApi: core.api,
    onSite: showSite,
    onOpened({ visitor, chat, site }) {
      core.change({ session: { state: 'visitor', visitor } })
      if (chat !== null) ownChat.adopt(chat)
      // By their connection they are on the live board, where the site wants one, and can be spoken to.
      if (site.features.presence) socket.open()
    },
    onDescribed: (visitor) => core.change({ session: { state: 'visitor', visitor } }),
    onNobody(reason) {
      core.change({ session: { state: 'signed-out', reason } })
      socket.close()
      ownChat.abandon()
    },
  })
  const ownChat = createOwnChat(core, { openSession, page: session.page })

  async function openSession(): Promise<void> {
    await core.start()
    await session.open()
  }

  /** A session brings an open chat only: the last one may have been closed meanwhile, with an answer in it. */
  async function findLast(): Promise<void> {
    const { chats } = await core.api('GET /v2/chats', { query: { limit: '1' } }).catch(() => ({ chats: [] }))
    const [last] = chats
    if (last && ownChat.id() === NEW_CHAT) ownChat.adopt(last)
  }

  function showSite(site: PublicSite): void {
    core.change({ site })
  }

  return {
    credentials: {
      ...session,
      async start() {
        // Gone on from at once: who is asking is found out beside it.
        for (const { chat } of store.get().chats.values()) if (chat) ownChat.adopt(chat)
        await session.start()
        if (store.get().session.state === 'visitor' && ownChat.id() === NEW_CHAT) await findLast()
      },
    },
    ownChat: ownChat.id,
    openChat: ownChat.open,
    deliver: ownChat.deliver,
    seenSeq: () => undefined,
    knownChat: () => null,
    // They get no `chat:updated`: what a message does to their chat is worked out here.
    onJoining(chatId, messages) {
      watching.changeChat(chatId, (chat) =>
        messages.reduce((noted, message) => noteMessage(noted, message, core.ownId()), chat),
      )
    },
    changeChat: watching.changeChat,
    events: {
      // The team has begun one.
      'chat:created': ownChat.adopt,
      'presence:changed'(presence) {
        const { site } = store.get()
        // Visitors are told of nobody in particular.
        if (site !== null) showSite({ ...site, ...(presence as { online: boolean }) })
      },
    },
    actions: {
      visitor: {
        describe: session.describe,
        identify: session.identify,
        setPage: session.setPage,
        openSession,
        forget() {
          outbox.clear()
          session.forget()
        },
      },
    },
  }
}
