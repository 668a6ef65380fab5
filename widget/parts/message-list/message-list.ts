import { LitElement, html, noChange, nothing } from 'lit'
import type { PropertyValues } from 'lit'
import { property, query } from 'lit/decorators.js'
import type { PageWindowController } from '../../controllers/page-window.ts'
import { keepFocus } from '../../controllers/keep-focus.ts'
import { ScrollAnchorController } from '../../controllers/scroll-anchor.ts'
import { updateOn } from '../../controllers/update-on.ts'
import type { Load, Thread, ThreadMessage, Typist } from '../../core/state.ts'
import type { Localization } from '../../i18n/localization.ts'
import { plural } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { avatarStyles } from '../avatar/avatar.styles.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { ARROW_DOWN } from '../icon/paths.ts'
import { messageBubbleStyles } from '../message-bubble/message-bubble.styles.ts'
import { isSame, keyOf, layOutThread, newFromOthers, reusePages } from './lay-out-thread.ts'
import type { Page, Viewer } from './lay-out-thread.ts'
import { messageTextStyles } from '../message-text/message-text.styles.ts'
import { currentFormat } from '../message-text/message-text.ts'
import { fire } from '../part-events.ts'
import { typingIndicatorStyles } from '../typing-indicator/typing-indicator.styles.ts'
import { typingIndicator } from '../typing-indicator/typing-indicator.ts'
import { messageListStyles } from './message-list.styles.ts'
import { isNews, rowTemplate } from './rows.ts'
import type { RowContext } from './rows.ts'

/** History is asked for this far before the top: whoever scrolls on does not wait for it. */
const OLDER_FROM_PX = 400

/** Shorter lists are drawn whole. */
const MOST_PAGES = 6
/** Drawn before the page in view, and after it. */
const PAGES_AROUND = 2
/** The newest pages always stand: there the list opens, and there a screen reader reads. */
const PAGES_AT_END = 2

/**
 * The messages of a chat, in the order of the thread it is given.
 *
 * @slot empty - In place of messages while there are none.
 * @slot end - After the last message.
 * @fires {PartEvent} chat-load-older - The oldest message comes near.
 * @fires {PartEvent} chat-retry
 * @fires {PartEvent} chat-discard
 * @fires {PartEvent} chat-seen - A person has the newest message before their eyes.
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
  static override styles = [
    reset,
    avatarStyles,
    messageTextStyles,
    messageBubbleStyles,
    messageListStyles,
    typingIndicatorStyles,
  ]

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
  /** What stands below a message. Another function draws the list anew. */
  @property({ attribute: false }) below: ((message: ThreadMessage) => unknown) | undefined

  @query('.log') private log!: HTMLElement | null
  @query('.end') private end!: HTMLElement

  readonly #scroll = new ScrollAnchorController(this, () => this.log)
  readonly #live = new Set<string>()
  #pages: readonly Page[] = []
  /** What stands in the document, by place, and from what it was drawn: an empty page is null. */
  #drawn: readonly (Page | null)[] = []
  #drawnFrom: readonly unknown[] = []
  /** Only for long lists. */
  #window: PageWindowController | undefined
  #isWindowComing = false
  #newCount = 0
  /** The newest seq that has been at the end of the view. */
  #followedSeq = 0
  #seenSeq = 0
  /** Whether the end of the list is on the screen. */
  #isEndInView = false
  /** The oldest message when older ones were last asked for. */
  #askedBefore: string | undefined
  #isPlaced = false

  constructor() {
    super()
    updateOn(this, document, 'visibilitychange')
    keepFocus(this, () => this.log?.focus())
  }

  /** Shows the newest message. */
  scrollToEnd(): void {
    this.#scroll.toEnd()
    this.#handleScroll()
  }

  /** Shows something in the list, and stays there. */
  bringUp(element: Element): void {
    this.#scroll.toTop(element)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { thread, viewer, dividerSeq } = this
    if (changed.has('thread') || changed.has('viewer') || changed.has('dividerSeq')) {
      this.#pages = reusePages(this.#pages, layOutThread(thread, this))
    }
    if (changed.has('thread')) this.#noticeNew(changed.get('thread') ?? [])
    if (changed.has('dividerSeq') || (changed.has('thread') && this.#newCount === 0)) {
      // Counted once: what comes while somebody reads is not what was waiting for them.
      this.#newCount = dividerSeq === null ? 0 : newFromOthers(thread, viewer, dividerSeq).length
    }
    if (this.older.state === 'failed') this.#askedBefore = undefined
    if (this.#scroll.isAtEnd) this.#followedSeq = lastSeq(thread)
  }

  override render() {
    const { strings } = this.l10n
    return html`<div
        class="log"
        part="log"
        role="log"
        aria-label=${strings.messages}
        tabindex="0"
        @scroll=${this.#handleScroll}
      >
        ${this.#olderTemplate()} ${this.#pagesTemplate()}
        ${this.thread.length === 0 ? html`<slot name="empty"></slot>` : nothing}
        <div class="tail" aria-live="off">
          ${typingIndicator(this.typists, this.l10n)}
          <slot name="end"></slot>
          <div class="end"></div>
        </div>
      </div>
      ${this.#pill()}`
  }

  override firstUpdated(): void {
    const views = new IntersectionObserver((entries) => {
      this.#isEndInView = entries.at(-1)?.isIntersecting === true
      this.#tellSeen()
    })
    views.observe(this.end)
  }

  override updated(): void {
    this.#place()
    this.#askForOlder()
    this.#tellSeen()
  }

  /** Each page in the place that its key gives it, so that those that are there stay when older ones come before them. */
  #pagesTemplate() {
    const { l10n, otherReadSeq, renderNote, avatarOf, below } = this
    const context: RowContext = {
      list: this,
      l10n,
      otherReadSeq,
      newCount: this.#newCount,
      today: new Date().toDateString(),
      format: currentFormat(),
      live: this.#live,
      renderNote,
      avatarOf,
      below,
    }
    const from = Object.values(context)
    const before = isSame(from, this.#drawnFrom) ? this.#drawn : []
    const drawn: (Page | null)[] = []
    const places: unknown[] = []
    const isShown = this.#shown()
    this.#pages.forEach((page, i) => {
      const { key, rows } = page
      drawn[key] = isShown(i) ? page : null
      if (!isShown(i)) this.#silence(page)
      places[key] =
        before[key] === drawn[key]
          ? noChange
          : html`<ol
              class="page"
              data-key=${pageName(page)}
              aria-hidden=${isShown(i) ? nothing : 'true'}
              aria-live=${isNews(rows, this.#live) ? nothing : 'off'}
            >
              ${isShown(i) ? rows.map((row) => rowTemplate(row, context)) : nothing}
            </ol>`
    })
    this.#drawn = drawn
    this.#drawnFrom = from
    return places
  }

  /** Tells which pages are drawn, by place; the others are empty boxes, so that ten thousand messages weigh no more than some hundreds. */
  #shown(): (index: number) => boolean {
    const pages = this.#pages
    if (pages.length <= MOST_PAGES) return () => true
    if (!this.#isWindowComing) void this.#bringWindow()
    const inView = pages.findIndex((page) => pageName(page) === this.#window?.key)
    const middle = inView === -1 ? this.#opensAt : inView
    return (index) => Math.abs(index - middle) <= PAGES_AROUND || index >= pages.length - PAGES_AT_END
  }

  async #bringWindow(): Promise<void> {
    this.#isWindowComing = true
    try {
      const { PageWindowController } = await import('../../controllers/page-window.ts')
      this.#window = new PageWindowController(this, () => this.log)
      this.#handleScroll()
    } catch {
      // No network, maybe: the next drawing asks again.
      this.#isWindowComing = false
    }
  }

  /** The place of the page that the list opens at: that of the divider, or the last. */
  get #opensAt(): number {
    const divided = this.#pages.findIndex(({ rows }) => rows.some(({ kind }) => kind === 'unread'))
    return divided === -1 ? this.#pages.length - 1 : divided
  }

  /** What comes back into the document is not news. */
  #silence({ rows }: Page): void {
    if (this.#live.size === 0) return
    for (const row of rows) {
      if ('messages' in row) row.messages.forEach((message) => this.#live.delete(keyOf(message)))
    }
  }

  #olderTemplate() {
    const { strings } = this.l10n
    if (!this.hasOlder) return nothing
    return html`<div class="older" aria-live="off">
      ${
        this.older.state === 'failed'
          ? html`${strings.loadFailed}
              <button type="button" class="link" @click=${this.#fireLoadOlder}>${strings.tryAgain}</button>`
          : html`<span class="sr">${strings.loadingOlder}</span><i></i><i></i><i></i>`
      }
    </div>`
  }

  /** What came since the end was last in view. */
  get #newBelow(): number {
    return this.#isPlaced ? newFromOthers(this.thread, this.viewer, this.#followedSeq).length : 0
  }

  #pill() {
    const { strings, locale } = this.l10n
    const count = this.#newBelow
    if (count === 0) return nothing
    const words = plural(locale, count, strings.newBelow)
    return html`<button
      type="button"
      class="pill"
      aria-label="${words}. ${strings.toEnd}"
      @click=${this.scrollToEnd}
    >
      ${icon(ARROW_DOWN)} ${words}
    </button>`
  }

  /** Tells one's own new message (which brings the list to its end) and others' new ones (which are read out) from history. */
  #noticeNew(before: Thread): void {
    const { thread, viewer } = this
    const last = thread.at(-1)
    const isNew = !before.some((message) => last !== undefined && keyOf(message) === keyOf(last))
    if (last?.delivery === 'sending' && isNew) this.#scroll.isAtEnd = true
    if (before[0]?.chatId !== last?.chatId) return this.#live.clear()
    for (const message of newFromOthers(thread, viewer, lastSeq(before))) this.#live.add(keyOf(message))
  }

  /** On opening: at what is new, or at the end. */
  #place(): void {
    if (this.#isPlaced || this.thread.length === 0) return
    this.#isPlaced = true
    const divider = this.renderRoot.querySelector('.divider.new')
    if (divider !== null) this.#scroll.toTop(divider)
  }

  readonly #handleScroll = (): void => {
    this.#scroll.handleScroll()
    this.#window?.handleScroll()
    this.#askForOlder()
    if (this.#scroll.isAtEnd && this.#newBelow > 0) this.requestUpdate()
  }

  #askForOlder(): void {
    const { log } = this
    if (!this.hasOlder || this.older.state === 'loading' || this.older.state === 'failed') return
    if (log?.clientHeight && log.scrollTop <= OLDER_FROM_PX) this.#fireLoadOlder()
  }

  readonly #fireLoadOlder = (): void => {
    const oldest = this.thread[0]
    if (oldest === undefined || this.#askedBefore === keyOf(oldest)) return
    this.#askedBefore = keyOf(oldest)
    fire(this, 'chat-load-older', {})
  }

  #tellSeen(): void {
    const seq = lastSeq(this.thread)
    if (!this.#isEndInView || document.hidden || seq <= this.#seenSeq) return
    this.#seenSeq = seq
    fire(this, 'chat-seen', { seq })
  }
}

function isOther(viewer: Viewer, before: Viewer | undefined): boolean {
  return viewer.userId !== before?.userId || viewer.userType !== before?.userType
}

/** The name that anchors know a page by. */
function pageName({ key }: Page): string {
  return `page ${key}`
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
