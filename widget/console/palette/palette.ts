import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { Macro } from '#shared/macro.ts'
import { toFailure } from '../../core/api-error.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { plural } from '../../i18n/plural.ts'
import { isComposing } from '../../parts/composing.ts'
import { icon } from '../../parts/icon/icon.ts'
import { CHECK } from '../../parts/icon/paths.ts'
import { element } from '../../parts/element.ts'
import { shownFor, type ChosenKeys } from '../shortcuts/shortcuts.ts'
import { reset } from '../../styles/reset.styles.ts'
import { SEARCH } from '../icon-paths.ts'
import { Modal } from '../modal.ts'
import { ChatCommandEvent, type PaletteGroup, type PaletteItem, type PalettePage } from './command.ts'
import { excerptTemplate } from './excerpt.ts'
import { find, foundGroups, type Found } from './found-groups.ts'
import { paletteGroups, type PaletteContext } from './palette-groups.ts'
import { paletteStyles } from './palette.styles.ts'

/** Typing goes on faster than anybody reads. */
const SEARCH_AFTER_MS = 150
const NOTHING_FOUND: Found = { people: [], hits: [] }

/** The palette is done with. */
export class ChatPaletteCloseEvent extends Event {
  static readonly type = 'chat-palette-close'

  constructor() {
    super(ChatPaletteCloseEvent.type, { bubbles: true })
  }
}

/**
 * One field for everything: what can be done with a chat, where one can go, and what anybody ever wrote. It opens with its element and
 * goes with it. Arrows choose, Enter does it, Escape leaves.
 *
 * @fires {ChatCommandEvent} chat-command
 * @fires {ChatPaletteCloseEvent} chat-palette-close
 */
@element('chat-palette')
export class ChatPalette extends LitElement {
  static override styles = [reset, paletteStyles]

  readonly #modal = new Modal(this, () => void this.dispatchEvent(new ChatPaletteCloseEvent()))

  @query('dialog') private dialog: HTMLDialogElement | null | undefined
  @state() private query = ''
  @state() private active = 0
  @state() private found: Found = NOTHING_FOUND
  @state() private problem = ''
  /** What was searched for, when its answer is there. */
  @state() private answered = ''
  @state() private tags: readonly string[] = []
  @state() private macros: readonly Macro[] = []

  #timer: ReturnType<typeof setTimeout> | undefined

  @property({ attribute: false }) shortcuts: ChosenKeys = {}
  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) context!: Omit<PaletteContext, 'tags' | 'macros' | 'now'>
  @property() page: PalettePage = 'all'

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('page')) return
    this.query = ''
    this.active = 0
    if (this.page === 'tags') void this.#readTags()
    if (this.page === 'macros' || this.page === 'all') void this.#readMacros()
  }

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }

  async #readTags(): Promise<void> {
    const { chat } = this.context
    if (chat === undefined) return
    try {
      const { tags } = await this.client.call('GET /v2/tags', { query: { siteId: chat.siteId } })
      this.tags = tags.map(({ tag }) => tag)
    } catch {
      // Without them one can still write a tag out.
    }
  }

  async #readMacros(): Promise<void> {
    const { chat } = this.context
    if (chat === undefined) return
    try {
      const { macros } = await this.client.call('GET /v2/macros', { query: { siteId: chat.siteId } })
      this.macros = macros
    } catch {
      // Everything else can be done without them.
    }
  }

  get #groups(): readonly PaletteGroup[] {
    const { page, tags, macros } = this
    const context = { ...this.context, tags, macros, now: Date.now() }
    const isSearching = (page === 'all' || page === 'search') && this.answered !== ''
    return [
      ...paletteGroups(page, this.query, context),
      ...(isSearching ? foundGroups(this.found, this.answered, context.l10n) : []),
    ].filter(({ items }) => items.length > 0)
  }

  readonly #handleInput = (event: InputEvent): void => {
    this.query = (event.target as HTMLInputElement).value
    this.active = 0
    clearTimeout(this.#timer)
    if (this.page !== 'all' && this.page !== 'search') return
    this.#timer = setTimeout(() => void this.#search(this.query.trim()), SEARCH_AFTER_MS)
  }

  async #search(wanted: string): Promise<void> {
    this.problem = ''
    try {
      const found = wanted === '' ? NOTHING_FOUND : await find(this.client, wanted)
      // Slow answers to what was written before come to nothing.
      if (wanted !== this.query.trim()) return
      this.found = found
      this.answered = wanted
    } catch (error) {
      if (wanted !== this.query.trim()) return
      this.found = NOTHING_FOUND
      this.problem = toFailure(error).message || this.context.l10n.console.serverUnreachable
    }
  }

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    const items = this.#groups.flatMap((group) => group.items)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (items.length === 0) return
    if (step !== undefined) this.active = (this.active + step + items.length) % items.length
    else this.#pick(items[this.active])
  }

  #pick(item: PaletteItem | undefined): void {
    if (item === undefined) return
    const { command } = item
    if (command.kind === 'page') {
      this.page = command.page
      this.renderRoot.querySelector('input')?.focus()
      return
    }
    // Tags are put on and taken off one after the other.
    const goesOn = command.kind === 'act' && command.action.kind === 'tag'
    if (goesOn) this.query = ''
    // Closed first: the focus goes back to where it was, and from there to where the command leads.
    else this.dialog?.close()
    this.dispatchEvent(new ChatCommandEvent(command))
    if (!goesOn) this.#modal.leave()
  }

  override render() {
    const { console: strings } = this.context.l10n
    const groups = this.#groups
    const items = groups.flatMap((group) => group.items)
    const marked = items[this.active]
    const titles = {
      all: strings.palettePlaceholder,
      search: strings.searchAll,
      tags: strings.tagPlaceholder,
      snooze: strings.snooze,
      assign: strings.assign,
      macros: strings.macros,
    }
    return html`<dialog aria-label=${titles[this.page]}>
      <div class="field">
        ${icon(SEARCH)}
        <input
          type="text"
          role="combobox"
          autofocus
          autocomplete="off"
          spellcheck="false"
          aria-label=${titles[this.page]}
          aria-expanded="true"
          aria-controls="options"
          aria-activedescendant=${marked === undefined ? nothing : `o${this.active}`}
          placeholder=${titles[this.page]}
          .value=${this.query}
          @input=${this.#handleInput}
          @keydown=${this.#handleKey}
        />
        <button type="button" class="leave" @click=${this.#modal.leave}>esc</button>
      </div>
      <div id="options" role="listbox" tabindex="-1" aria-label=${titles[this.page]}>
        ${groups.map((group) => this.#renderGroup(group, items))}
      </div>
      ${this.#renderFoot(items.length)}
    </dialog>`
  }

  #renderGroup({ label, items }: PaletteGroup, all: readonly PaletteItem[]) {
    return html`<div role="group" aria-label=${label}>
      <div class="heading" aria-hidden="true"><bdi>${label}</bdi></div>
      ${items.map((item) => this.#renderItem(item, all.indexOf(item)))}
    </div>`
  }

  #renderItem(item: PaletteItem, index: number) {
    const { isOn, key, note, excerpt } = item
    return html`<div
      id="o${index}"
      class="option"
      role="option"
      aria-selected=${index === this.active ? 'true' : 'false'}
      aria-checked=${isOn ?? nothing}
      @click=${() => this.#pick(item)}
    >
      ${icon(item.icon)}
      <span class="label"
        ><bdi>${item.label}</bdi
        >${excerpt === undefined ? nothing : html`: ${excerptTemplate(excerpt)}`}</span
      >
      ${note === undefined ? nothing : html`<small>${note}</small>`} ${isOn === true ? icon(CHECK) : nothing}
      ${key === undefined ? nothing : html`<kbd>${shownFor(key, this.shortcuts)}</kbd>`}
    </div>`
  }

  #renderFoot(count: number) {
    const { console: strings, locale } = this.context.l10n
    const isWaiting = this.page === 'search' && this.query.trim() !== this.answered && this.problem === ''
    const words = this.problem || (count === 0 && !isWaiting && this.query !== '' ? strings.nothingFound : '')
    return html`<p class="sr" role="status">${count === 0 ? words : plural(locale, count, strings.offers)}</p>
      ${words === '' ? nothing : html`<p class="none" aria-hidden="true">${words}</p>`}
      <p class="foot" aria-hidden="true">${strings.paletteKeys}</p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-palette': ChatPalette
  }
  interface HTMLElementEventMap {
    'chat-palette-close': ChatPaletteCloseEvent
  }
}
