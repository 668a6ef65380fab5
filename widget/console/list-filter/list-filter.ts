import { css, html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ChatClient } from '../../core/chat-client.ts'
import { emptyDesk } from '../../core/desk.ts'
import type { Inbox } from '../../core/state.ts'
import { icon } from '../../parts/icon/icon.ts'
import { element } from '../../parts/element.ts'
import '../../parts/menu/menu.ts'
import { reset } from '../../styles/reset.styles.ts'
import { isFiltered } from '../chat-list/list-states.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { FILTER } from '../icon-paths.ts'
import { titleMenu } from '../styles/title-menu.styles.ts'
import { chosen, filterGroups } from './filter-groups.ts'

/** A menu of this many can still be read. */
const TAGS = '12'

/** In which order a list stands, and what of it is shown. */
@element('chat-list-filter')
export class ChatListFilter extends LitElement {
  static override styles = [
    reset,
    titleMenu,
    css`
      .on {
        position: absolute;
        inset-block-start: 5px;
        inset-inline-end: 5px;
        inline-size: 9px;
        block-size: 9px;
        border-radius: 5px;
        background: var(--saffron);
        box-shadow: 0 0 0 2px var(--surface);
      }
    `,
  ]

  @state() private tags: readonly string[] = []

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) inbox!: Inbox
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  /** Read when somebody comes near, so that it is there, and new, when the menu opens. */
  readonly #read = async (): Promise<void> => {
    const { client } = this
    if (client === undefined) return
    try {
      const { tags } = await client.call('GET /v2/tags', { query: { limit: TAGS } })
      this.tags = tags.map(({ tag }) => tag)
    } catch {
      // The order can be chosen without an answer.
    }
  }

  readonly #handleChoose = ({ itemId }: HTMLElementEventMap['chat-choose']): void => {
    const { list, filter } = this.inbox
    this.client?.commercial.showList(list, chosen(filter, itemId))
  }

  override render() {
    const { inbox, l10n, tags, client } = this
    const { team = [], desk: { sites } = emptyDesk } = client?.state.get() ?? {}
    const isOn = isFiltered(inbox)
    const label = isOn ? l10n.console.filterOn : l10n.console.filter
    return html`<chat-menu
      .label=${label}
      .groups=${filterGroups({ inbox, sites, tags, team, l10n })}
      @pointerenter=${this.#read}
      @focusin=${this.#read}
      @chat-choose=${this.#handleChoose}
    >
      ${icon(FILTER)}${isOn ? html`<i class="on"></i>` : nothing}<span class="sr">${label}</span>
    </chat-menu>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-list-filter': ChatListFilter
  }
}
