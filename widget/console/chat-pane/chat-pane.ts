import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Chat } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { StoreController } from '../../controllers/selector.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { ChatView, ClientState, Thread, ThreadMessage, Typist } from '../../core/state.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import type { ChatComposer } from '../../parts/composer/composer.ts'
import '../../parts/message-list/message-list.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import type { ChatEditor } from '../chat-editor/chat-editor.ts'
import '../chat-editor/chat-editor.ts'
import type { ChatHeader } from '../chat-header/chat-header.ts'
import { ChatActionEvent, isForScreen, type WorkAction } from '../chat-header/chat-action.ts'
import '../chat-header/chat-header.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { Drafts, type EditorMode } from '../drafts.ts'
import '../internal-note/internal-note.ts'
import type { Layout } from '../layout.ts'
import { lastEditable, MessageActions } from '../message-actions/message-actions.ts'
import { ChatCommandEvent } from '../palette/command.ts'
import { failureNotice, notice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import { stripStyles } from '../strip/strip.styles.ts'
import { controls } from '../styles/controls.styles.ts'
import { PaneTranslation } from '../translating/pane-translation.ts'
import { visitorName } from '../visitor-name.ts'
import { WatchController } from '../watch.ts'
import { DraftKeeper } from '../draft-keeper.ts'
import { LookController } from '../look.ts'
import { chatPaneStyles } from './chat-pane.styles.ts'
import { AttendedReading } from './attended-reading.ts'
import { colleaguesHere } from './colleagues-here.ts'
import { lastOf } from './last-of.ts'
import { createVisitorNamer } from './name-visitor.ts'
import { sendFiles } from './pane-files.ts'
import { perform } from './perform.ts'
import { refusalNotice, toRefused, type Refused } from './refusal-notice.ts'
import { RevealController } from './reveal.ts'
import { UnreadMarkController } from './unread-mark.ts'

/**
 * One chat: who it is with, what was said, and where to answer.
 *
 * @fires {ChatCommandEvent} chat-command - with one of its messages
 * @fires {ChatActionEvent} chat-action - `back` and `details`, which are about the screen; the rest is done here.
 */
@element('chat-pane')
export class ChatPane extends LitElement {
  static override styles = [reset, controls, avatarStyles, noticeStyles, stripStyles, chatPaneStyles]

  readonly #state = new StoreController<ClientState, ClientState>(this, (all) => all)
  readonly #watch = new WatchController()
  readonly #look = new LookController()
  readonly #keeper = new DraftKeeper(this)
  readonly #reveal = new RevealController(this, () => this.#view)
  readonly #reading = new AttendedReading(this)
  readonly #mark = new UnreadMarkController(this, () => this.#chat)
  readonly #nameVisitor = createVisitorNamer()
  readonly translation = new PaneTranslation(this)
  readonly #actions = new MessageActions(this)
  readonly #files = sendFiles(this)
  /** One thing at a time is done with a chat: a double click claims once. */
  #isBusy = false
  #wantsFocus = false

  @query('chat-editor') private editor: ChatEditor | null | undefined
  @query('chat-header') private header: ChatHeader | null | undefined

  /** The last thing that could not be done with this chat. */
  @state() private refused: Refused | null = null

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: 'viewer-id' }) viewerId = ''
  @property({ attribute: 'chat-id' }) chatId: ChatId | null = null
  @property({ attribute: false }) drafts = new Drafts()
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property() layout: Layout = 'wide'
  @property({ type: Boolean, attribute: 'has-details' }) hasDetails = false
  /** Told what did not happen after all, whichever chat is on screen by then. */
  @property({ attribute: false }) report: (problem: string) => void = () => {}

  constructor() {
    super()
    this.addController(this.#watch)
    this.addController(this.#look)
  }

  /** To where one writes; on a phone to the name, so that no keyboard covers the chat before it has been read. */
  override focus(): void {
    // Neither may be there yet: a chat shows before it has been read.
    this.#wantsFocus = true
    this.requestUpdate()
  }

  /** Where the answer, or the note, is written. */
  get composer(): ChatComposer | null | undefined {
    return this.editor?.composer
  }

  thread(): Thread {
    return this.#view?.thread ?? []
  }

  chat(): Chat | undefined {
    return this.#chat
  }

  person() {
    const { session } = this.#state.value ?? {}
    return session?.state === 'commercial' ? session.commercial : null
  }

  /** Arrow up in an empty field, as in many chats: the last thing one wrote. Before the field, which tells the page of no typing. */
  readonly #fieldKeys = {
    capture: true,
    handleEvent: (event: KeyboardEvent): void => {
      if (event.key !== 'ArrowUp' || event.altKey || event.shiftKey || event.isComposing) return
      const { chatId, drafts } = this
      if (chatId === null || drafts.textOf(chatId, drafts.modeOf(chatId)) !== '') return
      const message = lastEditable(this.thread(), this.person(), Date.now())
      if (message === undefined) return
      event.preventDefault()
      this.dispatchEvent(new ChatCommandEvent({ kind: 'change-message', what: 'edit', message }))
    },
  }

  draftsChanged(): void {
    this.editor?.requestUpdate()
  }

  /** To an answer, or to a note. */
  write(mode: EditorMode): void {
    if (this.chatId === null) return
    this.drafts.choose(this.chatId, mode)
    this.focus()
  }

  /** To a message of the chat, however far back it was written. */
  reveal(seq: number): void {
    this.#reveal.want(seq)
    this.requestUpdate()
  }

  /** Once more, by whoever chooses it while it is on screen. */
  opened(): void {
    this.#mark.opened()
  }

  /** Back to the button that showed the visitor's details. */
  focusDetails(): void {
    this.header?.renderRoot.querySelector<HTMLElement>('.details')?.focus()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client')) this.#state.watch(this.client?.state)
    if (changed.has('client') || changed.has('chatId')) {
      this.#watch.watch(this.client, this.chatId)
      this.#look.look(this.client, this.chatId)
    }
    if (!changed.has('chatId')) return
    this.refused = null
    this.#reading.leave()
    this.#mark.opened()
  }

  override updated(): void {
    const target = this.layout === 'phone' ? this.header : this.editor
    if (!this.#wantsFocus || !target) return
    this.#wantsFocus = false
    void target.updateComplete.then(() => target.focus())
  }

  get #view(): ChatView | undefined {
    return this.chatId === null ? undefined : this.#state.value?.chats.get(this.chatId)
  }

  get #visitorName(): string {
    const chat = this.#chat
    return chat === undefined ? '' : visitorName(chat.visitor, this.l10n.console.visitor)
  }

  /** What is known of the chat; the list knows it before it has been read. */
  get #chat(): Chat | undefined {
    return this.#view?.chat ?? this.#state.value?.inbox?.chats.find(({ chatId }) => chatId === this.chatId)
  }

  override render() {
    const { chatId, client } = this
    if (client === undefined || chatId === null) return nothing
    const view = this.#view
    const chat = this.#chat
    const name = this.#visitorName
    const desk = this.#state.value?.desk
    return html`<section
      aria-label=${this.#label(name)}
      @chat-action=${this.#handleAction}
      @chat-reopen=${this.#handleReopen}
    >
      <chat-header
        .chat=${chat}
        .team=${this.#state.value?.team ?? []}
        .viewerId=${this.viewerId}
        .l10n=${this.l10n}
        .layout=${this.layout}
        .hasDetails=${this.hasDetails}
        .isTranslated=${this.translation.isOn}
        .isPresent=${chat !== undefined && (desk?.present.has(chat.visitor.visitorId) ?? false)}
        .isTyping=${view?.typists.some(({ userType }) => userType === 'visitor') ?? false}
      ></chat-header>
      ${this.#renderRefusal(chat)}
      <div
        class="thread"
        @pointerover=${this.#actions.handlePointer}
        @pointerleave=${this.#actions.hide}
        @wheel=${this.#actions.hide}
      >
        ${keyed(chatId, this.#renderThread(client, view))} ${this.#actions.render(this.l10n)}
      </div>
      ${colleaguesHere({
        viewers: desk?.viewers.get(chatId) ?? [],
        typists: view?.typists ?? [],
        viewerId: this.viewerId,
        l10n: this.l10n,
      })}
      ${
        chat === undefined || view === undefined
          ? nothing
          : keyed(
              chatId,
              html`<chat-editor
                .client=${client}
                .view=${view.chat === null ? { ...view, chat } : view}
                .drafts=${this.drafts}
                .undoSeconds=${desk?.sites.find(({ siteId }) => siteId === chat.siteId)?.features.undoSendSeconds ?? 0}
                .l10n=${this.l10n}
                .files=${this.#files}
                .report=${this.report}
                .tray=${this.#files.tray()}
                @keydown=${this.#fieldKeys}
                @chat-draft=${({ text }: HTMLElementEventMap['chat-draft']) => this.#keeper.written(text)}
              ></chat-editor>`,
            )
      }
    </section>`
  }

  #label(name: string): string {
    return this.l10n.console.chatWith.replace('{name}', () => name)
  }

  #renderRefusal(chat: Chat | undefined) {
    return html`<div role="status">
      ${
        this.refused === null
          ? nothing
          : refusalNotice(this.refused, {
              chat,
              viewerId: this.viewerId,
              l10n: this.l10n,
              dismiss: () => {
                this.refused = null
              },
            })
      }
    </div>`
  }

  #renderThread(client: ChatClient, view: ChatView | undefined) {
    if (view === undefined) return this.#renderLoading()
    const { history, chatId, thread } = view
    if (history.state === 'failed' && history.failure.code === 'chat_not_found') return this.#renderGone()
    if (history.state === 'failed' && thread.length === 0) {
      return failureNotice({
        title: this.l10n.console.historyFailed,
        failure: history.failure,
        l10n: this.l10n,
        retry: () => client.reload(chatId),
      })
    }
    if (history.state !== 'ready' && thread.length === 0) return this.#renderLoading()
    return this.#renderMessages(client, view)
  }

  #renderMessages(client: ChatClient, view: ChatView) {
    const { chatId } = view
    const name = this.#visitorName
    return html`<chat-message-list
      class=${this.translation.below === undefined ? nothing : 'translated'}
      .thread=${this.#files.thread(this.#nameVisitor(view.thread, name))}
      .viewer=${{ userType: 'commercial', userId: this.viewerId } as const}
      .dividerSeq=${view.dividerSeq}
      .otherReadSeq=${view.chat?.otherReadSeq ?? 0}
      .typists=${this.#nameVisitor(this.#visitorsOf(view.typists), name)}
      .hasOlder=${view.hasOlder}
      .older=${view.older}
      .l10n=${this.l10n}
      .avatarOf=${this.#avatarOf}
      .renderNote=${this.#renderNote}
      .below=${this.translation.below}
      @chat-load-older=${() => void client.loadOlder(chatId)}
      @chat-retry=${(event: HTMLElementEventMap['chat-retry']) => client.retry(chatId, event.clientMessageId)}
      @chat-discard=${(event: HTMLElementEventMap['chat-discard']) => this.#discard(client, view, event.clientMessageId)}
      @chat-seen=${() => this.#reading.seen(() => client.markAsRead(chatId))}
    ></chat-message-list>`
  }

  /** Colleagues stand over the field. The same typists are the same list. */
  readonly #visitorsOf = lastOf((typists: readonly Typist[]) =>
    typists.filter(({ userType }) => userType === 'visitor'),
  )

  #renderLoading() {
    return html`<div class="loading" aria-busy="true">
      <p class="sr" role="status">${this.l10n.strings.loading}</p>
      ${['in', 'in long', 'out', 'in', 'out long'].map((kind) => html`<i class=${kind}></i>`)}
    </div>`
  }

  #renderGone() {
    const strings = this.l10n.console
    return notice(
      strings.chatGone,
      '',
      html`<button class="button" type="button" @click=${this.#handleBack}>${strings.backToList}</button>`,
    )
  }

  readonly #renderNote = (message: ThreadMessage) =>
    html`<chat-internal-note
      .message=${message}
      .team=${this.#state.value?.team ?? []}
      .l10n=${this.l10n}
    ></chat-internal-note>`

  readonly #avatarOf = (senderId: string): string | undefined =>
    this.#state.value?.team.find(({ commercialId }) => commercialId === senderId)?.avatarUrl

  readonly #handleBack = (): void => {
    this.dispatchEvent(new ChatActionEvent({ kind: 'back' }))
  }

  readonly #handleReopen = (): void => void this.#do({ kind: 'reopen' })

  readonly #handleAction = ({ action }: ChatActionEvent): void => {
    if (action.kind === 'translate') void this.translation.toggle()
    else if (isForScreen(action)) this.dispatchEvent(new ChatActionEvent(action))
    else void this.#do(action)
  }

  async #do(action: WorkAction): Promise<void> {
    const { client, chatId } = this
    if (client === undefined || chatId === null || this.#isBusy) return
    this.#isBusy = true
    this.refused = null
    try {
      await perform(client, chatId, action)
      // The button that was pressed is gone: on with the answer.
      if (action.kind === 'claim' || action.kind === 'reopen') this.focus()
      // For later: where there is but one thing on screen, that is not this one.
      if (action.kind === 'mark-unread' && this.layout === 'phone') this.#handleBack()
    } catch (error) {
      if (chatId === this.chatId) this.refused = toRefused(error)
    } finally {
      this.#isBusy = false
    }
  }

  #discard(client: ChatClient, { chatId, thread }: ChatView, clientMessageId: string): void {
    const isNote = thread.find((message) => message.clientMessageId === clientMessageId)?.isInternal === true
    this.editor?.restore(client.discard(chatId, clientMessageId), isNote ? 'note' : 'reply')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-pane': ChatPane
  }
}
