import type { ChatClient } from '../chat-client.ts'
import type { Written } from '../draft.ts'
import type { ChatView, ClientState, DraftMessage } from '../state.ts'
import type { Store } from '../store.ts'
import type { Environment } from '../environment.ts'
import type { Refused, TabMessage } from './tab-message.ts'

/** What a tab needs of its browser to know of the others. */
export interface TabPorts {
  /** `navigator.locks`; null where there is none (a page without https): then every tab is alone. */
  readonly locks: Pick<LockManager, 'request'> | null
  openChannel(): Channel
  readonly journal: Journal
  readonly environment: Environment
}

/** A `BroadcastChannel` of the tabs of one site. */
export interface Channel {
  post(message: TabMessage): void
  onMessage(hear: (message: TabMessage) => void): void
  close(): void
}

/**
 * Where unsent messages outlive their page. Nothing here rejects: where the browser keeps nothing (blocked, full, broken) they live as
 * long as the page does.
 */
export interface Journal {
  /** Resolves once it is written, or cannot be. */
  keep(draft: DraftMessage): Promise<void>
  drop(clientMessageId: string): Promise<void>
  clear(): Promise<void>
  read(): Promise<readonly DraftMessage[]>
}

/** What is used of the client's own parts; see `widget/visitor/share-tabs.ts` for why it is handed in. */
export interface ClientParts {
  createStore(initial: ClientState): Store<ClientState>
  createDraft(state: ClientState, written: Written): DraftMessage
  createError(refused: Refused): Error
}

export interface ShareOptions {
  /** This page's client until now, already under way. */
  readonly client: ChatClient
  /** Whether this browser has a visitor's token by now. */
  readonly hasToken: () => boolean
  /** Another one, that goes on from what is known. */
  readonly create: (held: ClientState, environment: Environment) => ChatClient
  /** The empty view of a chat that the server does not know yet. */
  readonly newChat: ChatView
  /** What this is, for all pages with the same server and site. */
  readonly name: string
  readonly parts: ClientParts
  readonly ports: TabPorts
  /** Another page was told to have no chat any more. */
  readonly onStopped: () => void
}
