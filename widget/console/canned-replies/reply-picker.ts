import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { CannedReply } from '#shared/canned-reply.ts'
import type { Chat } from '#shared/chat.ts'
import type { Site } from '#shared/site.ts'
import { fillVariables } from '#shared/variables.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { plural } from '../../i18n/plural.ts'
import { isComposing } from '../../parts/composing.ts'
import { insertInto, type FieldPicker } from '../chat-editor/field-picker.ts'
import type { ConsoleLocalization } from '../console-localization.ts'
import { findReplies } from './find-replies.ts'
import { replyValues } from './reply-values.ts'
import { slashWord, type SlashWord } from './slash-word.ts'

/** Where a reply is wanted. */
export interface ReplyPlace {
  readonly client: ChatClient
  readonly chat: Chat
  readonly l10n: ConsoleLocalization
}

interface Shown extends CannedReply {
  /** As it would be inserted. */
  readonly text: string
}

/** The saved replies that a slash calls for. */
export class ReplyPicker implements FieldPicker {
  readonly #host: ReactiveControllerHost
  readonly #place: ReplyPlace
  #replies: readonly CannedReply[] | null = null
  #sites: readonly Site[] = []
  #word: SlashWord | null = null
  #field: HTMLTextAreaElement | null = null
  /** A slash for which none is wanted. */
  #dismissed: number | null = null
  #active = 0

  /** While they are being asked for. */
  reading: Promise<void> | undefined

  constructor(host: ReactiveControllerHost, place: ReplyPlace) {
    this.#host = host
    this.#place = place
    this.#readAgain()
  }

  #readAgain(): void {
    const reading = this.#read().then(() => {
      if (this.reading === reading) this.reading = undefined
    })
    this.reading = reading
  }

  /** Without an answer there is nothing to pick from, and writing goes on. */
  async #read(): Promise<void> {
    const { client, chat } = this.#place
    const { siteId } = chat
    try {
      const [{ replies }, { sites }] = await Promise.all([
        client.call('GET /v2/canned-replies', { query: { siteId } }),
        client.call('GET /v2/sites'),
      ])
      this.#replies = replies
      this.#sites = sites
    } catch {
      this.#replies = null
    }
    this.#host.requestUpdate()
  }

  /** The text or the caret has changed. */
  look(field: HTMLTextAreaElement): void {
    const word = slashWord(field.value, field.selectionStart)
    if (word?.query !== this.#word?.query) this.#active = 0
    if (word?.start !== this.#dismissed) this.#dismissed = null
    // Everybody may have changed them since they were last called for.
    if (word !== null && this.#word === null && this.reading === undefined) this.#readAgain()
    this.#field = field
    this.#word = word
    this.#host.requestUpdate()
  }

  close(): void {
    this.#dismissed = this.#word?.start ?? null
    this.#host.requestUpdate()
  }

  get #isOpen(): boolean {
    return this.#word !== null && this.#dismissed === null && this.#replies !== null
  }

  get #found(): readonly Shown[] {
    const { client, chat } = this.#place
    const { session } = client.state.get()
    const name = session.state === 'commercial' ? session.commercial.name : ''
    const values = replyValues(chat, name, this.#sites)
    return findReplies(this.#replies ?? [], this.#word?.query ?? '').map((reply) => ({
      ...reply,
      text: fillVariables(reply.content, values),
    }))
  }

  /** Whether the key was the picker's. */
  handleKey(event: KeyboardEvent): boolean {
    const { key } = event
    if (!this.#isOpen || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return false
    const found = this.#found
    if (key === 'Escape') this.close()
    else if (found.length === 0) return false
    else if (key === 'ArrowDown') this.#active = (this.#active + 1) % found.length
    else if (key === 'ArrowUp') this.#active = (this.#active - 1 + found.length) % found.length
    else if (key === 'Enter' && !event.shiftKey) this.#insert(found[this.#active])
    else return false
    this.#host.requestUpdate()
    return true
  }

  #insert(reply: Shown | undefined): void {
    const field = this.#field
    const word = this.#word
    if (reply === undefined || field === null || word === null) return
    insertInto(field, reply.text, word)
    // A reply may itself end in what looks like a call for one.
    this.close()
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing
    const { console: strings, locale } = this.#place.l10n
    const found = this.#found
    // What calls for nothing known is a word like any other.
    if (found.length === 0 && this.#word?.query !== '') return nothing
    const marked = found[this.#active]
    return html`<div class="replies" @pointerdown=${keepFocus}>
      <p class="head">
        <span>${strings.cannedReplies}</span>
        ${found.length === 0 ? nothing : html`<span aria-hidden="true">${strings.cannedKeys}</span>`}
      </p>
      <p class="sr" role="status">${plural(locale, found.length, strings.cannedFound)}</p>
      ${found.length === 0 ? html`<p class="none">${strings.noCannedReplies}</p>` : this.#renderList(found)}
      ${marked === undefined ? nothing : html`<p class="preview" dir="auto">${marked.text}</p>`}
    </div>`
  }

  #renderList(found: readonly Shown[]) {
    return html`<div role="listbox" aria-label=${this.#place.l10n.console.cannedReplies}>
      ${found.map(
        (reply, index) =>
          html`<div
            class="option"
            role="option"
            aria-selected=${index === this.#active ? 'true' : 'false'}
            title=${reply.title}
            @click=${() => this.#insert(reply)}
          >
            <bdi class="shortcut">/${reply.shortcut}</bdi>
            <span class="clipped" dir="auto">${reply.text}</span>
          </div>`,
      )}
    </div>`
  }
}

/** A press on the picker leaves the focus, and a phone's keyboard, in the field. */
function keepFocus(event: Event): void {
  event.preventDefault()
}
