import { html, LitElement, nothing } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import type { PresenceStatus } from '#shared/person.ts'
import { icon } from '../icon/icon.ts'
import { CHECK } from '../icon/paths.ts'
import { element } from '../element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { avatar } from '../avatar/avatar.ts'
import { avatarStyles } from '../avatar/avatar.styles.ts'
import { keepInside } from './keep-inside.ts'
import { nextIndex } from './menu-keys.ts'
import { menuStyles } from './menu.styles.ts'

export interface MenuItem {
  readonly id: string
  readonly label: string
  /** Said after the label, quieter. */
  readonly note?: string
  /** The outline of an icon. */
  readonly icon?: string
  /** A person, with their presence. */
  readonly person?: {
    readonly name: string
    readonly status: PresenceStatus
    readonly avatarUrl?: string | undefined
  }
  readonly status?: PresenceStatus
  /** One of its group is chosen; absent for what simply happens. */
  readonly isChecked?: boolean
  /** On or off by itself, whatever the others of its group are. */
  readonly isOn?: boolean
  readonly isDisabled?: boolean
}

export interface MenuGroup {
  /** A heading over the group, when there is more than one. */
  readonly label?: string
  readonly items: readonly MenuItem[]
}

/** An item was chosen. */
export class ChatChooseEvent extends Event {
  static readonly type = 'chat-choose'
  readonly itemId: string

  constructor(itemId: string) {
    super(ChatChooseEvent.type, { bubbles: true })
    this.itemId = itemId
  }
}

/**
 * A button that opens a menu: arrows, Home, End and first letters move, Enter and Space choose, Escape and Tab close.
 *
 * @slot - what the button shows
 * @csspart button - the button
 * @fires chat-choose - with the id of the item
 */
@element('chat-menu')
export class ChatMenu extends LitElement {
  static override styles = [reset, avatarStyles, menuStyles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @query('button') private button: HTMLButtonElement | undefined
  @state() private isOpen = false

  /** The menu's name, and what a pointer resting on the button is told. The button's own name is what is in it. */
  @property() label = ''
  @property({ attribute: false }) groups: readonly MenuGroup[] = []
  /** Where the menu unfolds from the button. */
  @property({ reflect: true }) placement: 'below' | 'beside' | 'above' = 'below'

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#close()
  }

  async #openAt(at: 'checked' | 'last'): Promise<void> {
    this.isOpen = true
    document.addEventListener('pointerdown', this.#handleOutside, true)
    await this.updateComplete
    const menu = this.renderRoot.querySelector<HTMLElement>('[role="menu"]')
    if (menu !== null) keepInside(menu)
    const items = this.#items
    const checked = items.findIndex((item) => item.ariaChecked === 'true')
    items.at(at === 'last' ? -1 : Math.max(0, checked))?.focus()
  }

  /** As its button does. */
  open(): Promise<void> {
    return this.#openAt('checked')
  }

  #close(): void {
    this.isOpen = false
    document.removeEventListener('pointerdown', this.#handleOutside, true)
  }

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
  }

  readonly #handleOutside = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.#close()
  }

  readonly #handleButtonClick = (): void => {
    if (this.isOpen) this.#close()
    else void this.#openAt('checked')
  }

  readonly #handleButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    void this.#openAt(event.key === 'ArrowUp' ? 'last' : 'checked')
  }

  readonly #handleMenuKey = (event: KeyboardEvent): void => {
    // What is typed in a menu is the menu's: no shortcut of the page or of the list behind it.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation()
    if (event.key === 'Tab') return this.#close()
    if (event.key === 'Escape') {
      // Else the browser would close the dialog that the menu stands in.
      event.preventDefault()
      this.#close()
      return this.button?.focus()
    }
    const items = this.#items
    const current = items.findIndex((item) => item.matches(':focus'))
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return items[current]?.click()
    }
    const next = nextIndex(event.key, { current, labels: items.map((item) => item.dataset['label'] ?? '') })
    if (next === null) return undefined
    event.preventDefault()
    return items[next]?.focus()
  }

  #handleChoose(item: MenuItem): void {
    this.#close()
    this.button?.focus()
    this.dispatchEvent(new ChatChooseEvent(item.id))
  }

  readonly #handleFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.renderRoot.contains(event.relatedTarget)) this.#close()
  }

  override render() {
    return html`<button
        part="button"
        type="button"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls=${this.isOpen ? 'menu' : nothing}
        title=${this.label || nothing}
        @click=${this.#handleButtonClick}
        @keydown=${this.#handleButtonKey}
      >
        <slot></slot>
      </button>
      ${this.isOpen ? this.#renderMenu() : nothing}`
  }

  #renderMenu() {
    return html`<div
      id="menu"
      role="menu"
      aria-label=${this.label}
      @keydown=${this.#handleMenuKey}
      @focusout=${this.#handleFocusOut}
    >
      ${this.groups.map((group) => this.#renderGroup(group))}
    </div>`
  }

  #renderGroup({ label, items }: MenuGroup) {
    const rows = items.map((item) => this.#renderItem(item))
    if (label === undefined) return html`<div class="group" role="none">${rows}</div>`
    return html`<div class="group" role="group" aria-label=${label}>
      <div class="heading" aria-hidden="true">${label}</div>
      ${rows}
    </div>`
  }

  #renderItem(item: MenuItem) {
    return html`<div
      class="item"
      role=${roleOf(item)}
      aria-checked=${item.isChecked ?? item.isOn ?? nothing}
      aria-disabled=${item.isDisabled ?? nothing}
      tabindex="-1"
      data-label=${item.label}
      @click=${() => item.isDisabled !== true && this.#handleChoose(item)}
    >
      ${this.#renderPicture(item)}
      <span class="label"
        ><bdi>${item.label}</bdi
        >${item.note === undefined ? nothing : html`<small>${item.note}</small>`}</span
      >
      ${item.isChecked === true || item.isOn === true ? icon(CHECK) : nothing}
    </div>`
  }

  #renderPicture({ person, status, icon: path }: MenuItem) {
    if (person !== undefined) {
      return html`<span class="person"
        >${avatar({ name: person.name, image: person.avatarUrl, size: 24 })}<i
          class="dot ${person.status}"
        ></i
      ></span>`
    }
    if (status !== undefined) return html`<i class="dot ${status}"></i>`
    return path === undefined ? nothing : icon(path)
  }
}

function roleOf({ isChecked, isOn }: MenuItem): string {
  if (isOn !== undefined) return 'menuitemcheckbox'
  return isChecked === undefined ? 'menuitem' : 'menuitemradio'
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-menu': ChatMenu
  }
  interface HTMLElementEventMap {
    'chat-choose': ChatChooseEvent
  }
}
