import { LitElement, html, nothing } from 'lit'
import { property, query } from 'lit/decorators.js'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ChatView, ClientState } from '../../core/state.ts'
import { NEW_CHAT } from '../../core/state.ts'
import type { Localization } from '../../i18n/localization.ts'
import type { ChatComposer } from '../../parts/composer/composer.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { connectionBannerStyles } from '../../parts/connection-banner/connection-banner.styles.ts'
import { connectionBanner } from '../../parts/connection-banner/connection-banner.ts'
import { CountdownController } from '../../parts/connection-banner/countdown.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { WARNING } from '../../parts/icon/paths.ts'
import type { PartEvent } from '../../parts/part-events.ts'
import { reset } from '../../styles/reset.styles.ts'
import { visitorChat, visitorId } from '../visitor-chat.ts'
import { panelHeader } from './panel-header.ts'
import { panelStyles } from './panel.styles.ts'
import { statusWords } from './status-words.ts'
import '../../parts/composer/composer.ts'
import '../../parts/message-list/message-list.ts'

/**
 * The inside of the visitor's panel: who answers, what was said, where to write.
 *
 * @slot header-start - Before the team's faces.
 * @slot header-end - Before the minimize button.
 * @slot empty - Instead of the greeting, before the first message.
 * @slot above-composer - Between the messages and the field.
 * @slot footer - Instead of the line below the field.
 * @fires {PartEvent} chat-minimize
 */
@element('chat-panel')
export class ChatPanel extends LitElement {
  static override styles = [reset, avatarStyles, connectionBannerStyles, panelStyles]

  @property({ attribute: false }) client: ChatClient | undefined
  /** The client's. */
  @property({ attribute: false }) state: ClientState | undefined
  /** Required: what is said, and how times and numbers are written. */
  @property({ attribute: false }) l10n!: Localization
  /** Whether it covers the screen of a phone: minimizing then is leaving, and the button says so. */
  @property({ type: Boolean, reflect: true }) fullscreen = false
  /** Whether it stands in the page's flow, where nothing is to be minimized. */
  @property({ type: Boolean, reflect: true }) inline = false
  /** Whether anybody looks at it; only then is a message seen. */
  @property({ attribute: false }) isShowing = false

  @query('chat-composer') private composer!: ChatComposer | null

  constructor() {
    super()
    this.addController(new CountdownController(this, () => this.state?.connection))
  }

  override focus(options?: FocusOptions): void {
    this.composer?.focus(options)
  }

  /** Puts a text where the next message is written; it is never sent by itself. */
  prefill(text: string): void {
    if (this.composer !== null) this.composer.value = text
  }

  /** With the field in it, so that it can be given the focus. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete()
    await this.composer?.updateComplete
    return isComplete
  }

  override render() {
    const { strings } = this.l10n
    const { state } = this
    const chat = state && visitorChat(state)
    return html`
      ${panelHeader(this, state?.site)}
      ${connectionBanner(state?.connection, this.l10n, () => this.client?.connectNow())}
      ${this.#body(state, chat)}
      <div class="compose">
        ${chat?.chat?.status === 'CLOSED' ? html`<p class="closed">${strings.closed}</p>` : nothing}
        <slot name="above-composer"></slot>
        <chat-composer
          .l10n=${this.l10n}
          exportparts="input, send"
          @chat-submit=${this.#handleSubmit}
          @chat-typing=${() => this.#setTyping(chat)}
        ></chat-composer>
        <slot name="footer"
          ><p class="footer">${strings.poweredBy} <b>Sobremesa</b></p></slot
        >
      </div>
      <div class="sr" role="status">${statusWords(state, this.l10n)}</div>
    `
  }

  #body(state: ClientState | undefined, chat: ChatView | undefined) {
    if (!chat?.thread.length) {
      const load = chat?.history.state
      if (chat && load === 'failed') return this.#failed(chat)
      return chat?.chat && load !== 'ready' ? this.#skeleton() : this.#greeting(state)
    }
    return html`<chat-message-list
      .thread=${chat.thread}
      .viewer=${{ userType: 'visitor', userId: state && visitorId(state) }}
      .dividerSeq=${chat.dividerSeq}
      .otherReadSeq=${chat.chat?.otherReadSeq ?? 0}
      .typists=${chat.typists}
      .hasOlder=${chat.hasOlder}
      .older=${chat.older}
      .l10n=${this.l10n}
      .avatarOf=${this.#avatarOf}
      exportparts="log, message, bubble, bubble-in, bubble-out, meta, day-divider, unread-divider, avatar"
      @chat-load-older=${() => void this.client?.loadOlder(chat.chatId)}
      @chat-seen=${() => this.#markAsRead(chat)}
      @chat-retry=${(event: PartEvent<'chat-retry'>) => this.client?.retry(chat.chatId, event.clientMessageId)}
      @chat-discard=${(event: PartEvent<'chat-discard'>) => this.#discard(chat, event.clientMessageId)}
    ></chat-message-list>`
  }

  #greeting(state: ClientState | undefined) {
    const { strings } = this.l10n
    const isAway = state?.site?.online === false
    return html`<div class="body greeting">
      <slot name="empty">
        <h3>${strings.greeting}</h3>
        <p>${isAway ? strings.greetingOffline : strings.greetingOnline}</p>
      </slot>
    </div>`
  }

  #skeleton() {
    return html`<div class="body skeleton" aria-busy="true">
      <span class="sr">${this.l10n.strings.loading}</span>
      <i></i><i></i><i class="out"></i><i></i>
    </div>`
  }

  #failed({ chatId }: ChatView) {
    const { strings } = this.l10n
    return html`<div class="body failed">
      <p>${icon(WARNING)} ${strings.loadFailed}</p>
      <button type="button" class="button" @click=${() => this.client?.reload(chatId)}>
        ${strings.tryAgain}
      </button>
    </div>`
  }

  readonly #avatarOf = (senderId: string): string | undefined =>
    this.state?.site?.team.find(({ commercialId }) => commercialId === senderId)?.avatarUrl

  readonly #handleSubmit = ({ text }: PartEvent<'chat-submit'>): void => {
    const state = this.client?.state.get()
    const chat = state && visitorChat(state)
    this.client?.send({ ...(chat && { chatId: chat.chatId }), content: text })
  }

  #setTyping(chat: ChatView | undefined): void {
    if (chat !== undefined && chat.chatId !== NEW_CHAT) this.client?.setTyping(chat.chatId, true)
  }

  #markAsRead({ chatId }: ChatView): void {
    if (this.isShowing && chatId !== NEW_CHAT) this.client?.markAsRead(chatId)
  }

  /** The text comes back to be changed, unless something else is being written. */
  #discard({ chatId }: ChatView, clientMessageId: string): void {
    const text = this.client?.discard(chatId, clientMessageId) ?? ''
    const { composer } = this
    if (composer === null) return
    if (composer.value === '') composer.value = text
    composer.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-panel': ChatPanel
  }
}
