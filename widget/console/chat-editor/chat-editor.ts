import { html, LitElement, nothing } from 'lit'
import { property, query } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { ChatId } from '#shared/ids.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ChatView } from '../../core/state.ts'
import { fill, isolate } from '../../i18n/plural.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { icon } from '../../parts/icon/icon.ts'
import type { ChatComposer } from '../../parts/composer/composer.ts'
import '../../parts/composer/composer.ts'
import { element } from '../../parts/element.ts'
import { fire } from '../../parts/part-events.ts'
import type { FileSending } from '../../sending/file-sending.ts'
import { reset } from '../../styles/reset.styles.ts'
import type { ReplyPlace } from '../canned-replies/reply-picker.ts'
import { replyPickerStyles } from '../canned-replies/reply-picker.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { Drafts, type EditorMode } from '../drafts.ts'
import { toFormFailure } from '../form-failure.ts'
import { AT, LANGUAGES, LOCK, REOPEN, ZAP } from '../icon-paths.ts'
import { namedIn } from '../mentions/named-in.ts'
import { controls } from '../styles/controls.styles.ts'
import { mayTranslate } from '../translating/browser-api.ts'
import { DraftTranslation } from '../translating/draft-translation.ts'
import { visitorName } from '../visitor-name.ts'
import { chatEditorStyles } from './chat-editor.styles.ts'
import { closeOnceSent } from './close-once-sent.ts'
import { typeSign } from './field-picker.ts'
import { FieldPickers } from './field-pickers.ts'
import { HeldReply, type Reply } from './held-reply.ts'
import { sendsAndCloses } from './keys.ts'
import { staleDraft, staleNotice } from './stale-reply.ts'

const MODIFIER = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl'

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
  static override styles = [reset, controls, avatarStyles, chatEditorStyles, replyPickerStyles]

  readonly #pickers = new FieldPickers(this)
  readonly #held = new HeldReply(this)
  readonly #translation = new DraftTranslation(this)
  /** What is submitted now closes the chat, too. */
  #closes = false

  @query('chat-composer') composer: ChatComposer | null | undefined

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) view: ChatView | undefined
  @property({ attribute: false }) drafts = new Drafts()
  /** Absent: no file is sent from here. */
  @property({ attribute: false }) files: FileSending | undefined
  /** What lies ready to go with the next message. */
  @property({ attribute: false }) tray: unknown
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  /** Told what did not happen after all, in a sentence, whichever chat is on screen by then. */
  @property({ attribute: false }) report: (problem: string) => void = () => {}
  /** How long an answer can be taken back; 0: not at all. */
  @property({ attribute: 'undo-seconds', type: Number }) undoSeconds = 0

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
    this.#pickers.describe(this.renderRoot)
  }

  override render() {
    if (this.view === undefined) return nothing
    const mode = this.drafts.modeOf(this.view.chatId)
    const isClosed = this.view.chat?.status === 'CLOSED'
    return html`${this.#renderStale(this.view)} ${this.#held.render(this.l10n)} ${this.#translation.render()}
      <div class="editor ${mode}">
        ${this.#pickers.render()} ${this.#renderModes(mode)}
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
        @focusout=${() => this.#pickers.close()}
      >
        ${this.files?.tools() ?? nothing}
        ${
          isNote
            ? this.#renderTool(AT, strings.nameColleague, () => this.#call('@'))
            : this.#renderTool(ZAP, strings.cannedReplies, () => this.#call('/'))
        }
        ${
          !isNote && mayTranslate(this.visitorsLocale, this.l10n.locale)
            ? this.#renderTool(LANGUAGES, strings.translateDraft, () => void this.#translation.start())
            : nothing
        }
        ${isNote ? nothing : html`<span slot="actions" class="hint" aria-hidden="true"><kbd>${MODIFIER}</kbd><kbd>⏎</kbd> ${strings.sendAndClose}</span>`}
      </chat-composer>`
  }

  #renderTool(path: string, label: string, act: () => void) {
    return html`<button
      slot="actions"
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      ${icon(path)}
    </button>`
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
          this.files?.keepFileOf(draft.clientMessageId)
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
    this.#translation.written(event.text)
    if (this.field !== null) void this.#pickers.look(this.field)
  }

  get field(): HTMLTextAreaElement | null {
    return this.composer?.renderRoot.querySelector('textarea') ?? null
  }

  /** For the pickers: the chat, once it is known. */
  place(): ReplyPlace | null {
    const { client, view, l10n } = this
    return client === undefined || !view?.chat ? null : { client, chat: view.chat, l10n }
  }

  get visitorsLocale(): string | undefined {
    return this.view?.chat?.visitor.locale
  }

  get lastSaid(): string {
    return this.view?.thread.findLast(({ senderType }) => senderType === 'visitor')?.content ?? ''
  }

  isNote(): boolean {
    return this.view !== undefined && this.drafts.modeOf(this.view.chatId) === 'note'
  }

  /** As its button does: what cannot be sent is not. */
  submit(): void {
    this.composer?.renderRoot.querySelector('form')?.requestSubmit()
  }

  /** As if the sign had been typed. */
  #call(sign: '/' | '@'): void {
    if (this.field !== null) typeSign(this.field, sign)
  }

  /** Before the field, to which Enter means something else. */
  readonly #pickerKeys = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      const closes = !this.isNote() && sendsAndCloses(event)
      if (!closes && !this.#pickers.handleKey(event)) return
      event.preventDefault()
      event.stopPropagation()
      if (!closes) return
      this.#closes = true
      this.submit()
      this.#closes = false
    },
  }

  readonly #handleTyping = (): void => {
    if (this.view === undefined) return
    const { chatId } = this.view
    this.client?.setTyping(chatId, true, { isInternal: this.drafts.modeOf(chatId) === 'note' })
  }

  readonly #handleSubmit = (event: HTMLElementEventMap['chat-submit']): void => {
    if (this.view === undefined) return
    this.#translation.leave()
    const { chatId } = this.view
    const reply = { chatId, text: event.text, closes: this.#closes }
    if (this.composer?.hasFiles === true) return this.#submitFiles(reply)
    if (this.isNote()) this.#saveNote(reply)
    else this.#held.hold(reply, this.undoSeconds)
  }

  /** After what was written before them. A note that names somebody goes ahead of its files: they are to hear of it. */
  #submitFiles(reply: Reply): void {
    const { chatId, text, closes } = reply
    this.#held.release()
    const isAlone = this.isNote() && text !== ''
    if (isAlone) this.#saveNote(reply)
    const keys = this.files?.submit(isAlone ? '' : text)
    if (closes && keys !== undefined) this.#closeAfter(chatId, keys)
  }

  #saveNote({ chatId, text }: Reply): void {
    const mentions = namedIn(text, this.client?.state.get().team ?? [])
    this.client?.send({ chatId, content: text, isInternal: true, ...(mentions.length > 0 && { mentions }) })
  }

  deliver({ chatId, text, closes }: Reply): void {
    const key = this.client?.send({ chatId, content: text, isInternal: false })
    if (closes && key !== undefined) this.#closeAfter(chatId, [key])
  }

  #closeAfter(chatId: ChatId, keys: readonly string[]): void {
    const { client, report, l10n } = this
    if (client === undefined) return
    const visitor = this.view?.chat?.visitor
    const name = visitor === undefined ? l10n.console.visitor : visitorName(visitor, l10n.console.visitor)
    const { staysOpen, serverUnreachable } = l10n.console
    closeOnceSent(client, {
      chatId,
      keys,
      files: this.files?.outgoing,
      onFailed: (what, cause) =>
        report(
          what === 'message'
            ? fill(staysOpen, { name: isolate(name) })
            : toFormFailure(cause, serverUnreachable).message,
        ),
    })
  }

  takeBack(): void {
    const reply = this.#held.undo()
    if (reply !== null) this.restore(reply.text, 'reply')
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
