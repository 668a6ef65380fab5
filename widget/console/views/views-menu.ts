import { css, html, LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { View } from '#shared/view.ts'
import { icon } from '../../parts/icon/icon.ts'
import { element } from '../../parts/element.ts'
import type { MenuGroup } from '../../parts/menu/menu.ts'
import '../../parts/menu/menu.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { BOOKMARK, PENCIL } from '../icon-paths.ts'
import { ChatCommandEvent } from '../palette/command.ts'
import type { ListPlace } from '../route.ts'
import { titleMenu } from '../styles/title-menu.styles.ts'
import { NUMBERED_VIEWS } from './view-key.ts'
import { isShown, placeOf } from './view-place.ts'

/** Somebody comes near the views: they may have changed. */
export class ChatNearEvent extends Event {
  static readonly type = 'chat-near'

  constructor() {
    super(ChatNearEvent.type, { bubbles: true })
  }
}

/**
 * The kept filters, to go to; and the way to keep what is on screen.
 *
 * @fires {ChatCommandEvent} chat-command
 * @fires {ChatNearEvent} chat-near
 */
@element('chat-views-menu')
export class ChatViewsMenu extends LitElement {
  static override styles = [
    reset,
    titleMenu,
    css`
      :host([is-on]) chat-menu::part(button) {
        color: var(--accent-ink);
      }
    `,
  ]

  @property({ attribute: false }) views: readonly View[] = []
  @property({ attribute: false }) place: ListPlace = { list: 'mine', filter: {} }
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  get #groups(): readonly MenuGroup[] {
    const strings = this.l10n.console
    const views = this.views.map((view, index) => ({
      id: view.viewId,
      label: view.name,
      isChecked: isShown(view, this.place),
      ...(index < NUMBERED_VIEWS && { note: `Alt+${index + 1}` }),
    }))
    const manage = { id: 'manage', label: strings.manageViews, icon: PENCIL }
    return [...(views.length === 0 ? [] : [{ label: strings.views, items: views }]), { items: [manage] }]
  }

  readonly #handleChoose = ({ itemId }: HTMLElementEventMap['chat-choose']): void => {
    const view = this.views.find(({ viewId }) => viewId === itemId)
    this.dispatchEvent(
      new ChatCommandEvent(
        view === undefined ? { kind: 'manage-views' } : { kind: 'list', ...placeOf(view.filter) },
      ),
    )
  }

  readonly #handleNear = (): void => void this.dispatchEvent(new ChatNearEvent())

  override render() {
    const label = this.l10n.console.views
    this.toggleAttribute(
      'is-on',
      this.views.some((view) => isShown(view, this.place)),
    )
    return html`<chat-menu
      .label=${label}
      .groups=${this.#groups}
      @pointerenter=${this.#handleNear}
      @focusin=${this.#handleNear}
      @chat-choose=${this.#handleChoose}
    >
      ${icon(BOOKMARK)}<span class="sr">${label}</span>
    </chat-menu>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-views-menu': ChatViewsMenu
  }
  interface HTMLElementEventMap {
    'chat-near': ChatNearEvent
  }
}
