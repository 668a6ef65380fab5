import { LitElement, html, nothing } from 'lit'
import { property, query } from 'lit/decorators.js'
import type { Localization } from '../../i18n/localization.ts'
import { plural } from '../../i18n/plural.ts'
import { reset } from '../../styles/reset.styles.ts'
import { element } from '../element.ts'
import { icon } from '../icon/icon.ts'
import { ARROW_UP, SMILE } from '../icon/paths.ts'
import { fire } from '../part-events.ts'
import { composerStyles } from './composer.styles.ts'
import { COUNTER_FROM, isBlank, spaceLeft } from './content-limit.ts'
import { isPageShortcut, sendsMessage } from './keys.ts'

/**
 * Where a message is written. Knows no network: it tells what was written and is empty again.
 *
 * @slot tools - Buttons before the text.
 * @slot actions - Buttons after the text, before the send button.
 * @fires {PartEvent} chat-submit - A text to send; the field is empty from here on.
 * @fires {PartEvent} chat-typing - A keystroke.
 * @fires {PartEvent} chat-draft - The text changed, by the person; also when it was sent.
 * @csspart emoji - The button for emoji.
 * @csspart emoji-picker - What it brings.
 * @csspart box - The frame round the field and the buttons.
 * @csspart input - The field.
 * @csspart send - The send button.
 */
@element('chat-composer')
export class ChatComposer extends LitElement {
  static override styles = [reset, composerStyles]

  @property() value = ''
  @property() placeholder = ''
  /** Words on the send button instead of the arrow. */
  @property({ attribute: 'send-label' }) sendLabel = ''
  /** Whether there is something to send even without a text. Whoever changes it asks for an update. */
  hasFiles = false
  /** Required: what is said, and how times and numbers are written. */
  @property({ attribute: false }) l10n!: Localization

  @query('textarea') readonly field!: HTMLTextAreaElement | null

  override focus(options?: FocusOptions): void {
    this.field?.focus(options)
  }

  override render() {
    const { strings } = this.l10n
    return html`<form class="box" part="box" @submit=${this.#handleFormSubmit}>
        <slot name="tools"></slot>
        <label class="sr" for="text">${strings.message}</label>
        <textarea
          id="text"
          part="input"
          rows="1"
          dir="auto"
          enterkeyhint="send"
          aria-describedby="limit"
          aria-invalid=${spaceLeft(this.value) < 0}
          placeholder=${this.placeholder || strings.writeMessage}
          .value=${this.value}
          @input=${this.#handleInput}
          @keydown=${this.#handleKeydown}
          @keypress=${keepFromPage}
          @keyup=${keepFromPage}
        ></textarea>
        <button
          type="button"
          class="emoji"
          part="emoji"
          aria-label=${strings.emoji}
          aria-haspopup="dialog"
          @pointerdown=${keepFocus}
          @click=${this.#handleEmoji}
        >
          ${icon(SMILE)}
        </button>
        <slot name="actions"></slot>
        ${this.#sendButton()}
      </form>
      ${this.#counter()}`
  }

  /** As tall as its text. Where CSS can do it (`field-sizing`) the style sheet does. */
  override updated(): void {
    const { field } = this
    if (field === null || CSS.supports('field-sizing', 'content')) return
    field.style.blockSize = 'auto'
    field.style.blockSize = `${field.scrollHeight}px`
  }

  #sendButton() {
    const label = this.sendLabel
    return html`<button
      class="send"
      part="send"
      aria-label=${label ? nothing : this.l10n.strings.send}
      ?disabled=${!this.#canSend}
      @pointerdown=${keepFocus}
    >
      ${label || icon(ARROW_UP)}
    </button>`
  }

  #counter() {
    const left = spaceLeft(this.value)
    const { strings, locale } = this.l10n
    const isOver = left < 0
    const words = isOver ? strings.charactersOver : strings.charactersLeft
    const isNear = left <= COUNTER_FROM
    return html`<p id="limit" class="limit ${isOver ? 'over' : ''}" ?hidden=${!isNear}>
      ${isNear ? plural(locale, Math.abs(left), words) : nothing}
    </p>`
  }

  get #canSend(): boolean {
    return (this.hasFiles || !isBlank(this.value)) && spaceLeft(this.value) >= 0
  }

  readonly #handleInput = (event: InputEvent): void => {
    this.value = (event.target as HTMLTextAreaElement).value
    fire(this, 'chat-draft', { text: this.value })
    fire(this, 'chat-typing', {})
  }

  readonly #handleKeydown = (event: KeyboardEvent): void => {
    keepFromPage(event)
    if (!sendsMessage(event)) return
    event.preventDefault()
    this.#submit()
  }

  readonly #handleEmoji = ({ currentTarget }: Event): void => {
    // Without the picker there is the one of the system.
    void import('../emoji/emoji.ts').then(
      ({ toggleEmoji }) => toggleEmoji(this, currentTarget as HTMLElement),
      () => undefined,
    )
  }

  readonly #handleFormSubmit = (event: Event): void => {
    event.preventDefault()
    // Empty, the button can no longer have the focus; and what follows is the next message.
    if (this.shadowRoot?.activeElement) this.focus()
    this.#submit()
  }

  #submit(): void {
    if (!this.#canSend) return
    const text = this.value.trim()
    this.value = ''
    fire(this, 'chat-submit', { text })
    fire(this, 'chat-draft', { text: '' })
  }
}

/** The page takes what is typed here for a press on itself (the field is in a shadow), and may have plans for an `s`. */
function keepFromPage(event: KeyboardEvent): void {
  if (isPageShortcut(event)) event.stopPropagation()
}

/** A press on the send button leaves the focus, and a phone's keyboard, where they are. */
function keepFocus(event: PointerEvent): void {
  event.preventDefault()
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': ChatComposer
  }
}
