import { LitElement, html, nothing } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { EmojiStrings } from '../../i18n/emoji.en.ts'
import type { Localization } from '../../i18n/localization.ts'
import { reset } from '../../styles/reset.styles.ts'
import { isPageShortcut } from '../composer/keys.ts'
import { isComposing } from '../composing.ts'
import { element } from '../element.ts'
import { fire } from '../part-events.ts'
import { EMOJI_GROUPS } from './emoji-groups.ts'
import { emojiPickerStyles } from './emoji-picker.styles.ts'
import { findEmoji, readNames, type NamedEmoji } from './find-emoji.ts'
import { stepInGrid } from './grid-keys.ts'
import { noteEmoji, recentEmoji } from './recent-emoji.ts'

/**
 * Emoji to choose from, those used last first, by their names in the visitor's language. Closing and inserting are up to whoever opened it.
 *
 * @fires {PartEvent} chat-emoji - This one was chosen.
 * @fires {PartEvent} chat-emoji-close - It is not wanted any more: Escape, or the focus went elsewhere.
 */
@element('chat-emoji-picker')
export class ChatEmojiPicker extends LitElement {
  static override styles = [reset, emojiPickerStyles]

  /** Required: what is said. */
  @property({ attribute: false }) l10n!: Localization
  /** Required: names, and the words of the picker itself. */
  @property({ attribute: false }) words!: EmojiStrings

  @state() private search = ''
  @query('input') private field!: HTMLInputElement
  #names: ReadonlyMap<string, NamedEmoji> = new Map()
  /** As they were when it was opened: what one uses must not jump from under the pointer. */
  readonly #recent = recentEmoji()

  override connectedCallback(): void {
    super.connectedCallback()
    this.role = 'dialog'
    this.ariaLabel = this.l10n.strings.emoji
    this.addEventListener('keydown', this.#handleKeydown)
    this.addEventListener('focusout', this.#handleFocusOut)
  }

  /** With a keyboard one types what one looks for; a keyboard on the screen would cover what there is to touch. */
  override focus(options?: FocusOptions): void {
    const isTouched = matchMedia('(pointer: coarse)').matches
    const target = isTouched ? this.#cells()[0] : this.field
    target?.focus(options)
  }

  override willUpdate(): void {
    if (this.#names.size === 0) this.#names = readNames(this.words.names)
  }

  override render() {
    const found = this.search.trim() === '' ? undefined : findEmoji(this.#names.values(), this.search)
    return html`<input
        type="search"
        aria-label=${this.words.search}
        placeholder=${this.words.search}
        autocomplete="off"
        .value=${this.search}
        @input=${this.#handleInput}
      />
      <div class="list" role="listbox" aria-label=${this.l10n.strings.emoji}>
        ${found ? this.#group('', found) : this.#groups()}
      </div>
      <p class="none" role="status" ?hidden=${found?.length !== 0}>
        ${found?.length === 0 ? this.words.none : nothing}
      </p>`
  }

  override updated(): void {
    this.#keepOneStop()
  }

  /** For Tab: the rest is for the arrows. */
  #keepOneStop(): void {
    const cells = this.#cells()
    const current = this.shadowRoot?.activeElement
    const stop = cells.find((cell) => cell === current) ?? cells[0]
    for (const cell of cells) cell.tabIndex = cell === stop ? 0 : -1
  }

  #groups() {
    const named = (emoji: string) => this.#names.get(emoji) ?? []
    const groups = EMOJI_GROUPS.map((group, index) =>
      this.#group(this.words.groups[index] ?? '', group.flatMap(named)),
    )
    return [this.#group(this.words.recent, this.#recent.flatMap(named)), ...groups]
  }

  #group(title: string, emoji: readonly NamedEmoji[]) {
    if (emoji.length === 0) return nothing
    return html`<div role="group" aria-label=${title || this.words.search}>
      ${title ? html`<h3 aria-hidden="true">${title}</h3>` : nothing}
      <div class="group" role="presentation">
        ${emoji.map(
          (one) =>
            html`<button
              type="button"
              role="option"
              aria-selected="false"
              aria-label=${one.name}
              title=${one.name}
              .value=${one.emoji}
              @click=${this.#handleClick}
            >
              ${one.emoji}
            </button>`,
        )}
      </div>
    </div>`
  }

  #cells(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll('button')]
  }

  #choose(emoji: string): void {
    noteEmoji(emoji)
    fire(this, 'chat-emoji', { emoji })
  }

  readonly #handleClick = (event: Event): void => {
    this.#choose((event.currentTarget as HTMLButtonElement).value)
  }

  readonly #handleInput = (): void => {
    this.search = this.field.value
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    if (isPageShortcut(event)) event.stopPropagation()
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      // An inner layer: the chat itself stays open.
      event.preventDefault()
      event.stopPropagation()
      fire(this, 'chat-emoji-close', {})
      return
    }
    const target = this.#leadingTo(event.key)
    if (target === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (target === 'chosen') return
    target.focus()
    target.scrollIntoView({ block: 'nearest' })
    this.#keepOneStop()
  }

  #leadingTo(key: string): HTMLElement | 'chosen' | undefined {
    const cells = this.#cells()
    const current = cells.find((cell) => cell === this.shadowRoot?.activeElement)
    if (current === undefined) {
      if (key === 'ArrowDown') return cells[0]
      // Whoever has typed what they look for has found it.
      if (key !== 'Enter') return undefined
      if (this.search !== '' && cells[0]) this.#choose(cells[0].value)
      return 'chosen'
    }
    const next = stepInGrid(cells, current, key)
    return key === 'ArrowUp' && next === current ? this.field : next
  }

  readonly #handleFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node) fire(this, 'chat-emoji-close', {})
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-emoji-picker': ChatEmojiPicker
  }
}
