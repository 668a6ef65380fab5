import type { ApiError } from '../core/api-error.ts'
import type { ChatClient, VisitorOptions } from '../core/chat-client.ts'
import type { createVisitorClient } from '../core/create-visitor-client.ts'
import type { createDraft } from '../core/draft.ts'
import type { Environment } from '../core/environment.ts'
import type { ChatView } from '../core/state.ts'
import type { createStore } from '../core/store.ts'
import { shareClient, type SharedClient } from '../core/tabs/share-client.ts'
import type { TabMessage } from '../core/tabs/tab-message.ts'
import type { Channel } from '../core/tabs/tab-ports.ts'
import { bringSecret } from './bring-secret.ts'
import { createOutboxJournal } from './outbox-journal.ts'

/** Raised when tabs begin to speak differently: during an upgrade old pages and new ones then keep to themselves. */
const PROTOCOL = 1

/**
 * What is used here of the panel's own code. Handed in, not imported: what two files of the build import becomes a third, which every
 * visitor would wait for before the panel shows.
 */
export interface PanelParts {
  readonly ApiError: typeof ApiError
  readonly createDraft: typeof createDraft
  readonly createStore: typeof createStore
  readonly createVisitorClient: typeof createVisitorClient
}

interface TabsOptions {
  /** Of this page, made with these options. */
  readonly client: ChatClient
  readonly options: VisitorOptions
  /** For all pages with the same server and site. */
  readonly name: string
  /** The empty view of a chat that the server does not know yet. */
  readonly newChat: ChatView
  readonly environment: Environment
  readonly parts: PanelParts
  /** Another page was told to have no chat any more. */
  readonly onStopped: () => void
}

/** Lets this page share its client with the other pages of this browser. */
export function shareTabs(tabs: TabsOptions): SharedClient {
  const { client, options, newChat, environment, parts, onStopped } = tabs
  const name = `${tabs.name}:${PROTOCOL}`
  bringSecret(options.tokens, tabs.name)
  return shareClient({
    client,
    hasToken: () => options.tokens.get() !== null,
    create: (held, world) => parts.createVisitorClient({ ...options, held }, world),
    newChat,
    onStopped,
    name,
    parts: {
      createStore: parts.createStore,
      createDraft: (state, written) => parts.createDraft({ role: 'visitor', state, environment }, written),
      createError: ({ status, code, ...answer }) => new parts.ApiError(status, code, answer),
    },
    ports: {
      locks: 'locks' in navigator ? navigator.locks : null,
      openChannel: () => openChannel(name),
      journal: createOutboxJournal(tabs.name),
      environment,
    },
  })
}

function openChannel(name: string): Channel {
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    onMessage(hear) {
      channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => hear(data))
    },
    close: () => channel.close(),
  }
}
