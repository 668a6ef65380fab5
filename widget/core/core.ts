import type { Chat } from '#shared/chat.ts'
import type { ServerPayload } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import { createApi, type Api } from './api.ts'
import { authorize, type Credentials } from './authorized.ts'
import type { ClientOptions } from './chat-client.ts'
import type { Environment } from './environment.ts'
import { createLifetime, type Lifetime } from './lifetime.ts'
import { listenersOf } from './listeners.ts'
import { createOutbox, type Outbox, type OutboxItem } from './outbox.ts'
import { createReading, type Reading } from './reading.ts'
import { watchPage } from './recovery.ts'
import { createRetrier, type Retrier } from './retrier.ts'
import { createLine, type Line } from './line.ts'
import { emptyState, type ClientState, type Session } from './state.ts'
import { createStore, type Store } from './store.ts'
import { place } from './thread.ts'
import { createOwnTyping, createTypists, type OwnTyping, type Typists } from './typing.ts'
import { createViews, type Views } from './views.ts'
import { createWatching, type Watching } from './watching.ts'

/** What only a visitor's or only a commercial's client knows how to do. */
export interface Side {
  readonly credentials: Credentials & { prepare(isRefused: boolean): Promise<boolean> }
  /** Finds out who is asking. */
  start(): Promise<void>
  /** One try to send. */
  deliver(item: OutboxItem): Promise<void>
  /** The socket is there, for the first time or again. */
  online(): void
  knownChat(chatId: ChatId): Chat | null
  onPlaced(chatId: ChatId, messages: readonly Message[]): void
  /** A chat as it is now, as an event or an answer tells. */
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
  /** As nobody. */
  readonly plainApi: Api
  /** As whoever is signed in. */
  readonly api: Api
  readonly socket: Line
  readonly views: Views
  readonly watching: Watching
  readonly outbox: Outbox
  readonly reading: Reading
  readonly typing: OwnTyping
  readonly typists: Typists
  readonly ownId: () => string
  setSession(session: Session): void
}

/** `side` is asked for only once it is there: it is made of these parts. */
export function createCore(options: ClientOptions, environment: Environment, side: () => Side): Core {
  const store = createStore(emptyState(options.role))
  const views = createViews(store)
  const life = createLifetime(environment)
  const retrier = createRetrier(life, environment)
  const { api, plainApi } = createApis(options, life, side)
  const ownId = () => ownIdOf(store.get().session)
  const typists = createTypists(life, (chatId, change) =>
    views.change(chatId, (view) => ({ ...view, typists: change(view.typists) })),
  )
  const socket = createLine({
    apiUrl: options.apiUrl,
    life,
    environment,
    token: () => side().credentials.token(),
    prepare: (isRefused) => side().credentials.prepare(isRefused),
    events: listenersOf({
      role: options.role,
      ownId,
      typists,
      feed: (chatId) => watching.feed(chatId),
      side,
    }),
    onOnline() {
      retrier.wake()
      watching.online()
      side().online()
    },
    onLost: () => watching.lost(),
    show: (connection) => store.update((state) => ({ ...state, connection })),
  })
  const watching = createWatching({
    api,
    life,
    retrier,
    socket,
    views,
    knownChat: (chatId) => side().knownChat(chatId),
    drafts: (chatId) => outbox.drafts(chatId),
    onPlaced: (chatId, messages) => side().onPlaced(chatId, messages),
  })
  const outbox = createOutbox({
    retrier,
    deliver: (item) => side().deliver(item),
    onChange: (draft) =>
      views.change(draft.chatId, (view) => ({ ...view, thread: place(view.thread, draft) })),
    onFailed: ({ chatId }, { unseen = [] }) => watching.feed(chatId)?.receive(unseen),
  })
  const page = environment.page()
  if (page !== null) watchPage(page, life, { wake, goOffline: socket.goOffline })

  function wake(): void {
    retrier.wake()
    socket.wake()
  }

  return {
    role: options.role,
    environment,
    store,
    life,
    retrier,
    plainApi,
    api,
    socket,
    views,
    watching,
    outbox,
    typists,
    ownId,
    reading: createReading(api, life, retrier),
    typing: createOwnTyping(life, environment, socket.tell),
    setSession: (session) => store.update((state) => ({ ...state, session })),
  }
}

function createApis(options: ClientOptions, life: Lifetime, side: () => Side): { api: Api; plainApi: Api } {
  const plain = createApi({
    apiUrl: options.apiUrl,
    locale: options.locale,
    // A visitor's client sets and sends no cookie at all; a host that brings its own tokens needs none.
    credentials: options.role === 'commercial' && options.getToken === undefined ? 'include' : 'omit',
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    life,
  })
  const api = authorize(plain, {
    token: () => side().credentials.token(),
    renew: (refused, code) => side().credentials.renew(refused, code),
  })
  return { api, plainApi: plain as Api }
}

function ownIdOf(session: Session): string {
  if (session.state === 'visitor') return session.visitor.visitorId
  return session.state === 'commercial' ? session.commercial.commercialId : ''
}
