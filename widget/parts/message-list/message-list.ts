import { LitElement, html, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { guard } from 'lit/directives/guard.js'
import { repeat } from 'lit/directives/repeat.js'
import { ScrollAnchorController } from '../../controllers/scroll-anchor.ts'
import { SeenController } from '../../controllers/seen.ts'
import type { Load, Thread, ThreadMessage, Typist } from '../../core/state.ts'
import type { Localization } from '../../i18n/localization.ts'
import { plural } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { avatarStyles } from '../avatar/avatar.styles.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { ARROW_DOWN } from '../icon/paths.ts'
import { messageBubbleStyles } from '../message-bubble/message-bubble.styles.ts'
import { countNew, isOwn, keyOf, layOutThread, reusePages } from './lay-out-thread.ts'
import type { Page, Viewer } from './lay-out-thread.ts'
import { ChatLoadOlderEvent, ChatSeenEvent } from './message-list-events.ts'
import { messageListStyles } from './message-list.styles.ts'
import { rowsTemplate } from './rows.ts'
import type { RowContext } from './rows.ts'
import '../typing-indicator/typing-indicator.ts'

/** History is asked for this far before the top: whoever scrolls on does not wait for it. */
const OLDER_FROM_PX = 400

/**
 * The messages of a chat, in the order of the thread it is given.
 *
 * @slot empty - In place of messages while there are none.
 * @slot end - After the last message.
 * @fires {ChatLoadOlderEvent} chat-load-older - The oldest message comes near.
 * @fires {ChatRetryEvent} chat-retry
 * @fires {ChatDiscardEvent} chat-discard
 * @fires {ChatSeenEvent} chat-seen - A person has the newest message before their eyes.
 * @csspart log - The scrolling list.
 * @csspart message - The messages of one author in a row.
 * @csspart bubble - One message; also `bubble-in` and `bubble-out`.
 * @csspart meta - The line below a group.
 * @csspart day-divider - The line between two days.
 * @csspart unread-divider - The line before what is new.
 * @csspart avatar - The author's face.
 */
@element('chat-message-list')
export class ChatMessageList extends LitElement {
  static override styles = [reset, avatarStyles, messageBubbleStyles, messageListStyles]

  @property({ attribute: false }) thread: Thread = []
  @property({ attribute: false, hasChanged: isOther }) viewer: Viewer = {
    userType: 'visitor',
    userId: undefined,
  }
  @property({ attribute: false }) dividerSeq: number | null = null
  /** How far the other side has read. */
  @property({ attribute: false }) otherReadSeq = 0
  @property({ attribute: false }) typists: readonly Typist[] = []
  @property({ type: Boolean, attribute: 'has-older' }) hasOlder = false
  @property({ attribute: false }) older: Load = { state: 'idle' }
  /** Required: what is said, and how times and numbers are written. */
  @property({ attribute: false }) l10n!: Localization
  /** How a note looks; where it is missing notes do not show. */
  @property({ attribute: false }) renderNote: ((message: ThreadMessage) => unknown) | undefined
  /** Address of the picture of whoever has this id. */
  @property({ attribute: false }) avatarOf: ((senderId: string) => string | undefined) | undefined

  @state() private newBelow = 0
  @query('.log') private log!: HTMLElement | null

  readonly #scroll = new ScrollAnchorController(
    this,
    () => this.log,
    () => this.#handleScroll(),
  )
  readonly #seen = new SeenController(
    this,
    () => this.renderRoot.querySelector('.end'),
    () => this.#tellSeen(),
  )
  readonly #live = new Set<string>()
  readonly #isLive = (message: ThreadMessage): boolean => this.#live.has(keyOf(message))
  #pages: readonly Page[] = []
  #newCount = 0
  /** The newest seq that has been at the end of the view. */
  #followedSeq = 0
  #seenSeq = 0
  /** The oldest message when older ones were last asked for. */
  #askedBefore: string | undefined
  #isPlaced = false

  /** Shows the newest message. */
  scrollToEnd(): void {
    this.#scroll.toEnd()
    this.#handleScroll()
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('thread') || changed.has('viewer') || changed.has('dividerSeq')) {
      this.#pages = reusePages(this.#pages, layOutThread(this.thread, this))
    }
    if (changed.has('thread')) this.#noticeNew(changed.get('thread') ?? [])
    if (changed.has('dividerSeq') || (changed.has('thread') && this.#newCount === 0)) {
      // Counted once: what comes while somebody reads is not what was waiting for them.
      this.#newCount = this.dividerSeq === null ? 0 : countNew(this.thread, this.viewer, this.dividerSeq)
    }
    if (this.older.state === 'failed') this.#askedBefore = undefined
    if (this.#scroll.isAtEnd) this.#followedSeq = lastSeq(this.thread)
    this.newBelow = this.#isPlaced ? countNew(this.thread, this.viewer, this.#followedSeq) : 0
  }

  override render() {
    const { strings } = this.l10n
    const context = this.#context()
    const today = context.now().toDateString()
    return html`<div class="log" part="log" role="log" aria-label=${strings.messages} tabindex="0">
        ${this.#olderTemplate()}
        ${repeat(
          this.#pages,
          (page) => page.key,
          // A page that nothing has happened to costs nothing: every keystroke of the other side comes by here.
          (page) =>
            html`<ol class="page">
              ${guard([page, ...Object.values(context), today], () => rowsTemplate(page, context))}
            </ol>`,
        )}
        ${this.thread.length === 0 ? html`<slot name="empty"></slot>` : nothing}
        <div class="tail" aria-live="off">
          <chat-typing-indicator .typists=${this.typists} .l10n=${this.l10n}></chat-typing-indicator>
          <slot name="end"></slot>
          <div class="end"></div>
        </div>
      </div>
      ${this.#pill()}`
  }

  override updated(): void {
    this.#place()
    this.#askForOlder()
    this.#tellSeen()
  }

  #context(): RowContext {
    const { l10n, viewer, otherReadSeq, renderNote, avatarOf } = this
    return {
      l10n,
      viewer,
      otherReadSeq,
      renderNote,
      avatarOf,
      isLive: this.#isLive,
      newCount: this.#newCount,
      now,
    }
  }

  #olderTemplate() {
    const { strings } = this.l10n
    if (!this.hasOlder) return nothing
    return html`<div class="older" aria-live="off">
      ${
        this.older.state === 'failed'
          ? html`<span>${strings.loadFailed}</span>
              <button type="button" @click=${this.#fireLoadOlder}>${strings.tryAgain}</button>`
          : html`<span class="sr">${strings.loadingOlder}</span><i></i><i></i><i></i>`
      }
    </div>`
  }

  #pill() {
    const { strings, locale } = this.l10n
    if (this.newBelow === 0) return nothing
    const words = plural(locale, this.newBelow, strings.newBelow)
    return html`<button
      type="button"
      class="pill"
      aria-label="${words}. ${strings.toEnd}"
      @click=${() => this.scrollToEnd()}
    >
      ${icon(ARROW_DOWN)} ${words}
    </button>`
  }

  /** Tells one's own new message (which brings the list to its end) and others' new ones (which are read out) from history. */
  #noticeNew(before: Thread): void {
    const isSameChat = before.length > 0 && before.at(-1)?.chatId === this.thread.at(-1)?.chatId
    if (!isSameChat) this.#live.clear()
    const last = this.thread.at(-1)
    const hadLast = last !== undefined && before.some((message) => keyOf(message) === keyOf(last))
    if (last?.delivery === 'sending' && !hadLast) this.#scroll.isAtEnd = true
    if (!isSameChat) return
    const known = lastSeq(before)
    for (const message of this.thread) {
      const isNew = message.delivery === 'sent' && message.seq > known && !isOwn(message, this.viewer)
      if (isNew) this.#live.add(keyOf(message))
    }
  }

  /** On opening: at what is new, or at the end. */
  #place(): void {
    if (this.#isPlaced || this.thread.length === 0) return
    this.#isPlaced = true
    const divider = this.renderRoot.querySelector('.divider.new')
    if (divider !== null) this.#scroll.toTop(divider)
  }

  #handleScroll(): void {
    this.#askForOlder()
    if (this.#scroll.isAtEnd && this.newBelow > 0) this.requestUpdate()
  }

  #askForOlder(): void {
    const { log } = this
    if (!this.hasOlder || this.older.state === 'loading' || this.older.state === 'failed') return
    if (log === null || log.clientHeight === 0 || log.scrollTop > OLDER_FROM_PX) return
    this.#fireLoadOlder()
  }

  readonly #fireLoadOlder = (): void => {
    const oldest = this.thread[0]
    if (oldest === undefined || this.#askedBefore === keyOf(oldest)) return
    this.#askedBefore = keyOf(oldest)
    this.dispatchEvent(new ChatLoadOlderEvent())
  }

  #tellSeen(): void {
    const seq = lastSeq(this.thread)
    if (!this.#seen.isSeen || seq <= this.#seenSeq) return
    this.#seenSeq = seq
    this.dispatchEvent(new ChatSeenEvent(seq))
  }
}

function now(): Date {
  return new Date()
}

function isOther(viewer: Viewer, before: Viewer | undefined): boolean {
  return viewer.userId !== before?.userId || viewer.userType !== before?.userType
}

function lastSeq(thread: Thread): number {
  const last = thread.findLast((message) => message.delivery === 'sent')
  return last?.delivery === 'sent' ? last.seq : 0
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-message-list': ChatMessageList
  }
}
