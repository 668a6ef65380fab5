import { html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { updateOn } from './controllers/update-on.ts'
import { badgeText } from './i18n/badge.ts'
import { loadLocalization } from './i18n/load.ts'
import type { Localization } from './i18n/localization.ts'
import { fill, isolate, plural } from './i18n/plural.ts'
import { isComposing } from './parts/composing.ts'
import { element } from './parts/element.ts'
import { reset } from './styles/reset.styles.ts'
import { DARK, resolveScheme } from './styles/scheme.ts'
import type { Theme } from './styles/scheme.ts'
import { tokens } from './styles/tokens.styles.ts'
import { chatWidgetStyles } from './visitor/chat-widget.styles.ts'
import { createCompany } from './visitor/company.ts'
import { filledSlots, forward } from './visitor/filled-slots.ts'
import { launcherMotion } from './visitor/launcher/launcher-motion.styles.ts'
import { showLauncher } from './visitor/launcher/launcher.ts'
import { pinToView, putInLayer } from './visitor/panel-layer.ts'
import type { ChatPanel } from './visitor/panel/panel.ts'
import { visitorChat } from './visitor/visitor-chat.ts'
import { whenIdle } from './visitor/when-idle.ts'
import { WidgetApi } from './visitor/widget-api.ts'
import { tell } from './visitor/widget-events.ts'
import './visitor/panel/panel.ts'

/** Up to this width the panel covers the screen. */
const PHONE = '(max-width: 480px)'
const FORWARDED_SLOTS = 'header-start header-end empty above-composer footer offline prechat-extra'
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
 * @slot header-start - Before the team's faces.
 * @slot header-end - Before the menu and the minimize button.
 * @slot empty - Instead of the greeting, before the first message.
 * @slot above-composer - Between the messages and the field.
 * @slot offline - Instead of what a closed site says above its form.
 * @slot prechat-extra - Fields of your own among those that the site asks for before a chat; what is filled in goes to the team by their names.
 * @slot footer - Instead of the line below the field.
 * @fires {CustomEvent} chat-ready - The widget is there and knows its site: `{ version, site }`.
 * @fires {CustomEvent} chat-open - The panel is about to show: `{ trigger: 'user' | 'api' | 'teaser' }`. Cancelable.
 * @fires {CustomEvent} chat-close - The panel is about to go: `{ trigger }`. Cancelable.
 * @fires {CustomEvent} chat-start - The first message of a chat was stored: `{ chatId }`.
 * @fires {CustomEvent} chat-send - A message is about to be sent: `{ draft: { content } }`. Cancelable: then its text stays where it was written.
 * @fires {CustomEvent} chat-message - A message came, or one's own was stored: `{ message, direction: 'in' | 'out' }`. History is not told again.
 * @fires {CustomEvent} chat-send-failed - A message could not be sent: `{ clientMessageId, failure }`.
 * @fires {CustomEvent} chat-upload - How far a file is: `{ name, size, progress }`, from 0 to 1.
 * @fires {CustomEvent} chat-error - Something that the chat cannot put right by itself: `{ code, message, ref }`.
 * @fires {CustomEvent} chat-unread - How many messages wait: `{ count }`.
 * @fires {CustomEvent} chat-status - The chat was opened, answered or closed: `{ chatId, status }`.
 * @fires {CustomEvent} chat-availability - Whether somebody is there to answer: `{ online, nextOpening? }`.
 * @fires {CustomEvent} chat-connection - The connection: `{ state, retryAt? }`.
 * @fires {CustomEvent} chat-identify - The page has said who the visitor is: `{ isSigned }`.
 * @fires {CustomEvent} chat-prechat - What the visitor was asked before the chat: `{ answers }`.
 * @fires {CustomEvent} chat-rating - The visitor has said how it was: `{ score, comment }`.
 * @cssprop [--chat-accent=#145e43] - The brand's colour; what stands on it and its tints follow.
 * @cssprop --chat-on-accent - What stands on the accent; worked out from it.
 * @cssprop --chat-surface - Behind everything.
 * @cssprop --chat-ink - Text.
 * @cssprop --chat-line - Thin lines between things.
 * @cssprop --chat-bubble-in - Behind the team's messages.
 * @cssprop --chat-bubble-out - Behind the visitor's messages.
 * @cssprop [--chat-font=system-ui] - A list of font families; no font is ever downloaded.
 * @cssprop [--chat-font-size=15px] - Everything inside is a multiple of it.
 * @cssprop [--chat-radius=17px] - Of bubbles.
 * @cssprop [--chat-corner=4px] - The tight corner.
 * @cssprop [--chat-width=392px] - Of the panel.
 * @cssprop [--chat-height=690px] - Of the panel.
 * @cssprop [--chat-offset-x=20px] - From the side of the window.
 * @cssprop [--chat-offset-y=20px] - From its lower edge.
 * @cssprop [--chat-z=2147483000] - The launcher's place in the page's stack; the panel is above everything while it is open.
 * @cssprop [--chat-motion=1] - Makes animations longer or shorter; `0` stops them.
 * @csspart launcher - The button in the corner.
 * @csspart badge - The number on it.
 * @csspart teaser - What the site says first.
 * @csspart panel - The frame of the panel.
 * @csspart header - Who answers.
 * @csspart title - The site's name.
 * @csspart status - Whether and when somebody answers.
 * @csspart banner - What it says of a lost connection.
 * @csspart log - The messages.
 * @csspart message - One message with what is said of it.
 * @csspart bubble - Its text.
 * @csspart bubble-in - A bubble of the team's.
 * @csspart bubble-out - A bubble of the visitor's.
 * @csspart meta - Name, time and delivery below a group.
 * @csspart day-divider - Between two days.
 * @csspart unread-divider - Above what is new.
 * @csspart file - A file that is no picture.
 * @csspart image - A picture.
 * @csspart typing - The dots while somebody writes.
 * @csspart avatar - A face.
 * @csspart composer - The frame round the field and its buttons.
 * @csspart emoji - The button for emoji.
 * @csspart form - What is asked before the chat, or left instead of one.
 * @csspart footer - The line below the field.
 * @csspart input - The field.
 * @csspart send - Its button.
 */
@element('chat-widget')
export class ChatWidget extends WidgetApi {
  static override styles = [reset, tokens, chatWidgetStyles, launcherMotion]

  /** `host` follows the page's `color-scheme`. */
  @property({ reflect: true }) theme: Theme = 'host'
  /** The corner: at the end of a line, or at its start. */
  @property() position: 'start' | 'end' = 'end'
  /** `none`: the page opens the chat itself. A selector: that element of the page opens it. */
  @property() launcher = 'corner'
  /** A colour, for whom CSS is out of reach; `--chat-accent` wins over it. */
  @property() accent: string | undefined
  /** Whether the site's teasers may speak first. Only then is the site asked for them before anybody wants to chat. */
  @property({ type: Boolean }) teaser = false
  @state() private l10n!: Localization
  /** How many messages a screen reader is told of. */
  @state() private announced = 0
  @query('dialog') private dialog!: HTMLDialogElement
  @query('.panel') private frame!: HTMLElement
  @query('chat-panel') private panel!: ChatPanel

  #launcher: HTMLButtonElement | undefined
  #isReadyTold = false
  #announcement: ReturnType<typeof setTimeout> | undefined
  readonly #company = createCompany(this)

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
    const begins = this.visitor.hasToken || this.teaser
    if (begins && this.autostart !== 'false') whenIdle(() => this.isConnected && this.start())
  }

  protected override prefill(text: string): void {
    this.panel.prefill(text)
  }

  /** Goes where one writes, or to the launcher while the panel is closed. */
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
    launcher.addEventListener('click', () => this.setOpen(!this.open, 'user'))
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
    if (changed.has('client')) this.visitor.use(this.client)
    if (changed.has('user') && this.user) this.identify(this.user).catch(() => undefined)
    if ((changed.has('locale') || changed.has('strings')) && this.hasUpdated)
      this.#speak().catch(() => undefined)
    if (this.inline) this.open = true
    if (this.open) this.start()
    this.visitor.show(this.open)
    const state = this.visitor.state
    this.unread = (state && visitorChat(state)?.chat?.unreadCount) ?? 0
  }

  override render() {
    const site = this.visitor.state?.site
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
        @chat-minimize=${() => this.setOpen(false, 'user')}
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
            .client=${this.visitor.client}
            .state=${this.visitor.state}
            .draftKey=${this.visitor.draftKey}
            .siteId=${this.siteId}
            .l10n=${this.l10n}
            .placeholder=${this.placeholder}
            .isShowing=${this.open}
            ?fullscreen=${isFullscreen}
            ?inline=${this.inline}
            exportparts="header, title, status, banner, log, message, bubble, bubble-in, bubble-out, meta, day-divider, unread-divider, avatar, typing, file, image, composer, input, emoji, send, form, footer"
          >
            ${filledSlots(this, FORWARDED_SLOTS).map(forward)}
          </chat-panel>
        </div>
      </dialog>
      <div class="sr" role="status">${this.#unreadWords(this.announced)}</div>
    </div>`
  }

  override updated(changed: PropertyValues<this>): void {
    this.#showLauncher()
    this.#showPanel(changed)
    this.#company.keep(this.visitor.state, this.l10n)
    if (changed.has('unread') && (changed.get('unread') ?? 0) !== this.unread) {
      tell(this, 'chat-unread', { count: this.unread })
      this.#announce()
    }
    if (this.#isReadyTold || !this.visitor.state?.site) return
    this.#isReadyTold = true
    tell(this, 'chat-ready', { version: WidgetApi.version, site: this.siteId })
  }

  /** Once messages have stopped coming, and only while the panel is closed: an open one reads them out itself. */
  #announce(): void {
    clearTimeout(this.#announcement)
    this.#announcement = setTimeout(() => {
      this.announced = this.open ? 0 : this.unread
    }, SETTLE_MS)
  }

  #showLauncher(): void {
    const accent = this.accent ?? this.visitor.state?.site?.appearance.accent
    if (accent !== undefined) this.dialog.parentElement?.style.setProperty('--site-accent', accent)
    if (this.#launcher === undefined) return
    const { strings } = this.l10n
    const unread = this.#unreadWords(this.unread)
    const label = unread ? `${strings.openChat}, ${unread}` : strings.openChat
    showLauncher(this.#launcher, {
      isOpen: this.open,
      unread: badgeText(this.l10n.locale, this.unread),
      label: this.open ? strings.minimize : label,
      scheme: resolveScheme(this.theme, this),
      position: this.position,
      accent,
    })
    this.#launcher.hidden = this.launcher !== 'corner' || this.inline || (this.open && isPhone())
  }

  #showPanel(changed: PropertyValues<this>): void {
    if (this.inline || !this.isConnected) return
    const focused = this.shadowRoot?.activeElement
    const isBeside = !isPhone()
    const layer = isBeside ? 'popover' : 'modal'
    putInLayer(this.open ? layer : 'none', this.dialog, this.frame)
    pinToView(this.frame)
    if (!changed.has('open')) return
    if (this.open && this.trigger === 'user' && isBeside) {
      void this.panel.updateComplete.then(() => this.panel.focus())
    }
    // The focus must not be left in what can no longer be seen.
    if (changed.get('open') && !this.open && (focused || !isBeside)) this.#launcher?.focus()
    this.trigger = 'api'
  }

  async #speak(): Promise<void> {
    const tag = this.locale || document.documentElement.lang || navigator.language
    const l10n = await loadLocalization(tag)
    this.l10n = { ...l10n, strings: { ...l10n.strings, ...this.strings } }
  }

  #unreadWords(count: number): string {
    return count === 0 ? '' : plural(this.l10n.locale, count, this.l10n.strings.unread)
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (this.inline || event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return
    event.preventDefault()
    // This Escape was for the chat, not for a dialog of the page.
    event.stopPropagation()
    this.setOpen(false, 'user')
  }

  /** The back gesture of a phone. */
  readonly #handleCancel = (event: Event): void => {
    event.preventDefault()
    this.setOpen(false, 'user')
  }
}

function isPhone(): boolean {
  return matchMedia(PHONE).matches
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-widget': ChatWidget
  }
}
