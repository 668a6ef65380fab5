import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Load } from '../../core/state.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { controls } from '../styles/controls.styles.ts'
import { loadMoreStyles } from './load-more.styles.ts'

/** The next page is wanted. */
export class ChatLoadMoreEvent extends Event {
  static readonly type = 'chat-load-more'

  constructor() {
    super(ChatLoadMoreEvent.type, { bubbles: true })
  }
}

/**
 * The end of a list that goes on: asks for the next page as soon as it is seen. After a failure only a press asks again.
 *
 * @fires {ChatLoadMoreEvent} chat-load-more
 */
@element('chat-load-more')
export class ChatLoadMore extends LitElement {
  static override styles = [reset, controls, loadMoreStyles]

  readonly #observer = new IntersectionObserver((entries) => {
    this.#isSeen = entries.at(-1)?.isIntersecting ?? false
    this.#askIfSeen()
  })
  #isSeen = false

  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  /** How the page before this one fared. */
  @property({ attribute: false }) load: Load = { state: 'idle' }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#observer.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#observer.disconnect()
  }

  override updated(): void {
    // A page so short that this is still on screen: no new intersection will tell.
    this.#askIfSeen()
  }

  #askIfSeen(): void {
    if (this.#isSeen && (this.load.state === 'idle' || this.load.state === 'ready')) this.#ask()
  }

  readonly #ask = (): void => {
    if (this.load.state !== 'loading') this.dispatchEvent(new ChatLoadMoreEvent())
  }

  override render() {
    const strings = this.l10n.console
    const { load } = this
    return html`${
        load.state === 'failed'
          ? html`<p role="alert">${load.failure.message || strings.noAnswer}</p>`
          : nothing
      }
      <button
        class="button"
        type="button"
        aria-disabled=${load.state === 'loading' ? 'true' : nothing}
        @click=${this.#ask}
      >
        ${this.#label()}
      </button>`
  }

  #label(): string {
    const strings = this.l10n.console
    if (this.load.state === 'loading') return strings.loadingMore
    return this.load.state === 'failed' ? strings.retry : strings.loadMore
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-load-more': ChatLoadMore
  }
  interface HTMLElementEventMap {
    'chat-load-more': ChatLoadMoreEvent
  }
}
