import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Chat, ChatStatus } from '#shared/chat.ts'
import type { Commercial } from '#shared/person.ts'
import { formatComing } from '../../i18n/format.ts'
import { fill } from '../../i18n/plural.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CHEVRON_DOWN, CLOCK } from '../../parts/icon/paths.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { dots } from '../../styles/dots.styles.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import {
  ARROW_LEFT,
  DONE,
  DOWNLOAD,
  HAND_OVER,
  IN_PROGRESS,
  LANGUAGES,
  LINK,
  MESSAGE_DOT,
  MORE,
  REOPEN,
  SIDE_PANEL,
  TAG,
  TIMER,
  USER_PLUS,
} from '../icon-paths.ts'
import type { Layout } from '../layout.ts'
import '../../parts/menu/menu.ts'
import { pageName, webAddress } from '../page-name.ts'
import { tagChips } from '../tag-chips.ts'
import { controls } from '../styles/controls.styles.ts'
import { visitorName } from '../visitor-name.ts'
import { assignGroups } from './assign-groups.ts'
import { ChatActionEvent, type ChatAction } from './chat-action.ts'
import { chatHeaderStyles } from './chat-header.styles.ts'

const STATUS_CHIP: Readonly<Record<ChatStatus, { readonly tone: string; readonly icon: string }>> = {
  PENDING: { tone: 'warm', icon: TIMER },
  IN_PROGRESS: { tone: 'good', icon: IN_PROGRESS },
  CLOSED: { tone: '', icon: DONE },
}

/** The header has one line for them. */
const SHOWN_TAGS = 3

/**
 * Who one is talking to, and what can be done with the chat as a whole.
 *
 * @fires {ChatActionEvent} chat-action
 */
@element('chat-header')
export class ChatHeader extends LitElement {
  static override styles = [reset, controls, avatarStyles, dots, chatHeaderStyles]

  @property({ attribute: false }) chat: Chat | undefined
  @property({ attribute: false }) team: readonly Commercial[] = []
  @property({ attribute: 'viewer-id' }) viewerId = ''
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback
  @property({ type: Boolean, attribute: 'is-typing' }) isTyping = false
  /** The visitor has a connection. */
  @property({ type: Boolean, attribute: 'is-present' }) isPresent = false
  @property({ reflect: true }) layout: Layout = 'wide'
  /** Whether the chat is being translated; null: it cannot be, or need not. */
  @property({ attribute: false }) isTranslated: boolean | null = null
  /** The visitor's details are on screen. */
  @property({ type: Boolean, attribute: 'has-details' }) hasDetails = false

  /** To the visitor's name. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('h2')?.focus(options)
  }

  #act(action: ChatAction): void {
    this.dispatchEvent(new ChatActionEvent(action))
  }

  override render() {
    const { chat } = this
    if (chat === undefined) return nothing
    const name = visitorName(chat.visitor, this.l10n.console.visitor)
    return html`<div class="bar">
      ${this.#renderBack()} ${avatar({ name, size: 36 })}
      <div class="who">
        <h2 tabindex="-1"><bdi class="clipped">${name}</bdi> ${this.#renderStatus(chat.status)}</h2>
        <p class="where">
          ${this.#renderWhere(chat)}${this.#renderSnoozed(chat)}${tagChips(chat, SHOWN_TAGS, this.l10n)}
        </p>
      </div>
      <div class="actions ${chat.assignee === null ? 'unclaimed' : ''}">
        ${this.#renderAssignment(chat)}${this.#renderClose(chat)}${this.#renderMore(chat)}${this.#renderDetails()}
      </div>
    </div>`
  }

  #renderBack() {
    if (this.layout !== 'phone') return nothing
    const label = this.l10n.console.backToList
    return html`<button
      class="icon-button back"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.#act({ kind: 'back' })}
    >
      ${icon(ARROW_LEFT)}
    </button>`
  }

  #renderSnoozed({ snoozedUntil }: Chat) {
    if (snoozedUntil === undefined) return nothing
    const when = formatComing(this.l10n, snoozedUntil, new Date())
    return html`<span class="chip"
      >${icon(CLOCK)}<span class="clipped">${fill(this.l10n.console.snoozedUntil, { when })}</span></span
    >`
  }

  #renderMore({ status, isMarkedUnread }: Chat) {
    const strings = this.l10n.console
    const snooze = { id: 'snooze', label: strings.snooze, icon: CLOCK }
    const items = [
      { id: 'tags', label: strings.changeTags, icon: TAG },
      ...(status === 'CLOSED'
        ? []
        : [snooze, { id: 'hand-over', label: strings.handOverWithReason, icon: HAND_OVER }]),
      isMarkedUnread === true
        ? { id: 'mark-read', label: strings.markRead, icon: MESSAGE_DOT }
        : { id: 'mark-unread', label: strings.markUnread, icon: MESSAGE_DOT },
    ]
    const files = [
      { id: 'copy-link', label: strings.copyLink, icon: LINK },
      { id: 'transcript', label: strings.transcript, icon: DOWNLOAD },
    ]
    const label = this.isTranslated === true ? strings.translateChatStop : strings.translateChat
    const translation = this.isTranslated === null ? [] : [{ id: 'translate', label, icon: LANGUAGES }]
    return html`<chat-menu
      class="more"
      .label=${strings.moreActions}
      .groups=${[{ items: [...items, ...translation] }, { items: files }]}
      @chat-choose=${({ itemId }: HTMLElementEventMap['chat-choose']) => this.#act(toAction(itemId))}
    >
      ${icon(MORE)}<span class="sr">${strings.moreActions}</span>
    </chat-menu>`
  }

  #renderStatus(status: ChatStatus) {
    const { tone, icon: path } = STATUS_CHIP[status]
    return html`<span class="chip status ${tone}">${icon(path)}${this.l10n.console.statuses[status]}</span>`
  }

  #renderWhere({ visitor }: Chat) {
    const strings = this.l10n.console
    if (this.isTyping) return html`<span class="typing">${strings.visitorTyping}</span>`
    const { page } = visitor
    const presence = this.isPresent
      ? html`<i class="dot online"></i
          ><span class="on">${page === undefined ? strings.presence.online : strings.onlineAt}</span>`
      : nothing
    if (page === undefined) return presence
    const address = webAddress(page.url)
    const name = html`<bdi class="clipped">${pageName(page)}</bdi>`
    const on = this.isPresent ? presence : html`<span class="on">${strings.onPage}</span>`
    if (address === null) return html`${on} ${name}`
    return html`${on}
      <a
        class="clipped"
        href=${address}
        target="_blank"
        rel="noopener noreferrer"
        title=${page.title ?? nothing}
        >${name}</a
      >`
  }

  #renderAssignment(chat: Chat) {
    if (chat.status === 'CLOSED') return nothing
    const strings = this.l10n.console
    const { assignee } = chat
    const isMine = assignee?.commercialId === this.viewerId
    const who = isMine ? strings.you : (assignee?.name ?? strings.assign)
    const label = assignee === null ? strings.assign : fill(strings.assignedTo, { name: who })
    return html`<chat-menu
        .label=${label}
        .groups=${assignGroups({ chat, team: this.team, viewerId: this.viewerId, l10n: this.l10n })}
        @chat-choose=${({ itemId }: HTMLElementEventMap['chat-choose']) => this.#act({ kind: 'assign', to: itemId })}
      >
        <span class="assignee"
          >${
            assignee === null
              ? icon(USER_PLUS)
              : avatar({ name: assignee.name, image: assignee.avatarUrl, size: 20 })
          } <bdi class="clipped word" aria-hidden="true">${who}</bdi>${icon(CHEVRON_DOWN)}</span
        ><span class="sr">${label}</span>
      </chat-menu>
      ${
        assignee === null
          ? html`<button class="button primary" type="button" @click=${() => this.#act({ kind: 'claim' })}>
              ${strings.claim}
            </button>`
          : nothing
      }`
  }

  #renderClose({ status, assignee }: Chat) {
    const strings = this.l10n.console
    const isClosed = status === 'CLOSED'
    // While nobody has the chat, taking it is what comes first.
    const tone = !isClosed && assignee !== null ? 'primary' : ''
    return html`<button
      class="button close ${tone}"
      type="button"
      aria-label=${isClosed ? strings.reopen : strings.closeChat}
      title=${isClosed ? strings.reopen : strings.closeChat}
      @click=${() => this.#act({ kind: isClosed ? 'reopen' : 'close' })}
    >
      ${icon(isClosed ? REOPEN : DONE)}<span class="word">${isClosed ? strings.reopen : strings.close}</span>
    </button>`
  }

  #renderDetails() {
    if (this.layout === 'wide') return nothing
    const label = this.l10n.console.visitorDetails
    return html`<button
      class="icon-button details"
      type="button"
      aria-label=${label}
      title=${label}
      aria-expanded=${this.hasDetails ? 'true' : 'false'}
      @click=${() => this.#act({ kind: 'details' })}
    >
      ${icon(SIDE_PANEL)}
    </button>`
  }
}

function toAction(itemId: string): ChatAction {
  if (itemId === 'tags' || itemId === 'snooze') return { kind: 'choose', what: itemId }
  if (itemId === 'mark-unread' || itemId === 'mark-read') return { kind: itemId }
  if (itemId === 'hand-over' || itemId === 'transcript' || itemId === 'translate') return { kind: itemId }
  return { kind: 'copy-link' }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-header': ChatHeader
  }
}
