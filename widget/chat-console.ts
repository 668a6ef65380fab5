import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { ChatId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'
import { AddressController } from './console/address.ts'
import { Attendance, type AttendanceChange } from './console/attendance.ts'
import { chatConsoleStyles } from './console/chat-console.styles.ts'
import { markStyles } from './console/styles/mark.styles.ts'
import './console/console-desk/console-desk.ts'
import type { ChatConsoleEntrance } from './console/console-entrance/console-entrance.ts'
import './console/console-entrance/console-entrance.ts'
import { announce } from './console/console-events.ts'
import { loadConsoleLocalization, type ConsoleLocalization } from './console/console-localization.ts'
import { createConsoleClient } from './console/create-console-client.ts'
import { hostSession, opening, overTheWork } from './console/doorstep.ts'
import { Drafts } from './console/drafts.ts'
import { toFormFailure } from './console/form-failure.ts'
import { tokenFrom, type GetToken } from './console/host-token.ts'
import { PersonalController } from './console/personal/personal-controller.ts'
import { KeptWork } from './console/kept-work/kept-work.ts'
import { noticeStyles } from './console/notice/notice.styles.ts'
import {
  CONSOLE_THEMES,
  readPreferences,
  writePreferences,
  type ConsoleTheme,
  type Preferences,
} from './console/preferences.ts'
import { isSamePlace, type ListPlace, type MessagePlace, type Route } from './console/route.ts'
import { StrayDrops } from './console/stray-drops.ts'
import { consoleTokens } from './console/styles/console-tokens.styles.ts'
import { controls } from './console/styles/controls.styles.ts'
import { WaitingCount } from './console/waiting-count.ts'
import { updateOn } from './controllers/update-on.ts'
import type { ChatClient } from './core/chat-client.ts'
import type { ClientState } from './core/state.ts'
import { connectionBannerStyles } from './parts/connection-banner/connection-banner.styles.ts'
import { CountdownController } from './parts/connection-banner/countdown.ts'
import { element } from './parts/element.ts'
import { reset } from './styles/reset.styles.ts'
import { DARK, resolveScheme } from './styles/scheme.ts'
import { tokens } from './styles/tokens.styles.ts'

/**
 * The console of those who answer: sign in, see who writes, answer, leave notes. On a page of its own, or inside a back office.
 *
 * @fires {CustomEvent<ConsoleLogin>} console-login - Somebody has signed in.
 * @fires {CustomEvent<ConsoleLogout>} console-logout - The session is over; with a `reason` when nobody asked for that.
 * @fires {CustomEvent<ConsoleUnread>} console-unread - Another number of chats waits for this person.
 * @fires {CustomEvent<ConsoleNavigate>} console-navigate - Another chat is on screen, or none.
 * @cssprop --chat-accent - The brand's colour; also `--chat-on-accent`, `--chat-surface`, `--chat-ink`, `--chat-line`.
 * @cssprop --chat-font - The typeface.
 */
@element('chat-console')
export class ChatConsole extends LitElement {
  static override styles = [
    reset,
    tokens,
    consoleTokens,
    controls,
    connectionBannerStyles,
    noticeStyles,
    markStyles,
    chatConsoleStyles,
  ]

  readonly #address = new AddressController({
    isOn: () => this.routeMode === 'hash',
    onRoute: (route) => this.#goTo(route),
  })
  readonly #personal = new PersonalController(this, {
    shownChat: () => this.chatId,
    onOpenChat: (chatId) => {
      this.section = ''
      this.#show(chatId)
    },
    isOwnPage: () => this.routeMode === 'hash',
    hasSingleKeys: () => this.#preferences.hasSingleKeys ?? true,
    onSingleKeys: (isOn) => this.#prefer({ hasSingleKeys: isOn }),
  })
  readonly #waiting = new WaitingCount()
  readonly #attendance = new Attendance()
  readonly #drafts = new Drafts()
  /** Of the console's own page: a guest keeps nothing on somebody else's. */
  #work: KeptWork | null = null
  #preferences = readPreferences()
  /** The door that is on screen. */
  #entrance: ChatConsoleEntrance | null = null
  /** Ends what `#begin` began. */
  #end: (() => void) | undefined

  @query('dialog') private dialog: HTMLDialogElement | null | undefined
  @state() private clientInUse: ChatClient | undefined
  @state() private clientState: ClientState | undefined
  @state() private l10n: ConsoleLocalization | undefined
  /** A message that the address leads to; each time it does, another object. */
  @state() private message: MessagePlace | null = null
  @state() private setupToken: string | null = null
  @state() private invitationToken: string | null = null
  @state() private unread = 0
  @state() private problem = ''
  /** What this device has kept is being read. */
  @state() private isReading = false

  /** Origin of the server. Absent: the page's own. */
  @property({ attribute: 'api-url' }) apiUrl = ''
  /** A BCP-47 tag. Absent: what was chosen on this device, else the language of the page that holds it, else the browser's. */
  @property() locale = ''
  /** `auto` follows the system. Absent: what was chosen on this device. */
  @property() theme: ConsoleTheme | '' = ''
  /** The chat on screen. */
  @property({ attribute: 'chat-id' }) chatId: ChatId | null = null
  /** Where in the console one is: `stats`, `settings/people`; empty: the inbox. */
  @property() section = ''
  /** `hash`: the page is the console's own; its address names the chat, and its title counts what is unread. */
  @property({ attribute: 'route-mode' }) routeMode: 'hash' | 'none' = 'none'
  /** Access tokens of the back office that holds the console; the attribute names a function of the page. Without it the console asks for e-mail and password. */
  @property({ attribute: 'get-token', converter: tokenFrom }) getToken: GetToken | undefined
  /** A client shared with others on the page, instead of one of its own. */
  @property({ attribute: false }) client: ChatClient | undefined

  constructor() {
    super()
    this.addController(this.#address)
    this.addController(new StrayDrops(this))
    this.addController(new CountdownController(this, () => this.clientState?.connection))
    updateOn(this, matchMedia(DARK), 'change')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const { route } = this.#address
    if (route.chatId !== null) this.chatId = route.chatId
    if (route.section !== '') this.section = route.section
    this.#readRest(route)
    void this.#readWork()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // An element that is moved is away for a moment: only what stays away is over.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end?.()
    })
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('apiUrl') || changed.has('getToken') || changed.has('client')) this.#end?.()
    if (this.isConnected && this.#end === undefined && !this.isReading) this.#begin()
    if (changed.has('locale') || this.l10n === undefined) void this.#speak()
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('section')) this.#address.showSection(this.section, this.chatId)
    if (changed.has('chatId')) this.#address.show(this.chatId)
    this.#openDoor()
  }

  /** Over the work as a dialog; on a page of its own with the focus where one types. */
  #openDoor(): void {
    const entrance = this.renderRoot.querySelector('chat-console-entrance')
    const isNew = entrance !== this.#entrance
    this.#entrance = entrance
    const { dialog } = this
    if (dialog?.open === false) dialog.showModal()
    else if (!isNew || this.routeMode !== 'hash') return
    void entrance?.updateComplete.then(() => entrance.focus())
  }

  override render() {
    const { clientState, l10n } = this
    if (clientState === undefined || l10n === undefined) return nothing
    return html`<div
      class="theme"
      data-scheme=${resolveScheme(this.#theme, this)}
      lang=${l10n.locale}
      dir=${l10n.dir}
    >
      ${this.#renderPlace(clientState, l10n)}
    </div>`
  }

  #renderPlace(clientState: ClientState, l10n: ConsoleLocalization) {
    const { owner } = this.#attendance
    if (owner !== null) {
      const isExpired = clientState.session.state === 'signed-out'
      return html`${this.#renderDesk(l10n)} ${this.#personal.render(l10n)}
      ${isExpired ? overTheWork(this.#renderEntrance(owner.email, l10n), l10n, () => this.requestUpdate()) : nothing}`
    }
    if (clientState.session.state === 'unknown')
      return opening(clientState.connection, l10n, () => this.clientInUse?.connectNow())
    return html`<div class="door">${this.#renderEntrance('', l10n)}</div>`
  }

  #renderDesk(l10n: ConsoleLocalization) {
    return html`<chat-console-desk
      .client=${this.clientInUse}
      .commercial=${this.#attendance.owner}
      .chatId=${this.chatId}
      .section=${this.section}
      .message=${this.message}
      .drafts=${this.#drafts}
      .l10n=${l10n}
      .theme=${this.#theme}
      .unread=${this.unread}
      .hasSingleKeys=${this.#preferences.hasSingleKeys ?? true}
      .shortcuts=${this.#personal.shortcuts}
      .isOwnPage=${this.routeMode === 'hash'}
      .problem=${this.problem}
      .apiUrl=${this.#origin}
      @chat-navigate=${({ chatId }: HTMLElementEventMap['chat-navigate']) => {
        this.section = ''
        this.#show(chatId)
      }}
      @chat-section=${({ section }: HTMLElementEventMap['chat-section']) => void (this.section = section)}
      @chat-rail=${this.#handleRail}
    ></chat-console-desk>`
  }

  #renderEntrance(expiredEmail: string, l10n: ConsoleLocalization) {
    if (this.getToken !== undefined) return hostSession(l10n, () => void this.clientInUse?.start())
    return html`<chat-console-entrance
      .client=${this.clientInUse}
      .l10n=${l10n}
      .setupToken=${expiredEmail === '' ? this.setupToken : null}
      .invitationToken=${expiredEmail === '' ? this.invitationToken : null}
      .expiredEmail=${expiredEmail}
      @chat-entered=${this.#forgetSetup}
      @chat-leave-set-up=${this.#forgetSetup}
    ></chat-console-entrance>`
  }

  get #theme(): ConsoleTheme {
    return CONSOLE_THEMES.find((name) => name === this.theme) ?? this.#preferences.theme ?? 'auto'
  }

  get #tag(): string {
    // The console's own page is written in one language and speaks the reader's.
    const page = this.routeMode === 'hash' ? '' : document.documentElement.lang
    return this.locale || this.#preferences.language || page || navigator.language
  }

  get #origin(): string {
    return (this.apiUrl || location.origin).replace(/\/+$/, '')
  }

  async #readWork(): Promise<void> {
    const isOwn = this.routeMode === 'hash' && this.client === undefined && this.getToken === undefined
    if (isOwn && this.#work === null) {
      this.#work = new KeptWork(this.#origin)
      this.isReading = true
      await this.#work.read()
      this.isReading = false
    }
    this.requestUpdate()
  }

  #begin(): void {
    const own = { apiUrl: this.#origin, locale: this.#tag, getToken: this.getToken, work: this.#work }
    const client = this.client ?? createConsoleClient(own)
    const stop = client.state.subscribe(this.#handleState)
    const keep = this.#work?.begin(client, this.#drafts)
    this.#end = () => {
      stop()
      keep?.()
      // A client that was given is its giver's to end.
      if (client !== this.client) client.close()
      this.#personal.leave()
      this.#waiting.show('en', 0)
      this.#end = undefined
    }
    this.clientInUse = client
    this.#handleState(client.state.get())
    void client.start()
  }

  async #speak(): Promise<void> {
    const tag = this.#tag
    const l10n = await loadConsoleLocalization(tag)
    // Another language may have been chosen while this one was on its way.
    if (tag !== this.#tag) return
    this.l10n = l10n
    if (this.routeMode === 'hash') document.documentElement.lang = l10n.locale
  }

  readonly #handleState = (clientState: ClientState): void => {
    // Closed before it goes, so that the focus finds back to where it was.
    if (clientState.session.state === 'commercial') this.dialog?.close()
    const { session, connection } = clientState
    // What is shown from here; the desk watches the rest by itself.
    if (session !== this.clientState?.session || connection !== this.clientState.connection)
      this.clientState = clientState
    const change = this.#attendance.follow(session)
    if (change !== null) this.#handleAttendance(change)
    const { owner } = this.#attendance
    if (owner === null) return this.#tell(0)
    // The one of now: somebody who has just arrived may have come for another list.
    const inbox = this.clientInUse?.state.get().inbox ?? null
    if (inbox !== null) this.#address.showPlace(inbox)
    this.#tell(this.#waiting.of(clientState, owner.commercialId))
  }

  #handleAttendance(change: AttendanceChange): void {
    const isArrival = change.kind === 'arrived'
    if (change.kind === 'left' || (isArrival && change.isOther)) {
      this.#drafts.clear()
      this.#waiting.forget()
      this.#show(null)
    }
    if (isArrival) return this.#welcome(change.commercial)
    if (change.kind === 'left') {
      this.#personal.leave()
      this.#work?.leave()
    }
    announce(this, 'console-logout', change.kind === 'expired' ? { reason: change.reason } : {})
  }

  #welcome(commercial: Commercial): void {
    this.#showList(this.#address.route.place)
    this.#work?.arrive(commercial.commercialId)
    if (this.clientInUse !== undefined) void this.#personal.arrive(this.clientInUse, commercial)
    announce(this, 'console-login', { commercial })
  }

  /** Where the address leads while the console is open. */
  #goTo(route: Route): void {
    this.section = route.section
    this.#readRest(route)
    // A section's address names no chat: the one that was open stays open behind it.
    if (route.section !== '') return
    this.#show(route.chatId)
    // Whoever is still to come in finds it then.
    if (this.#attendance.owner !== null) this.#showList(route.place)
  }

  #readRest({ chatId, seq, setupToken, invitationToken }: Route): void {
    if (chatId !== null && seq !== null) this.message = { chatId, seq }
    Object.assign(this, { setupToken, invitationToken })
  }

  #showList(place: ListPlace | null): void {
    const shown = this.clientInUse?.state.get().inbox
    if (place === null || !shown || isSamePlace(place, shown)) return
    this.clientInUse?.commercial.showList(place.list, place.filter)
  }

  #tell(unread: number): void {
    if (unread === this.unread) return
    this.unread = unread
    if (this.routeMode === 'hash') this.#waiting.show(this.l10n?.locale ?? 'en', unread)
    announce(this, 'console-unread', { count: unread })
  }

  #show(chatId: ChatId | null): void {
    if (chatId === this.chatId) return
    this.chatId = chatId
    announce(this, 'console-navigate', { chatId })
  }

  readonly #forgetSetup = (): void => {
    if (this.setupToken === null && this.invitationToken === null) return
    Object.assign(this, { setupToken: null, invitationToken: null })
    this.#address.dropSetup()
  }

  readonly #handleRail = ({ choice }: HTMLElementEventMap['chat-rail']): void => {
    const commercial = this.clientInUse?.commercial
    if (choice.kind === 'presence') void this.#try(commercial?.setPresence(choice.status))
    else if (choice.kind === 'sign-out') void this.#try(commercial?.signOut())
    else if (choice.kind === 'notifications' || choice.kind === 'keys') this.#personal.open(choice.kind)
    else if (choice.kind === 'theme') this.#prefer({ theme: choice.theme })
    else if (choice.kind === 'single-keys') this.#prefer({ hasSingleKeys: choice.isOn })
    else if (choice.kind === 'language') this.#prefer({ language: choice.language })
  }

  async #try(doing: Promise<void> | undefined): Promise<void> {
    this.problem = ''
    try {
      await doing
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n?.console.serverUnreachable ?? '').message
    }
  }

  /** What somebody chooses in the console outweighs what its page said. */
  #prefer(choice: Preferences): void {
    this.#preferences = { ...this.#preferences, ...choice }
    writePreferences(this.#preferences)
    this.requestUpdate()
    if (choice.theme !== undefined) this.theme = choice.theme
    if (choice.language !== undefined) this.locale = choice.language
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-console': ChatConsole
  }
}
