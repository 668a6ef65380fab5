import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { SiteId, VisitorId } from '#shared/ids.ts'
import type { Commercial } from '#shared/person.ts'
import { StoreController } from '../../controllers/selector.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { emptyDesk, type Desk } from '../../core/desk.ts'
import type { ClientState } from '../../core/state.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { dots } from '../../styles/dots.styles.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { MinuteController } from '../minute.ts'
import { failureNotice, notice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import { ChatChosenEvent } from '../sections/section.ts'
import { controls } from '../styles/controls.styles.ts'
import '../visitor-card/visitor-card.ts'
import '../merging/merge-dialog.ts'
import '../visitor-card/visitor-dialog.ts'
import type { WantedDialog } from '../visitor-card/wanted-dialog.ts'
import { BoardReader, type BoardVisitor } from './board-reader.ts'
import './start-dialog.ts'
import { visitorRow } from './visitor-row.ts'
import { visitorsPageStyles } from './visitors-page.styles.ts'

type Dialog = 'start' | WantedDialog

/**
 * Who is on the sites now, and who ever was: on which page, since when, from where; and a way to speak to them first.
 *
 * @fires {ChatChosenEvent} chat-chosen
 */
@element('chat-visitors-page')
export class ChatVisitorsPage extends LitElement {
  static override styles = [reset, controls, avatarStyles, dots, noticeStyles, visitorsPageStyles]

  readonly #board = new BoardReader(this)
  readonly #desk = new StoreController<ClientState, Desk | undefined>(this, (all) => all.desk)
  @state() private isNow = true
  @state() private siteId: SiteId | null = null
  /** Whose card is beside the board. */
  @state() private shownId: VisitorId | null = null
  @state() private dialog: { readonly kind: Dialog; readonly visitor: BoardVisitor } | null = null

  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) commercial!: Commercial
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  constructor() {
    super()
    this.addController(new MinuteController(this))
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('client')) this.#desk.watch(this.client.state)
    if (changed.has('client') || changed.has('isNow') || changed.has('siteId')) {
      this.#board.show(this.client, { isNow: this.isNow, siteId: this.siteId })
    }
  }

  override render() {
    return html`<div class="page">${this.#renderHead()} ${this.#renderHint()} ${this.#renderBoard()}</div>
      ${this.#renderCard()} ${this.#renderDialog()}`
  }

  #renderHead() {
    const { strings, sites } = { strings: this.l10n.console, sites: this.#sites }
    const { load, visitors, hasMore } = this.#board
    const count = visitors.length.toLocaleString(this.l10n.locale)
    return html`<div class="head">
      <h1>
        ${strings.sectionNames.visitors}
        ${load.state === 'ready' ? html`<span class="count" role="status">${count}${hasMore ? '+' : ''}</span>` : nothing}
      </h1>
      <div class="segments" role="group" aria-label=${strings.sectionNames.visitors}>
        ${this.#renderSegment(true, strings.boardNow)} ${this.#renderSegment(false, strings.boardEverybody)}
      </div>
      ${
        sites.length < 2
          ? nothing
          : html`<select aria-label=${strings.site} @change=${this.#handleSite}>
              <option value="">${strings.everySite}</option>
              ${sites.map(({ siteId, name }) => html`<option value=${siteId} ?selected=${siteId === this.siteId}>${name}</option>`)}
            </select>`
      }
    </div>`
  }

  #renderSegment(isNow: boolean, label: string) {
    return html`<button
      type="button"
      aria-pressed=${isNow === this.isNow ? 'true' : 'false'}
      @click=${() => {
        this.isNow = isNow
      }}
    >
      ${label}
    </button>`
  }

  get #sites() {
    return (this.#desk.value ?? emptyDesk).sites
  }

  readonly #handleSite = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement
    this.siteId = value === '' ? null : (value as SiteId)
  }

  /** A site may have decided that nobody is seen before they write. */
  #renderHint() {
    const shown = this.#sites.filter(({ siteId }) => this.siteId === null || siteId === this.siteId)
    const hidden = shown.filter(({ features }) => !features.presenceBoard)
    if (!this.isNow || hidden.length === 0) return nothing
    return html`<p class="hint">${this.l10n.console.boardHidden}</p>`
  }

  #renderBoard() {
    const strings = this.l10n.console
    const { load, visitors, hasMore } = this.#board
    if (load.state === 'failed' && visitors.length === 0) {
      return failureNotice({
        title: strings.boardFailed,
        failure: load.failure,
        l10n: this.l10n,
        retry: () => void this.#board.read(),
      })
    }
    if (load.state !== 'ready') return html`<p role="status">${strings.loadingVisitors}</p>`
    if (visitors.length === 0) return notice(strings.nobodyThere, strings.nobodyThereHint)
    const now = Date.now()
    return html`<ul>
        ${repeat(
          visitors,
          ({ visitorId }) => visitorId,
          (visitor) => this.#renderRow(visitor, now),
        )}
      </ul>
      ${
        hasMore
          ? html`<div class="more">
              <button class="button" type="button" @click=${() => void this.#board.readMore()}>
                ${strings.loadMore}
              </button>
            </div>`
          : nothing
      }`
  }

  #renderRow(visitor: BoardVisitor, now: number) {
    const site =
      this.#sites.length < 2 ? undefined : this.#sites.find(({ siteId }) => siteId === visitor.siteId)
    return visitorRow({
      visitor,
      now,
      isCurrent: visitor.visitorId === this.shownId,
      siteName: site?.name ?? '',
      l10n: this.l10n,
      show: () => {
        this.shownId = visitor.visitorId === this.shownId ? null : visitor.visitorId
      },
      open: () =>
        visitor.openChatId !== undefined && this.dispatchEvent(new ChatChosenEvent(visitor.openChatId)),
      write: () => {
        this.dialog = { kind: 'start', visitor }
      },
    })
  }

  #renderCard() {
    const visitor = this.#board.visitors.find(({ visitorId }) => visitorId === this.shownId)
    if (visitor === undefined) return nothing
    return html`<chat-visitor-card
      .client=${this.client}
      .visitor=${visitor}
      .viewerId=${this.commercial.commercialId}
      .isPresent=${visitor.isOnline}
      .isOnlooker=${visitor.isOnlooker}
      .canClose=${true}
      .l10n=${this.l10n}
      @chat-close-details=${() => {
        this.shownId = null
      }}
      @chat-command=${this.#handleCommand}
      @chat-wanted-dialog=${({ mode }: HTMLElementEventMap['chat-wanted-dialog']) => {
        this.dialog = { kind: mode, visitor }
      }}
    ></chat-visitor-card>`
  }

  readonly #handleCommand = ({ command }: HTMLElementEventMap['chat-command']): void => {
    if (command.kind === 'chat') this.dispatchEvent(new ChatChosenEvent(command.chatId))
  }

  #renderDialog() {
    if (this.dialog === null) return nothing
    const { kind, visitor } = this.dialog
    const close = (): void => {
      this.dialog = null
      if (kind !== 'start') void this.#board.read()
    }
    if (kind === 'start') {
      return html`<chat-start-dialog
        .client=${this.client}
        .visitor=${visitor}
        .isOnlooker=${visitor.isOnlooker}
        .hasLeft=${visitor.isOnlooker && !this.#board.visitors.some(({ visitorId }) => visitorId === visitor.visitorId)}
        .l10n=${this.l10n}
        @chat-begun=${({ chatId }: HTMLElementEventMap['chat-begun']) => this.dispatchEvent(new ChatChosenEvent(chatId))}
        @close=${close}
      ></chat-start-dialog>`
    }
    if (kind === 'merge') {
      return html`<chat-merge-dialog
        .client=${this.client}
        .visitor=${visitor}
        .l10n=${this.l10n}
        @chat-merged=${({ visitorId }: HTMLElementEventMap['chat-merged']) => {
          this.shownId = visitorId
        }}
        @close=${close}
      ></chat-merge-dialog>`
    }
    return html`<chat-visitor-dialog
      .client=${this.client}
      .visitor=${visitor}
      .mode=${kind}
      .l10n=${this.l10n}
      @close=${close}
    ></chat-visitor-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-visitors-page': ChatVisitorsPage
  }
}
