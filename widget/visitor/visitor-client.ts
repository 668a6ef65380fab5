import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ChatClient } from '../core/chat-client.ts'
import { createVisitorClient } from '../core/create-visitor-client.ts'
import type { ClientState } from '../core/state.ts'
import { NEW_CHAT } from '../core/state.ts'
import { createTokenStore, readToken } from './kept-token.ts'
import { tellChanges } from './state-events.ts'
import { visitorChat } from './visitor-chat.ts'

type Host = ReactiveControllerHost &
  EventTarget & { readonly siteId: string; readonly apiUrl: string; readonly locale: string }

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
    return readToken(this.#host.siteId) !== null
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
    const { siteId, apiUrl, locale } = this.#host
    const client = createVisitorClient({
      role: 'visitor',
      apiUrl: apiUrl === '' ? location.origin : apiUrl,
      siteKey: siteId,
      tokens: createTokenStore(siteId),
      ...(locale !== '' && { locale }),
    })
    this.#isOwn = true
    this.#take(client)
    if (/^https?:$/.test(location.protocol)) {
      client.visitor.setPage({ url: location.href, title: document.title })
    }
    void client.start()
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
    this.client = client
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
