import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { Commercial } from '#shared/person.ts'
import type { Site } from '#shared/site.ts'
import type { Stats } from '#shared/stats.ts'
import { toFailure } from '../../core/api-error.ts'
import type { ChatClient } from '../../core/chat-client.ts'
import type { Failure } from '../../core/state.ts'
import { loadStatsWords } from '../../i18n/load-stats.ts'
import { statsEn, type StatsStrings } from '../../i18n/stats.en.ts'
import { avatarStyles } from '../../parts/avatar/avatar.styles.ts'
import { element } from '../../parts/element.ts'
import { reset } from '../../styles/reset.styles.ts'
import { consoleFallback, type ConsoleLocalization } from '../console-localization.ts'
import { failureNotice, notice } from '../notice/notice.ts'
import { noticeStyles } from '../notice/notice.styles.ts'
import { ChatSectionEvent } from '../sections/section.ts'
import { controls } from '../styles/controls.styles.ts'
import { advice, peakSentence } from './advice.ts'
import { cardStyles } from './card.styles.ts'
import { dayChart } from './day-chart.ts'
import { dayChartStyles } from './day-chart.styles.ts'
import { downloadCsv } from './download-csv.ts'
import { explained } from './explained.ts'
import { figureCards } from './figure-cards.ts'
import { figureCardsStyles } from './figure-cards.styles.ts'
import {
  lengthOf,
  parseChoice,
  periodBefore,
  periodOf,
  toQuery,
  toSection,
  type Period,
  type StatsChoice,
} from './period.ts'
import { responseBars } from './response-bars.ts'
import type { ChatsFilter, Shown } from './shown.ts'
import './stats-chats.ts'
import { statsHeader } from './stats-header.ts'
import { statsPageStyles } from './stats-page.styles.ts'
import { teamTable } from './team-table.ts'
import './week-grid.ts'

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone
const MAX_DAYS = 366

interface Figures {
  readonly period: Period
  readonly stats: Stats
  readonly before: Stats | null
}

/** How it goes: the figures of a period, what they say one should do, and the conversations behind each. */
@element('chat-stats-page')
export class ChatStatsPage extends LitElement {
  static override styles = [
    reset,
    controls,
    avatarStyles,
    noticeStyles,
    cardStyles,
    figureCardsStyles,
    dayChartStyles,
    statsPageStyles,
  ]

  @state() private words: StatsStrings | undefined
  @state() private sites: readonly Site[] = []
  @state() private figures: Figures | undefined
  @state() private failure: Failure | undefined
  @state() private isLoading = false
  @state() private isDownloading = false
  @state() private problem = ''
  /** What the drawer shows; null: there is none. */
  @state() private seen: { readonly filter: ChatsFilter; readonly title: string } | null = null

  @property() section = ''
  @property({ attribute: false }) client!: ChatClient
  @property({ attribute: false }) commercial!: Commercial
  @property({ attribute: false }) l10n: ConsoleLocalization = consoleFallback

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('l10n')) void this.#speak()
    if (changed.has('client')) void this.#readSites()
    if (changed.has('client') || changed.has('section')) void this.#read()
  }

  get #choice(): StatsChoice {
    return parseChoice(this.section, OWN_ZONE)
  }

  get #period(): Period {
    return periodOf(this.#choice, Date.now())
  }

  async #speak(): Promise<void> {
    const { locale } = this.l10n
    const words = await loadStatsWords(locale).catch(() => statsEn)
    if (locale === this.l10n.locale) this.words = words
  }

  async #readSites(): Promise<void> {
    // Without their names one still sees the figures of all of them.
    const answer = await this.client.call('GET /v2/sites').catch(() => ({ sites: [] }))
    this.sites = answer.sites
  }

  async #read(): Promise<void> {
    const { section } = this
    const period = this.#period
    this.failure = undefined
    this.problem = ''
    this.seen = null
    if (!isInOrder(period)) return
    this.isLoading = true
    const ask = (of: Period) => this.client.call('GET /v2/stats', { query: toQuery(of, this.#choice) })
    try {
      // The comparison is worth less than the figures, which do without it.
      const before = ask(periodBefore(period)).catch(() => null)
      const figures = { period, stats: await ask(period), before: await before }
      if (section === this.section) this.figures = figures
    } catch (error) {
      if (section === this.section) this.failure = toFailure(error)
    } finally {
      if (section === this.section) this.isLoading = false
    }
  }

  readonly #choose = (change: Partial<StatsChoice>): void => {
    this.dispatchEvent(new ChatSectionEvent(toSection({ ...this.#choice, ...change }, OWN_ZONE)))
  }

  readonly #download = async (): Promise<void> => {
    if (this.isDownloading || this.words === undefined) return
    this.isDownloading = true
    this.problem = ''
    try {
      await downloadCsv(this.client, toQuery(this.#period, this.#choice))
    } catch (error) {
      this.problem = toFailure(error).message || this.words.csvFailed
    }
    this.isDownloading = false
  }

  override render() {
    const { words, l10n } = this
    if (words === undefined) return nothing
    return html`<section
      class="page"
      aria-label=${words.title}
      aria-busy=${this.isLoading ? 'true' : 'false'}
    >
      ${statsHeader({
        choice: this.#choice,
        period: this.#period,
        sites: this.sites,
        ownZone: OWN_ZONE,
        isDownloading: this.isDownloading,
        l10n,
        words,
        choose: this.#choose,
        download: () => void this.#download(),
      })}
      <div role="alert">${this.problem === '' ? nothing : html`<p class="problem">${this.problem}</p>`}</div>
      <p class="sr" role="status">${this.isLoading ? words.loading : ''}</p>
      ${this.#renderBody(words)}
    </section>`
  }

  #renderBody(words: StatsStrings) {
    if (!isInOrder(this.#period)) return html`<p class="problem" role="alert">${words.oddPeriod}</p>`
    if (this.failure !== undefined) {
      const retry = () => void this.#read()
      return failureNotice({ title: words.failed, failure: this.failure, l10n: this.l10n, retry })
    }
    if (this.figures === undefined) return html`<div class="skeleton" aria-hidden="true"></div>`
    const { stats, before, period } = this.figures
    if (stats.conversations === 0) return this.#renderEmpty(words)
    const days = lengthOf(period)
    const shown: Shown = { stats, before, days, l10n: this.l10n, words, see: this.#see }
    return html`${figureCards(shown)} ${advice(shown)}
      <div class="two">
        ${dayChart(shown)}
        <section class="card" aria-labelledby="by-hour">
          <header>
            <h2 id="by-hour">${words.byHour}</h2>
            ${explained('byHour', words.byHour, words)}
          </header>
          <chat-week-grid .shown=${shown}></chat-week-grid>
          ${peakSentence(shown)}
        </section>
        ${teamTable(shown)} ${responseBars(shown)}
      </div>
      ${this.#renderChats(words)}`
  }

  #renderEmpty(words: StatsStrings) {
    const longer = html`<button
      class="button"
      type="button"
      @click=${() => this.#choose({ days: 90, period: null })}
    >
      ${words.longer}
    </button>`
    return notice(words.empty, words.emptyHint, this.#choice.days === 90 ? nothing : longer)
  }

  #renderChats(words: StatsStrings) {
    if (this.seen === null || this.figures === undefined) return nothing
    return html`<chat-stats-chats
      .client=${this.client}
      .asked=${toQuery(this.figures.period, this.#choice)}
      .filter=${this.seen.filter}
      .heading=${this.seen.title}
      .viewerId=${this.commercial.commercialId}
      .l10n=${this.l10n}
      .words=${words}
      @close=${() => {
        this.seen = null
      }}
    ></chat-stats-chats>`
  }

  readonly #see = (filter: ChatsFilter, title: string): void => {
    this.seen = { filter, title }
  }
}

function isInOrder(period: Period): boolean {
  return period.from <= period.to && lengthOf(period) <= MAX_DAYS
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-stats-page': ChatStatsPage
  }
}
