import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit'
import type { Commercial } from '#shared/person.ts'
import { plural } from '../../i18n/plural.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { isComposing } from '../../parts/composing.ts'
import type { ReplyPlace } from '../canned-replies/reply-picker.ts'
import { insertInto, type FieldPicker } from '../chat-editor/field-picker.ts'
import { plainWord } from '../plain-word.ts'
import { atWord, type AtWord } from './at-word.ts'

/** Colleagues to name in a note, called for by an at sign: those who answer the chat's site. */
export class MentionPicker implements FieldPicker {
  readonly #host: ReactiveControllerHost
  readonly #place: ReplyPlace
  #word: AtWord | null = null
  #field: HTMLTextAreaElement | null = null
  /** A sign for which nobody is wanted. */
  #dismissed: number | null = null
  #active = 0

  constructor(host: ReactiveControllerHost, place: ReplyPlace) {
    this.#host = host
    this.#place = place
  }

  look(field: HTMLTextAreaElement): void {
    const word = atWord(field.value, field.selectionStart)
    if (word?.query !== this.#word?.query) this.#active = 0
    if (word?.start !== this.#dismissed) this.#dismissed = null
    this.#field = field
    this.#word = word
    this.#host.requestUpdate()
  }

  close(): void {
    this.#dismissed = this.#word?.start ?? null
    this.#host.requestUpdate()
  }

  get #found(): readonly Commercial[] {
    if (this.#word === null || this.#dismissed !== null) return []
    const { client, chat } = this.#place
    const { team, session } = client.state.get()
    const ownId = session.state === 'commercial' ? session.commercial.commercialId : ''
    const wanted = plainWord(this.#word.query)
    return team.filter(
      ({ commercialId, name, role, siteIds }) =>
        commercialId !== ownId &&
        (role === 'admin' || siteIds.includes(chat.siteId)) &&
        (plainWord(name).startsWith(wanted) || plainWord(name).includes(` ${wanted}`)),
    )
  }

  handleKey(event: KeyboardEvent): boolean {
    const { key } = event
    const found = this.#found
    if (found.length === 0 || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey)
      return false
    if (key === 'Escape') this.close()
    else if (key === 'ArrowDown') this.#active = (this.#active + 1) % found.length
    else if (key === 'ArrowUp') this.#active = (this.#active - 1 + found.length) % found.length
    else if ((key === 'Enter' && !event.shiftKey) || key === 'Tab') this.#insert(found[this.#active])
    else return false
    this.#host.requestUpdate()
    return true
  }

  #insert(person: Commercial | undefined): void {
    const [field, word] = [this.#field, this.#word]
    if (person === undefined || field === null || word === null) return
    insertInto(field, `@${person.name} `, word)
    this.#word = null
  }

  render(): TemplateResult | typeof nothing {
    const found = this.#found
    if (found.length === 0) return nothing
    const { console: strings, locale } = this.#place.l10n
    return html`<div class="replies" @pointerdown=${(event: Event) => event.preventDefault()}>
      <p class="head">
        <span>${strings.nameColleague}</span><span aria-hidden="true">${strings.cannedKeys}</span>
      </p>
      <p class="sr" role="status">${plural(locale, found.length, strings.colleaguesFound)}</p>
      <div role="listbox" aria-label=${strings.nameColleague}>
        ${found.map(
          (person, index) =>
            html`<div
              class="option person"
              role="option"
              aria-selected=${index === this.#active ? 'true' : 'false'}
              @click=${() => this.#insert(person)}
            >
              <span class="who"
                >${avatar({ name: person.name, image: person.avatarUrl, size: 24 })}<bdi
                  >${person.name}</bdi
                ></span
              >
              <span class="clipped">${strings.presence[person.status ?? 'offline']}</span>
            </div>`,
        )}
      </div>
    </div>`
  }
}
