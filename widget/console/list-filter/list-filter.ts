import { css, html, LitElement, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Site } from '#shared/site.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { Inbox } from '../../core/state.ts'
import { icon } from '../../parts/icon/icon.ts'
import { element } from '../../parts/element.ts'
import '../../parts/menu/menu.ts'
import { reset } from '../../styles/reset.styles.ts'
import { isFiltered } from '../chat-list/list-states.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { FILTER } from '../icon-paths.ts'
import { chosen, filterGroups } from './filter-groups.ts'

/** A menu of this many can still be read. */
const TAGS = '12'

/** In which order a list stands, and what of it is shown. */
@element('chat-list-filter')
export class ChatListFilter extends LitElement {
  static override styles = [
    reset,
    css`
      chat-menu::part(button) {
        position: relative;
        display: inline-grid;
        place-items: center;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 10px;
        color: var(--ink-2);
        font-size: 15.5px;
      }

      chat-menu::part(button):hover {
        background: color-mix(in oklab, var(--ink) 8%, transparent);
      }

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

  @state() private sites: readonly Site[] = []
  @state() private tags: readonly string[] = []

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) inbox!: Inbox
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  /** Read when somebody comes near, so that it is there, and new, when the menu opens. */
  readonly #read = async (): Promise<void> => {
    const { client } = this
    if (client === undefined) return
    try {
      const [{ sites }, { tags }] = await Promise.all([
        client.call('GET /v2/sites'),
        client.call('GET /v2/tags', { query: { limit: TAGS } }),
      ])
      this.sites = sites
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
    const { inbox, l10n, sites, tags, client } = this
    const isOn = isFiltered(inbox)
    const label = isOn ? l10n.console.filterOn : l10n.console.filter
    return html`<chat-menu
      .label=${label}
      .groups=${filterGroups({ inbox, sites, tags, team: client?.state.get().team ?? [], l10n })}
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
