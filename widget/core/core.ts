import type { Chat } from '#shared/chat.ts'
import type { ServerPayload } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import { createApi, type Api } from './api.ts'
import { authorize, type Credentials } from './authorized.ts'
import type { ClientOptions } from './chat-client.ts'
import type { Environment } from './environment.ts'
import { createLifetime, type Lifetime } from './lifetime.ts'
import { createOutbox, type Outbox, type OutboxItem } from './outbox.ts'
import { createReading, type Reading } from './reading.ts'
import { watchPage } from './recovery.ts'
import { createRetrier, type Retrier } from './retrier.ts'
import { createSocket, type ChatSocket } from './socket.ts'
import { listenersOf } from './listeners.ts'
import { emptyState, type ClientState, type Session } from './state.ts'
import { createStore, type Store } from './store.ts'
import { place } from './thread.ts'
import { createOwnTyping, createTypists, type OwnTyping, type Typists } from './typing.ts'
import { createWatching, type Watching } from './watching.ts'

/** What only a visitor's or only a commercial's client knows how to do. */
export interface Side {
  readonly credentials: Credentials & { prepare(isRefused: boolean): Promise<boolean> }
  /** Finds out who is asking. */
  start(): Promise<void>
  /** One try to send; resolves with the message's seq, if it is known. */
  deliver(item: OutboxItem): Promise<number | undefined>
  /** The socket is there, for the first time or again. */
  online(): void
  knownChat(chatId: ChatId): Chat | null
  onPlaced(chatId: ChatId, messages: readonly Message[]): void
  /** A chat changed, as an event or an answer tells. */
  showChat(chat: Chat): void
  changeChat(chatId: ChatId, change: (chat: Chat) => Chat): void
  onPresence(presence: ServerPayload<'presence:changed'>): void
}

/** The parts that both sides are made of. */
export interface Core {
  readonly role: ClientOptions['role']
  readonly environment: Environment
  readonly store: Store<ClientState>
  readonly life: Lifetime
  readonly retrier: Retrier
  readonly plainApi: Api
  readonly api: Api
  readonly socket: ChatSocket
  readonly watching: Watching
  readonly outbox: Outbox
  readonly reading: Reading
  readonly typing: OwnTyping
  readonly typists: Typists
  ownId(): string
  setSession(session: Session): void
  /** Sends a message to the chat it names. */
  post(item: OutboxItem): Promise<number>
  /** Drops every wait: the network may be back. */
  wake(): void
}

/** `side` is asked for only after it exists: it is made of these parts. */
export function createCore(options: ClientOptions, environment: Environment, side: () => Side): Core {
  const store = createStore(emptyState(options.role))
  const life = createLifetime(environment)
  const retrier = createRetrier(life, environment)
  const plainApi = createApi({
    apiUrl: options.apiUrl.replace(/\/+$/, ''),
    locale: options.locale,
    // A visitor's client sets and sends no cookie at all; a host that brings its own tokens needs none.
    credentials: options.role === 'commercial' && options.getToken === undefined ? 'include' : 'omit',
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    life,
  })
  const api = authorize(plainApi, {
    token: () => side().credentials.token(),
    renew: (refused, code) => side().credentials.renew(refused, code),
  })
  const socket = openableSocket()
  const typists = createTypists(life, (chatId, change) =>
    watching.changeView(chatId, (view) => ({ ...view, typists: change(view.typists) })),
  )
  const watching = createWatching({
    api,
    life,
    retrier,
    store,
    socket,
    knownChat: (chatId) => side().knownChat(chatId),
    drafts: (chatId) => outbox.drafts(chatId),
    onPlaced: (chatId, messages) => side().onPlaced(chatId, messages),
  })
  const outbox = createOutbox({
    retrier,
    deliver: (item) => side().deliver(item),
    onChange: (draft) =>
      watching.changeView(draft.chatId, (view) => ({ ...view, thread: place(view.thread, draft) })),
    onFailed: ({ chatId }, { unseen }) => {
      if (unseen !== undefined) watching.feed(chatId)?.receive(unseen)
    },
  })
  const reading = createReading(api, life, retrier)
  const typing = createOwnTyping(life, environment, (event, payload) => socket.tell(event, payload))
  const core: Core = {
    role: options.role,
    environment,
    store,
    life,
    retrier,
    plainApi: plainApi as Api,
    api,
    socket,
    watching,
    outbox,
    reading,
    typing,
    typists,
    ownId: () => ownIdOf(store.get().session),
    setSession: (session) => store.update((state) => ({ ...state, session })),
    async post({ draft, seenSeq }) {
      const { chatId, content, isInternal, clientMessageId } = draft
      const message = await api('POST /v2/messages', {
        body: {
          chatId,
          content,
          clientMessageId,
          ...(isInternal && { isInternal }),
          ...(seenSeq !== undefined && { seenSeq }),
        },
      })
      watching.feed(chatId)?.receiveOwn(message)
      return message.seq
    },
    wake() {
      retrier.wake()
      socket.wake()
    },
  }
  const page = environment.page()
  if (page !== null) watchPage(page, life, { wake: core.wake, goOffline: socket.goOffline })
  return core

  function openableSocket(): ChatSocket {
    return createSocket({
      apiUrl: options.apiUrl,
      life,
      environment,
      token: () => side().credentials.token(),
      prepare: (isRefused) => side().credentials.prepare(isRefused),
      listeners: listenersOf(() => core, side),
      onOnline() {
        retrier.wake()
        watching.online()
        side().online()
      },
      onLost: () => watching.lost(),
      show: (connection) => store.update((state) => ({ ...state, connection })),
      isDeviceOffline: () => environment.page()?.navigator.onLine === false,
      isHidden: () => environment.page()?.document.visibilityState === 'hidden',
    })
  }
}

function ownIdOf(session: Session): string {
  if (session.state === 'visitor') return session.visitor.visitorId
  return session.state === 'commercial' ? session.commercial.commercialId : ''
}
