import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { ChatId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'
import type { Webhook } from '#shared/webhook.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { StoreController } from '../../controllers/selector.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ClientState } from '../../core/state.ts'
import { isComposing } from '../../parts/composing.ts'
import { connectionBannerStyles } from '../../parts/connection-banner/connection-banner.styles.ts'
import { connectionBanner } from '../../parts/connection-banner/connection-banner.ts'
import { CountdownController } from '../../parts/connection-banner/countdown.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { isFirstRun } from '../chat-list/list-states.ts'
import type { ChatList } from '../chat-list/chat-list.ts'
import '../chat-list/chat-list.ts'
import type { ChatPane } from '../chat-pane/chat-pane.ts'
import '../chat-pane/chat-pane.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { ChatRailEvent } from '../console-rail/console-rail.ts'
import { Drafts } from '../drafts.ts'
import '../first-run/first-run.ts'
import { LayoutController } from '../layout.ts'
import type { PalettePage } from '../palette/command.ts'
import { notice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import type { ConsoleTheme } from '../preferences.ts'
import '../sections/console-section.ts'
import type { MessagePlace } from '../route.ts'
import { stripStyles } from '../strip/strip.styles.ts'
import { strip } from '../strip/strip.ts'
import type { ChosenKeys } from '../shortcuts/shortcuts.ts'
import { controls } from '../styles/controls.styles.ts'
import { ToastController } from '../toast/toast.ts'
import { toastStyles } from '../toast/toast.styles.ts'
import '../visitor-card/visitor-card.ts'
import type { ChatVisitorCard } from '../visitor-card/visitor-card.ts'
import { handleBulk, runOnPicked } from '../bulk/run-bulk.ts'
import { Views } from '../views/views.ts'
import { viewKey } from '../views/view-key.ts'
import { placeOf } from '../views/view-place.ts'
import { chatOf } from './chat-of.ts'
import { connectionWords } from './connection-words.ts'
import { consoleDeskStyles } from './console-desk.styles.ts'
import { ChatNavigateEvent } from './navigate-event.ts'
import { DialogController, type DeskDialog } from './desk-dialogs.ts'
import { DeskPalette } from './desk-palette.ts'
import { opensPalette, singleKey } from './desk-keys.ts'
import { runCommand, type Desk } from './run-command.ts'

/**
 * Where the work is done: the rail, the list, the chat, the visitor's details; as many of them side by side as fit.
 *
 * @fires {ChatNavigateEvent} chat-navigate
 * @fires {ChatRailEvent} chat-rail - what is not about the screen: presence, looks, the way out
 */
@element('chat-console-desk')
export class ChatConsoleDesk extends LitElement implements Desk {
  static override styles = [
    reset,
    controls,
    connectionBannerStyles,
    noticeStyles,
    stripStyles,
    toastStyles,
    consoleDeskStyles,
  ]

  readonly #state = new StoreController<ClientState, ClientState>(this, (all) => all)
  readonly #layout = new LayoutController(this)
  readonly #views = new Views(this)
  readonly #dialogs = new DialogController(this)
  readonly #palette = new DeskPalette(this)
  @state() private seenStopped: Webhook | null = null
  readonly #toast = new ToastController(this)

  @query('chat-list') list: ChatList | null | undefined
  @query('chat-pane') pane: ChatPane | null | undefined
  @query('chat-visitor-card') private card: ChatVisitorCard | null | undefined
  /** The details lie over the chat, where there is no room beside it. */
  @state() private hasDetails = false

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) commercial: Commercial | undefined
  @property({ attribute: 'chat-id' }) chatId: ChatId | null = null
  /** Where a link leads that was followed; each time it is, another object. */
  @property({ attribute: false }) message: MessagePlace | null = null
  /** As in `stats?days=14`; empty: the inbox. */
  @property() section = ''
  @property({ attribute: false }) drafts = new Drafts()
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property() theme: ConsoleTheme = 'auto'
  /** Chats that wait for this person. */
  @property({ type: Number }) unread = 0
  @property({ attribute: 'api-url' }) apiUrl = ''

  /** Single keys do something while the focus is in the list. */
  @property({ attribute: false }) hasSingleKeys = true
  @property({ attribute: false }) shortcuts: ChosenKeys = {}
  /** The page is the console's own: its keys are the console's, too, wherever the focus is. */
  @property({ attribute: false }) isOwnPage = false

  /** Something round the work that could not be done, in a sentence. */
  @property() problem = ''

  constructor() {
    super()
    this.addController(this.#layout)
    this.addController(new CountdownController(this, () => this.#state.value?.connection))
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#handleOwnKey)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('keydown', this.#handleOwnKey)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) {
      this.#state.watch(this.client?.state)
      this.#views.of(this.client)
    }
    if (changed.has('chatId')) this.hasDetails = false
  }

  override updated(changed: PropertyValues<this>): void {
    const { message } = this
    if (changed.has('message') && message !== null && message.chatId === this.chatId)
      this.pane?.reveal(message.seq)
  }

  override render() {
    const { layout } = this.#layout
    const state = this.#state.value
    if (this.client === undefined || state === undefined) return nothing
    const shows = this.chatId === null ? 'list' : 'chat'
    const card = this.#renderCard(state)
    return html`<div
      class="desk ${layout} ${shows} ${this.hasDetails ? 'details' : ''} ${this.section && 'section'}"
      @keydown=${this.#handleKey}
      @chat-command=${this.#handleCommand}
    >
      ${this.#renderRail(state)}
      <div class="work">
        ${connectionBanner(state.connection, this.l10n, () => this.client?.connectNow())}
        <div role="alert">${this.#renderProblem()} ${this.#renderStopped(state)}</div>
        <p class="sr" role="status">${connectionWords(state, this.l10n)}</p>
        <div class="columns ${card === nothing ? '' : 'three'}">
          ${this.#renderList()} ${this.#renderMain(state)} ${card}
        </div>
        ${this.#renderSection()} ${this.#toast.render(this.l10n)}
      </div>
      ${this.#renderPalette(state)} ${this.#renderDialog(state)}
    </div>`
  }

  #renderRail({ team }: ClientState) {
    const { commercial } = this
    const me = team.find(({ commercialId }) => commercialId === commercial?.commercialId)
    return html`<chat-console-rail
      .commercial=${commercial}
      .status=${me?.status ?? commercial?.status ?? 'online'}
      .section=${this.section}
      .unread=${this.unread}
      .theme=${this.theme}
      .l10n=${this.l10n}
      .layout=${this.#layout.layout}
      @chat-rail=${this.#handleRail}
    ></chat-console-rail>`
  }

  #renderSection() {
    if (this.section === '') return nothing
    return html`<chat-console-section
      .section=${this.section}
      .client=${this.client}
      .commercial=${this.commercial}
      .l10n=${this.l10n}
      .layout=${this.#layout.layout}
      .apiUrl=${this.apiUrl}
      @chat-chosen=${this.#handleSelect}
    ></chat-console-section>`
  }

  #renderList() {
    return html`<chat-list
      .client=${this.client}
      .viewerId=${this.commercial?.commercialId ?? ''}
      .chatId=${this.chatId}
      .views=${this.#views.list}
      .l10n=${this.l10n}
      @chat-near=${this.#views.read}
      @chat-bulk=${({ action }: HTMLElementEventMap['chat-bulk']) => handleBulk(this, action)}
      @chat-select=${this.#handleSelect}
    >
      ${
        this.#layout.layout === 'phone'
          ? html`<chat-first-run slot="first-run" .l10n=${this.l10n} .apiUrl=${this.apiUrl}></chat-first-run>`
          : nothing
      }
    </chat-list>`
  }

  #renderMain({ inbox }: ClientState) {
    const strings = this.l10n.console
    if (this.chatId === null) {
      const isFirst = inbox !== null && isFirstRun(inbox)
      return html`<div class="main">
        ${
          isFirst
            ? html`<chat-first-run .l10n=${this.l10n} .apiUrl=${this.apiUrl}></chat-first-run>`
            : notice(strings.chooseChat, strings.chooseChatHint)
        }
      </div>`
    }
    return html`<div class="main">
      <chat-pane
        .client=${this.client}
        .viewerId=${this.commercial?.commercialId ?? ''}
        .chatId=${this.chatId}
        .drafts=${this.drafts}
        .l10n=${this.l10n}
        .layout=${this.#layout.layout}
        .hasDetails=${this.hasDetails}
        .report=${this.#report}
        @chat-action=${this.#handleAction}
      ></chat-pane>
    </div>`
  }

  #renderCard({ chats, inbox, desk }: ClientState) {
    const { chatId } = this
    if (chatId === null) return nothing
    const chat = chatOf({ chats, inbox }, chatId)
    const canClose = this.#layout.layout !== 'wide'
    if (chat === undefined || (canClose && !this.hasDetails)) return nothing
    return html`<chat-visitor-card
      .client=${this.client}
      .visitor=${chat.visitor}
      .chat=${chat}
      .viewerId=${this.commercial?.commercialId ?? ''}
      .isPresent=${desk?.present.has(chat.visitor.visitorId) ?? false}
      .l10n=${this.l10n}
      .canClose=${canClose}
      @chat-close-details=${this.#closeDetails}
      @chat-action=${this.#handleAction}
      @chat-wanted-dialog=${({ mode }: HTMLElementEventMap['chat-wanted-dialog']) => this.openDialog(mode === 'merge' ? { kind: 'merge', visitor: chat.visitor } : { kind: 'visitor', visitor: chat.visitor, mode })}
    ></chat-visitor-card>`
  }

  #renderPalette(state: ClientState) {
    const { client, shortcuts, hasSingleKeys, l10n } = this
    const viewerId = this.commercial?.commercialId ?? ''
    return client && this.#palette.render({ client, state, viewerId, shortcuts, hasSingleKeys, l10n })
  }

  #renderDialog({ inbox }: ClientState) {
    const { client, commercial, l10n } = this
    if (client === undefined || inbox === null) return nothing
    return this.#dialogs.render({ client, commercial, views: this.#views, place: inbox, l10n })
  }

  openDialog(dialog: DeskDialog): Promise<void> {
    return this.#dialogs.open(dialog)
  }

  say(words: string, undo?: () => void): void {
    this.#toast.say(words, undo)
  }

  openPalette(page: PalettePage, chatId: ChatId | null): Promise<void> {
    return this.#palette.open(page, chatId)
  }

  readonly #report = (problem: string): void => {
    this.problem = problem
  }

  /** Until it is put away, or another one stops. */
  #renderStopped({ desk }: ClientState) {
    const webhook = desk?.stoppedWebhook
    if (webhook === undefined || webhook === this.seenStopped) return nothing
    const words = fill(this.l10n.console.webhookStopped, { url: isolate(webhook.url) })
    return strip(words, this.l10n, () => {
      this.seenStopped = webhook
    })
  }

  #renderProblem() {
    if (this.problem === '') return nothing
    return strip(this.problem, this.l10n, () => {
      this.problem = ''
    })
  }

  readonly #handleSelect = ({ chatId }: HTMLElementEventMap['chat-select' | 'chat-chosen']): void => {
    this.navigate(chatId)
    void this.updateComplete.then(() => this.pane?.focus())
  }

  navigate(chatId: ChatId | null): void {
    if (chatId === this.chatId) this.pane?.opened()
    this.chatId = chatId
    this.section = ''
    this.dispatchEvent(new ChatNavigateEvent(chatId))
  }

  readonly #handleAction = ({ action }: HTMLElementEventMap['chat-action']): void => {
    if (action.kind === 'back') this.#backToList()
    else if (action.kind === 'details') void this.#toggleDetails()
    else if (action.kind === 'choose') void this.openPalette(action.what, this.chatId)
    else if (action.kind === 'hand-over' || action.kind === 'copy-link' || action.kind === 'transcript') {
      void runCommand(this, { kind: action.kind }, this.chatId)
    }
  }

  readonly #handleCommand = ({ command }: HTMLElementEventMap['chat-command']): void => {
    void runCommand(this, command, this.#palette.chatOr(this.chatId))
  }

  /** Keys of the whole console: wherever the focus is, where the page is its own. */
  readonly #handleOwnKey = (event: KeyboardEvent): void => {
    const view = this.#views.list[viewKey(event) ?? -1]
    if (event.defaultPrevented || (view === undefined && !opensPalette(event))) return
    const isHere = event.composedPath().includes(this)
    if (!isHere && !(this.isOwnPage && event.target === document.body)) return
    event.preventDefault()
    if (view === undefined) void this.openPalette('all', this.list?.focusedChat?.chatId ?? this.chatId)
    else void runCommand(this, { kind: 'list', ...placeOf(view.filter) }, null)
  }

  /** Whether the key meant something by itself. */
  #handleSingleKey(event: KeyboardEvent): boolean {
    const { list } = this
    if (!this.hasSingleKeys || !list || !event.composedPath().includes(list)) return false
    const chat = list.focusedChat
    const command = singleKey(event, chat)
    if (command === null) return false
    event.preventDefault()
    if (!runOnPicked(this, command)) void runCommand(this, command, chat?.chatId ?? this.chatId)
    return true
  }

  #backToList(): void {
    const from = this.chatId
    this.navigate(null)
    void this.updateComplete.then(() => this.list?.focusChat(from))
  }

  async #toggleDetails(): Promise<void> {
    if (this.hasDetails) return this.#closeDetails()
    this.hasDetails = true
    await this.updateComplete
    await this.card?.updateComplete
    return this.card?.focus()
  }

  readonly #closeDetails = (): void => {
    this.hasDetails = false
    void this.updateComplete.then(() => this.pane?.focusDetails())
  }

  readonly #handleRail = ({ choice }: ChatRailEvent): void => {
    if (choice.kind !== 'inbox') this.dispatchEvent(new ChatRailEvent(choice))
    else if (this.#layout.layout === 'phone') this.#backToList()
    else this.list?.focusChat(this.chatId)
  }

  /** Escape steps back: from the details to the chat, from the chat to the list. */
  readonly #handleKey = (event: KeyboardEvent): void => {
    if (this.#handleSingleKey(event) || event.key !== 'Escape' || isComposing(event)) return
    const isIn = (element: EventTarget | null | undefined) =>
      element && event.composedPath().includes(element)
    if (this.hasDetails) this.#closeDetails()
    else if (isIn(this.list)) this.list?.selection.clear()
    else if (isIn(this.pane) && this.#layout.layout === 'phone') this.#backToList()
    else if (isIn(this.pane)) this.list?.focusChat(this.chatId)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-console-desk': ChatConsoleDesk
  }
}
