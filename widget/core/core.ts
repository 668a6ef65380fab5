import type { Chat } from '#shared/chat.ts'
import type { ServerToClientEvents } from '#shared/events.ts'
import type { ChatId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import { createApi, type Api, type ApiOptions } from './api.ts'
import { authorize, type Credentials } from './authorized.ts'
import type { ChatClient, ClientOptions } from './chat-client.ts'
import { ownIdOf } from './draft.ts'
import type { Environment } from './environment.ts'
import { createLifetime, type Lifetime } from './lifetime.ts'
import { createLine, type Line } from './line.ts'
import { listenersOf } from './listeners.ts'
import { createOutbox, type Outbox, type OutboxItem } from './outbox.ts'
import { createReading, type Reading } from './reading.ts'
import { watchPage } from './recovery.ts'
import { createRetrier, type Retrier } from './retrier.ts'
import { createStarting } from './starting.ts'
import { nothingKnown, type ChatView, type ClientState, type DraftMessage } from './state.ts'
import { createStore, type Store } from './store.ts'
import { place } from './thread.ts'
import { createOwnTyping, createTypists, type OwnTyping, type Typists } from './typing.ts'
import { createWatching, type Watching } from './watching.ts'

/** What only a visitor's or only a commercial's client knows how to do. */
export interface Side {
  readonly credentials: Credentials & {
    /** Finds out who is asking. */
    start(): Promise<void>
    prepare(isRefused: boolean): Promise<boolean>
  }
  /** Visitors: where a message goes that names no chat. Commercials have to name one. */
  ownChat(): ChatId
  /** Visitors: the same, made if there is none. */
  openChat(): Promise<ChatId>
  readonly actions: Pick<ChatClient, 'visitor'> | Pick<ChatClient, 'commercial'>
  /** One try to send. */
  deliver(item: OutboxItem): Promise<void>
  /** The socket is there, for the first time or again. */
  online?(): void
  /** What the author of a message had seen, where that is to be guarded. */
  seenSeq(draft: DraftMessage): number | undefined
  knownChat(chatId: ChatId): Chat | null
  onJoining(chatId: ChatId, messages: readonly Message[]): void
  changeChat(chatId: ChatId, change: (chat: Chat) => Chat): void
  /** What only this side hears. */
  readonly events: Partial<ServerToClientEvents>
}

/** The parts that both sides are made of. */
export interface Core {
  readonly role: ClientOptions['role']
  readonly environment: Environment
  readonly store: Store<ClientState>
  readonly life: Lifetime
  readonly retrier: Retrier
  /** How the server is reached. */
  readonly http: ApiOptions
  /** As nobody. */
  readonly plainApi: Api
  /** As whoever is signed in. */
  readonly api: Api
  readonly socket: Line
  readonly watching: Watching
  readonly outbox: Outbox
  readonly reading: Reading
  readonly typing: OwnTyping
  readonly typists: Typists
  readonly side: Side
  /** What this device has kept of a chat, and the server may have changed since. */
  readonly keptView: (chatId: ChatId) => ChatView | undefined
  /** Finds out who is asking, if that has not been found out. */
  readonly start: () => Promise<void>
  ownId(): string
  change(change: Partial<ClientState>): void
}

/** The parts know each other through the core: each may use another once all are there, and those above it from the start. */
export function createCore(
  options: ClientOptions,
  environment: Environment,
  createSide: (core: Core) => Side,
): Core {
  const store = createStore(options.held ?? nothingKnown)
  const life = createLifetime(environment)
  const retrier = createRetrier(life, environment)
  const core = {
    role: options.role,
    environment,
    store,
    life,
    retrier,
    ownId: () => ownIdOf(store.get()),
    change: (change) => store.update((state) => ({ ...state, ...change })),
  } as { -readonly [Part in keyof Core]: Core[Part] }

  const { keptView = () => undefined } = options.role === 'commercial' ? options : {}
  core.keptView = keptView
  core.http = {
    apiUrl: options.apiUrl,
    locale: options.locale,
    // A visitor's client sets and sends no cookie at all; a host that brings its own tokens needs none.
    credentials: options.role === 'commercial' && options.getToken === undefined ? 'include' : 'omit',
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    life,
  }
  const plain = createApi(core.http)
  core.plainApi = plain as Api
  core.api = authorize(plain, () => core.side.credentials)
  core.socket = createLine({
    apiUrl: options.apiUrl,
    life,
    environment,
    credentials: () => core.side.credentials,
    events: () => listenersOf(core),
    onOnline() {
      retrier.wake()
      core.watching.online()
      core.side.online?.()
    },
    onLost: () => core.watching.lost(),
    show: (connection) => core.change({ connection }),
  })
  core.watching = createWatching(core)
  core.outbox = createOutbox({
    retrier,
    deliver: (item) => core.side.deliver(item),
    onChange: (draft) =>
      core.watching.changeView(draft.chatId, (view) => ({ ...view, thread: place(view.thread, [draft]) })),
    onFailed: ({ chatId }, { unseen = [] }) => core.watching.feed(chatId)?.receive(unseen),
  })
  core.reading = createReading(core)
  core.typing = createOwnTyping(life, environment, core.socket.tell)
  core.typists = createTypists(life, (chatId, change) =>
    core.watching.changeView(chatId, (view) => ({ ...view, typists: change(view.typists) })),
  )
  core.start = createStarting(core)
  core.side = createSide(core)
  watchPage(core)
  return core
}
