import { css, html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import type { Chat } from '#shared/chat.ts'
import type { Commercial } from '#shared/person.ts'
import { formatComing } from '../../i18n/format.ts'
import { plural } from '../../i18n/plural.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CLOCK, CLOSE } from '../../parts/icon/paths.ts'
import { element } from '../../parts/element.ts'
import type { ChatMenu, MenuGroup } from '../../parts/menu/menu.ts'
import '../../parts/menu/menu.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { DONE, MESSAGE_DOT, REOPEN, TAG, USER_MINUS, USER_PLUS } from '../icon-paths.ts'
import { snoozeTimes } from '../palette/snooze-times.ts'
import { controls } from '../styles/controls.styles.ts'
import type { BulkAction } from './bulk-action.ts'

/** One thing is to be done with all that are picked; `add-tag` without a tag asks for one. */
export class ChatBulkEvent extends Event {
  static readonly type = 'chat-bulk'
  readonly action: BulkAction | { readonly kind: 'add-tag' } | { readonly kind: 'clear' }

  constructor(action: ChatBulkEvent['action']) {
    super(ChatBulkEvent.type, { bubbles: true })
    this.action = action
  }
}

/**
 * What can be done with the chats that are picked.
 *
 * @fires {ChatBulkEvent} chat-bulk
 */
@element('chat-bulk-bar')
export class ChatBulkBar extends LitElement {
  static override styles = [
    reset,
    controls,
    css`
      :host {
        display: flex;
        gap: 2px;
        align-items: center;
        padding-block: 6px;
        padding-inline: 16px 8px;
        border-block-end: 1px solid var(--line);
        background: var(--accent-soft);
        color: var(--accent-ink);
      }

      p {
        flex: 1;
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-weight: 640;
        font-variant-numeric: tabular-nums;
      }

      .icon-button,
      chat-menu::part(button) {
        display: inline-grid;
        place-items: center;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 10px;
        color: var(--accent-ink);
        font-size: 15.5px;
      }

      .number {
        display: none;
      }

      /* Larger targets leave no room for words on a telephone; they are said, too. */
      @media (pointer: coarse) and (max-width: 480px) {
        .words {
          display: none;
        }

        .number {
          display: inline;
          font-size: 16px;
        }
      }

      @media (pointer: coarse) {
        .icon-button,
        chat-menu::part(button) {
          inline-size: 44px;
          block-size: 44px;
        }
      }

      .icon-button:hover,
      chat-menu::part(button):hover {
        background: color-mix(in oklab, var(--accent-ink) 14%, transparent);
        color: var(--accent-ink);
      }
    `,
  ]

  @property({ attribute: false }) chats: readonly Chat[] = []
  @property({ attribute: false }) team: readonly Commercial[] = []
  @property({ attribute: 'viewer-id' }) viewerId = ''
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  /** As its button does. */
  open(what: 'assign' | 'snooze'): void {
    void this.renderRoot.querySelector<ChatMenu>(`chat-menu.${what}`)?.open()
  }

  #act(action: ChatBulkEvent['action']): void {
    this.dispatchEvent(new ChatBulkEvent(action))
  }

  override render() {
    const strings = this.l10n.console
    const areClosed = this.chats.every(({ status }) => status === 'CLOSED')
    const count = this.chats.length
    return html`<p>
        <span class="words">${plural(this.l10n.locale, count, strings.picked)}</span
        ><span class="number" aria-hidden="true">${count.toLocaleString(this.l10n.locale)}</span>
      </p>
      ${areClosed ? nothing : this.#renderMenus()}
      ${this.#renderButton(TAG, strings.addTag, { kind: 'add-tag' })}
      ${this.#renderButton(MESSAGE_DOT, strings.markUnread, { kind: 'mark-unread' })}
      ${
        areClosed
          ? this.#renderButton(REOPEN, strings.reopen, { kind: 'reopen' })
          : this.#renderButton(DONE, strings.close, { kind: 'close' })
      }
      ${this.#renderButton(CLOSE, strings.pickNone, { kind: 'clear' })}`
  }

  #renderButton(path: string, label: string, action: ChatBulkEvent['action']) {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.#act(action)}
    >
      ${icon(path)}
    </button>`
  }

  #renderMenus() {
    const strings = this.l10n.console
    return html`${this.#renderMenu('assign', strings.assign, this.#people)}
    ${this.#renderMenu('snooze', strings.snooze, this.#times)}`
  }

  #renderMenu(what: 'assign' | 'snooze', label: string, groups: readonly MenuGroup[]) {
    const toAction = (itemId: string): BulkAction =>
      what === 'assign' ? { kind: 'assign', to: itemId } : { kind: 'snooze', until: itemId || null }
    return html`<chat-menu
      class=${what}
      .label=${label}
      .groups=${groups}
      @chat-choose=${({ itemId }: HTMLElementEventMap['chat-choose']) => this.#act(toAction(itemId))}
    >
      ${icon(what === 'assign' ? USER_PLUS : CLOCK)}<span class="sr">${label}</span>
    </chat-menu>`
  }

  /** Whoever answers the sites of all of them. */
  get #people(): readonly MenuGroup[] {
    const { chats, team, l10n } = this
    const mayAnswer = ({ role, siteIds }: Commercial) =>
      role === 'admin' || chats.every(({ siteId }) => siteIds.includes(siteId))
    const people = team.filter(mayAnswer).map(({ commercialId, name, avatarUrl, status = 'offline' }) => ({
      id: commercialId,
      label: name,
      note: commercialId === this.viewerId ? l10n.console.you : l10n.console.presence[status],
      person: { name, status, avatarUrl },
    }))
    const nobody = { id: 'none', label: l10n.console.returnToUnassigned, icon: USER_MINUS }
    return [{ items: people }, { items: [nobody] }]
  }

  get #times(): readonly MenuGroup[] {
    const { console: strings } = this.l10n
    const now = new Date()
    const times = snoozeTimes(now).map(({ name, at }) => ({
      id: at.toISOString(),
      label: strings.snoozeTimes[name],
      note: formatComing(this.l10n, at.toISOString(), now),
    }))
    return [{ items: times }, { items: [{ id: '', label: strings.wake }] }]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-bulk-bar': ChatBulkBar
  }
  interface HTMLElementEventMap {
    'chat-bulk': ChatBulkEvent
  }
}
