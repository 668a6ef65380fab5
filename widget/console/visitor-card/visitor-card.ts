import { html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Chat } from '#shared/chat.ts'
import type { Visitor } from '#shared/person.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { formatComing, formatDay } from '../../i18n/format.ts'
import { fill } from '../../i18n/plural.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOCK, CLOSE } from '../../parts/icon/paths.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import {
  BAN,
  CALENDAR,
  DOWNLOAD,
  LANGUAGES,
  LINK,
  MAIL,
  MAP_PIN,
  MERGE,
  PENCIL,
  PHONE,
  PLUS,
  SHIELD_CHECK,
  SHIELD_QUESTION,
  TRASH,
} from '../icon-paths.ts'
import { toFormFailure } from '../form-failure.ts'
import { MinuteController } from '../minute.ts'
import { pageName, webAddress } from '../page-name.ts'
import { controls } from '../styles/controls.styles.ts'
import { visitorName } from '../visitor-name.ts'
import { ChatActionEvent } from '../chat-header/chat-action.ts'
import { ChatCommandEvent } from '../palette/command.ts'
import { ChatWantedDialogEvent, type WantedDialog } from './wanted-dialog.ts'
import { countryOf } from './country-of.ts'
import { DetailsReader } from './details-reader.ts'
import { pastChats } from './past-chats.ts'
import { trail } from './trail.ts'
import { cityOf, languageName, localTime, shownAttributes, telephone } from './visitor-facts.ts'
import { visitorCardStyles } from './visitor-card.styles.ts'

/** The details are no longer wanted on screen. */
export class ChatCloseDetailsEvent extends Event {
  static readonly type = 'chat-close-details'

  constructor() {
    super(ChatCloseDetailsEvent.type, { bubbles: true })
  }
}

/** The last ones say where somebody is; the rest is there at a press. */
const SHOWN_STEPS = 5

/**
 * Who the visitor is, as far as anybody knows: what they said, what the page said, and what the site's server vouched for.
 *
 * @fires {ChatCloseDetailsEvent} chat-close-details - only where it can be closed
 * @fires {ChatActionEvent} chat-action - the choices of the chat's tags, or of when it comes back
 * @fires {ChatCommandEvent} chat-command - another chat of theirs
 * @fires {ChatWantedDialogEvent} chat-wanted-dialog - to change what is known of them, to erase them, or to merge them
 */
@element('chat-visitor-card')
export class ChatVisitorCard extends LitElement {
  static override styles = [reset, controls, avatarStyles, visitorCardStyles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  readonly #reader = new DetailsReader(this)
  @state() private isWholeTrail = false
  @state() private problem = ''

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) visitor: Visitor | undefined
  /** On screen with them; its tags are here. */
  @property({ attribute: false }) chat: Chat | undefined
  @property({ attribute: 'viewer-id' }) viewerId = ''
  /** They have a connection. */
  @property({ type: Boolean, attribute: 'is-present' }) isPresent = false
  /** They have only looked: there is nothing of them that could be changed, taken along or erased. */
  @property({ type: Boolean, attribute: 'is-onlooker' }) isOnlooker = false
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
      ${this.#renderContact(visitor)} ${this.#renderVisit(visitor)} ${this.#renderTrail()}
      ${this.#renderAttributes(visitor)} ${this.#renderChat()} ${this.#renderPast()}
      ${this.#renderActions(visitor)}
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
    if (this.isOnlooker) return html`<span class="chip">${strings.onlooker}</span>`
    if (isVerified) return html`<span class="chip good">${icon(SHIELD_CHECK)}${strings.verified}</span>`
    if ([name, email, phone].every((said) => said === undefined)) return nothing
    return html`<span class="chip" title=${strings.unverifiedHint}
      >${icon(SHIELD_QUESTION)}${strings.unverified}</span
    >`
  }

  #renderContact({ email, phone }: Visitor) {
    if (this.isOnlooker) return nothing
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
        ${page === undefined || this.#hasTrail ? nothing : fact(LINK, strings.page, renderPage(page))}
        ${locale === undefined ? nothing : fact(LANGUAGES, strings.language, languageName(this.l10n, locale))}
        ${
          time === null || timeZone === undefined
            ? nothing
            : fact(
                MAP_PIN,
                strings.localTime,
                html`<bdi>${placeOf(timeZone, this.l10n.locale)}</bdi> · ${time}`,
              )
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

  get #hasTrail(): boolean {
    return (this.#reader.details?.trail.length ?? 0) > 0
  }

  #renderTrail() {
    const { details } = this.#reader
    if (details === null || details.trail.length === 0) return nothing
    const strings = this.l10n.console
    const hidden = details.trail.length - SHOWN_STEPS
    const entries = this.isWholeTrail ? details.trail : details.trail.slice(0, SHOWN_STEPS)
    return html`<h3>${strings.trail}</h3>
      ${trail({ entries, isOnline: this.isPresent, l10n: this.l10n, now: Date.now() })}
      ${
        hidden <= 0
          ? nothing
          : html`<button
              class="link-button more"
              type="button"
              aria-expanded=${this.isWholeTrail ? 'true' : 'false'}
              @click=${() => {
                this.isWholeTrail = !this.isWholeTrail
              }}
            >
              ${this.isWholeTrail ? strings.showLess : fill(strings.showMore, { count: hidden.toLocaleString(this.l10n.locale) })}
            </button>`
      }`
  }

  #renderChat() {
    const { chat } = this
    if (chat === undefined) return nothing
    const strings = this.l10n.console
    const { tags = [], snoozedUntil, status } = chat
    const choose = (what: 'tags' | 'snooze') => () =>
      this.dispatchEvent(new ChatActionEvent({ kind: 'choose', what }))
    return html`<h3>${strings.tags}</h3>
      <div class="chips">
        ${tags.map((tag) => html`<span class="chip"><bdi class="clipped">${tag}</bdi></span>`)}
        <button
          class="chip"
          type="button"
          aria-haspopup="dialog"
          aria-label=${strings.changeTags}
          title=${strings.changeTags}
          @click=${choose('tags')}
        >
          ${icon(PLUS)}
        </button>
        ${
          status === 'CLOSED'
            ? nothing
            : html`<button class="chip" type="button" aria-haspopup="dialog" @click=${choose('snooze')}>
                ${icon(CLOCK)}${
                  snoozedUntil === undefined
                    ? strings.snooze
                    : fill(strings.snoozedUntil, { when: formatComing(this.l10n, snoozedUntil, new Date()) })
                }
              </button>`
        }
      </div>`
  }

  #renderPast() {
    const chats = this.#reader.details?.chats.filter(({ chatId }) => chatId !== this.chat?.chatId) ?? []
    return pastChats({
      chats,
      viewerId: this.viewerId,
      l10n: this.l10n,
      open: (chatId) => this.dispatchEvent(new ChatCommandEvent({ kind: 'chat', chatId })),
    })
  }

  #renderActions({ blockedAt }: Visitor) {
    if (this.client === undefined || this.isOnlooker) return nothing
    const strings = this.l10n.console
    const isBlocked = blockedAt !== undefined
    const want = (mode: WantedDialog) => () => this.dispatchEvent(new ChatWantedDialogEvent(mode))
    return html`<h3>${strings.thisVisitor}</h3>
      ${isBlocked ? html`<p class="chip bad">${icon(BAN)}${strings.isBlocked}</p>` : nothing}
      <ul class="actions">
        <li><button type="button" @click=${want('edit')}>${icon(PENCIL)}${strings.editVisitor}</button></li>
        <li>
          <button type="button" aria-haspopup="dialog" @click=${want('merge')}>
            ${icon(MERGE)}${strings.mergeVisitor}
          </button>
        </li>
        <li>
          <button type="button" @click=${() => void this.#try(this.#block(!isBlocked))}>
            ${icon(BAN)}${isBlocked ? strings.unblock : strings.block}
          </button>
        </li>
        <li>
          <button type="button" @click=${() => void this.#try(this.#export())}>
            ${icon(DOWNLOAD)}${strings.exportVisitor}
          </button>
        </li>
        <li>
          <button class="danger" type="button" @click=${want('erase')}>
            ${icon(TRASH)}${strings.eraseVisitor}
          </button>
        </li>
      </ul>
      <p class="problem" role="alert">${this.problem}</p>`
  }

  async #try(doing: Promise<unknown>): Promise<void> {
    this.problem = ''
    try {
      await doing
      this.#reader.again()
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
    }
  }

  async #block(isBlocked: boolean): Promise<void> {
    const { client, visitor } = this
    if (client === undefined || visitor === undefined) return
    const { visitorId } = visitor
    await client.call('PATCH /v2/visitors/:visitorId', { params: { visitorId }, body: { isBlocked } })
  }

  async #export(): Promise<void> {
    const { client, visitor } = this
    if (client === undefined || visitor === undefined) return
    const { exportVisitor } = await import('./export-visitor.ts')
    await exportVisitor(client, visitor.visitorId)
  }
}

/** `Valencia, España`, as far as a time zone says it. */
function placeOf(timeZone: string, locale: string): string {
  return [cityOf(timeZone), countryOf(timeZone, locale)].filter(Boolean).join(', ')
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
