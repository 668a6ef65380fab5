import { html, LitElement, nothing } from 'lit'
import { property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ChatView } from '../../core/state.ts'
import { icon } from '../../parts/icon/icon.ts'
import type { ChatComposer } from '../../parts/composer/composer.ts'
import '../../parts/composer/composer.ts'
import { element } from '../../parts/element.ts'
import { fire } from '../../parts/part-events.ts'
import type { FileSending } from '../../sending/file-sending.ts'
import { reset } from '../../styles/reset.styles.ts'
import type { ReplyPicker } from '../canned-replies/reply-picker.ts'
import { replyPickerStyles } from '../canned-replies/reply-picker.styles.ts'
import { slashWord } from '../canned-replies/slash-word.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { Drafts, type EditorMode } from '../drafts.ts'
import { LOCK, REOPEN, ZAP } from '../icon-paths.ts'
import { controls } from '../styles/controls.styles.ts'
import { chatEditorStyles } from './chat-editor.styles.ts'
import { staleDraft, staleNotice } from './stale-reply.ts'

/** The closed chat is wanted open again. */
export class ChatReopenEvent extends Event {
  static readonly type = 'chat-reopen'

  constructor() {
    super(ChatReopenEvent.type, { bubbles: true })
  }
}

/**
 * Where one answers the visitor, or leaves the team a note. In note mode all of it is saffron and the button says so: a note is never
 * sent to a visitor by mistake. What was being written stays with its chat and its mode.
 *
 * @fires {ChatReopenEvent} chat-reopen
 * @fires {PartEvent} chat-draft - what is being written is this now
 */
@element('chat-editor')
export class ChatEditor extends LitElement {
  static override styles = [reset, controls, chatEditorStyles, replyPickerStyles]

  /** Comes with the first slash. */
  #picker: ReplyPicker | undefined

  @query('chat-composer') composer: ChatComposer | null | undefined

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) view: ChatView | undefined
  @property({ attribute: false }) drafts = new Drafts()
  /** Absent: no file is sent from here. */
  @property({ attribute: false }) files: FileSending | undefined
  /** What lies ready to go with the next message. */
  @property({ attribute: false }) tray: unknown
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override focus(options?: FocusOptions): void {
    const target = this.composer ?? this.renderRoot.querySelector('button')
    const isReady = this.composer?.updateComplete ?? Promise.resolve(true)
    void isReady.then(() => target?.focus(options))
  }

  /** Puts a text that was not sent back where it was written, before what has been written since. */
  restore(text: string, mode: EditorMode): void {
    if (this.view === undefined) return
    const { chatId } = this.view
    const since = this.drafts.textOf(chatId, mode)
    const whole = since === '' ? text : `${text}\n${since}`
    this.drafts.write(chatId, mode, whole)
    this.#choose(mode)
    fire(this, 'chat-draft', { text: whole })
  }

  #choose(mode: EditorMode): void {
    if (this.view === undefined) return
    this.client?.setTyping(this.view.chatId, false)
    this.drafts.choose(this.view.chatId, mode)
    this.requestUpdate()
    void this.updateComplete.then(() => this.focus())
  }

  override updated(): void {
    this.#picker?.describe(this.renderRoot)
  }

  override render() {
    if (this.view === undefined) return nothing
    const mode = this.drafts.modeOf(this.view.chatId)
    const isClosed = this.view.chat?.status === 'CLOSED'
    return html`${this.#renderStale(this.view)}
      <div class="editor ${mode}">
        ${this.#picker?.render() ?? nothing} ${this.#renderModes(mode)}
        ${isClosed && mode === 'reply' ? this.#renderClosed() : this.#renderComposer(this.view, mode)}
      </div>`
  }

  #renderModes(mode: EditorMode) {
    const strings = this.l10n.console
    return html`<div class="modes" role="group" aria-label=${strings.writeAs}>
      <button
        type="button"
        aria-pressed=${mode === 'reply' ? 'true' : 'false'}
        @click=${() => this.#choose('reply')}
      >
        ${strings.reply}
      </button>
      <button
        type="button"
        aria-pressed=${mode === 'note' ? 'true' : 'false'}
        @click=${() => this.#choose('note')}
      >
        ${icon(LOCK)}${strings.internalNote}
      </button>
    </div>`
  }

  #renderComposer({ chatId }: ChatView, mode: EditorMode) {
    const strings = this.l10n.console
    const isNote = mode === 'note'
    return html`<div class="tray">${this.tray ?? nothing}</div>
      <chat-composer
        .value=${live(this.drafts.textOf(chatId, mode))}
        .placeholder=${isNote ? strings.notePlaceholder : strings.replyPlaceholder}
        .sendLabel=${isNote ? strings.saveNote : strings.send}
        .l10n=${this.l10n}
        @chat-draft=${this.#handleDraft}
        @chat-typing=${this.#handleTyping}
        @chat-submit=${this.#handleSubmit}
        @keydown=${this.#pickerKeys}
        @focusout=${() => this.#picker?.close()}
      >
        ${this.files?.tools() ?? nothing}
        <button
          slot="actions"
          class="icon-button"
          type="button"
          aria-label=${strings.cannedReplies}
          title=${strings.cannedReplies}
          @click=${this.#callForReply}
        >
          ${icon(ZAP)}
        </button>
      </chat-composer>`
  }

  #renderClosed() {
    const strings = this.l10n.console
    return html`<div class="closed">
      <p>${strings.chatIsClosed}</p>
      <button class="button" type="button" @click=${() => this.dispatchEvent(new ChatReopenEvent())}>
        ${icon(REOPEN)}${strings.reopen}
      </button>
    </div>`
  }

  #renderStale({ chatId, thread }: ChatView) {
    const draft = staleDraft(thread)
    if (draft === undefined) return html`<div role="status"></div>`
    return html`<div role="status">
      ${staleNotice({
        draft,
        l10n: this.l10n,
        send: () => {
          this.client?.retry(chatId, draft.clientMessageId)
          this.focus()
        },
        keepWriting: () => {
          const text = this.client?.discard(chatId, draft.clientMessageId)
          this.restore(text ?? draft.content, 'reply')
        },
      })}
    </div>`
  }

  readonly #handleDraft = (event: HTMLElementEventMap['chat-draft']): void => {
    if (this.view === undefined) return
    const { chatId } = this.view
    this.drafts.write(chatId, this.drafts.modeOf(chatId), event.text)
    fire(this, 'chat-draft', { text: event.text })
    this.requestUpdate()
    void this.#lookForSlash()
  }

  get #field(): HTMLTextAreaElement | null {
    return this.composer?.renderRoot.querySelector('textarea') ?? null
  }

  async #lookForSlash(): Promise<void> {
    const field = this.#field
    if (field === null) return
    if (this.#picker === undefined && slashWord(field.value, field.selectionStart) !== null) {
      await this.#bringPicker()
    }
    this.#picker?.look(field)
  }

  async #bringPicker(): Promise<void> {
    const { ReplyPicker } = await import('../canned-replies/reply-picker.ts')
    const { client, view, l10n } = this
    if (client === undefined || !view?.chat) return
    this.#picker ??= new ReplyPicker(this, { client, chat: view.chat, l10n })
  }

  /** As if the slash had been typed. */
  readonly #callForReply = (): void => {
    const field = this.#field
    if (field === null) return
    field.focus()
    const isApart = /(?:^|\s)$/.test(field.value.slice(0, field.selectionStart))
    field.setRangeText(isApart ? '/' : ' /', field.selectionStart, field.selectionEnd, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }))
  }

  /** Before the field, to which Enter means something else. */
  readonly #pickerKeys = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      if (this.#picker?.handleKey(event) !== true) return
      event.preventDefault()
      event.stopPropagation()
    },
  }

  readonly #handleTyping = (): void => {
    if (this.view === undefined) return
    const { chatId } = this.view
    this.client?.setTyping(chatId, true, { isInternal: this.drafts.modeOf(chatId) === 'note' })
  }

  readonly #handleSubmit = (event: HTMLElementEventMap['chat-submit']): void => {
    if (this.view === undefined) return
    const { chatId } = this.view
    const isInternal = this.drafts.modeOf(chatId) === 'note'
    if (this.files?.submit(event.text)) return
    this.client?.send({ chatId, content: event.text, isInternal })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-editor': ChatEditor
  }
  interface HTMLElementEventMap {
    'chat-reopen': ChatReopenEvent
  }
}
