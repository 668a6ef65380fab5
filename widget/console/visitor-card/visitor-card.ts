import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Visitor } from '#shared/person.ts'
import { formatDay } from '../../i18n/format.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOCK, CLOSE } from '../../parts/icon/paths.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { CALENDAR, LANGUAGES, LINK, MAIL, PHONE, SHIELD_CHECK, SHIELD_QUESTION } from '../icon-paths.ts'
import { MinuteController } from '../minute.ts'
import { pageName, webAddress } from '../page-name.ts'
import { controls } from '../styles/controls.styles.ts'
import { visitorName } from '../visitor-name.ts'
import { cityOf, languageName, localTime, shownAttributes, telephone } from './visitor-facts.ts'
import { visitorCardStyles } from './visitor-card.styles.ts'

/** The details are no longer wanted on screen. */
export class ChatCloseDetailsEvent extends Event {
  static readonly type = 'chat-close-details'

  constructor() {
    super(ChatCloseDetailsEvent.type, { bubbles: true })
  }
}

/**
 * Who the visitor is, as far as anybody knows: what they said, what the page said, and what the site's server vouched for.
 *
 * @fires {ChatCloseDetailsEvent} chat-close-details - only where it can be closed
 */
@element('chat-visitor-card')
export class ChatVisitorCard extends LitElement {
  static override styles = [reset, controls, avatarStyles, visitorCardStyles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property({ attribute: false }) visitor: Visitor | undefined
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  /** It lies over the chat, and can be put away. */
  @property({ type: Boolean, attribute: 'can-close' }) canClose = false

  constructor() {
    super()
    this.addController(new MinuteController(this))
  }

  override render() {
    const { visitor } = this
    if (visitor === undefined) return nothing
    const strings = this.l10n.console
    const name = visitorName(visitor, strings.visitor)
    return html`<aside tabindex="0" aria-label=${strings.visitorDetails}>
      <div class="who">
        ${avatar({ name, size: 52 })}
        <div class="name">
          <h2><bdi>${name}</bdi></h2>
          ${this.#renderVouching(visitor)}
        </div>
        ${this.#renderClose()}
      </div>
      ${this.#renderContact(visitor)} ${this.#renderVisit(visitor)} ${this.#renderAttributes(visitor)}
    </aside>`
  }

  #renderClose() {
    if (!this.canClose) return nothing
    const label = this.l10n.console.closeDetails
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.dispatchEvent(new ChatCloseDetailsEvent())}
    >
      ${icon(CLOSE)}
    </button>`
  }

  /** Only what was said can be doubted: a visitor of whom nothing is known needs no chip. */
  #renderVouching({ isVerified, name, email, phone }: Visitor) {
    const strings = this.l10n.console
    if (isVerified) return html`<span class="chip good">${icon(SHIELD_CHECK)}${strings.verified}</span>`
    if ([name, email, phone].every((said) => said === undefined)) return nothing
    return html`<span class="chip" title=${strings.unverifiedHint}
      >${icon(SHIELD_QUESTION)}${strings.unverified}</span
    >`
  }

  #renderContact({ email, phone }: Visitor) {
    const strings = this.l10n.console
    const call = phone === undefined ? null : telephone(phone)
    return html`<h3>${strings.contact}</h3>
      ${email === undefined && phone === undefined ? html`<p class="none">${strings.noContact}</p>` : nothing}
      <ul class="facts">
        ${
          email === undefined
            ? nothing
            : fact(
                MAIL,
                strings.emailAddress,
                html`<a href="mailto:${encodeURIComponent(email)}"><bdi>${email}</bdi></a>`,
              )
        }
        ${
          phone === undefined
            ? nothing
            : fact(
                PHONE,
                strings.phone,
                call === null ? html`<bdi>${phone}</bdi>` : html`<a href=${call}><bdi>${phone}</bdi></a>`,
              )
        }
      </ul>`
  }

  #renderVisit({ page, locale, timeZone, createdAt }: Visitor) {
    const strings = this.l10n.console
    const now = Date.now()
    const time = timeZone === undefined ? null : localTime(this.l10n, timeZone, now)
    return html`<h3>${strings.visit}</h3>
      <ul class="facts">
        ${page === undefined ? nothing : fact(LINK, strings.page, renderPage(page))}
        ${locale === undefined ? nothing : fact(LANGUAGES, strings.language, languageName(this.l10n, locale))}
        ${
          time === null || timeZone === undefined
            ? nothing
            : fact(CLOCK, strings.localTime, html`<bdi>${cityOf(timeZone)}</bdi> · ${time}`)
        }
        ${fact(CALENDAR, strings.firstSeen, `${strings.firstSeen} · ${formatDay(this.l10n, createdAt, new Date(now))}`)}
      </ul>`
  }

  #renderAttributes(visitor: Visitor) {
    const strings = this.l10n.console
    const attributes = shownAttributes(visitor, strings, this.l10n)
    if (attributes.length === 0) return nothing
    return html`<h3 title=${visitor.isVerified ? nothing : strings.unverifiedHint}>
        ${visitor.isVerified ? strings.siteData : strings.unverifiedData}
      </h3>
      <dl>
        ${attributes.map(
          ([key, value]) =>
            html`<dt dir="auto">${key}</dt>
              <dd dir="auto">${value}</dd>`,
        )}
      </dl>`
  }
}

function fact(path: string, label: string, value: unknown) {
  return html`<li title=${label}>
    ${icon(path)}<span class="sr">${label}: </span><span class="value">${value}</span>
  </li>`
}

function renderPage(page: NonNullable<Visitor['page']>) {
  const address = webAddress(page.url)
  const name = html`<bdi>${page.title ?? pageName(page)}</bdi>`
  return address === null
    ? name
    : html`<a href=${address} target="_blank" rel="noopener noreferrer">${name}</a>`
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-visitor-card': ChatVisitorCard
  }
  interface HTMLElementEventMap {
    'chat-close-details': ChatCloseDetailsEvent
  }
}
