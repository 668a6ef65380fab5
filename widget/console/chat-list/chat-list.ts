import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { live } from 'lit/directives/live.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { View } from '#shared/view.ts'
import { StoreController } from '../../controllers/selector.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { emptyDesk, type Desk } from '../../core/desk.ts'
import type { ClientState, Inbox } from '../../core/state.ts'
import { fill, plural } from '../../i18n/plural.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { icon } from '../../parts/icon/icon.ts'
import { element } from '../../parts/element.ts'
import { dots } from '../../styles/dots.styles.ts'
import { reset } from '../../styles/reset.styles.ts'
import { ChatBulkEvent } from '../bulk/bulk-bar.ts'
import { Selection } from '../bulk/selection.ts'
import { isUnread } from '../unread.ts'
import { visitorName } from '../visitor-name.ts'
import { chatRow } from '../chat-row/chat-row.ts'
import { chatRowStyles } from '../chat-row/chat-row.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { AT, SEARCH } from '../icon-paths.ts'
import { ChatCommandEvent, type Command } from '../palette/command.ts'
import { MinuteController, TICK_MS } from '../minute.ts'
import { failureNotice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import { controls } from '../styles/controls.styles.ts'
import { chatListStyles } from './chat-list.styles.ts'
import { emptyNotice, isFirstRun, skeleton } from './list-states.ts'
import { listTabs } from './list-tabs.ts'
import { PressController } from './press.ts'
import { TouchPicking } from './touch-picking.ts'
import { rowKey } from './row-keys.ts'
import { filterChips } from '../list-filter/filter-chips.ts'
import '../list-filter/list-filter.ts'
import { ChatNearEvent } from '../views/views-menu.ts'
import '../load-more/load-more.ts'

const PALETTE_KEYS = /Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K'

/** Of what stands before the first tab, and after the last. */
const TABS_EDGE_PX = 9

/** Somebody wants to see a chat. */
export class ChatSelectEvent extends Event {
  static readonly type = 'chat-select'
  readonly chatId: ChatId

  constructor(chatId: ChatId) {
    super(ChatSelectEvent.type, { bubbles: true })
    this.chatId = chatId
  }
}

/**
 * The inbox: its lists, each with its chats. Arrows or J and K move, Enter opens.
 *
 * @slot first-run - What to show while no chat has ever arrived; without it, a sentence.
 * @fires {ChatCommandEvent} chat-command - the search is wanted, or a view
 * @fires {ChatNearEvent} chat-near - of the views
 * @fires {ChatBulkEvent} chat-bulk - with what is picked
 * @fires {ChatSelectEvent} chat-select - The chat that was on the pressed row, whatever arrived meanwhile.
 */
@element('chat-list')
export class ChatList extends LitElement {
  static override styles = [reset, controls, noticeStyles, avatarStyles, dots, chatRowStyles, chatListStyles]

  readonly #inbox = new StoreController<ClientState, Inbox | null>(this, (state) => state.inbox)
  readonly #chats = new StoreController<ClientState, ClientState['chats']>(this, (state) => state.chats)
  readonly #desk = new StoreController<ClientState, Desk | undefined>(this, (state) => state.desk)
  readonly selection = new Selection(this)
  readonly #touch = new TouchPicking(this, this.selection)
  /** While a row is being pressed the list stands still. */
  readonly #press = new PressController(this, () => this.#inbox.value?.chats ?? [])
  /** Which row the keyboard is on. */
  #focused: ChatId | null = null
  #hadFocus = false
  /** What the place of the shown tab depends on, when it was last brought into view. */
  #revealed = ''

  @query('#panel') private panel: HTMLElement | undefined

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ attribute: 'viewer-id' }) viewerId = ''
  /** Kept filters. */
  @property({ attribute: false }) views: readonly View[] = []
  /** The chat on screen. */
  @property({ attribute: 'chat-id' }) chatId: ChatId | null = null

  constructor() {
    super()
    this.addController(new MinuteController(this))
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) {
      this.#inbox.watch(this.client?.state)
      this.#chats.watch(this.client?.state)
      this.#desk.watch(this.client?.state)
    }
    this.#hadFocus = this.renderRoot.querySelector?.('.row:focus') !== null
  }

  override updated(): void {
    this.#revealShownTab()
    // A row that moves up takes its focus with it: a node that is moved loses it.
    if (this.#hadFocus && this.#focused !== null) this.#rowOf(this.#focused)?.focus({ preventScroll: true })
  }

  /** To a chat's row; where it is not in the list, to the list's tabs. */
  focusChat(chatId: ChatId | null): void {
    const row = chatId === null ? null : this.#rowOf(chatId)
    const first = row ?? this.renderRoot.querySelector<HTMLElement>('.row[tabindex="0"]')
    const target = first ?? this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
    target?.focus()
  }

  #rowOf(chatId: ChatId): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-chat="${CSS.escape(chatId)}"]`)
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    const rows = [...(this.panel?.querySelectorAll<HTMLElement>('.row') ?? [])]
    const next = rowKey(event, {
      current: rows.findIndex((row) => row.matches(':focus')),
      count: rows.length,
    })
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    rows[next]?.focus()
    rows[next]?.scrollIntoView({ block: 'nearest' })
  }

  /** Asking where things stand makes the browser lay everything out: only when the tab may stand elsewhere. */
  #revealShownTab(): void {
    const inbox = this.#inbox.value
    const where = inbox && `${this.l10n.locale} ${inbox.list} ${Object.values(inbox.counts).join(' ').length}`
    if (!where || where === this.#revealed) return
    this.#revealed = where
    this.#revealTab()
  }

  /** Scrolls the tabs alone: the page that holds the console stays where it is. */
  #revealTab(): void {
    const tab = this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
    const tabs = tab?.parentElement
    if (!tab || !tabs || tabs.scrollWidth <= tabs.clientWidth) return
    const { left, right } = tabs.getBoundingClientRect()
    const { left: start, right: end } = tab.getBoundingClientRect()
    if (start < left) tabs.scrollLeft -= left - start + TABS_EDGE_PX
    if (end > right) tabs.scrollLeft += end - right + TABS_EDGE_PX
  }

  /** The chat whose row the keyboard is on. */
  get focusedChat(): Chat | undefined {
    const row = this.renderRoot.querySelector<HTMLElement>('.row:focus')
    return this.#press.chats.find(({ chatId }) => chatId === row?.dataset['chat'])
  }

  #command(command: Command): void {
    this.dispatchEvent(new ChatCommandEvent(command))
  }

  #handleFocus(chatId: ChatId): void {
    if (this.#focused === chatId) return
    this.#focused = chatId
    this.requestUpdate()
  }

  #renderPick(chat: Chat, isPicked: boolean) {
    const name = visitorName(chat.visitor, this.l10n.console.visitor)
    return html`<label class="pick"
      ><input
        type="checkbox"
        tabindex="-1"
        aria-label=${fill(this.l10n.console.pick, { name })}
        .checked=${live(isPicked)}
        @click=${(event: MouseEvent) => this.#handlePick(event, chat.chatId)}
    /></label>`
  }

  #handlePick({ shiftKey }: MouseEvent, chatId: ChatId): void {
    if (shiftKey) this.selection.extend(chatId, this.#press.chats)
    else this.selection.toggle(chatId)
  }

  #handleClick(event: MouseEvent, chatId: ChatId): void {
    if (this.#touch.takesTap(event, chatId)) return
    if (event.shiftKey) this.#handlePick(event, chatId)
    else this.#handleSelect(chatId)
  }

  #handleSelect(chatId: ChatId): void {
    this.#focused = chatId
    this.dispatchEvent(new ChatSelectEvent(chatId))
  }

  override render() {
    const inbox = this.#inbox.value
    if (inbox === null || inbox === undefined) return nothing
    return html`<div class="title">
        <h1>${this.l10n.console.chats}</h1>
        ${this.#renderMentions()}
        <chat-views-menu
          .views=${this.views}
          .place=${inbox}
          .l10n=${this.l10n}
          @chat-near=${() => this.dispatchEvent(new ChatNearEvent())}
          @chat-command=${({ command }: ChatCommandEvent) => this.#command(command)}
        ></chat-views-menu>
        <chat-list-filter .client=${this.client} .inbox=${inbox} .l10n=${this.l10n}></chat-list-filter>
      </div>
      <button
        class="search"
        type="button"
        aria-haspopup="dialog"
        @click=${() => this.#command({ kind: 'page', page: 'search' })}
      >
        ${icon(SEARCH)}<span class="clipped">${this.l10n.console.searchAll}</span
        ><kbd aria-hidden="true">${PALETTE_KEYS}</kbd>
      </button>
      ${listTabs({
        list: inbox.list,
        counts: inbox.counts,
        l10n: this.l10n,
        choose: (list) => this.client?.commercial.showList(list),
      })}
      <p class="sr" role="status">
        ${this.picked.length === 0 ? nothing : plural(this.l10n.locale, this.picked.length, this.l10n.console.picked)}
      </p>
      ${this.#renderBulk()}
      ${filterChips({
        inbox,
        sites: this.#desk.value?.sites ?? [],
        team: this.client?.state.get().team ?? [],
        l10n: this.l10n,
        show: (filter) => this.client?.commercial.showList(inbox.list, filter),
        keep: () => this.#command({ kind: 'manage-views' }),
      })}
      <div
        id="panel"
        class="panel"
        role="tabpanel"
        aria-labelledby="tab-${inbox.list}"
        aria-busy=${inbox.load.state === 'loading' ? 'true' : 'false'}
        @keydown=${this.#handleKey}
        @pointerdown=${this.#press.handleDown}
      >
        ${this.#renderBody(inbox)}
      </div>`
  }

  /** What is picked of what the list holds now. */
  get picked(): readonly Chat[] {
    return this.selection.size === 0 ? [] : this.selection.of(this.#press.chats)
  }

  /** What the bar over the list does by its own buttons. */
  openBulk(what: 'assign' | 'snooze'): void {
    this.renderRoot.querySelector('chat-bulk-bar')?.open(what)
  }

  #renderBulk() {
    const chats = this.picked
    if (chats.length === 0 || this.#touch.isBeginning) return nothing
    return html`<chat-bulk-bar
      .chats=${chats}
      .team=${this.client?.state.get().team ?? []}
      .viewerId=${this.viewerId}
      .l10n=${this.l10n}
      @chat-bulk=${({ action }: ChatBulkEvent) => this.dispatchEvent(new ChatBulkEvent(action))}
    ></chat-bulk-bar>`
  }

  #renderMentions() {
    const count = this.#desk.value?.unseenMentions ?? 0
    const { locale, console: strings } = this.l10n
    const label = count === 0 ? strings.mentions : plural(locale, count, strings.unseenMentions)
    return html`<button
      class="icon-button mentions"
      type="button"
      aria-haspopup="dialog"
      title=${label}
      @click=${() => this.#command({ kind: 'mentions' })}
    >
      ${icon(AT)}<span class="sr">${label}</span
      >${count === 0 ? nothing : html`<i class="badge" aria-hidden="true">${count > 9 ? '9+' : count}</i>`}
    </button>`
  }

  #renderBody(inbox: Inbox) {
    const chats = this.#press.chats
    if (chats.length > 0) return this.#renderRows(inbox, chats)
    if (inbox.load.state === 'failed') {
      return failureNotice({
        title: this.l10n.console.listFailed,
        failure: inbox.load.failure,
        l10n: this.l10n,
        retry: () => this.client?.commercial.showList(inbox.list),
      })
    }
    if (inbox.load.state !== 'ready') return skeleton(this.l10n)
    const whenEmpty = emptyNotice(inbox, this.l10n, {
      showUnassigned: () => this.client?.commercial.showList('unassigned'),
      dropFilter: () => this.client?.commercial.showList(inbox.list, {}),
    })
    return isFirstRun(inbox) ? html`<slot name="first-run">${whenEmpty}</slot>` : whenEmpty
  }

  #renderRows(inbox: Inbox, chats: readonly Chat[]) {
    const tabbable = this.#tabbable(chats)
    const picking = this.selection.size > 0
    return html`<ul>
        ${repeat(
          chats,
          ({ chatId }) => chatId,
          (chat) =>
            html`<li class=${picking ? 'picking' : ''}>
              ${this.#renderRow(chat, chat.chatId === tabbable)}
            </li>`,
        )}
      </ul>
      ${
        inbox.hasMore
          ? html`<chat-load-more
              .load=${inbox.more}
              .l10n=${this.l10n}
              @chat-load-more=${() => void this.client?.commercial.loadMore()}
            ></chat-load-more>`
          : nothing
      }`
  }

  /** A row is rendered again only when something in it may be another: typing in one chat is no work for hundreds. */
  #renderRow(chat: Chat, isTabbable: boolean) {
    const typists = this.#chats.value?.get(chat.chatId)?.typists ?? []
    const isTyping = typists.some(({ userType }) => userType === 'visitor')
    const isCurrent = chat.chatId === this.chatId
    const { l10n, viewerId } = this
    const { sites, viewers, present } = this.#desk.value ?? emptyDesk
    const target = sites.find(({ siteId }) => siteId === chat.siteId)?.routing.targetMinutes
    const others = viewers.get(chat.chatId)
    const isPresent = present.has(chat.visitor.visitorId)
    const isPicked = this.selection.has(chat.chatId)
    const now = Date.now()
    const tick = Math.floor(now / TICK_MS)
    const from = [
      chat,
      isTyping,
      isCurrent,
      isTabbable,
      l10n,
      viewerId,
      target,
      others,
      isPresent,
      isPicked,
      tick,
    ]
    return guard(from, () => {
      return html`${this.#renderPick(chat, isPicked)}<button
          class="row ${isUnread(chat) ? 'unread' : ''} ${isPicked ? 'picked' : ''}"
          type="button"
          data-chat=${chat.chatId}
          aria-current=${isCurrent ? 'true' : nothing}
          tabindex=${isTabbable ? '0' : '-1'}
          @click=${(event: MouseEvent) => this.#handleClick(event, chat.chatId)}
          @focus=${() => this.#handleFocus(chat.chatId)}
          @pointerdown=${(event: PointerEvent) => this.#touch.handleDown(event, chat.chatId)}
          @contextmenu=${this.#touch.handleMenu}
        >
          ${chatRow({ chat, viewerId, isTyping, isPresent, target, viewers: others ?? [], now }, l10n)}
        </button>`
    })
  }

  /** The one row that Tab reaches: where the keyboard was, else the open chat, else the first. */
  #tabbable(chats: readonly Chat[]): ChatId | undefined {
    const isHere = (chatId: ChatId | null) => chats.some((chat) => chat.chatId === chatId)
    if (this.#focused !== null && isHere(this.#focused)) return this.#focused
    return this.chatId !== null && isHere(this.chatId) ? this.chatId : chats[0]?.chatId
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-list': ChatList
  }
  interface HTMLElementEventMap {
    'chat-select': ChatSelectEvent
  }
}
