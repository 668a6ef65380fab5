import { LitElement, html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { keepFocus } from '../../controllers/keep-focus.ts'
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
import { MORE, WARNING } from '../../parts/icon/paths.ts'
import type { PartEvent } from '../../parts/part-events.ts'
import { reset } from '../../styles/reset.styles.ts'
import type { FileSending } from '../../sending/file-sending.ts'
import type { More } from '../more/more.ts'
import type { Unsent } from '../unsent/unsent.ts'
import { visitorChat, visitorId } from '../visitor-chat.ts'
import { panelHeader } from './panel-header.ts'
import { panelStyles } from './panel.styles.ts'
import { tell } from '../widget-events.ts'
import { widgetOf } from '../widget-of.ts'
import { filledSlots, forward } from '../filled-slots.ts'
import { placeOf } from './place.ts'
import type { Place } from './place.ts'
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
 * @slot offline - Instead of what a closed site says above its form.
 * @slot prechat-extra - Further fields of the page's before the chat begins.
 * @slot footer - Instead of the line below the field.
 * @fires {PartEvent} chat-minimize
 */
@element('chat-panel')
export class ChatPanel extends LitElement {
  static override styles = [reset, avatarStyles, connectionBannerStyles, panelStyles]

  @property({ attribute: false }) client: ChatClient | undefined
  /** The client's. */
  @property({ attribute: false }) state: ClientState | undefined
  /** Under which the visitor's choices are kept. */
  @property({ attribute: false }) siteId = ''
  /** Under which what is being written is kept in the page's storage. */
  @property({ attribute: false }) draftKey = ''
  /** Required: what is said, and how times and numbers are written. */
  @property({ attribute: false }) l10n!: Localization
  /** Whether it covers the screen of a phone: minimizing then is leaving, and the button says so. */
  @property({ type: Boolean, reflect: true }) fullscreen = false
  /** Whether it stands in the page's flow, where nothing is to be minimized. */
  @property({ type: Boolean, reflect: true }) inline = false
  /** The page's own, in the field. */
  @property({ attribute: false }) placeholder: string | undefined
  /** Whether anybody looks at it; only then is a message seen. */
  @property({ attribute: false }) isShowing = false

  /** Forms, the end of a chat, the menu: here once one of them was needed; null when they cannot be had. */
  @state() private more: More | null | undefined
  @state() private wantsMenu = false
  @state() private place: Place = 'composer'
  /** Whether the visitor is done with what stood in the composer's place. */
  #isPast = false
  #coming: Promise<void> | undefined

  @query('chat-start-form, chat-ended') private instead!: (LitElement & { isSending: boolean }) | null
  @query('chat-composer') composer!: ChatComposer | null

  /** Whether the focus is to go into what stands in the composer's place, as soon as that is there. */
  #isFocusComing = false
  /** Null while it comes, like `#files`. */
  #unsent: Unsent | null | undefined
  #files: FileSending | null | undefined

  constructor() {
    super()
    this.addController(new CountdownController(this, () => this.state?.connection))
    keepFocus(this, this.#goOn)
  }

  override focus(options?: FocusOptions): void {
    this.#isFocusComing = this.more !== null && this.place !== 'composer' && !this.instead
    const place = this.instead ?? this.composer
    // Until then the frame has it: there Escape is heard.
    ;(this.#isFocusComing ? this.parentElement : place)?.focus(options)
  }

  readonly #goOn = (lost: Element): void => {
    // The visitor's menu comes in the place of its button, and takes the focus by itself.
    if (lost.matches('.options')) return
    // On a phone the field would bring up the keyboard.
    if (this.fullscreen) this.parentElement?.focus()
    else this.focus()
  }

  /** Puts a text where the next message is written; it is never sent by itself. */
  prefill(text: string): void {
    if (this.composer) this.composer.value = text
  }

  /** With the fields in it, so that they can be given the focus. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete()
    await (this.instead ?? this.composer)?.updateComplete
    return isComplete
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const chat = this.state && visitorChat(this.state)?.chat
    // What ends again, ends again.
    if (chat && chat.status !== 'CLOSED') this.#isPast = false
    // What is on its way keeps the place that it was written in.
    if (!this.instead?.isSending) this.place = placeOf(this.state, this.#isPast)
    if (changed.has('l10n')) this.#coming = undefined
    const isNeeded = this.wantsMenu || this.place !== 'composer'
    if (isNeeded && this.#coming === undefined) this.#coming = this.#bringMore()
  }

  async #bringMore(): Promise<void> {
    // Without its form a chat is still a chat.
    this.more = await import('../more/more.ts')
      .then((module) => module.loadMore(this.l10n.locale))
      .catch(() => null)
  }

  /** Now one writes, whatever stood there instead. */
  #write(): void {
    this.#isPast = true
    this.requestUpdate()
    void this.updateComplete.then(() => this.focus())
  }

  override render() {
    const { strings } = this.l10n
    const { state } = this
    const chat = state && visitorChat(state)
    const place = this.more === null ? 'composer' : this.place
    return html`
      ${panelHeader(this, state?.site, this.#menu(state))}
      ${connectionBanner(state?.connection, this.l10n, () => this.client?.connectNow())}
      ${place === 'form' ? this.#form(state) : this.#body(state, this.#files?.over(chat) ?? chat)}
      ${place === 'end' ? this.#end(chat) : nothing}
      <div class="compose" ?hidden=${place !== 'composer'}>
        ${chat?.chat?.status === 'CLOSED' ? html`<p class="closed">${strings.closed}</p>` : nothing}
        <slot name="above-composer"></slot>
        ${this.#unsent?.bar()} ${this.#files?.tray()}
        <chat-composer
          .l10n=${this.l10n}
          .placeholder=${this.placeholder ?? state?.site?.texts.placeholder}
          exportparts="box: composer, input, emoji, send"
          @chat-submit=${this.#handleSubmit}
          @chat-draft=${() => this.#unsent?.keep()}
          @chat-typing=${() => this.#setTyping(chat)}
        ></chat-composer>
        <slot name="footer"
          ><p class="footer" part="footer">${strings.poweredBy} <b>Sobremesa</b></p></slot
        >
      </div>
      <div class="sr" role="status">${statusWords(state, this.l10n)}</div>
    `
  }

  override updated(): void {
    if (this.#isFocusComing && this.parentElement?.matches(':focus'))
      void this.updateComplete.then(() => this.focus())
    const features = this.state?.site?.features
    // A chat without drafts, or without files, is still a chat.
    if (this.#unsent === undefined && this.draftKey && (features?.drafts || features?.undoSendSeconds)) {
      this.#unsent = null
      void import('../unsent/unsent.ts').then(
        ({ Unsent }) => {
          this.#unsent = new Unsent(this)
          this.requestUpdate()
        },
        () => undefined,
      )
    }
    if (this.#files === undefined && features?.files) {
      this.#files = null
      void import('../files/panel-files.ts').then(
        ({ sendFiles }) => {
          this.#files = sendFiles(this)
        },
        () => undefined,
      )
    }
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
      exportparts="log, message, bubble, bubble-in, bubble-out, meta, day-divider, unread-divider, avatar, typing, file, image"
      @chat-load-older=${() => void this.client?.loadOlder(chat.chatId)}
      @chat-seen=${() => this.#markAsRead(chat)}
      @chat-retry=${(event: PartEvent<'chat-retry'>) => this.client?.retry(chat.chatId, event.clientMessageId)}
      @chat-discard=${(event: PartEvent<'chat-discard'>) => this.#discard(chat, event.clientMessageId)}
    ></chat-message-list>`
  }

  #form(state: ClientState | undefined) {
    if (!this.more) return this.#skeleton()
    return html`<chat-start-form
      .client=${this.client}
      .site=${state?.site}
      .l10n=${this.l10n}
      .words=${this.more.words}
      .isKnown=${state?.session.state === 'visitor'}
      .draft=${this.composer?.value ?? ''}
      @chat-draft=${({ text }: PartEvent<'chat-draft'>) => this.prefill(text)}
      @chat-started=${() => this.#write()}
      exportparts="form"
      >${filledSlots(this, 'offline prechat-extra').map(forward)}</chat-start-form
    >`
  }

  #menu(state: ClientState | undefined) {
    if (this.wantsMenu && this.more && state)
      return html`<chat-visitor-menu
        .client=${this.client}
        .state=${state}
        .siteId=${this.siteId}
        .l10n=${this.l10n}
        .words=${this.more.words}
      ></chat-visitor-menu>`
    return html`<button
      type="button"
      class="tool options"
      aria-label=${this.l10n.strings.options}
      aria-haspopup="menu"
      @click=${() => (this.wantsMenu = true)}
    >
      ${icon(MORE)}
    </button>`
  }

  #end(chat: ChatView | undefined) {
    if (!this.more) return nothing
    return html`<chat-ended
      .client=${this.client}
      .chat=${chat?.chat}
      .canRate=${this.state?.site?.features.rating}
      .l10n=${this.l10n}
      .words=${this.more.words}
      @chat-resume=${() => this.#write()}
    ></chat-ended>`
  }

  #greeting(state: ClientState | undefined) {
    const { strings } = this.l10n
    const isAway = state?.site?.online === false
    return html`<div class="body greeting">
      <slot name="empty">
        <h3>${state?.site?.texts.greeting ?? strings.greeting}</h3>
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
    // The page may object; then the text stays where it was written.
    const draft = widgetOf(this)?.beforeSend?.({ content: text }) ?? { content: text }
    if (!draft || !tell(this, 'chat-send', { draft })) return this.prefill(text)
    const { content } = draft
    if (this.#files?.submit(content)) return
    if (this.#unsent) this.#unsent.submit(content)
    else this.send(content)
  }

  /** Gives a text to the client, as what the visitor says next. */
  send(text: string): void {
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
    if (!this.composer?.value) this.prefill(text)
    this.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-panel': ChatPanel
  }
}
