import { LitElement, html, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Connection } from '../../core/state.ts'
import type { Localization } from '../../i18n/localization.ts'
import { plural } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { NO_CONNECTION } from '../icon/paths.ts'
import { connectionBannerStyles } from './connection-banner.styles.ts'

/** The person does not want to wait for the next try. */
export class ChatConnectNowEvent extends Event {
  static readonly type = 'chat-connect-now'

  constructor() {
    super(ChatConnectNowEvent.type, { bubbles: true })
  }
}

/**
 * Says that the connection is lost and when the next try is; nothing while all is well.
 *
 * @fires {ChatConnectNowEvent} chat-connect-now
 * @csspart banner - The strip.
 */
@element('chat-connection-banner')
export class ChatConnectionBanner extends LitElement {
  static override styles = [reset, connectionBannerStyles]

  @property({ attribute: false }) connection: Connection = { state: 'idle' }
  /** Required: what is said, and how times and numbers are written. */
  @property({ attribute: false }) l10n!: Localization

  #tick: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#tick)
  }

  override render() {
    const text = this.#text()
    if (text === undefined) return nothing
    const canTry = this.connection.state === 'reconnecting' && this.connection.retryAt !== null
    return html`<div class="banner" part="banner">
      ${icon(NO_CONNECTION)}
      <span>${text}</span>
      ${canTry ? html`<button type="button" @click=${this.#handleNow}>${this.l10n.strings.connectNow}</button>` : nothing}
    </div>`
  }

  override updated(): void {
    clearTimeout(this.#tick)
    if (this.connection.state !== 'reconnecting' || this.connection.retryAt === null) return
    const left = this.connection.retryAt - Date.now()
    if (left <= 0) return
    // The next change of the number, not a second from now: the countdown then never skips one.
    this.#tick = setTimeout(() => this.requestUpdate(), left % 1_000 || 1_000)
  }

  #text(): string | undefined {
    const { strings, locale } = this.l10n
    if (this.connection.state === 'offline') return strings.youAreOffline
    if (this.connection.state !== 'reconnecting') return undefined
    const { retryAt } = this.connection
    if (retryAt === null) return strings.reconnecting
    const seconds = Math.max(0, Math.ceil((retryAt - Date.now()) / 1_000))
    return `${strings.disconnected} ${plural(locale, seconds, strings.nextTry)}`
  }

  readonly #handleNow = (): void => {
    this.dispatchEvent(new ChatConnectNowEvent())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-connection-banner': ChatConnectionBanner
  }
  interface HTMLElementEventMap {
    'chat-connect-now': ChatConnectNowEvent
  }
}
