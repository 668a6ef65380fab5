import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Commercial, PresenceStatus } from '#shared/person.ts'
import { badgeText } from '../../i18n/badge.ts'
import { fill, plural } from '../../i18n/plural.ts'
import { icon } from '../../parts/icon/icon.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { CHART, INBOX, SETTINGS, USERS } from '../icon-paths.ts'
import { BELL, COMMAND } from '../personal/icon-paths.ts'
import type { PersonalPanel } from '../personal/personal-controller.ts'
import type { Layout } from '../layout.ts'
import '../../parts/menu/menu.ts'
import type { ConsoleTheme } from '../preferences.ts'
import { ChatSectionEvent, nameOf } from '../sections/section.ts'
import { controls } from '../styles/controls.styles.ts'
import { dots } from '../../styles/dots.styles.ts'
import { accountGroups, parseChoice, presenceGroups, type AccountChoice } from './rail-menus.ts'
import { consoleRailStyles } from './console-rail.styles.ts'

/** Something round the work is wanted: the inbox, another presence, another look, the way out. */
export class ChatRailEvent extends Event {
  static readonly type = 'chat-rail'
  readonly choice: AccountChoice

  constructor(choice: AccountChoice) {
    super(ChatRailEvent.type, { bubbles: true })
    this.choice = choice
  }
}

/**
 * The dark edge of the console: where one is, whether one is there, and who one is.
 *
 * @fires {ChatRailEvent} chat-rail
 * @fires {ChatSectionEvent} chat-section
 */
@element('chat-console-rail')
export class ChatConsoleRail extends LitElement {
  static override styles = [reset, controls, avatarStyles, dots, consoleRailStyles]

  @property({ attribute: false }) commercial: Commercial | undefined
  @property() status: PresenceStatus = 'online'
  /** Chats that wait for this person. */
  @property({ type: Number }) unread = 0
  /** Where one is; empty: the inbox. */
  @property() section = ''
  @property() theme: ConsoleTheme = 'auto'
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ reflect: true }) layout: Layout = 'wide'

  readonly #handleInbox = (): void => {
    if (this.section === '') this.dispatchEvent(new ChatRailEvent({ kind: 'inbox' }))
    else this.#goTo('')
  }

  #goTo(section: string): void {
    this.dispatchEvent(new ChatSectionEvent(section))
  }

  readonly #handleChoose = (event: HTMLElementEventMap['chat-choose']): void => {
    const choice = parseChoice(event.itemId)
    if (choice !== null) this.dispatchEvent(new ChatRailEvent(choice))
  }

  override render() {
    const strings = this.l10n.console
    return html`<nav aria-label=${strings.sections}>
      <span class="mark" aria-hidden="true">S</span>
      <button
        class="place"
        type="button"
        aria-current=${nameOf(this.section) === null ? 'page' : nothing}
        title=${strings.inbox}
        @click=${this.#handleInbox}
      >
        ${icon(INBOX)}<span class="sr">${strings.inbox}</span>${this.#renderUnread()}
      </button>
      ${this.#renderSection('visitors', USERS)} ${this.#renderSection('stats', CHART)}
      ${this.#renderSection('settings', SETTINGS)}
      <span class="space"></span>
      ${this.#renderPersonal('notifications', BELL)}
      ${this.layout === 'phone' ? nothing : this.#renderPersonal('keys', COMMAND)} ${this.#renderPresence()}
      ${this.#renderAccount()}
    </nav>`
  }

  #renderSection(name: 'visitors' | 'stats' | 'settings', path: string) {
    const label = this.l10n.console.sectionNames[name]
    return html`<button
      class="place"
      type="button"
      aria-current=${nameOf(this.section) === name ? 'page' : nothing}
      title=${label}
      @click=${() => this.#goTo(name)}
    >
      ${icon(path)}<span class="sr">${label}</span>
    </button>`
  }

  #renderUnread() {
    if (this.unread === 0) return nothing
    const words = plural(this.l10n.locale, this.unread, this.l10n.console.waitingChats)
    return html`<span class="badge" aria-hidden="true">${badgeText(this.l10n.locale, this.unread)}</span>
      <span class="sr">, ${words}</span>`
  }

  #renderPersonal(kind: PersonalPanel, path: string) {
    const label = this.l10n.console[kind]
    return html`<button
      class="place"
      type="button"
      aria-haspopup="dialog"
      title=${label}
      @click=${() => this.dispatchEvent(new ChatRailEvent({ kind }))}
    >
      ${icon(path)}<span class="sr">${label}</span>
    </button>`
  }

  #renderPresence() {
    const strings = this.l10n.console
    const label = fill(strings.yourPresence, { status: strings.presence[this.status] })
    return html`<chat-menu
      .label=${label}
      .groups=${presenceGroups(this.status, this.l10n)}
      .placement=${this.layout === 'phone' ? 'above' : 'beside'}
      @chat-choose=${this.#handleChoose}
    >
      <i class="dot ${this.status}"></i><span class="sr">${label}</span>
    </chat-menu>`
  }

  #renderAccount() {
    if (this.commercial === undefined) return nothing
    const { name, avatarUrl } = this.commercial
    return html`<chat-menu
      .label=${this.l10n.console.yourAccount}
      .groups=${accountGroups({ commercial: this.commercial, theme: this.theme, l10n: this.l10n })}
      .placement=${this.layout === 'phone' ? 'above' : 'beside'}
      @chat-choose=${this.#handleChoose}
    >
      ${avatar({ name, image: avatarUrl, size: 36 })}<span class="sr">${this.l10n.console.yourAccount}</span>
    </chat-menu>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-console-rail': ChatConsoleRail
  }
  interface HTMLElementEventMap {
    'chat-rail': ChatRailEvent
  }
}
