import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { VisitorId } from '#shared/ids.ts'
import type { Visitor } from '#shared/person.ts'
import type { VisitorDetails } from '#shared/visitor.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import { formatTime } from '../../i18n/format.ts'
import { loadMergingWords } from '../../i18n/load-merging.ts'
import type { MergingStrings } from '../../i18n/merging.en.ts'
import { fill, isolate, plural } from '../../i18n/plural.ts'
import { avatar } from '../../parts/avatar/avatar.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { icon } from '../../parts/icon/icon.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { toFormFailure } from '../form-failure.ts'
import { SHIELD_CHECK } from '../icon-paths.ts'
import { Modal } from '../modal.ts'
import { formatPastDay } from '../settings/format-past.ts'
import { controls } from '../styles/controls.styles.ts'
import { dialogStyles } from '../styles/dialog.styles.ts'
import { visitorName } from '../visitor-name.ts'
import { findPeople } from './find-people.ts'
import { mergeDialogStyles } from './merge-dialog.styles.ts'
import { mergeSides, type MergeSides } from './merge-sides.ts'

/** Whoever types on is not searched for yet. */
const PAUSE_MS = 250

/** Two visitors are one from now on: this one. */
export class ChatMergedEvent extends Event {
  static readonly type = 'chat-merged'
  readonly visitorId: VisitorId

  constructor(visitorId: VisitorId) {
    super(ChatMergedEvent.type)
    this.visitorId = visitorId
  }
}

/**
 * Finds who a visitor is as well, shows both side by side, and makes them one after asking: it cannot be undone.
 *
 * @fires {ChatMergedEvent} chat-merged - it was done
 * @fires close - it is not on screen any more
 */
@element('chat-merge-dialog')
export class ChatMergeDialog extends LitElement {
  static override styles = [reset, controls, avatarStyles, dialogStyles, mergeDialogStyles]

  readonly #modal = new Modal(this)
  #timer: ReturnType<typeof setTimeout> | undefined
  #search = ''

  @state() private words: MergingStrings | null = null
  /** null: nothing was searched for; undefined: it is being searched for. */
  @state() private found: readonly Visitor[] | null | undefined = null
  @state() private pair: { readonly mine: VisitorDetails; readonly chosen: VisitorDetails } | null = null
  @state() private isSwapped = false
  @state() private problem = ''
  @state() private isBusy = false

  @property({ attribute: false }) client: ChatClient | undefined
  @property({ attribute: false }) visitor: Visitor | undefined
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override connectedCallback(): void {
    super.connectedCallback()
    void this.updateComplete.then(async () => {
      this.words = await loadMergingWords(this.l10n.locale)
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  readonly #handleInput = (event: Event): void => {
    this.#search = (event.target as HTMLInputElement).value.trim()
    clearTimeout(this.#timer)
    this.found = this.#search === '' ? null : undefined
    if (this.#search !== '') this.#timer = setTimeout(() => void this.#find(this.#search), PAUSE_MS)
  }

  async #find(search: string): Promise<void> {
    const { client, visitor } = this
    if (client === undefined || visitor === undefined) return
    await this.#try(async () => {
      const found = await findPeople(client, visitor, search)
      if (search === this.#search) this.found = found
    })
  }

  async #choose({ visitorId }: Visitor): Promise<void> {
    const { client, visitor } = this
    if (client === undefined || visitor === undefined) return
    const read = (id: VisitorId) => client.call('GET /v2/visitors/:visitorId', { params: { visitorId: id } })
    await this.#try(async () => {
      const [mine, chosen] = await Promise.all([read(visitor.visitorId), read(visitorId)])
      this.pair = { mine, chosen }
      this.isSwapped = false
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('h2')?.focus()
    })
  }

  async #merge({ stays, goes }: MergeSides): Promise<void> {
    const { client } = this
    if (client === undefined || this.isBusy) return
    this.isBusy = true
    await this.#try(async () => {
      const { visitorId } = await client.call('POST /v2/visitors/:visitorId/merge', {
        params: { visitorId: goes.visitorId },
        body: { into: stays.visitorId },
      })
      this.dispatchEvent(new ChatMergedEvent(visitorId))
      this.#modal.leave()
    })
    this.isBusy = false
  }

  async #try(doing: () => Promise<void>): Promise<void> {
    this.problem = ''
    try {
      await doing()
    } catch (error) {
      this.problem = toFormFailure(error, this.l10n.console.serverUnreachable).message
    }
  }

  override render() {
    const { visitor, words, pair } = this
    if (visitor === undefined || words === null) return nothing
    const name = isolate(visitorName(visitor, this.l10n.console.visitor))
    return html`<dialog aria-labelledby="title">
      <div class="stack">
        <h2 id="title" tabindex="-1">${pair === null ? fill(words.title, { name }) : words.compare}</h2>
        ${pair === null ? this.#renderSearch(words) : this.#renderPair(mergeSides(pair, this.isSwapped), words)}
      </div>
    </dialog>`
  }

  #renderSearch(words: MergingStrings): TemplateResult {
    return html`<div class="field">
        <label for="search">${words.search}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          autofocus
          aria-describedby="hint"
          @input=${this.#handleInput}
        />
        <p id="hint" class="hint">${words.searchHint}</p>
      </div>
      <div role="status">${this.#renderState(words)}</div>
      <ul class="found">
        ${(this.found ?? []).map(
          (one) =>
            html`<li>
              <button type="button" @click=${() => void this.#choose(one)}>
                ${this.#renderPerson(one, one.email ?? one.phone ?? words.noEmail)}
              </button>
            </li>`,
        )}
      </ul>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="answers">
        <button class="button" type="button" @click=${this.#modal.leave}>${this.l10n.console.cancel}</button>
      </div>`
  }

  #renderState(words: MergingStrings) {
    if (this.found === undefined) return html`<p class="hint">${words.searching}</p>`
    return this.found?.length === 0 ? html`<p class="hint">${words.nobody}</p>` : nothing
  }

  #renderPerson(visitor: Visitor, more: string | null) {
    const name = visitorName(visitor, this.l10n.console.visitor)
    return html`${avatar({ name, size: 36 })}<span
        ><bdi>${name}</bdi>${more === null ? nothing : html`<small><bdi>${more}</bdi></small>`}</span
      >`
  }

  #renderPair(sides: MergeSides, words: MergingStrings): TemplateResult {
    const { refusal, canSwap } = sides
    const another = () => {
      this.pair = null
    }
    return html`<div class="sides">
        ${this.#renderSide(sides.goes, words.goes, words)}
        ${this.#renderSide(sides.stays, words.stays, words, true)}
      </div>
      <div class="turn">
        ${
          canSwap
            ? html`<button class="button" type="button" @click=${() => (this.isSwapped = !this.isSwapped)}>
                ${words.swap}
              </button>`
            : nothing
        }
        <button class="button" type="button" @click=${another}>${words.another}</button>
      </div>
      ${refusal === null ? effects(sides, words) : nothing}
      <p class="problem" role="alert">${refusal === null ? this.problem : words[refusal]}</p>
      <div class="answers">
        <button class="button" type="button" @click=${this.#modal.leave}>${this.l10n.console.cancel}</button>
        <button
          class="button danger"
          type="button"
          ?disabled=${this.isBusy || refusal !== null}
          @click=${() => void this.#merge(sides)}
        >
          ${this.isBusy ? words.merging : words.merge}
        </button>
      </div>`
  }

  #renderSide(visitor: VisitorDetails, what: string, words: MergingStrings, isKept = false) {
    const { l10n } = this
    const { email, phone, chats, isOnline, lastSeenAt, isVerified } = visitor
    const when =
      lastSeenAt === undefined
        ? null
        : `${formatPastDay(l10n, lastSeenAt, new Date())}, ${formatTime(l10n, lastSeenAt)}`
    return html`<section class="side ${isKept ? 'stays' : ''}" aria-label=${what}>
      <b>${what}</b>
      <div class="who">${this.#renderPerson(visitor, null)}</div>
      ${isVerified ? html`<span class="chip good">${icon(SHIELD_CHECK)}${l10n.console.verified}</span>` : nothing}
      <ul>
        <li><bdi>${email ?? words.noEmail}</bdi></li>
        ${phone === undefined ? nothing : html`<li><bdi>${phone}</bdi></li>`}
        <li>${plural(l10n.locale, chats.length, words.chats)}</li>
        ${isOnline ? html`<li>${words.online}</li>` : nothing}
        ${isOnline || when === null ? nothing : html`<li>${fill(words.seen, { when })}</li>`}
      </ul>
    </section>`
  }
}

/** What will have happened, said before it does. */
function effects({ stays, goes }: MergeSides, words: MergingStrings): TemplateResult {
  const areBothOpen = stays.openChatId !== undefined && goes.openChatId !== undefined
  return html`<ul class="effects">
    <li>${words.effectAll}</li>
    ${areBothOpen ? html`<li>${words.effectOpen}</li>` : nothing}
    <li>${words.effectSession} ${goes.isOnline ? html`<b>${words.effectOnline}</b>` : nothing}</li>
    <li class="grave">${words.final}</li>
  </ul>`
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-merge-dialog': ChatMergeDialog
  }
  interface HTMLElementEventMap {
    'chat-merged': ChatMergedEvent
  }
}
