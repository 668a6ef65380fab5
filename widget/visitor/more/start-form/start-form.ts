import { LitElement, html, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { PublicSite } from '#shared/site.ts'
import type { ChatClient } from '../../../core/chat-client.ts'
import { formatComing } from '../../../i18n/format.ts'
import type { Localization } from '../../../i18n/localization.ts'
import { fill } from '../../../i18n/plural.ts'
import type { VisitorStrings } from '../../../i18n/visitor.en.ts'
import { element } from '../../../parts/element.ts'
import { icon } from '../../../parts/icon/icon.ts'
import { CHEVRON_DOWN, WARNING } from '../../../parts/icon/paths.ts'
import { fire } from '../../../parts/part-events.ts'
import { reset } from '../../../styles/reset.styles.ts'
import { isClosed } from '../../panel/place.ts'
import { tell } from '../../widget-events.ts'
import { formStyles } from '../form.styles.ts'
import { MAIL } from '../icon-paths.ts'
import { filledIn, type PageControl } from './page-controls.ts'
import { checkField, type FieldKey } from './check-field.ts'
import { startFormStyles } from './start-form.styles.ts'

type Field = NonNullable<PublicSite['preChat']>['fields'][number]
/** A field of the site's, the message, or the line to agree to. */
type Place = FieldKey | 'message' | 'consent'

const AUTOCOMPLETE = { name: 'name', email: 'email', phone: 'tel', topic: 'off' } as const
const TYPES = { name: 'text', email: 'email', phone: 'tel', topic: 'text' } as const

/**
 * What is asked before the first message, or left instead of one while nobody is there. Nothing leaves the page before it is sent.
 *
 * @slot offline - Instead of what a closed site says above its form.
 * @slot prechat-extra - Further fields of the page's.
 * @fires {PartEvent} chat-draft - The message in it, as it is written: it goes on in the composer should somebody come.
 * @fires {PartEvent} chat-started - It is done.
 */
@element('chat-start-form')
export class ChatStartForm extends LitElement {
  static override styles = [reset, formStyles, startFormStyles]
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) site!: PublicSite
  @property({ attribute: false }) l10n!: Localization
  @property({ attribute: false }) words!: VisitorStrings
  /** Whether the visitor is known already: then only the message is left to ask for. */
  @property({ attribute: false }) isKnown = false
  /** What was written before the form came up. */
  @property({ attribute: false }) draft = ''
  /** While it is being sent, it must stay. */
  isSending = false

  @state() private errors: ReadonlyMap<Place, string> = new Map()
  @state() private hasFailed = false
  readonly #values = new Map<FieldKey, string>()
  #hasAgreed = false

  /** Then it takes the message too. */
  get #isClosed(): boolean {
    return isClosed(this.site)
  }

  get #fields(): readonly Field[] {
    if (this.isKnown) return []
    const fields = this.site.preChat?.fields ?? []
    // Whoever leaves a message may want the answer by mail, even where a talk would ask for nothing.
    const asks = fields.some(({ key }) => key === 'email')
    return !this.#isClosed || asks ? fields : [...fields, { key: 'email', isRequired: false }]
  }

  get #consent() {
    return this.isKnown ? null : (this.site.preChat?.consent ?? null)
  }

  /** The page's own fields that are filled in. */
  get #extras(): readonly PageControl[] {
    return this.isKnown ? [] : filledIn(this.renderRoot.querySelector('slot[name="prechat-extra"]'))
  }

  #check(): ReadonlyMap<Place, string> {
    const { words } = this
    const errors = new Map<Place, string>()
    for (const field of this.#fields) {
      const error = checkField(field, this.#values.get(field.key) ?? '', words)
      if (error !== undefined) errors.set(field.key, error)
    }
    if (this.#isClosed && this.draft.trim() === '') errors.set('message', words.required)
    if (this.#consent !== null && !this.#hasAgreed) errors.set('consent', words.consentNeeded)
    return errors
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault()
    if (this.isSending) return
    this.errors = this.#check()
    if (this.errors.size > 0) {
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
      return
    }
    // The page's own fields say by themselves what is wrong with them.
    if (!this.#extras.every((control) => control.reportValidity())) return
    this.#sending(true)
    try {
      await this.#introduce()
      if (this.#isClosed) this.client.send({ content: this.draft.trim() })
      this.#sending(false)
      fire(this, 'chat-draft', { text: '' })
      fire(this, 'chat-started', {})
    } catch {
      this.#sending(false)
      this.hasFailed = true
    }
  }

  #sending(isSending: boolean): void {
    this.isSending = isSending
    this.hasFailed = false
    this.requestUpdate()
  }

  async #introduce(): Promise<void> {
    const { visitor } = this.client
    const said = this.#fields.map(({ key }) => [key, this.#values.get(key)?.trim() ?? ''] as const)
    const introduction = Object.fromEntries(said.filter(([, value]) => value))
    const extras = Object.fromEntries(this.#extras.map(({ name, value }) => [name, value]))
    const answers = { ...extras, ...introduction }
    const consent = this.#consent
    if (!consent && Object.keys(answers).length === 0) return
    await visitor.openSession()
    await visitor.describe({
      ...introduction,
      ...(this.#extras.length > 0 && { attributes: extras }),
      ...(consent && { consent: { version: consent.version } }),
    })
    tell(this, 'chat-prechat', { answers })
  }

  /** A mistake is said when a field is left or sent, and taken back as soon as it is put right. */
  #handleInput(place: Place): void {
    if (this.errors.has(place)) this.#review(place)
  }

  #review(place: Place): void {
    const errors = new Map(this.errors)
    const error = this.#check().get(place)
    if (error === undefined) errors.delete(place)
    else errors.set(place, error)
    this.errors = errors
  }

  override render() {
    const { words } = this
    return html`<form part="form" novalidate @submit=${this.#submit}>
      ${this.#isClosed ? this.#closed() : this.#welcome()} ${this.#fields.map((field) => this.#field(field))}
      ${this.isKnown ? nothing : html`<slot name="prechat-extra"></slot>`}
      ${this.#isClosed ? this.#message() : nothing} ${this.#agreement()}
      ${this.hasFailed ? html`<p class="error" role="alert">${icon(WARNING)} ${words.notDone}</p>` : nothing}
      <button class="main" aria-disabled=${this.isSending ? 'true' : nothing}>
        ${this.#isClosed ? html`${icon(MAIL)} ${words.sendMessage}` : words.startChat}
      </button>
    </form>`
  }

  #welcome() {
    const { words } = this
    return html`<div>
      <h3>${words.beforeStarting}</h3>
      <p class="lead">${words.beforeStartingLead}</p>
    </div>`
  }

  #closed() {
    const { words, site, l10n } = this
    const { nextOpening } = site
    const lead =
      nextOpening === undefined
        ? words.closedLead
        : fill(words.closedUntil, { when: formatComing(l10n, nextOpening, new Date()) })
    return html`<div>
      <slot name="offline">
        <h3 dir="auto">${site.texts.offlineTitle ?? words.closedTitle}</h3>
        <p class="lead" dir="auto">${site.texts.offlineBody ?? lead}</p>
      </slot>
    </div>`
  }

  #field(field: Field) {
    const { key, isRequired, options } = field
    const label = field.label ?? this.words[key]
    const shown = isRequired ? label : fill(this.words.optional, { label })
    return html`<label class="field">
      <span>${shown}</span>
      ${options === undefined ? this.#input(field) : this.#choice(field, options)} ${this.#error(key)}
    </label>`
  }

  #input({ key, isRequired }: Field) {
    return html`<input
      class="input"
      dir="auto"
      type=${TYPES[key]}
      name=${key}
      autocomplete=${AUTOCOMPLETE[key]}
      maxlength="254"
      aria-required=${isRequired}
      aria-invalid=${this.errors.has(key)}
      aria-describedby=${this.errors.has(key) ? `${key}-error` : nothing}
      @input=${(event: Event) => {
        this.#values.set(key, (event.target as HTMLInputElement).value)
        this.#handleInput(key)
      }}
      @blur=${() => this.#values.get(key) && this.#review(key)}
    />`
  }

  #choice({ key, isRequired }: Field, options: readonly string[]) {
    return html`<span class="choice"
      ><select
        class="input"
        name=${key}
        aria-required=${isRequired}
        aria-invalid=${this.errors.has(key)}
        aria-describedby=${this.errors.has(key) ? `${key}-error` : nothing}
        @change=${(event: Event) => {
          this.#values.set(key, (event.target as HTMLSelectElement).value)
          this.#handleInput(key)
        }}
      >
        <option value="">${this.words.choose}</option>
        ${options.map((option) => html`<option>${option}</option>`)}</select
      >${icon(CHEVRON_DOWN)}</span
    >`
  }

  #message() {
    return html`<label class="field grows">
      <span>${this.words.yourMessage}</span>
      <textarea
        class="input"
        dir="auto"
        name="message"
        maxlength="8000"
        aria-required="true"
        aria-invalid=${this.errors.has('message')}
        aria-describedby=${this.errors.has('message') ? 'message-error' : nothing}
        .value=${this.draft}
        @input=${(event: Event) => {
          this.draft = (event.target as HTMLTextAreaElement).value
          fire(this, 'chat-draft', { text: this.draft })
          this.#handleInput('message')
        }}
      ></textarea>
      ${this.#error('message')}
    </label>`
  }

  #agreement() {
    const consent = this.#consent
    if (consent === null) return nothing
    return html`<div class="agreement">
      <label>
        <input
          type="checkbox"
          name="consent"
          aria-required="true"
          aria-invalid=${this.errors.has('consent')}
          aria-describedby=${this.errors.has('consent') ? 'consent-error' : nothing}
          @change=${(event: Event) => {
            this.#hasAgreed = (event.target as HTMLInputElement).checked
            this.#handleInput('consent')
          }}
        />
        <span dir="auto">${consent.text}</span>
      </label>
      ${
        consent.privacyUrl === undefined
          ? nothing
          : html`<a class="link" href=${consent.privacyUrl} target="_blank" rel="noopener noreferrer"
              >${this.words.privacy}</a
            >`
      }
      ${this.#error('consent')}
    </div>`
  }

  #error(place: Place) {
    const error = this.errors.get(place)
    if (error === undefined) return nothing
    return html`<span class="error" id=${`${place}-error`}>${icon(WARNING)} ${error}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-start-form': ChatStartForm
  }
}
