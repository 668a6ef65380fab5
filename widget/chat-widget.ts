import { LitElement, html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { updateOn } from './controllers/update-on.ts'
import type { ChatClient } from './core/chat-client.ts'
import { loadLocalization } from './i18n/load.ts'
import type { Localization } from './i18n/localization.ts'
import { fill, isolate, plural } from './i18n/plural.ts'
import { element } from './parts/element.ts'
import { reset } from './styles/reset.styles.ts'
import { DARK, resolveScheme } from './styles/scheme.ts'
import type { Theme } from './styles/scheme.ts'
import { tokens } from './styles/tokens.styles.ts'
import { chatWidgetStyles } from './visitor/chat-widget.styles.ts'
import { filledSlots } from './visitor/filled-slots.ts'
import { showLauncher } from './visitor/launcher/launcher.ts'
import { keepInPage } from './visitor/keep-in-page.ts'
import { pinToView, putInLayer } from './visitor/panel-layer.ts'
import type { ChatPanel } from './visitor/panel/panel.ts'
import { visitorChat } from './visitor/visitor-chat.ts'
import { VisitorClient } from './visitor/visitor-client.ts'
import { whenIdle } from './visitor/when-idle.ts'
import { tell } from './visitor/widget-events.ts'
import type { ChatWidgetEventDetails, ChatWidgetEventMap, Trigger } from './visitor/widget-events.ts'
import type { WidgetSnapshot } from './visitor/widget-snapshot.ts'
import './visitor/panel/panel.ts'

declare const __VERSION__: string | undefined

/** Up to this width the panel covers the screen. */
const PHONE = '(max-width: 480px)'
const RETRY_MS = 2_000
/** Messages that come one after another are announced as one number. */
const SETTLE_MS = 1_000

/**
 * The visitor's chat: a launcher in the corner of the page and the panel that it opens.
 *
 * Nothing is asked of the server and nothing is stored before the visitor opens the panel; the visitor exists from their first message on.
 * One who has written before keeps a token in the page's storage: then the widget looks for answers by itself.
 *
 * @slot launcher-icon - Instead of the launcher's icon.
 * @slot header-start
 * @slot header-end
 * @slot empty - Instead of the greeting, before the first message.
 * @slot above-composer
 * @slot footer
 * @fires {CustomEvent} chat-ready
 * @fires {CustomEvent} chat-open
 * @fires {CustomEvent} chat-close
 * @fires {CustomEvent} chat-message
 * @fires {CustomEvent} chat-unread
 * @fires {CustomEvent} chat-status
 * @fires {CustomEvent} chat-connection
 * @fires {CustomEvent} chat-send-failed
 * @cssprop --chat-accent - The brand's colour; what stands on it and its tints follow.
 * @cssprop --chat-on-accent
 * @cssprop --chat-surface
 * @cssprop --chat-ink
 * @cssprop --chat-line
 * @cssprop --chat-bubble-in
 * @cssprop --chat-bubble-out
 * @cssprop [--chat-font=system-ui] - A list of font families; no font is ever downloaded.
 * @cssprop [--chat-font-size=15px]
 * @cssprop [--chat-radius=17px]
 * @cssprop [--chat-corner=4px] - The tight corner.
 * @cssprop [--chat-width=392px]
 * @cssprop [--chat-height=690px]
 * @cssprop [--chat-offset-x=20px]
 * @cssprop [--chat-offset-y=20px]
 * @cssprop [--chat-z=2147483000] - The launcher's; the panel is in the top layer.
 * @cssprop [--chat-motion=1] - `0` stops every animation.
 * @csspart launcher
 * @csspart badge
 * @csspart panel
 */
@element('chat-widget')
export class ChatWidget extends LitElement {
  static override styles = [reset, tokens, chatWidgetStyles]
  static readonly version: string = typeof __VERSION__ === 'string' ? __VERSION__ : 'dev'

  /** Which site of the server this is; without it, the default one. */
  @property({ attribute: 'site-id' }) siteId = 'default'
  /** Origin of the server, without a path. Without it, the page's own. */
  @property({ attribute: 'api-url' }) apiUrl = ''
  /** A BCP-47 tag. Without it the page's language decides, then the browser's. */
  @property() locale = ''
  /** `host` follows the page's `color-scheme`. */
  @property({ reflect: true }) theme: Theme = 'host'
  /** The corner: at the end of a line, or at its start. */
  @property() position: 'start' | 'end' = 'end'
  /** `none`: the page has a button of its own. */
  @property() launcher: 'corner' | 'none' = 'corner'
  /** In the page's flow instead of its corner: the panel fills the element, and there is no launcher. */
  @property({ type: Boolean, reflect: true }) inline = false
  /** A colour, for whom CSS is out of reach; `--chat-accent` wins over it. */
  @property() accent: string | undefined
  /** Whether the panel is showing. Set by a page it moves no focus; opened by its user, the focus goes where one writes. */
  @property({ type: Boolean, reflect: true }) open = false
  /** How many messages wait. Read only. */
  @property({ type: Number, reflect: true, useDefault: true }) unread = 0
  /** Whether it puts itself back when a router swaps the page's body. Set by the script tag; frameworks remove what they no longer want. */
  @property({ type: Boolean }) persistent = false
  /** Another client than its own: for tests, and pages that already have one. */
  @property({ attribute: false }) client: ChatClient | undefined

  @state() private l10n!: Localization
  /** How many messages a screen reader is told of. */
  @state() private announced = 0
  @query('dialog') private dialog!: HTMLDialogElement
  @query('.panel') private frame!: HTMLElement
  @query('chat-panel') private panel!: ChatPanel

  readonly #letGo = keepInPage(this)
  readonly #visitor = new VisitorClient(this)
  #launcher: HTMLButtonElement | undefined
  #trigger: Trigger = 'api'
  #isReadyTold = false
  #announcement: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    updateOn(this, matchMedia(DARK), 'change')
    updateOn(this, matchMedia(PHONE), 'change')
    updateOn(this, visualViewport, 'resize', 'scroll')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // Moved in the page, the panel lost its layer.
    this.requestUpdate()
    if (this.#visitor.hasToken) whenIdle(() => this.isConnected && this.start())
  }

  /** Makes the connection that opening would make: for pages that ask for consent first. */
  start(): void {
    this.#visitor.start()
  }

  /** Ends everything and leaves the page. What the visitor wrote is kept by the server, and the token by the page's storage. */
  stop(): void {
    this.open = false
    this.#letGo()
    this.#visitor.stop()
    this.remove()
  }

  /** Opens the panel; `text` is put where one writes, and never sent by itself. */
  async openWith(options: { text?: string; trigger?: Trigger } = {}): Promise<void> {
    this.#setOpen(true, options.trigger ?? 'api')
    await this.updateComplete
    if (options.text !== undefined) this.panel.prefill(options.text)
  }

  close(): void {
    this.#setOpen(false, 'api')
  }

  toggle(): void {
    this.#setOpen(!this.open, 'api')
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

  /** Sends a message as the visitor and gives back the key that `chat-message` will carry. */
  send(text: string): string {
    this.start()
    const { client, state } = this.#visitor
    if (client === undefined) throw new Error('This chat was stopped.')
    const chat = state && visitorChat(state)
    return client.send({ ...(chat && { chatId: chat.chatId }), content: text })
  }

  get(): WidgetSnapshot {
    const state = this.#visitor.state
    const chat = state && visitorChat(state)?.chat
    return {
      open: this.open,
      visible: this.isConnected && !this.hidden,
      unread: this.unread,
      status: chat?.status ?? null,
      chatId: chat?.chatId ?? null,
      connected: state?.connection.state === 'online',
      version: ChatWidget.version,
    }
  }

  /** `addEventListener` by another name (`open` for `chat-open`); returns how to stop. */
  on<Name extends EventName>(name: Name, listener: (event: EventOf<Name>) => void): () => void {
    const type = `chat-${name}`
    this.addEventListener(type, listener as (event: Event) => void)
    return () => this.removeEventListener(type, listener as (event: Event) => void)
  }

  override focus(options?: FocusOptions): void {
    if (this.open) this.panel.focus(options)
    else this.#launcher?.focus(options)
  }

  /** Takes over the shadow root that the script tag has painted, or paints a launcher of its own. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    // A copy: the list itself is live.
    const painted = [...(this.shadowRoot?.adoptedStyleSheets ?? [])]
    const root = super.createRenderRoot() as ShadowRoot
    root.adoptedStyleSheets.push(...painted)
    const button = root.querySelector<HTMLButtonElement>('.launcher')
    if (button === null)
      void import('./visitor/launcher/paint-launcher.ts').then((m) => this.#take(m.paintLauncher(root)))
    else this.#take(button)
    return root
  }

  #take(launcher: HTMLButtonElement): void {
    this.#launcher = launcher
    launcher.addEventListener('click', () => this.#setOpen(!this.open, 'user'))
    this.requestUpdate()
  }

  /** Nothing is shown before there are words for it. A language that does not arrive is asked for again: the code has just arrived. */
  protected override async scheduleUpdate(): Promise<void> {
    while (!this.hasUpdated && this.l10n === undefined) {
      await this.#speak().catch(() => new Promise((resolve) => setTimeout(resolve, RETRY_MS)))
    }
    await super.scheduleUpdate()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#visitor.use(this.client)
    if (changed.has('locale') && this.hasUpdated) this.#speak().catch(() => undefined)
    if (this.inline) this.open = true
    if (this.open) this.start()
    this.#visitor.show(this.open)
    const state = this.#visitor.state
    this.unread = (state && visitorChat(state)?.chat?.unreadCount) ?? 0
  }

  override render() {
    const site = this.#visitor.state?.site
    const { strings, dir } = this.l10n
    const isFullscreen = isPhone() && !this.inline
    const label = site ? fill(strings.chatWith, { name: isolate(site.name) }) : strings.chat
    return html`<div
      class="theme"
      data-scheme=${resolveScheme(this.theme, this)}
      data-position=${this.position}
    >
      <dialog
        id="panel"
        aria-label=${label}
        @keydown=${this.#handleKeydown}
        @cancel=${this.#handleCancel}
        @chat-minimize=${() => this.#setOpen(false, 'user')}
      >
        <div
          class="panel"
          part="panel"
          popover=${this.inline ? nothing : 'manual'}
          tabindex="-1"
          ?autofocus=${isFullscreen}
        >
          <chat-panel
            dir=${dir}
            lang=${this.l10n.locale}
            .client=${this.#visitor.client}
            .state=${this.#visitor.state}
            .l10n=${this.l10n}
            .isShowing=${this.open}
            ?fullscreen=${isFullscreen}
            ?inline=${this.inline}
            exportparts="header, title, status, banner, log, message, bubble, bubble-in, bubble-out, meta, day-divider, unread-divider, avatar, input, send"
          >
            ${filledSlots(this).map((name) => html`<slot name=${name} slot=${name}></slot>`)}
          </chat-panel>
        </div>
      </dialog>
      <div class="sr" role="status">${this.#unreadWords(this.announced)}</div>
    </div>`
  }

  override updated(changed: PropertyValues<this>): void {
    this.#showLauncher()
    this.#showPanel(changed)
    if (changed.has('unread') && (changed.get('unread') ?? 0) !== this.unread) {
      tell(this, 'chat-unread', { count: this.unread })
      this.#announce()
    }
    if (this.#isReadyTold || !this.#visitor.state?.site) return
    this.#isReadyTold = true
    tell(this, 'chat-ready', { version: ChatWidget.version, site: this.siteId })
  }

  /** Once messages have stopped coming, and only while the panel is closed: an open one reads them out itself. */
  #announce(): void {
    clearTimeout(this.#announcement)
    this.#announcement = setTimeout(() => {
      this.announced = this.open ? 0 : this.unread
    }, SETTLE_MS)
  }

  #showLauncher(): void {
    const accent = this.accent ?? this.#visitor.state?.site?.appearance.accent
    if (accent !== undefined) this.dialog.parentElement?.style.setProperty('--site-accent', accent)
    if (this.#launcher === undefined) return
    const { strings } = this.l10n
    const unread = this.#unreadWords(this.unread)
    const label = unread ? `${strings.openChat}, ${unread}` : strings.openChat
    showLauncher(this.#launcher, {
      isOpen: this.open,
      unread: this.unread,
      label: this.open ? strings.minimize : label,
      scheme: resolveScheme(this.theme, this),
      position: this.position,
      accent,
    })
    this.#launcher.hidden = this.launcher === 'none' || this.inline || (this.open && isPhone())
  }

  #showPanel(changed: PropertyValues<this>): void {
    if (this.inline || !this.isConnected) return
    const focused = this.shadowRoot?.activeElement
    const isBeside = !isPhone()
    const layer = isBeside ? 'popover' : 'modal'
    putInLayer(this.open ? layer : 'none', this.dialog, this.frame)
    pinToView(this.frame)
    if (!changed.has('open')) return
    if (this.open && this.#trigger === 'user' && isBeside) {
      void this.panel.updateComplete.then(() => this.panel.focus())
    }
    // The focus must not be left in what can no longer be seen.
    if (changed.get('open') && !this.open && (focused || !isBeside)) this.#launcher?.focus()
    this.#trigger = 'api'
  }

  /** The one way in and out: a page that listens may object. */
  #setOpen(open: boolean, trigger: Trigger): void {
    if (this.inline || open === this.open || !tell(this, open ? 'chat-open' : 'chat-close', { trigger }))
      return
    this.#trigger = trigger
    this.open = open
  }

  async #speak(): Promise<void> {
    const tag = this.locale || document.documentElement.lang || navigator.language
    this.l10n = await loadLocalization(tag)
  }

  #unreadWords(count: number): string {
    return count === 0 ? '' : plural(this.l10n.locale, count, this.l10n.strings.unread)
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (this.inline || event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    event.preventDefault()
    // This Escape was for the chat, not for a dialog of the page.
    event.stopPropagation()
    this.#setOpen(false, 'user')
  }

  /** The back gesture of a phone. */
  readonly #handleCancel = (event: Event): void => {
    event.preventDefault()
    this.#setOpen(false, 'user')
  }
}

function isPhone(): boolean {
  return matchMedia(PHONE).matches
}

type EventName = keyof ChatWidgetEventDetails extends `chat-${infer Name}` ? Name : never
type EventOf<Name extends EventName> = ChatWidgetEventMap[`chat-${Name}`]

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget': ChatWidget
  }
}
