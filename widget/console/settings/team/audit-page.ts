import { html, nothing, type PropertyValues } from 'lit'
import { state } from 'lit/decorators.js'
import type { AuditAction, AuditEntry } from '#shared/audit.ts'
import type { ChatId } from '#shared/ids.ts'
import { toFailure } from '../../../core/api-error.ts'
import type { Load } from '../../../core/state.ts'
import type { AuditStrings } from '../../../i18n/audit.en.ts'
import { formatDay, formatMoment, formatTime } from '../../../i18n/format.ts'
import { loadAuditWords } from '../../../i18n/load-audit.ts'
import { fill, isolate } from '../../../i18n/plural.ts'
import { element } from '../../../parts/element.ts'
import '../../load-more/load-more.ts'
import { failureNotice } from '../../notice/notice.ts'
import { ChatChosenEvent } from '../../sections/section.ts'
import { card, selectField, textField } from '../fields.ts'
import { SettingsPageElement } from '../settings-page.ts'
import { actorOf, subjectOf, type Known } from './audit-entry.ts'
import { auditPageStyles } from './audit-page.styles.ts'

/** Empty leaves nothing out. */
interface Filter {
  readonly actorId: string
  readonly action: AuditAction | ''
  /** Days of this device's time zone, `2026-11-25`; both count. */
  readonly from: string
  readonly to: string
}

const UNFILTERED: Filter = { actorId: '', action: '', from: '', to: '' }
const DAY_MS = 86_400_000

/**
 * Who did what to the team, its sites and what is known of visitors, newest first.
 *
 * @fires {ChatChosenEvent} chat-chosen - a chat of which it tells is wanted
 */
@element('chat-audit-page')
export class ChatAuditPage extends SettingsPageElement {
  static override styles = [...SettingsPageElement.styles, auditPageStyles]

  @state() private texts: AuditStrings | undefined
  @state() private people: Known['people'] = new Map()
  @state() private filter = UNFILTERED
  @state() private entries: readonly AuditEntry[] = []
  @state() private nextBefore: number | null = null
  @state() private paging: Load = { state: 'idle' }

  protected get heading(): string {
    return this.words.pages.audit
  }

  protected get intro(): string {
    return this.texts?.intro ?? ''
  }

  override willUpdate(changed: PropertyValues): void {
    // The first reading speaks, too.
    if (changed.has('l10n') && this.texts !== undefined) void this.#speak()
  }

  async #speak(): Promise<void> {
    this.texts = await loadAuditWords(this.l10n.locale)
  }

  protected async read(): Promise<void> {
    await Promise.all([this.#speak(), this.#readPeople(), this.#readPage(null)])
  }

  async #readPeople(): Promise<void> {
    const [here, left] = await Promise.all([
      this.client.call('GET /v2/commercials', { query: {} }),
      this.client.call('GET /v2/commercials', { query: { left: 'true' } }),
    ])
    this.people = new Map(
      [...here.commercials, ...left.commercials].map(({ commercialId, name }) => [commercialId, name]),
    )
  }

  async #readPage(before: number | null): Promise<void> {
    const { filter } = this
    this.paging = { state: 'loading' }
    try {
      const page = await this.client.call('GET /v2/audit', { query: toQuery(filter, before) })
      // Whoever has chosen something else meanwhile waits for that.
      if (filter !== this.filter) return
      this.entries = before === null ? page.entries : [...this.entries, ...page.entries]
      this.nextBefore = page.nextBefore
      this.paging = { state: 'ready' }
    } catch (error) {
      if (filter === this.filter) this.paging = { state: 'failed', failure: toFailure(error) }
    }
  }

  #narrow(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change }
    this.entries = []
    this.nextBefore = null
    void this.#readPage(null)
  }

  protected renderList() {
    const { texts } = this
    return texts === undefined ? nothing : html`${this.#renderFilter(texts)}${this.#renderEntries(texts)}`
  }

  #renderFilter(texts: AuditStrings) {
    const { filter } = this
    const people = [...this.people].map(([value, label]) => ({ value, label }))
    const actions = Object.entries(texts.actions) as [AuditAction, string][]
    const day = (path: 'from' | 'to') =>
      textField({
        path,
        label: texts[path],
        type: 'date',
        value: filter[path],
        onInput: (value) => this.#narrow({ [path]: value }),
      })
    return card(
      texts.filter,
      html`<div class="filters">
        ${selectField({
          path: 'actor',
          label: texts.person,
          value: filter.actorId,
          options: [{ value: '', label: texts.everybody }, ...people],
          onChoose: (actorId) => this.#narrow({ actorId }),
        })}
        ${selectField<AuditAction | ''>({
          path: 'action',
          label: texts.what,
          value: filter.action,
          options: [
            { value: '', label: texts.everything },
            ...actions.map(([value, label]) => ({ value, label })),
          ],
          onChoose: (action) => this.#narrow({ action }),
        })}
        ${day('from')} ${day('to')}
      </div>`,
    )
  }

  #renderEntries(texts: AuditStrings) {
    const { entries, paging, words, l10n } = this
    if (paging.state === 'failed' && entries.length === 0) {
      const retry = () => void this.#readPage(null)
      return failureNotice({ title: words.failed, failure: paging.failure, l10n, retry })
    }
    if (entries.length === 0) return this.#renderNothing(texts)
    const dayOf = ({ at }: AuditEntry) => formatDay(l10n, at, new Date())
    const days = [...new Set(entries.map(dayOf))]
    return html`${days.map(
      (day) =>
        html`<section>
          <h2 class="day-name">${day}</h2>
          <ul class="entries">
            ${entries.filter((entry) => dayOf(entry) === day).map((entry) => this.#renderEntry(entry, texts))}
          </ul>
        </section>`,
    )}${
      this.nextBefore === null
        ? nothing
        : html`<chat-load-more
            .l10n=${l10n}
            .load=${paging}
            @chat-load-more=${() => void this.#readPage(this.nextBefore)}
          ></chat-load-more>`
    }`
  }

  #renderNothing(texts: AuditStrings) {
    if (this.paging.state !== 'ready') return html`<p class="quiet" role="status">${this.words.loading}</p>`
    return html`<div class="nothing">
      <p class="quiet" role="status">${texts.empty}</p>
      <button class="button" type="button" @click=${() => this.#narrow(UNFILTERED)}>${texts.showAll}</button>
    </div>`
  }

  #renderEntry(entry: AuditEntry, texts: AuditStrings) {
    const { l10n } = this
    const { at, action, outcome, addressPrefix } = entry
    const known = {
      people: this.people,
      sites: new Map(this.sites.map(({ siteId, name }) => [siteId, name])),
    }
    const subject = subjectOf(entry, known, texts)
    const reason = texts.outcomes[outcome]
    const refused = reason === undefined ? texts.refused : `${texts.refused}: ${reason}`
    return html`<li>
      <span
        ><b>${texts.actions[action]}</b>
        ${outcome === 'done' ? nothing : html`<span class="chip bad">${refused}</span>`}</span
      >
      <time datetime=${at} title=${formatMoment(l10n, at)}>${formatTime(l10n, at)}</time>
      <span class="details"
        ><bdi>${actorOf(entry, known, texts)}</bdi>${
          subject === null
            ? nothing
            : html` ·
              ${
                subject.chatId === undefined
                  ? fill(texts.about, { what: isolate(subject.text) })
                  : this.#renderChat(subject.text, subject.chatId)
              }`
        }${addressPrefix === undefined ? nothing : ` · ${fill(texts.network, { network: isolate(addressPrefix) })}`}</span
      >
    </li>`
  }

  #renderChat(text: string, chatId: ChatId) {
    return html`<button
      class="link"
      type="button"
      @click=${() => this.dispatchEvent(new ChatChosenEvent(chatId))}
    >
      ${text}
    </button>`
  }
}

function toQuery({ actorId, action, from, to }: Filter, before: number | null) {
  const start = startOf(from)
  const end = startOf(to)
  return {
    ...(actorId !== '' && { actorId }),
    ...(action !== '' && { action }),
    ...(start !== undefined && { from: start.toISOString() }),
    // Noon of the next day is on that day whatever clocks do in the night between.
    ...(end !== undefined && { to: startOfNext(end).toISOString() }),
    ...(before !== null && { before: String(before) }),
  }
}

function startOf(day: string): Date | undefined {
  const start = new Date(`${day}T00:00`)
  return Number.isNaN(start.getTime()) ? undefined : start
}

function startOfNext(start: Date): Date {
  const next = new Date(start.getTime() + 1.5 * DAY_MS)
  return new Date(next.getFullYear(), next.getMonth(), next.getDate())
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-audit-page': ChatAuditPage
  }
}
