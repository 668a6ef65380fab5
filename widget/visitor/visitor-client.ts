import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ChatClient, VisitorOptions } from '../core/chat-client.ts'
import { ApiError } from '../core/api-error.ts'
import { emptyView } from '../core/chat-view.ts'
import { createVisitorClient } from '../core/create-visitor-client.ts'
import { createDraft } from '../core/draft.ts'
import { realEnvironment } from '../core/environment.ts'
import type { ClientState } from '../core/state.ts'
import { NEW_CHAT } from '../core/state.ts'
import { createStore } from '../core/store.ts'
import { canonical } from '../i18n/load.ts'
import type { SharedClient } from '../core/tabs/share-client.ts'
import { createTokenStore, readToken, tokenKey } from './kept-token.ts'
import type { PanelParts } from './share-tabs.ts'
import { tellChanges } from './state-events.ts'
import { visitorChat } from './visitor-chat.ts'

type Host = ReactiveControllerHost &
  EventTarget & {
    readonly siteId: string
    readonly apiUrl: string
    readonly locale: string
    readonly fetch: typeof fetch | undefined
    stop(): void
  }

const parts: PanelParts = { ApiError, createDraft, createStore, createVisitorClient }

/** An element that was moved is back at once; one that is still away after this has been removed. */
const REMOVED_AFTER_MS = 4_000

/** The client of one widget: made when it is needed, watching the chat while the panel shows it, gone with the element. */
export class VisitorClient implements ReactiveController {
  client: ChatClient | undefined
  readonly #host: Host
  #state: ClientState | undefined
  #isOwn = false
  #isShowing = false
  #unsubscribe: (() => void) | undefined
  #unwatch: (() => void) | undefined
  #shared: SharedClient | undefined
  #removal: ReturnType<typeof setTimeout> | undefined

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  get state(): ClientState | undefined {
    return this.#state
  }

  /** Whether somebody who has written before comes back. */
  get hasToken(): boolean {
    return readToken(this.#name) !== null
  }

  /** Under which what is being written is kept, beside the token. */
  get draftKey(): string {
    return `${this.#name}:draft`
  }

  get #apiUrl(): string {
    return this.#host.apiUrl || location.origin
  }

  get #name(): string {
    return tokenKey(this.#host.siteId, this.#apiUrl)
  }

  hostConnected(): void {
    clearTimeout(this.#removal)
  }

  hostDisconnected(): void {
    this.#removal = setTimeout(() => {
      // A client of the page's own is the page's to close.
      if (this.#isOwn) this.stop()
    }, REMOVED_AFTER_MS)
  }

  /** The page's own client instead of one made here. */
  use(client: ChatClient | undefined): void {
    if (client === this.client) return
    this.stop()
    if (client !== undefined) this.#take(client)
  }

  start(): void {
    if (this.client !== undefined) return
    const { siteId, locale, fetch } = this.#host
    const options: VisitorOptions = {
      role: 'visitor',
      apiUrl: this.#apiUrl,
      siteKey: siteId,
      tokens: createTokenStore(this.#name),
      // A page may say anything of its language; the server takes only tags.
      ...(locale !== '' && { locale: canonical(locale) }),
      ...(fetch && { fetch }),
    }
    const client = createVisitorClient(options, {
      ...realEnvironment,
      // Not before it is known whether another tab has a connection; both are asked for at once.
      async loadSocket() {
        const loading = realEnvironment.loadSocket()
        await sharing
        return loading
      },
    })
    const sharing = import('./share-tabs.ts').then(({ shareTabs }) => {
      if (this.client !== client) return undefined
      this.#shared = shareTabs({
        client,
        options,
        name: this.#name,
        newChat: emptyView(NEW_CHAT, null),
        environment: realEnvironment,
        parts,
        onStopped: () => this.#host.stop(),
      })
      this.#take(this.#shared.client)
      return this.#shared.decided
    }, ignore)
    this.#isOwn = true
    this.#take(client)
    void client.start()
  }

  /** In the other tabs too: the page wants no chat any more. */
  stopEverywhere(): void {
    if (this.#isOwn) this.#shared?.stopOthers()
    this.stop()
  }

  stop(): void {
    this.#unsubscribe?.()
    this.#unwatch?.()
    this.#unwatch = undefined
    if (this.#isOwn) this.client?.close()
    this.#isOwn = false
    this.client = undefined
    this.#state = undefined
    this.#host.requestUpdate()
  }

  /** Only a panel that shows needs the messages. */
  show(isShowing: boolean): void {
    if (isShowing === this.#isShowing) return
    this.#isShowing = isShowing
    this.#watch()
  }

  #take(client: ChatClient): void {
    this.#unsubscribe?.()
    this.#unwatch = undefined
    this.client = client
    if (this.#isOwn && /^https?:$/.test(location.protocol)) {
      client.visitor.setPage({ url: location.href, title: document.title })
    }
    this.#state = client.state.get()
    this.#unsubscribe = client.state.subscribe((state) => {
      const before = this.#state
      this.#state = state
      this.#watch()
      if (before !== undefined) tellChanges(this.#host, before, state)
      this.#host.requestUpdate()
    })
    this.#watch()
    this.#host.requestUpdate()
  }

  #watch(): void {
    const { client } = this
    const chatId = this.#state && visitorChat(this.#state)?.chatId
    const isWanted = this.#isShowing && client !== undefined && chatId !== undefined && chatId !== NEW_CHAT
    if (!isWanted) {
      const unwatch = this.#unwatch
      this.#unwatch = undefined
      unwatch?.()
      return
    }
    if (this.#unwatch !== undefined) return
    this.#unwatch = () => client.unwatch(chatId)
    client.watch(chatId)
  }
}

function ignore(): void {
  // Without the others then: this page's client goes on alone.
}
