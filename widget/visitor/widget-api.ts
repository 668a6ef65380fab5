import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { ChatStatus } from '#shared/chat.ts'
import type { Attributes } from '#shared/person.ts'
import type { VisitPage } from '#shared/visitor.ts'
import type { ChatClient } from '../core/chat-client.ts'
import type { Strings } from '../i18n/en.ts'
import type { Theme } from '../styles/scheme.ts'
import type { HostCalls, Person } from './host-calls.ts'
import { keepInPage } from './keep-in-page.ts'
import { visitorChat } from './visitor-chat.ts'
import { VisitorClient } from './visitor-client.ts'
import { tell } from './widget-events.ts'
import type { BeforeSend, ChatWidgetEventDetails, ChatWidgetEventMap, Trigger } from './widget-events.ts'
import type { WidgetSnapshot } from './widget-snapshot.ts'

declare const __VERSION__: string | undefined

/** What `ChatWidget('verb', …)` may ask. `open` opens with options: the property of that name is whether the panel shows. */
const VERBS =
  'open close toggle show hide send start stop get identify setAttributes track page logout setLocale setTheme exportData deleteData'

/** What a page may ask of `<chat-widget>`: the same by method, and by the verbs of the script tag. */
export abstract class WidgetApi extends LitElement {
  static readonly version: string = typeof __VERSION__ === 'string' ? __VERSION__ : 'dev'

  /** Which site of the server this is; without it, the default one. */
  @property({ attribute: 'site-id' }) siteId = 'default'
  /** Origin of the server, without a path. Without it, the page's own. */
  @property({ attribute: 'api-url' }) apiUrl = ''
  /** A BCP-47 tag. Without it the page's language decides, then the browser's. */
  @property() locale = ''
  /** In the page's flow instead of its corner: the panel fills the element, and there is no launcher. */
  @property({ type: Boolean, reflect: true }) inline = false
  /** Whether the panel is showing. Set by a page it moves no focus; opened by its user, the focus goes where one writes. */
  @property({ type: Boolean, reflect: true }) open = false
  /** How many messages wait. Read only. */
  @property({ type: Number, reflect: true, useDefault: true }) unread = 0
  /** Whether it puts itself back when a router swaps the page's body. Set by the script tag; frameworks remove what they no longer want. */
  @property({ type: Boolean }) persistent = false
  /** `false`: nothing begins by itself, also for a visitor who has written before; `start()`, or opening the chat, begins it. */
  @property() autostart: 'true' | 'false' = 'true'
  /** In the field, instead of the site's words. */
  @property() placeholder: string | undefined
  /** Kinds of files that may be sent from this page, as in `<input accept>`: fewer than the site allows, never more. */
  @property() accept: string | undefined
  /** Largest file that may be sent from this page, in bytes: less than the site allows, never more. */
  @property({ attribute: 'max-file-size', type: Number }) maxFileSize: number | undefined
  /** Without the sound of a new message, and without the switch for it. */
  @property({ attribute: 'no-sound', type: Boolean }) noSound = false
  /** Words of one's own, by their keys in `widget/i18n/en.ts`; what is not in it is said as always. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined
  /** Who the visitor is: the same as `identify()`. */
  @property({ attribute: false }) user: Person | undefined
  /** Changes a message before it is sent, or keeps it (`false`): then its text stays where it was written. */
  @property({ attribute: false }) beforeSend: BeforeSend | undefined
  /** Sends the requests of the chat, instead of the page's own; set it before the chat starts. Files and the socket go without it. */
  @property({ attribute: false }) fetch: typeof globalThis.fetch | undefined
  /** Another client than its own: for tests, and pages that already have one. */
  @property({ attribute: false }) client: ChatClient | undefined

  protected readonly visitor = new VisitorClient(this)
  protected trigger: Trigger = 'api'
  readonly #letGo = keepInPage(this)
  #calls: Promise<HostCalls> | undefined

  abstract theme: Theme
  protected abstract prefill(text: string): void

  /** Makes the connection that opening would make: for pages that ask for consent first. */
  start(): void {
    this.visitor.start()
    // What the page said before there was anybody to tell.
    void this.#calls?.then((calls) => calls.flush())
  }

  /** Ends everything and leaves the page, in all tabs of this browser. What the visitor wrote is kept by the server, and the token by the page's storage. */
  stop(): void {
    this.open = false
    this.#letGo()
    this.visitor.stopEverywhere()
    this.remove()
  }

  /** Opens the panel; `text` is put where one writes, and never sent by itself. */
  async openWith(options: { text?: string; trigger?: Trigger } = {}): Promise<void> {
    this.setOpen(true, options.trigger ?? 'api')
    await this.updateComplete
    if (options.text !== undefined) this.prefill(options.text)
  }

  /** Closes the panel; the launcher stays. */
  close(): void {
    this.setOpen(false, 'api')
  }

  /** Opens the panel, or closes it. */
  toggle(): void {
    this.setOpen(!this.open, 'api')
  }

  /** Launcher and panel can be seen again. */
  show(): void {
    this.hidden = false
  }

  /** Neither launcher nor panel can be seen: for a check-out, or a video. */
  hide(): void {
    this.hidden = true
    this.close()
  }

  /** Of the chat; null as long as there is none. Read only. */
  get status(): ChatStatus | null {
    return this.get().status
  }

  /** How things stand: `{ open, visible, unread, status, chatId, connected, version }`. */
  get(): WidgetSnapshot {
    const { state } = this.visitor
    const chat = state && visitorChat(state)?.chat
    return {
      open: this.open,
      visible: this.isConnected && !this.hidden,
      unread: this.unread,
      status: chat?.status ?? null,
      chatId: chat?.chatId ?? null,
      connected: state?.connection.state === 'online',
      version: WidgetApi.version,
    }
  }

  /** Sends a message as the visitor, while they press or type something; resolves with its `messageId` once it is stored. */
  send(text: string): Promise<string> {
    // Asked now: by the time the code is there, the press is over.
    const { userActivation } = navigator as { userActivation?: UserActivation }
    if (userActivation && !userActivation.isActive)
      return Promise.reject(new Error('Only a visitor’s own press may send'))
    return this.#ask((calls) => calls.send(text))
  }

  /** Says who the visitor is: a `token` signed by the site's server proves it; anything else is shown as unverified. */
  identify(person: Person): Promise<void> {
    return this.#ask((calls) => calls.identify(person))
  }

  /** At most 50, shown to the team as what the site says. `null` forgets one. */
  setAttributes(attributes: Attributes): Promise<void> {
    return this.#ask((calls) => calls.setAttributes(attributes))
  }

  /** Something that the visitor did, for their way through the site. */
  track(name: string, props?: Attributes): Promise<void> {
    return this.#ask((calls) => calls.track(name, props))
  }

  /** Where the visitor is now, for routers that the browser does not know of. */
  page(page?: Partial<VisitPage>): Promise<void> {
    return this.#ask((calls) => calls.page(page))
  }

  /** Ends the visitor's session here: for shared computers. */
  logout(): Promise<void> {
    return this.#ask((calls) => calls.logout())
  }

  /** All that is held about the visitor. */
  exportData(): Promise<unknown> {
    return this.#ask((calls) => calls.exportData())
  }

  /** Erases the visitor and all that they wrote, for good. */
  deleteData(): Promise<void> {
    return this.#ask((calls) => calls.deleteData())
  }

  /** `addEventListener` by another name (`open` for `chat-open`); returns how to stop. */
  on<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void {
    const type = `chat-${name}`
    this.addEventListener(type, listener as (event: Event) => void)
    return () => this.removeEventListener(type, listener as (event: Event) => void)
  }

  /** The same for the next time alone. */
  once<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void {
    const stop = this.on(name, (event) => {
      stop()
      listener(event)
    })
    return stop
  }

  /** Another language, at once: the same as the attribute. */
  setLocale(locale: string): void {
    this.locale = locale
  }

  /** Light, dark, or as the page or the system is: the same as the attribute. */
  setTheme(theme: Theme): void {
    this.theme = theme
  }

  /** A verb of the script tag. */
  async perform(verb: string, ...args: unknown[]): Promise<unknown> {
    if (!VERBS.split(' ').includes(verb)) throw new Error(`ChatWidget knows ${VERBS}`)
    const methods = this as unknown as Record<string, (...args: unknown[]) => unknown>
    return methods[verb === 'open' ? 'openWith' : verb]?.(...args)
  }

  /** The one way in and out: a page that listens may object. */
  protected setOpen(open: boolean, trigger: Trigger): void {
    if (this.inline || open === this.open || !tell(this, open ? 'chat-open' : 'chat-close', { trigger }))
      return
    this.trigger = trigger
    this.open = open
  }

  async #ask<Answer>(call: (calls: HostCalls) => Promise<Answer>): Promise<Answer> {
    this.#calls ??= import('./host-calls.ts').then((module) => module.createHostCalls(this, this.visitor))
    return call(await this.#calls)
  }
}

type EventName = keyof ChatWidgetEventDetails extends `chat-${infer Name}` ? Name : never
type EventOf<Name extends EventName> = ChatWidgetEventMap[`chat-${Name}`]
