import { ApiError } from '../../api-error.ts'
import type { ChatClient, TokenStore } from '../../chat-client.ts'
import { emptyView } from '../../chat-view.ts'
import { createVisitorClient } from '../../create-visitor-client.ts'
import { createDraft } from '../../draft.ts'
import type { Environment, HostPage } from '../../environment.ts'
import { createInFlight, type InFlight } from '../../model/in-flight.ts'
import { createModelFetch } from '../../model/model-http.ts'
import { createModelSocket, type ModelSocket } from '../../model/model-socket.ts'
import type { ModelStore, Person } from '../../model/model-store.ts'
import { createTestEnvironment, settled } from '../../model/test-environment.ts'
import { NEW_CHAT, type DraftMessage, type ThreadMessage } from '../../state.ts'
import { createStore } from '../../store.ts'
import { shareClient } from '../share-client.ts'
import type { ClientParts, Journal } from '../tab-ports.ts'
import { ownView } from '../unsent.ts'
import { createFakeChannels } from './fake-channels.ts'
import { createFakeLocks } from './fake-locks.ts'

export const vera: Person = { role: 'visitor', id: 'vera' }

/** A tab of a browser that exists only here. */
export interface FakeTab {
  readonly client: ChatClient
  readonly inFlight: InFlight
  readonly page: { readonly window: EventTarget; readonly document: EventTarget }
  thread(): readonly ThreadMessage[]
  texts(): readonly string[]
  /** What others have said meanwhile; says whether there was anything. */
  hear(): boolean
  isOnline(): boolean
  cut(): void
  /** The server's sign of life. */
  ping(): void
  /** As a user closes it. */
  close(): void
  /** As a browser's process dies: nobody is told. */
  crash(): void
  /** Its script runs for ever: no timer, no message gets its turn. */
  hang(): void
  /** Nothing runs in it until it is resumed. */
  freeze(): void
  resume(): void
  isFrozen(): boolean
}

export interface FakeBrowser {
  readonly tabs: readonly FakeTab[]
  readonly kept: ReadonlyMap<string, DraftMessage>
  readonly tokens: TokenStore
  open(): FakeTab
  /** Everything moves and time passes, for so many rounds of two and a half seconds. */
  calm(rounds: number): Promise<void>
  advance(ms: number): Promise<void>
}

interface BrowserOptions {
  /** Keeps nothing, as in a private window. */
  readonly isForgetful?: boolean
  readonly hasLocks?: boolean
}

export function createFakeBrowser(
  store: ModelStore,
  { isForgetful = false, hasLocks = true }: BrowserOptions = {},
): FakeBrowser {
  const time = createTestEnvironment({ random: createRandom() })
  const locks = createFakeLocks()
  const channels = createFakeChannels()
  const kept = new Map<string, DraftMessage>()
  let token: string | null = null
  let tabs: readonly FakeTab[] = []
  const tokens: TokenStore = { get: () => token, set: (told) => void (token = told) }

  function open(): FakeTab {
    const self = {}
    const page = { window: new EventTarget(), document: new EventTarget() }
    const inFlight = createInFlight()
    const fetchNow = createModelFetch({ store, person: vera, inFlight })
    let sockets: readonly ModelSocket[] = []
    let isGone = false
    let isHung = false
    let isFrozen = false
    const environment: Environment = {
      ...time,
      after: (ms, run) => time.after(ms, () => isGone || isHung || isFrozen || run()),
      loadSocket: async () => {
        const socket = createModelSocket(store, vera, inFlight)
        store.listen(socket.tell)
        sockets = [...sockets, socket]
        return socket.open
      },
      page: () => hostPage(page),
    }
    const options = { role: 'visitor', apiUrl: 'http://model', tokens, fetch: aborting(fetchNow) } as const
    const first = createVisitorClient(options, environment)
    const shared = shareClient({
      client: first,
      hasToken: () => token !== null,
      create: (held, world) => createVisitorClient({ ...options, held }, world),
      newChat: emptyView(NEW_CHAT, null),
      name: 'olmo',
      onStopped() {},
      parts: partsFor(environment),
      ports: {
        locks: hasLocks ? locks.of(self) : null,
        openChannel: () => channels.open(self),
        journal: journalOf(kept, () => isForgetful || isGone),
        environment,
      },
    })
    void first.start()

    function crash(): void {
      isGone = true
      channels.kill(self)
      for (const socket of sockets) socket.cut()
      locks.kill(self)
      tabs = tabs.filter((other) => other !== tab)
    }

    const thread = () => ownView(shared.client.state.get())?.thread ?? []
    const tab: FakeTab = {
      client: shared.client,
      inFlight,
      page,
      thread,
      texts: () => thread().map(({ content }) => content),
      hear: () => !isHung && channels.deliverTo(self),
      isOnline: () => sockets.some((socket) => socket.isConnected()),
      cut() {
        for (const socket of sockets) socket.cut()
      },
      ping() {
        for (const socket of sockets) socket.ping()
      },
      close() {
        page.window.dispatchEvent(new Event('pagehide'))
        crash()
      },
      crash,
      hang: () => void (isHung = true),
      freeze() {
        page.document.dispatchEvent(new Event('freeze'))
        isFrozen = true
      },
      resume() {
        isFrozen = false
        page.document.dispatchEvent(new Event('resume'))
      },
      isFrozen: () => isFrozen,
    }
    tabs = [...tabs, tab]
    return tab
  }

  async function calm(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      for (let isMoving = true; isMoving;) {
        isMoving = false
        for (const tab of tabs) {
          await settled()
          if (tab.hear()) isMoving = true
          await settled()
          while (tab.inFlight.ready().length > 0) {
            isMoving = true
            tab.inFlight.advance(0)
            await settled()
          }
        }
      }
      for (const tab of tabs) tab.ping()
      await time.advance(2_500)
    }
  }

  return {
    get tabs() {
      return tabs
    },
    kept,
    tokens,
    open,
    calm,
    advance: time.advance,
  }
}

/** The same chances in every run, and another one each time. */
function createRandom(): () => number {
  let last = 42
  return () => (last = (last * 16_807) % 2_147_483_647) / 2_147_483_647
}

/** Takes what it is given for as long as its page lives. */
function journalOf(kept: Map<string, DraftMessage>, isDeaf: () => boolean): Journal {
  const write = async (change: () => void) => {
    if (!isDeaf()) change()
  }
  return {
    keep: (draft) => write(() => kept.set(draft.clientMessageId, structuredClone(draft))),
    drop: (key) => write(() => kept.delete(key)),
    clear: () => write(() => kept.clear()),
    read: async () => [...kept.values()],
  }
}

function partsFor(environment: Environment): ClientParts {
  return {
    createStore,
    createDraft: (state, written) => createDraft({ role: 'visitor', state, environment }, written),
    createError: ({ status, code, ...rest }) => new ApiError(status, code, rest),
  }
}

function hostPage({ window, document }: FakeTab['page']): HostPage {
  return {
    window,
    document: Object.assign(document, { visibilityState: 'visible' }),
    navigator: { onLine: true },
  }
}

/** The model's `fetch` knows no signal: a page that is left, or a client that is closed, hears no answer. */
function aborting(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return (url, init) =>
    new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
      fetch(url, init).then(resolve, reject)
    })
}
