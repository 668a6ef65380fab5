import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import type { StatsQuery } from '#shared/stats.ts'
import { toFailure } from '../../core/api-error.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { Load } from '../../core/state.ts'
import { fill } from '../../i18n/plural.ts'
import { statsEn, type StatsStrings } from '../../i18n/stats.en.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOSE } from '../../parts/icon/paths.ts'
import { reset } from '../../styles/reset.styles.ts'
import { lastLine } from '../chat-row/last-line.ts'
import { rowTime } from '../chat-row/row-time.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import '../load-more/load-more.ts'
import { Modal } from '../modal.ts'
import { failureNotice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import { ChatChosenEvent } from '../sections/section.ts'
import { controls } from '../styles/controls.styles.ts'
import { visitorName } from '../visitor-name.ts'
import type { ChatsFilter } from './shown.ts'
import { statsChatsStyles } from './stats-chats.styles.ts'

/**
 * The conversations of one figure, in a drawer over the page.
 *
 * @fires {ChatChosenEvent} chat-chosen - one of them is wanted
 * @fires close - it is not on screen any more
 */
@element('chat-stats-chats')
export class ChatStatsChats extends LitElement {
  static override styles = [reset, controls, avatarStyles, noticeStyles, statsChatsStyles]

  readonly #modal = new Modal(this)

  @state() private chats: readonly Chat[] = []
  @state() private nextCursor: string | null = null
  @state() private load: Load = { state: 'loading' }

  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) asked!: StatsQuery
  @property({ attribute: false }) filter: ChatsFilter = {}
  /** Which figure, in words. */
  @property() heading = ''
  @property() viewerId = ''
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ attribute: false }) words: StatsStrings = statsEn

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('filter') || changed.has('asked')) void this.#read(null)
  }

  async #read(cursor: string | null): Promise<void> {
    const { filter } = this
    this.load = { state: 'loading' }
    try {
      const page = await this.client.call('GET /v2/stats/chats', { query: this.#query(cursor) })
      if (filter !== this.filter) return
      this.chats = cursor === null ? page.chats : [...this.chats, ...page.chats]
      this.nextCursor = page.nextCursor
      this.load = { state: 'ready' }
    } catch (error) {
      if (filter === this.filter) this.load = { state: 'failed', failure: toFailure(error) }
    }
  }

  #query(cursor: string | null) {
    const { period, weekday, hour, outcome, bucket, commercialId, score } = this.filter
    return {
      ...this.asked,
      ...period,
      ...(weekday !== undefined && { weekday: String(weekday) }),
      ...(hour !== undefined && { hour: String(hour) }),
      ...(outcome !== undefined && { outcome }),
      ...(bucket !== undefined && { bucket: String(bucket) }),
      ...(commercialId !== undefined && { commercialId }),
      ...(score !== undefined && { score: String(score) }),
      ...(cursor !== null && { cursor }),
    }
  }

  override render() {
    const { words } = this
    const title = fill(words.chatsOf, { what: this.heading })
    return html`<dialog aria-label=${title}>
      <div class="drawer">
        <header>
          <h2>${title}</h2>
          <button
            class="icon-button"
            type="button"
            aria-label=${words.close}
            title=${words.close}
            @click=${this.#modal.leave}
          >
            ${icon(CLOSE)}
          </button>
        </header>
        ${this.#renderBody()}
      </div>
    </dialog>`
  }

  #renderBody() {
    const { words, chats, load } = this
    if (load.state === 'failed' && chats.length === 0) {
      const retry = () => void this.#read(null)
      return failureNotice({ title: words.chatsFailed, failure: load.failure, l10n: this.l10n, retry })
    }
    if (chats.length === 0) {
      return html`<p class="quiet" role="status">
        ${load.state === 'loading' ? words.loadingChats : words.noChats}
      </p>`
    }
    return html`<ul>
        ${chats.map((chat) => this.#renderChat(chat))}
      </ul>
      ${
        this.nextCursor === null
          ? nothing
          : html`<chat-load-more
              .l10n=${this.l10n}
              .load=${load}
              @chat-load-more=${() => void this.#read(this.nextCursor)}
            ></chat-load-more>`
      }`
  }

  #renderChat(chat: Chat) {
    const { l10n } = this
    const name = visitorName(chat.visitor, l10n.console.visitor)
    const score = chat.rating?.score
    return html`<li>
      <button type="button" @click=${() => this.#open(chat.chatId)}>
        ${avatar({ name, size: 32 })}
        <span class="name clipped"><bdi>${name}</bdi></span>
        <time datetime=${chat.createdAt}>${rowTime(l10n, chat.createdAt, new Date())}</time>
        <span class="line clipped" dir="auto">${lastLine(chat, this.viewerId, l10n)}</span>
        <span class="chips">
          <span class="chip">${l10n.console.statuses[chat.status]}</span>
          ${score === undefined ? nothing : html`<span class="chip ${score < 3 ? 'bad' : 'good'}">${fill(this.words.rated, { score: String(score) })}</span>`}
        </span>
      </button>
    </li>`
  }

  #open(chatId: ChatId): void {
    // Closed first: the focus goes on to the chat, not back to the bar.
    this.#modal.leave()
    this.dispatchEvent(new ChatChosenEvent(chatId))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-stats-chats': ChatStatsChats
  }
}
